"""Parts of areas: where "northern Syria" or "the Aleppo countryside" lies, and how far it reaches."""

import math
from collections.abc import Sequence

from dateline.gazetteer.entry import Reach, middle, reach
from dateline.gazetteer.folding import slug
from dateline.gazetteer.index import Candidate, Extent
from dateline.gazetteer.outlines import Point
from dateline.gazetteer.rules import rules
from dateline.records import Place

_DEGREE_KM = 111.2
# The middle of a half lies at half of the way from the middle to the edge.
_HALF = 0.5


def part_of(whole: Candidate, direction: tuple[float, float], name: str, spread: Sequence[Point] = ()) -> Place:
    """The half of `whole` that lies in `direction`; `spread` are points all over it, where its outline is known."""
    place = whole.place
    if direction == (0, 0):
        return place.model_copy(update={"precision": "region", "name": name, **_named(place, name)})
    half = _half_of(spread, direction)
    around = reach(half) if half else _half_of_box(whole, direction)
    point = {"latitude": round(around.latitude, 4), "longitude": round(around.longitude, 4)}
    # Of an area of which one settlement is known, the box is a point.
    radius = max(around.radius_km, place.radius_km * _HALF)
    return place.model_copy(update={**_named(place, name), **point, "radius_km": round(radius, 1)})


def _half_of(spread: Sequence[Point], direction: tuple[float, float]) -> list[Point]:
    """The points that lie beyond the middle of all in that direction."""
    if not spread:
        return []
    latitude, longitude = middle(spread)
    east, north = direction[0] * math.cos(math.radians(latitude)), direction[1]
    return [p for p in spread if north * (p[0] - latitude) + east * _eastward(longitude, p[1]) > 0]


def _eastward(start: float, end: float) -> float:
    """Degrees of longitude from one meridian to another, the shorter way around; below 0 to the west."""
    return (end - start + 180) % 360 - 180


def _half_of_box(whole: Candidate, direction: tuple[float, float]) -> Reach:
    """The half of the box of an area without outline; the radius reaches the corners of that half."""
    place = whole.place
    box = whole.extent or _box(place)
    east, north = direction
    height, width = (box.north - box.south) / 2, (box.east - box.west) / 2
    latitude = (box.north + box.south) / 2 + north * height * _HALF
    longitude = (box.east + box.west) / 2 + east * width * _HALF
    tall = height * _DEGREE_KM * (1 - _HALF * abs(north))
    wide = width * _DEGREE_KM * math.cos(math.radians(latitude)) * (1 - _HALF * abs(east))
    radius = min(math.hypot(tall, wide), place.radius_km * 1.5)
    return Reach(latitude, longitude, radius, (box.south, box.west, box.north, box.east))


def countryside(town: Place, name: str) -> Place:
    """The land around `town`."""
    radius = max(town.radius_km, rules().countryside_km)
    return town.model_copy(update={**_named(town, name), "radius_km": radius})


def _named(place: Place, name: str) -> dict[str, str]:
    own = f"dateline:{slug(f'{name} {place.country}')}"
    return {"id": own, "name": name, "feature": "L.RGN", "precision": "region"}


def _box(place: Place) -> Extent:
    """A box around a place whose settlements are not known."""
    high = place.radius_km / _DEGREE_KM
    wide = high / max(0.1, math.cos(math.radians(place.latitude)))
    return Extent(place.latitude - high, place.longitude - wide, place.latitude + high, place.longitude + wide)
