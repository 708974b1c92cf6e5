"""The probability that a name in the text is a place's: a logistic sum of its signs."""

from collections.abc import Mapping
from functools import cache

from pydantic import Field

from dateline.reading.lexicon import read_lexicon
from dateline.reading.logistic import probability
from dateline.records.base import Record

_ABROAD = frozenset({"usual name abroad", "other script"})


class _Weights(Record):
    """What `lexicon/name_weights.yaml` says: from which probability on a name is taken, and what each sign counts."""

    least: float = Field(gt=0, lt=1)
    least_abroad: float = Field(gt=0, lt=1)
    signs: Mapping[str, float]


@cache
def _weights() -> _Weights:
    return read_lexicon("name_weights", _Weights)


def chance(signs: Mapping[str, float]) -> float:
    """The probability by these signs; one without a weight counts nothing."""
    return probability(signs, _weights().signs)


def passes(chance: float) -> bool:
    """Whether a name of that probability is taken for a place's."""
    return chance >= _weights().least


def passes_abroad(chance: float, signs: Mapping[str, float]) -> bool:
    """Whether it is in a report on a country without English names: few of the names there are people's too."""
    return not _ABROAD.isdisjoint(signs) and chance >= _weights().least_abroad
