"""A place on its way into the gazetteer, and how far an area reaches by the settlements in it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from dateline.gazetteer.outlines import Box, Outline, Point
from dateline.records.place import Precision

# What a radius follows from: the outline of the area, the settlements in it, a settlement's people, the rule for its
# kind of place, or a number of its own in the supplement.
RadiusFrom = Literal["outline", "settlements", "people", "kind", "stated"]
EARTH_RADIUS_KM = 6371.0
# The share of an area's settlements that its radius holds: one far outlier must not double it.
_HELD = 0.97


@dataclass
class Entry:
    """One place with all its names: `names` as lists give them, `sure` those that need no sifting.

    `box` is south, west, north, east of an area, or of the settlements in it where it has no outline.
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
    outline: Outline | None = None
    radius_from: RadiusFrom = "kind"


@dataclass(frozen=True)
class Reach:
    """The middle of some points, and how far from it they lie."""

    latitude: float
    longitude: float
    radius_km: float
    box: Box


def distance_km(a: Point, b: Point) -> float:
    """Great-circle distance between two points of latitude and longitude."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(x), math.radians(y)) for x, y in (a, b))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def reach(points: Sequence[Point]) -> Reach:
    """The reach of at least one point, around their middle."""
    centre = middle(points)
    return Reach(*centre, reach_km(centre, points), box(points))


def reach_km(centre: Point, points: Sequence[Point]) -> float:
    """How far from `centre` the points lie, all but a few outliers."""
    far = sorted(distance_km(centre, point) for point in points)
    return far[min(len(far) - 1, math.ceil(_HELD * len(far)))]


def middle(points: Sequence[Point]) -> Point:
    """The middle of some points on the globe, on whichever sides of the date line they lie."""
    angles = [(math.radians(latitude), math.radians(longitude)) for latitude, longitude in points]
    x = sum(math.cos(lat) * math.cos(lon) for lat, lon in angles)
    y = sum(math.cos(lat) * math.sin(lon) for lat, lon in angles)
    z = sum(math.sin(lat) for lat, _ in angles)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def box(points: Sequence[Point]) -> Box:
    """The south, west, north and east ends of some points."""
    latitudes, longitudes = [p[0] for p in points], [p[1] for p in points]
    return min(latitudes), min(longitudes), max(latitudes), max(longitudes)
