"""Which of several places a name means: a sum of weighted signs, and each candidate's share of the whole."""

import math
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files

import yaml

from dateline.gazetteer.entry import distance_km
from dateline.gazetteer.index import Candidate
from dateline.records import Place
from dateline.records.base import Record

# From this probability on a place of another name counts as meant.
_LIKELY = 0.3
# How far one other name in the same area reaches: ten times less sure, it still tells half as much.
_REGION = 20.0
# A country, an area or a sea is well known anyway.
_CURATED = frozenset({"settlement", "site"})
_SIGNS = ("population", "country", "near", "region", "within", "nation", "usual", "curated", "namesake")


class Weights(Record):
    """What `ranking.yaml` says. Shares are a softmax over the candidates' sums of signs.

    `elsewhere` stands for a place that the gazetteer does not have, `near_km` for how far near reaches,
    `typical` for the people of a curated town that nobody has counted.
    """

    near_km: float
    elsewhere: float
    population: float
    country: float
    near: float
    region: float
    within: float
    nation: float
    usual: float
    curated: float
    namesake: float
    tiers: Mapping[str, float]
    features: Mapping[str, float]
    typical: int

    @cached_property
    def by_sign(self) -> Mapping[str, float]:
        """Every weight by the name of its sign."""
        named = {sign: getattr(self, sign) for sign in _SIGNS}
        return named | dict(self.tiers) | dict(self.features)


@cache
def weights() -> Weights:
    """The weights, read on first use."""
    text = files("dateline.gazetteer").joinpath("ranking.yaml").read_text(encoding="utf-8")
    return Weights.model_validate(yaml.safe_load(text))


class Others:
    """The places that the other names of a report may mean, each with its probability as its score."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.likely = [place for place in places if place.score >= _LIKELY]
        self._by_area: dict[tuple[str, str | None], float] = {}
        self._by_id: dict[str, float] = {}
        for place in places:
            self._by_area[_area(place)] = self._by_area.get(_area(place), 0.0) + place.score
            self._by_id[place.id] = self._by_id.get(place.id, 0.0) + place.score

    def in_area_of(self, place: Place) -> float:
        """How many other names mean, in all probability, places in the same first-level area."""
        return max(0.0, self._by_area.get(_area(place), 0.0) - self._by_id.get(place.id, 0.0))


def shares(found: Sequence[Candidate], countries: Mapping[str, float], others: Others) -> list[float]:
    """The probability of each candidate. They add up to less than 1: the right place may be in no list."""
    w = weights()
    sums = [_sum(signs(candidate, found, countries, others), w) for candidate in found]
    top = max((*sums, w.elsewhere))
    powers = [math.exp(value - top) for value in sums]
    whole = sum(powers) + math.exp(w.elsewhere - top)
    return [power / whole for power in powers]


def _sum(found: Mapping[str, float], w: Weights) -> float:
    return sum(w.by_sign[sign] * value for sign, value in found.items())


def signs(
    candidate: Candidate, found: Sequence[Candidate], countries: Mapping[str, float], others: Others
) -> dict[str, float]:
    """What speaks for and against a candidate, by the names of the weights."""
    place = candidate.place
    likely = [other for other in others.likely if other.id != place.id]
    towns = [c.place for c in found if c.place.precision == "settlement"]
    return {
        "population": math.log10(_people(candidate) + 10),
        "country": countries.get(place.country, 0.0) / max((*countries.values(), 1e-9)),
        "near": _nearness(place, likely),
        "region": math.log1p(_REGION * others.in_area_of(place)) if place.admin1 else 0.0,
        "within": float(any(o.precision != "country" and holds(o, place) for o in likely)),
        "nation": float(any(o.precision == "country" and holds(o, place) for o in likely)),
        "usual": float(candidate.usual),
        "curated": float(candidate.curated and place.precision in _CURATED),
        "namesake": float(_has_namesake(place, towns)),
        candidate.tier: 1.0,
        _feature(place.feature): 1.0,
    }


def _people(candidate: Candidate) -> int:
    town = candidate.curated and candidate.place.precision == "settlement"
    return candidate.population or (weights().typical if town else 0)


def _nearness(place: Place, others: Sequence[Place]) -> float:
    """1 beside a place that is meant, falling off with the distance to the nearest."""
    here = (place.latitude, place.longitude)
    least = min((distance_km(here, (o.latitude, o.longitude)) for o in others), default=math.inf)
    return math.exp(-least / weights().near_km)


def _area(place: Place) -> tuple[str, str | None]:
    return place.country, place.admin1


def holds(area: Place, place: Place) -> bool:
    """Whether `area` is the country, the first- or the second-level area in which the place lies."""
    if area.country != place.country or area.precision == place.precision:
        return False
    if area.precision == "country":
        return True
    if area.precision == "admin1":
        return area.admin1 == place.admin1
    return area.precision == "admin2" and (area.admin1, area.admin2) == (place.admin1, place.admin2)


def _has_namesake(place: Place, towns: Sequence[Place]) -> bool:
    """Whether an area shares its name with a town in it or amid it: "Idlib" alone is the town, so is "Moscow"."""
    return place.precision in {"admin1", "admin2"} and any(
        _area(town) == _area(place) or (town.country == place.country and _reaches(place, town)) for town in towns
    )


def _reaches(area: Place, town: Place) -> bool:
    return distance_km((area.latitude, area.longitude), (town.latitude, town.longitude)) <= area.radius_km


def _feature(feature: str) -> str:
    """The feature code where it has a weight of its own, else its class."""
    return feature if feature in weights().features else feature.partition(".")[0]
