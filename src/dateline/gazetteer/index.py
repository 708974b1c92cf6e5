"""The SQLite file behind the gazetteer: its schema, and the look-up of a name in it."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from dateline.gazetteer.demonyms import demonyms
from dateline.gazetteer.entry import RadiusFrom
from dateline.gazetteer.folding import fold
from dateline.gazetteer.misspelling import one_letter_away
from dateline.gazetteer.never_places import never_places
from dateline.gazetteer.outlines import Outline, Point
from dateline.gazetteer.transliteration import consonants, is_romanised_place, romanisation, skeleton
from dateline.records import Place

Tier = Literal["exact", "folded", "transliterated", "misspelt"]
TIERS: tuple[Tier, ...] = ("exact", "folded", "transliterated", "misspelt")

SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL,
    country TEXT NOT NULL, admin1 TEXT, admin2 TEXT,
    latitude REAL NOT NULL, longitude REAL NOT NULL, feature TEXT NOT NULL, precision TEXT NOT NULL,
    radius_km REAL NOT NULL, population INTEGER NOT NULL, south REAL, west REAL, north REAL, east REAL,
    radius_from TEXT NOT NULL
);
CREATE TABLE outlines (place TEXT PRIMARY KEY, rings TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE names (
    key TEXT, place INTEGER, sure INTEGER NOT NULL, forms TEXT NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE skeletons (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE INDEX states ON places (country) WHERE precision = 'country';
CREATE INDEX capitals ON places (country) WHERE feature = 'P.PPLC';
"""
# Of the table of places.
COLUMNS = 17
FORM_SEPARATOR = "\x1f"
# A name this short is read only as it is written: "US" is a country, "us" is not, nor is "hit" the town Hit.
SHORT = 3
_FIELDS = (
    "id", "name", "country", "admin1", "admin2", "latitude", "longitude", "feature", "precision", "radius_km",
)  # fmt: skip
_COLUMNS = f"{', '.join(_FIELDS)}, population, south, west, north, east, radius_from"
# "Calif.", "Minn.": up to this long, whether a name is known depends on its dots.
_LONGEST_SHORT_FORM = 5
_CACHED = 32_768
# A shorter name is a letter away from too many others.
_SHORTEST_MISSPELT = 6


@dataclass(frozen=True)
class Extent:
    """The box, in degrees, that holds an area, or the settlements in it where it has no outline."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True)
class Candidate:
    """A place that a name may mean.

    `tier` tells how the name matched, `usual` whether it is the place's usual name and not one of many others,
    `curated` whether our supplement has it as one that reports use; `population` is 0 where not known; `radius_from` is
    what the radius follows from.
    """

    place: Place
    population: int
    tier: Tier
    names: tuple[str, ...]
    usual: bool = False
    curated: bool = False
    extent: Extent | None = None
    radius_from: RadiusFrom = "kind"


class Index:
    """Look-ups in a gazetteer file that is complete. Each takes some 10 microseconds and is remembered."""

    def __init__(self, file: Path) -> None:
        self._file = sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self.sounding = lru_cache(maxsize=_CACHED)(self._sounding)
        self.misspelt = lru_cache(maxsize=_CACHED)(self._misspelt)
        self.find = lru_cache(maxsize=_CACHED)(self._find)
        self.next_key = lru_cache(maxsize=_CACHED)(self._next_key)
        self.knows = lru_cache(maxsize=_CACHED)(self._knows)
        self.spread = lru_cache(maxsize=_CACHED)(self._spread)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    @cached_property
    def digest(self) -> str:
        """What changes when the file's version does, or the dumps that have been merged into it."""
        rows = self._file.execute("SELECT key, value FROM about ORDER BY key").fetchall()
        return hashlib.sha256(repr(rows).encode()).hexdigest()[:16]

    def _next_key(self, start: str) -> str:
        """The first key, in the order of the alphabet, that is `start` or comes after it."""
        row = self._file.execute("SELECT key FROM names WHERE key >= ? LIMIT 1", (start,)).fetchone()
        return row[0] if row else ""

    def _knows(self, name: str) -> bool:
        key = fold(name)
        if len(key) <= _LONGEST_SHORT_FORM:
            return bool(self.find(name))
        return self.next_key(key) == key or (is_romanised_place(name) and bool(self.sounding(name)))

    def _find(self, name: str) -> tuple[Candidate, ...]:
        found = [c for row in self._named(fold(name)) if (c := _candidate(row, name))]
        if not found and consonants(skeleton(name)) >= romanisation().shortest_alone:
            return self.sounding(name)
        return _ordered(found)

    def _sounding(self, name: str) -> tuple[Candidate, ...]:
        """The places whose name sounds like this one, however it is written; a word of the language is no name."""
        key = "" if fold(name) in never_places() or name.lower() in demonyms() else skeleton(name)
        rows = self._file.execute(f"SELECT {_COLUMNS} FROM skeletons JOIN places ON place = row WHERE key = ?", (key,))
        return _ordered([_as_candidate(row, "transliterated", ()) for row in rows]) if key else ()

    def _misspelt(self, name: str) -> tuple[Candidate, ...]:
        """The places whose usual name is one letter away from this one; a word of the language is no name."""
        key = fold(name)
        if len(key) < _SHORTEST_MISSPELT or key in never_places() or name.lower() in demonyms():
            return ()
        near = list(one_letter_away(key))
        asked = f"SELECT {_COLUMNS}, sure, key FROM names JOIN places ON place = row WHERE key IN ({_marks(near)})"
        found = self._file.execute(asked, near)
        usual = (row for row in found if row[-2] or fold(str(row[1])) == row[-1])
        return _ordered([_as_candidate(row, "misspelt", ()) for row in usual])

    def country(self, code: str) -> tuple[Candidate, ...]:
        """A country by its code, as an only candidate."""
        rows = self._file.execute(f"SELECT {_COLUMNS} FROM places WHERE precision = 'country' AND country = ?", (code,))
        return tuple(_as_candidate(row, "exact", ()) for row in rows)

    def capital(self, country: str) -> tuple[Candidate, ...]:
        """The capital of a country, as an only candidate."""
        rows = self._file.execute(f"SELECT {_COLUMNS} FROM places WHERE feature = 'P.PPLC' AND country = ?", (country,))
        return tuple(_as_candidate(row, "exact", ()) for row in rows)

    def _spread(self, place: str) -> Sequence[Point]:
        """Points spread evenly over the area of that id; none where its outline is not known."""
        row = self._file.execute("SELECT rings FROM outlines WHERE place = ?", (place,)).fetchone()
        return Outline(json.loads(row[0])).spread() if row else ()

    def _named(self, key: str) -> Iterator[Sequence[object]]:
        yield from self._file.execute(
            f"SELECT {_COLUMNS}, sure, forms FROM names JOIN places ON place = row WHERE key = ?", (key,)
        )


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _ordered(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(found, key=lambda c: (TIERS.index(c.tier), -c.population, c.place.id)))


def _candidate(row: Sequence[object], name: str) -> Candidate | None:
    forms = str(row[-1]).split(FORM_SEPARATOR)
    if not any(_may_be_written(form, name) for form in forms):
        return None
    usual = bool(row[-2]) or fold(str(row[1])) == fold(name)
    return _as_candidate(row, "exact" if name in forms else "folded", tuple(forms), usual, bool(row[-2]))


def _may_be_written(form: str, name: str) -> bool:
    """Whether a text that has `name` can mean the name that is listed as `form`."""
    if form.endswith(".") and not name.endswith("."):
        return False
    return len(fold(form)) > SHORT or form.replace(".", "") == name.replace(".", "")


def _as_candidate(
    row: Sequence[object], tier: Tier, forms: tuple[str, ...], usual: bool = False, curated: bool = False
) -> Candidate:
    place = Place.model_construct(**dict(zip(_FIELDS, row, strict=False)), score=0.5)  # type: ignore[arg-type]
    south, west, north, east = row[11:15]
    extent = None if south is None else Extent(south, west, north, east)  # type: ignore[arg-type]
    people, origin = int(row[10]), row[15]  # type: ignore[call-overload]
    return Candidate(place, people, tier, forms, usual, curated, extent, origin)  # type: ignore[arg-type]
