"""The gazetteer file, written from its sources: by which names a place is found, which words name none."""

import contextlib
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from dateline.gazetteer.entry import Entry
from dateline.gazetteer.folding import fold
from dateline.gazetteer.index import FORM_SEPARATOR, SCHEMA, SHORT
from dateline.gazetteer.never_places import never_places
from dateline.gazetteer.rules import rules
from dateline.gazetteer.supplement import OwnPlace, Respelt, Supplement
from dateline.gazetteer.transliteration import romanisation, skeleton

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]|[^\W\d_a-zß-öø-ÿ]")


def write_gazetteer(
    file: Path, listed: Iterable[Entry], supplements: Iterable[Supplement], about: Mapping[str, str]
) -> None:
    """Write every place of the lists and of our supplement into `file`, which holds nothing yet."""
    places = {entry.id: entry for entry in listed}
    renamed: dict[tuple[str, str], str] = {}
    for supplement in supplements:
        for place in supplement.places:
            places[place.id] = _own(place, places.get(place.id))
        for respelt in supplement.respelt:
            if entry := places.get(f"geonames:{respelt.geonames}"):
                _respell(entry, respelt, renamed)
    _rename_areas(places.values(), renamed)
    _write(file, list(places.values()), about)


def _own(place: OwnPlace, listed: Entry | None) -> Entry:
    """A place of the supplement; where the lists have it too, their names for it are kept."""
    site = rules().sites[place.kind]
    return Entry(
        id=place.id,
        name=place.name,
        country=place.country,
        latitude=place.at[0],
        longitude=place.at[1],
        feature=site.feature,
        precision=site.precision,
        radius_km=place.radius_km or site.radius_km,
        admin1=place.admin1 or (place.name if site.precision == "admin1" else None),
        population=place.population or (listed.population if listed else 0),
        names=listed.names if listed else set(),
        sure={place.name, *place.spellings},
        box=listed.box if listed else None,
    )


def _respell(entry: Entry, respelt: Respelt, renamed: dict[tuple[str, str], str]) -> None:
    if respelt.name:
        if entry.precision == "admin1":
            renamed[entry.country, entry.name] = respelt.name
        entry.names.add(entry.name)
        entry.name = respelt.name
        entry.sure.add(respelt.name)
    entry.sure.update(respelt.names)
    if respelt.at:
        entry.latitude, entry.longitude = respelt.at
    entry.radius_km = respelt.radius_km or entry.radius_km
    entry.population = entry.population if respelt.population is None else respelt.population


def _rename_areas(places: Iterable[Entry], renamed: Mapping[tuple[str, str], str]) -> None:
    """Give first-level areas their English names in the places that lie in them too."""
    for entry in places:
        if entry.admin1:
            entry.admin1 = renamed.get((entry.country, entry.admin1), entry.admin1)


def _write(file: Path, places: list[Entry], about: Mapping[str, str]) -> None:
    words = never_places()
    names: dict[tuple[str, int], list[str]] = {}
    for row, entry in enumerate(places):
        for key, name in (*_sure(entry), *_readable(sorted(entry.names - entry.sure), words)):
            names.setdefault((key, row), []).append(name)
    ordered = [
        (key, row, not places[row].sure.isdisjoint(forms), FORM_SEPARATOR.join(forms))
        for (key, row), forms in sorted(names.items())
        if key
    ]
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as to:
        to.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {SCHEMA} BEGIN;")
        to.executemany(f"INSERT INTO places VALUES ({', '.join('?' * 16)})", _rows(places))
        to.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", ordered)
        to.executemany("INSERT INTO skeletons VALUES (?, ?)", sorted(_sounds(places, names)))
        to.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        to.execute("COMMIT")


def _rows(places: Iterable[Entry]) -> Iterator[tuple[object, ...]]:
    for row, e in enumerate(places):
        area = e.box or (None, None, None, None)
        point = (e.latitude, e.longitude, e.feature, e.precision, e.radius_km, e.population)
        yield (row, e.id, e.name, e.country, e.admin1, e.admin2, *point, *area)


def _sounds(places: Sequence[Entry], names: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
    """The keys by sound of the names of places in countries whose names are romanised in many ways."""
    countries = romanisation().countries
    sounds = ((skeleton(name), row) for name, row in names if places[row].country in countries)
    return {(key, row) for key, row in sounds if key}


def _sure(entry: Entry) -> Iterator[tuple[str, str]]:
    return ((fold(name), name) for name in sorted(entry.sure))


def _readable(names: Iterable[str], words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The names that a report can mean, with their keys: no codes, no words, no machine transcriptions."""
    for name in names:
        key = fold(name)
        if len(key) <= SHORT and _LATIN.search(name) and not _is_word(name):
            continue
        if key in words or (_LATIN.search(name) and not _CAPITAL.search(name)):
            continue
        yield key, name


def _is_word(name: str) -> bool:
    """Whether a short name is one ("Bor", "Hit") and not a code ("DEZ")."""
    return name[0].isupper() and name[1:].islower()
