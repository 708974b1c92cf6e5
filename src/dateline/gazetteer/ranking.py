"""Which of several places a name means: a sum of weighted signs, and each candidate's share of the whole."""

import math
from collections.abc import Mapping, Sequence, Set
from functools import cache
from importlib.resources import files

import yaml

from dateline.gazetteer.entry import distance_km
from dateline.gazetteer.index import Candidate
from dateline.records import Place
from dateline.records.base import Record


class Weights(Record):
    """What `ranking.yaml` says. Shares are a softmax over the candidates' sums of signs.

    `elsewhere` stands for a place that the gazetteer does not have, `near_km` for how far near reaches.
    """

    near_km: float
    elsewhere: float
    population: float
    country: float
    near: float
    region: float
    within: float
    usual: float
    namesake: float
    tiers: Mapping[str, float]
    features: Mapping[str, float]


@cache
def weights() -> Weights:
    """The weights, read on first use."""
    text = files("dateline.gazetteer").joinpath("ranking.yaml").read_text(encoding="utf-8")
    return Weights.model_validate(yaml.safe_load(text))


def shares(found: Sequence[Candidate], countries: Mapping[str, float], near: Sequence[Place]) -> list[float]:
    """The probability of each candidate. They add up to less than 1: the right place may be in no list."""
    w = weights()
    sums = [_sum(signs(candidate, found, countries, near), w) for candidate in found]
    top = max((*sums, w.elsewhere))
    powers = [math.exp(value - top) for value in sums]
    whole = sum(powers) + math.exp(w.elsewhere - top)
    return [power / whole for power in powers]


def _sum(found: Mapping[str, float], w: Weights) -> float:
    named = {"population": w.population, "country": w.country, "near": w.near, "region": w.region}
    named |= {"within": w.within, "usual": w.usual, "namesake": w.namesake}
    all_weights = named | dict(w.tiers) | dict(w.features)
    return sum(all_weights[sign] * value for sign, value in found.items())


def signs(
    candidate: Candidate, found: Sequence[Candidate], countries: Mapping[str, float], near: Sequence[Place]
) -> dict[str, float]:
    """What speaks for and against a candidate, by the names of the weights."""
    place = candidate.place
    others = [other for other in near if other.id != place.id]
    towns = {(c.place.country, c.place.admin1) for c in found if c.place.precision == "settlement"}
    return {
        "population": math.log10(candidate.population + 10),
        "country": countries.get(place.country, 0.0) / max((*countries.values(), 1e-9)),
        "near": _nearness(place, others),
        "region": _region(place, others),
        "within": float(any(_holds(other, place) for other in others)),
        "usual": float(candidate.usual),
        "namesake": float(_has_namesake(place, towns)),
        candidate.tier: 1.0,
        _feature(place.feature): 1.0,
    }


def _nearness(place: Place, others: Sequence[Place]) -> float:
    """1 beside a place that is already resolved, falling off with the distance to the nearest."""
    here = (place.latitude, place.longitude)
    least = min((distance_km(here, (o.latitude, o.longitude)) for o in others), default=math.inf)
    return math.exp(-least / weights().near_km)


def _region(place: Place, others: Sequence[Place]) -> float:
    """The share of the places already resolved that lie in the same first-level area."""
    if not others or place.admin1 is None:
        return 0.0
    return sum(o.country == place.country and o.admin1 == place.admin1 for o in others) / len(others)


def _holds(area: Place, place: Place) -> bool:
    """Whether `area` is the first- or second-level area in which the place lies."""
    if area.country != place.country or area.precision == place.precision:
        return False
    if area.precision == "admin1":
        return area.admin1 == place.admin1
    return area.precision == "admin2" and (area.admin1, area.admin2) == (place.admin1, place.admin2)


def _has_namesake(place: Place, towns: Set[tuple[str, str | None]]) -> bool:
    """Whether an area shares its name with a town in it: "Idlib" alone is the town."""
    return place.precision in {"admin1", "admin2"} and (place.country, place.admin1) in towns


def _feature(feature: str) -> str:
    """The feature code where it has a weight of its own, else its class."""
    return feature if feature in weights().features else feature.partition(".")[0]
