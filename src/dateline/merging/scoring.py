"""The learned probability that two outlines tell of one occurrence: logistic regression on features with names."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

import yaml

from dateline.merging.contradictions import contradiction
from dateline.merging.families import families
from dateline.merging.features import Features, across_reports
from dateline.merging.features_within import within_report
from dateline.merging.outline import Outline

# What came of something, told without place or day, needs less to be taken for the outcome of what was told last.
OUTCOME_THRESHOLD: Final = 0.4


class Model(NamedTuple):
    """Weights as `training/pairs.py` wrote them; from `threshold` on, two outlines are taken for one occurrence."""

    bias: float
    weights: Mapping[str, float]
    threshold: float

    def probability(self, features: Features) -> float:
        """The calibrated probability; a feature without a weight changes nothing."""
        total = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1.0 / (1.0 + math.exp(-total))


@lru_cache(maxsize=1)
def models() -> Mapping[str, Model]:
    """The model of pairs within a report and the one across reports."""
    data = yaml.safe_load(files(__package__).joinpath("weights.yaml").read_text(encoding="utf-8"))
    return {name: Model(part["bias"], part["weights"], part["threshold"]) for name, part in data.items()}


@dataclass(frozen=True)
class Weighed:
    """A feature, how much of it there is, and what one of it adds to the log-odds."""

    feature: str
    value: float
    weight: float


@dataclass(frozen=True)
class Explanation:
    """Why two outlines are, or are not, taken for one occurrence."""

    score: float
    threshold: float
    bias: float
    features: tuple[Weighed, ...]
    contradiction: str | None

    @property
    def same(self) -> bool:
        """Whether they are taken for one, by themselves."""
        return self.contradiction is None and self.score >= self.threshold


def compared(one: Outline, other: Outline) -> tuple[Model, Features]:
    """The model that fits the two, and their features."""
    if one.report == other.report:
        return models()["within_report"], within_report(one, other)
    return models()["across_reports"], across_reports(one, other)


def score(one: Outline, other: Outline) -> float:
    """The probability that the two tell of one occurrence; contradictions are not looked at."""
    model, features = compared(one, other)
    return model.probability(features)


def is_outcome(one: Outline) -> bool:
    """Whether it tells what came of something, without a place or day of its own."""
    return one.kind in families().outcomes and not one.spots and not one.days.known


def _threshold(model: Model, one: Outline, other: Outline) -> float:
    first, second = (one, other) if one.order < other.order else (other, one)
    of_cause = one.report == other.report and second.cause == first.order and is_outcome(second)
    return OUTCOME_THRESHOLD if of_cause else model.threshold


def explain_outlines(one: Outline, other: Outline) -> Explanation:
    """The score with everything that went into it, the weightiest first."""
    model, features = compared(one, other)
    weighed = [Weighed(name, value, model.weights.get(name, 0.0)) for name, value in features.items()]
    weighed.sort(key=lambda part: (-abs(part.value * part.weight), part.feature))
    return Explanation(
        score=model.probability(features),
        threshold=_threshold(model, one, other),
        bias=model.bias,
        features=tuple(weighed),
        contradiction=contradiction(one, other),
    )
