"""A place on its way into the gazetteer, and how far an area reaches by the settlements in it."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.records.place import Precision

Box = tuple[float, float, float, float]
EARTH_RADIUS_KM = 6371.0
# The share of an area's settlements that its radius holds: one far outlier must not double it.
_HELD = 0.97


@dataclass
class Entry:
    """One place with all its names: `names` as lists give them, `sure` those that need no sifting.

    `box` is south, west, north, east of the settlements in an area.
    """

    id: str
    name: str
    country: str
    latitude: float
    longitude: float
    feature: str
    precision: Precision
    radius_km: float
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    names: set[str] = field(default_factory=set)
    sure: set[str] = field(default_factory=set)
    box: Box | None = None


@dataclass(frozen=True)
class Reach:
    """The middle of some points, and how far from it they lie."""

    latitude: float
    longitude: float
    radius_km: float
    box: Box


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two points of latitude and longitude."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(x), math.radians(y)) for x, y in (a, b))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def reach(points: Sequence[tuple[float, float]]) -> Reach:
    """The reach of at least one point. An area across the date line is centred where most of it lies."""
    middle = (_mean(p[0] for p in points), _mean(p[1] for p in points))
    far = sorted(distance_km(middle, point) for point in points)
    held = far[min(len(far) - 1, math.ceil(_HELD * len(far)))]
    return Reach(middle[0], middle[1], held, box(points))


def box(points: Sequence[tuple[float, float]]) -> Box:
    """The south, west, north and east ends of some points."""
    latitudes, longitudes = [p[0] for p in points], [p[1] for p in points]
    return min(latitudes), min(longitudes), max(latitudes), max(longitudes)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)
