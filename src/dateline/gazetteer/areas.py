"""Parts of areas: where "northern Syria" or "the Aleppo countryside" lies, and how far it reaches."""

import math

from dateline.gazetteer.folding import slug
from dateline.gazetteer.index import Candidate, Extent
from dateline.gazetteer.rules import rules
from dateline.records import Place

_DEGREE_KM = 111.2
# The middle of a half lies at half of the way from the middle to the edge.
_HALF = 0.5


def part_of(whole: Candidate, direction: tuple[float, float], name: str) -> Place:
    """The half of `whole` that lies in `direction`; its radius reaches the corners of that half."""
    place = whole.place
    if direction == (0, 0):
        return place.model_copy(update={"precision": "region", "name": name, **_named(place, name)})
    box = whole.extent or _box(place)
    east, north = direction
    height, width = (box.north - box.south) / 2, (box.east - box.west) / 2
    latitude = (box.north + box.south) / 2 + north * height * _HALF
    longitude = (box.east + box.west) / 2 + east * width * _HALF
    tall = height * _DEGREE_KM * (1 - _HALF * abs(north))
    wide = width * _DEGREE_KM * math.cos(math.radians(latitude)) * (1 - _HALF * abs(east))
    radius = min(math.hypot(tall, wide), place.radius_km * 1.5)
    point = {"latitude": round(latitude, 4), "longitude": round(longitude, 4), "radius_km": round(radius, 1)}
    return place.model_copy(update={**_named(place, name), **point})


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
