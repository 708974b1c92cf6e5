"""GeoNames' administrative areas as tables in `geonames/`: the areas, which of them a town lies in, names of countries.

Made by `training/vendor_subdivisions.py`; GeoNames data, CC BY 4.0.
"""

import csv
import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Subdivision:
    """An area of the first or second level. `code` is GeoNames' ("SY.10"), `parent` the area that it is part of."""

    code: str
    id: int
    name: str
    level: int
    country: str
    aliases: tuple[str, ...]
    parent: "Subdivision | None"


def subdivisions() -> Mapping[str, Subdivision]:
    """Areas by their code, those of the first level before their parts."""
    found: dict[str, Subdivision] = {}
    for row in sorted(_table("subdivisions"), key=lambda row: row["level"]):
        found[row["code"]] = Subdivision(
            code=row["code"],
            id=int(row["id"]),
            name=row["name"],
            level=int(row["level"]),
            country=row["country"],
            aliases=_several(row["aliases"]),
            parent=found.get(row["parent"]),
        )
    return found


def homes(areas: Mapping[str, Subdivision]) -> Mapping[str, tuple[Subdivision, ...]]:
    """By the GeoNames id of a town, the areas that it lies in."""
    rows = ((row["town"], _several(row["areas"])) for row in _table("homes"))
    return {town: tuple(areas[code] for code in codes if code in areas) for town, codes in rows}


def country_names() -> Mapping[str, tuple[str, ...]]:
    """By the code of a country, its names: common, official and others."""
    return {row["code"]: _several(row["names"]) for row in _table("countries")}


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _table(name: str) -> Iterator[dict[str, str]]:
    packed = files("dateline.gazetteer").joinpath("geonames", f"{name}.csv.gz").read_bytes()
    yield from csv.DictReader(gzip.decompress(packed).decode("utf-8").splitlines())
