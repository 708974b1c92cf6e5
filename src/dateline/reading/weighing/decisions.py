"""How the say of rules and of the encoder is weighed: logistic regressions fitted on reports that neither had seen.

`python -m training.weighing --write` fits them; the weights stand in `lexicon/weighing.yaml`.
"""

import math
from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dateline.reading.lexicon import read_lexicon
from dateline.records.base import Record

# Odds beyond this tell nothing more.
_MOST = 8.0


class Decision(Record):
    """One yes-or-no decision: what each feature counts for, and from which probability on it is a yes."""

    bias: float
    weights: Mapping[str, float]
    threshold: float

    def probability(self, features: Mapping[str, float]) -> float:
        """How likely a yes is; what is not among the weights counts for nothing."""
        total = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1.0 / (1.0 + math.exp(-total))

    def yes(self, features: Mapping[str, float]) -> bool:
        """Whether it is likely enough."""
        return self.probability(features) >= self.threshold


class _Weighing(Record):
    decisions: Mapping[str, Decision]
    choices: Mapping[str, Mapping[str, float]]


def decisions() -> Mapping[str, Decision]:
    """All decisions by name."""
    return _read().decisions


def choices() -> Mapping[str, Mapping[str, float]]:
    """What rules and encoder count for where one of several is chosen."""
    return _read().choices


@cache
def _read() -> _Weighing:
    return read_lexicon("weighing", _Weighing)


def likeliest(weights: Mapping[str, float], told: NDArray[np.float32], by_rule: int) -> int:
    """The choice that rules and encoder together make likeliest; `plain` is what the rules count for without a cue."""
    scores = weights["encoder"] * np.log(np.maximum(told, 1e-6))
    scores[by_rule] += weights["rule"] if by_rule else weights["plain"]
    return int(np.argmax(scores))


def log_odds(probability: float) -> float:
    """The logarithm of the odds, kept within bounds."""
    kept = min(max(probability, 1e-9), 1 - 1e-9)
    return max(-_MOST, min(_MOST, math.log(kept / (1 - kept))))
