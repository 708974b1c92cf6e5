"""A circle on the ground as a polygon on the map."""

from math import asin, atan2, cos, degrees, pi, radians, sin
from typing import Final

_EARTH_KM: Final = 6371.0088
_CORNERS: Final = 40


def circle(latitude: float, longitude: float, radius_km: float) -> list[list[float]]:
    """The ring of points `radius_km` away from the middle, as GeoJSON has it: longitude first, the first point last."""
    turns = (2 * pi * corner / _CORNERS for corner in range(_CORNERS))
    ring = [_away(latitude, longitude, radius_km, turn) for turn in turns]
    return [*ring, ring[0]]


def _away(latitude: float, longitude: float, distance_km: float, bearing: float) -> list[float]:
    here, angle = radians(latitude), min(distance_km / _EARTH_KM, pi / 2)
    there = asin(sin(here) * cos(angle) + cos(here) * sin(angle) * cos(bearing))
    turned = atan2(sin(bearing) * sin(angle) * cos(here), cos(angle) - sin(here) * sin(there))
    return [round(longitude + degrees(turned), 5), round(degrees(there), 5)]
