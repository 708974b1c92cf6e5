"""The kinds, actors and places that events name, each under a number of its own, and where the places lie."""

import math
from collections.abc import Iterable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.records import Entity, Place
from dateline.store.folding import fold_name

# Beyond these latitudes the map has no room.
_EDGE: Final = 85.0511


class Term(NamedTuple):
    """A kind, entity or place: its number, its id, its record as JSON (of a kind, none), when it last changed."""

    code: int
    sort: str
    id: str
    record: str | None
    stamp: int


class Ground(NamedTuple):
    """Of each place by its code: its point, in degrees and on the unit square of the map, and its radius in km."""

    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    radius_km: NDArray[np.float64]
    x: NDArray[np.float64]
    y: NDArray[np.float64]


class Terms:
    """All terms; they only ever grow in number, so that codes stay what they are. Countries get codes here only."""

    def __init__(self) -> None:
        self.kinds: dict[int, str] = {}
        self.entities: dict[int, Entity] = {}
        self.places: dict[int, Place] = {}
        self.codes: dict[tuple[str, str], int] = {}
        self.areas: list[str] = []
        self._area_codes: dict[str, int] = {}
        self._country_of: list[int] = []
        self._admin1_of: list[int] = []
        self._ground: Ground | None = None
        self._folded: dict[int, str] = {}
        self.last = 0

    def learn(self, terms: Iterable[Term]) -> int:
        """Take in terms, one that is known in the place of what was known; the last stamp of them, or -1."""
        stamp = -1
        for term in terms:
            stamp = max(stamp, term.stamp)
            self.codes[term.sort, term.id] = term.code
            self._folded.pop(term.code, None)
            self._ground = None
            self.last = max(self.last, term.code)
            if term.sort == "kind":
                self.kinds[term.code] = term.id
            elif term.sort == "entity":
                self.entities[term.code] = Entity.model_validate_json(term.record or "")
            else:
                self._learn_place(term.code, Place.model_validate_json(term.record or ""))
        return stamp

    def country_of(self) -> NDArray[np.int32]:
        """The code of the country of each place by its code, -1 where it lies in none."""
        return np.array(self._country_of, dtype=np.int32)

    def admin1_of(self) -> NDArray[np.int32]:
        """The code of the first-order division of each place by its code, -1 where there is none."""
        return np.array(self._admin1_of, dtype=np.int32)

    def area_code(self, name: str) -> int:
        """The code of a country or first-order division, -1 where no place lies in it."""
        return self._area_codes.get(name, -1)

    def is_kind(self, kinds: Iterable[str]) -> NDArray[np.bool_]:
        """Of each code whether it is that of one of these kinds."""
        chosen = np.zeros(self.last + 1, dtype=np.bool_)
        chosen[[self.codes["kind", kind] for kind in kinds if ("kind", kind) in self.codes]] = True
        return chosen

    def ground(self) -> Ground:
        """Where the places lie."""
        if self._ground is None:
            self._ground = _ground(self.places, self.last + 1)
        return self._ground

    def folded(self, code: int) -> str:
        """The name of a place or actor as names are looked for, with a space before each word."""
        if code not in self._folded:
            named = self.places.get(code) or self.entities[code]
            self._folded[code] = f" {fold_name(named.name)}"
        return self._folded[code]

    def _learn_place(self, code: int, place: Place) -> None:
        self.places[code] = place
        missing = code + 1 - len(self._country_of)
        self._country_of += [-1] * missing
        self._admin1_of += [-1] * missing
        if place.country:
            self._country_of[code] = self._area(place.country)
        if area := admin1_name(place):
            self._admin1_of[code] = self._area(area)

    def _area(self, name: str) -> int:
        if name not in self._area_codes:
            self._area_codes[name] = len(self.areas)
            self.areas.append(name)
        return self._area_codes[name]


def admin1_name(place: Place) -> str:
    """The first-order division of a place as filters name it, "SY/Al-Hasakah"; empty where there is none."""
    return f"{place.country}/{place.admin1}" if place.country and place.admin1 else ""


def _ground(places: dict[int, Place], size: int) -> Ground:
    ground = Ground(*(np.zeros(size) for _ in Ground._fields))
    for code, place in places.items():
        ground.latitude[code], ground.longitude[code] = place.latitude, place.longitude
        ground.radius_km[code] = place.radius_km
        ground.x[code], ground.y[code] = on_map(place.latitude, place.longitude)
    return ground


def on_map(latitude: float, longitude: float) -> tuple[float, float]:
    """A point on the unit square of the Web Mercator map, y downward."""
    bent = math.radians(max(-_EDGE, min(_EDGE, latitude)))
    return (longitude + 180) / 360, (1 - math.asinh(math.tan(bent)) / math.pi) / 2
