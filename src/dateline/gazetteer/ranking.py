"""Which of several places a name means: a sum of weighted signs, and each candidate's share of the whole."""

import math
from collections.abc import Mapping, Sequence, Set

from dateline.gazetteer.entry import distance_km
from dateline.gazetteer.index import Candidate
from dateline.gazetteer.rules import Weights, rules
from dateline.records import Place


def shares(found: Sequence[Candidate], countries: Mapping[str, float], near: Sequence[Place]) -> list[float]:
    """The probability of each candidate. They add up to less than 1: the right place may be in no list."""
    weights = rules().weights
    towns = {(c.place.country, c.place.admin1) for c in found if c.place.precision == "settlement"}
    sums = [
        _sum(candidate, countries, near, weights) + weights.namesake * _has_namesake(candidate, towns)
        for candidate in found
    ]
    top = max((*sums, weights.elsewhere))
    powers = [math.exp(value - top) for value in sums]
    whole = sum(powers) + math.exp(weights.elsewhere - top)
    return [power / whole for power in powers]


def _sum(candidate: Candidate, countries: Mapping[str, float], near: Sequence[Place], weights: Weights) -> float:
    place = candidate.place
    return (
        weights.population * math.log10(candidate.population + 10)
        + weights.country * _country(place.country, countries)
        + weights.near * _nearness(place, near, weights.near_km)
        + weights.tiers[candidate.tier]
        + _feature(place.feature, weights.features)
    )


def _has_namesake(candidate: Candidate, towns: Set[tuple[str, str | None]]) -> bool:
    """Whether an area shares its name with a town in it: "Idlib" alone is the town."""
    place = candidate.place
    return place.precision in {"admin1", "admin2"} and (place.country, place.admin1) in towns


def _country(country: str, countries: Mapping[str, float]) -> float:
    whole = sum(countries.values())
    return countries.get(country, 0.0) / whole if whole else 0.0


def _nearness(place: Place, near: Sequence[Place], scale_km: float) -> float:
    """1 beside a place that is already resolved, falling off with the distance to the nearest."""
    here = (place.latitude, place.longitude)
    others = [p for p in near if p.id != place.id]
    return max((math.exp(-distance_km(here, (p.latitude, p.longitude)) / scale_km) for p in others), default=0.0)


def _feature(feature: str, features: Mapping[str, float]) -> float:
    """The weight of a feature code, else that of its class."""
    return features.get(feature, features.get(feature.partition(".")[0], 0.0))
