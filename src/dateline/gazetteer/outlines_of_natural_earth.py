"""Outlines of countries and first-level areas as a table in `natural_earth/`, by their GeoNames codes.

Made by `vendoring/provinces.py`; Natural Earth 5, public domain.
"""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import accumulate
from typing import Any

from dateline.gazetteer.outlines import Outline, Ring

_LAYERS = ("countries", "provinces")


def outlines() -> Mapping[str, Outline]:
    """The outlines of countries and of the areas that Natural Earth has as GeoNames does, by code: "SY", "SY.10"."""
    packed = files("dateline.gazetteer").joinpath("natural_earth", "outlines.topojson.gz").read_bytes()
    topology = json.loads(gzip.decompress(packed))
    lines = list(_lines(topology))
    layers = (topology["objects"][layer]["geometries"] for layer in _LAYERS)
    return {
        shape["id"]: Outline([_ring(arcs, lines) for arcs in _rings(shape)])
        for layer in layers
        for shape in layer
        if shape.get("arcs")
    }


def _lines(topology: Mapping[str, Any]) -> Iterator[Ring]:
    """The lines of which rings are made: the first point of each is absolute, all others are steps from the last."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        columns, rows = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
        yield [(round(west + x * wide, 4), round(south + y * high, 4)) for x, y in zip(columns, rows, strict=True)]


def _rings(shape: Mapping[str, Any]) -> Iterator[Sequence[int]]:
    """The numbers of the lines of each ring."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    for polygon in polygons:
        yield from polygon


def _ring(arcs: Sequence[int], lines: Sequence[Ring]) -> Ring:
    """One ring of several lines; the complement of a number (~n) is that line backwards."""
    corners = [corner for arc in arcs for corner in (lines[arc] if arc >= 0 else lines[~arc][::-1])[1:]]
    return [corners[-1], *corners]
