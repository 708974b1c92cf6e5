"""Outlines of areas: whether a point lies in one, and points spread evenly over it."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

# Latitude and longitude.
Point = tuple[float, float]
# South, west, north and east ends.
Box = tuple[float, float, float, float]
# Longitude and latitude of each corner, as GeoJSON has them; the last is the first again.
Ring = Sequence[tuple[float, float]]
# So many points show how far an area reaches, and where its northern half lies.
_ENOUGH = 150
_FIRST_ROWS = 16
_FINEST_ROWS = 1024
# Rows of points that start at round latitudes would run along straight borders.
_OFF_GRID = 0.4142


@dataclass(frozen=True)
class Outline:
    """The rings of an area, outer and inner alike: a point is inside where it lies within an odd number of them."""

    rings: Sequence[Ring]

    @cached_property
    def box(self) -> Box:
        """South, west, north and east ends."""
        longitudes, latitudes = zip(*(corner for ring in self.rings for corner in ring), strict=True)
        return min(latitudes), min(longitudes), max(latitudes), max(longitudes)

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether the point lies inside."""
        south, west, north, east = self.box
        if not (south <= latitude <= north and west <= longitude <= east):
            return False
        return bisect_right(self._crossings(latitude), longitude) % 2 == 1

    def spread(self) -> list[Point]:
        """Points of latitude and longitude inside, each for as much land as any other."""
        rows = _FIRST_ROWS
        while len(points := list(self._rows(rows))) < _ENOUGH and rows < _FINEST_ROWS:
            rows *= 2
        return points or [(latitude, longitude) for ring in self.rings for longitude, latitude in ring]

    def _rows(self, count: int) -> Iterator[Point]:
        south, _, north, _ = self.box
        step = (north - south) / count
        for row in range(count):
            latitude = south + (row + _OFF_GRID) * step
            crossed = self._crossings(latitude)
            wide = step / max(0.01, math.cos(math.radians(latitude)))
            for west, east in zip(crossed[::2], crossed[1::2], strict=True):
                first, last = math.ceil(west / wide), math.floor(east / wide)
                yield from ((latitude, column * wide) for column in range(first, last + 1))

    def _crossings(self, latitude: float) -> list[float]:
        """The longitudes, from west to east, at which the outline crosses a latitude."""
        return sorted(
            x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
            for ring in self.rings
            for (x1, y1), (x2, y2) in pairwise(ring)
            if (y1 > latitude) != (y2 > latitude)
        )


class Provinces:
    """Which of some outlined areas a point lies in."""

    def __init__(self, areas: Iterable[tuple[str, str, Outline]]) -> None:
        """Each area with its country and its name."""
        self._by_country: dict[str, list[tuple[str, Outline]]] = {}
        for country, name, outline in areas:
            self._by_country.setdefault(country, []).append((name, outline))

    def around(self, country: str, point: Point) -> str | None:
        """The name of the area of the country that holds the point."""
        areas = self._by_country.get(country, ())
        return next((name for name, outline in areas if outline.holds(*point)), None)
