"""How far two places are apart, against the radii within which they are meant."""

import math
from typing import Final

from dateline.merging.parts import Spot

_EARTH_KM: Final = 6371.0


def kilometres(one: Spot, other: Spot) -> float | None:
    """The great-circle distance of two points; None where one is not known."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    phi, psi = math.radians(one.latitude), math.radians(other.latitude)
    half = math.sin((psi - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(psi) * math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def apart(one: Spot, other: Spot) -> float | None:
    """Kilometres between the edges of two places: 0 where one lies within the other; None where not known."""
    between = kilometres(one, other)
    return None if between is None else max(0.0, between - one.radius - other.radius)
