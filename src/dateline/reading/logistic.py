"""A probability as a logistic sum of named signs."""

import math
from collections.abc import Mapping


def probability(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """What the weights make of the signs; one without a weight counts nothing."""
    return 1 / (1 + math.exp(-sum(weights.get(sign, 0.0) * value for sign, value in signs.items())))
