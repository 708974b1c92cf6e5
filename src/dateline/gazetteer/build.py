"""The gazetteer file, written from its sources: by which names a place is found, which words name none."""

import contextlib
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from dateline.gazetteer.entry import Entry, reach_km
from dateline.gazetteer.folding import fold
from dateline.gazetteer.index import COLUMNS, FORM_SEPARATOR, SCHEMA, SHORT
from dateline.gazetteer.never_places import never_places
from dateline.gazetteer.outlines import Outline, Point, Provinces
from dateline.gazetteer.rules import rules
from dateline.gazetteer.supplement import OwnPlace, Respelt, Supplement
from dateline.gazetteer.transliteration import romanisation, skeleton

# What lies in one province; a valley or a region may lie in several.
_WITHIN_ONE = {"admin2", "settlement", "site"}
# An outline is no finer than this.
_LEAST_KM = 1.0
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
    _locate_all(list(places.values()))
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
        radius_km=_radius_km(place, listed),
        admin1=place.admin1 or (place.name if site.precision == "admin1" else None),
        population=place.population or (listed.population if listed else 0),
        names=listed.names if listed else set(),
        sure={place.name, *place.spellings},
        box=listed.box if listed else None,
        outline=listed.outline if listed else None,
        radius_from="outline" if listed and listed.outline else "stated" if place.radius_km else "kind",
    )


def _radius_km(place: OwnPlace, listed: Entry | None) -> float:
    """An outline tells better than we do how far an area reaches around the point that we give it."""
    if listed and listed.outline:
        return _reach_km(place.at, listed.outline)
    return place.radius_km or rules().sites[place.kind].radius_km


def _reach_km(centre: Point, outline: Outline) -> float:
    return round(max(_LEAST_KM, reach_km(centre, outline.spread())), 1)


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
    if entry.outline:
        entry.radius_km = _reach_km((entry.latitude, entry.longitude), entry.outline)
    elif respelt.radius_km:
        entry.radius_km, entry.radius_from = respelt.radius_km, "stated"
    entry.population = entry.population if respelt.population is None else respelt.population


def _rename_areas(places: Iterable[Entry], renamed: Mapping[tuple[str, str], str]) -> None:
    """Give first-level areas their English names in the places that lie in them too."""
    for entry in places:
        if entry.admin1:
            entry.admin1 = renamed.get((entry.country, entry.admin1), entry.admin1)


def _locate_all(places: Sequence[Entry]) -> None:
    areas = ((e.country, e.name, e.outline) for e in places if e.precision == "admin1")
    provinces = Provinces((country, name, outline) for country, name, outline in areas if outline)
    for entry in places:
        locate(entry, provinces)


def locate(entry: Entry, provinces: Provinces) -> None:
    """Give a place that has no province the one whose outline holds it."""
    if not entry.admin1 and entry.precision in _WITHIN_ONE:
        entry.admin1 = provinces.around(entry.country, (entry.latitude, entry.longitude))


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
        to.executemany(f"INSERT INTO places VALUES ({', '.join('?' * COLUMNS)})", _rows(places))
        to.executemany("INSERT INTO outlines VALUES (?, ?)", _outlines(places))
        to.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", ordered)
        to.executemany("INSERT INTO skeletons VALUES (?, ?)", sorted(_sounds(places, names)))
        to.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        to.execute("COMMIT")


def _rows(places: Iterable[Entry]) -> Iterator[tuple[object, ...]]:
    for row, e in enumerate(places):
        area = e.box or (None, None, None, None)
        point = (e.latitude, e.longitude, e.feature, e.precision, e.radius_km, e.population)
        yield (row, e.id, e.name, e.country, e.admin1, e.admin2, *point, *area, e.radius_from)


def _outlines(places: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    return ((e.id, json.dumps(e.outline.rings, separators=(",", ":"))) for e in places if e.outline)


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
