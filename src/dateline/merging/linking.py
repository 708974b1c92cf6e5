"""Tellings of different reports to groups that tell of one occurrence."""

from collections.abc import Iterator, Sequence

from dateline.merging.blocking import outline_keys
from dateline.merging.clusters import Pair
from dateline.merging.components import grouped
from dateline.merging.contradictions import contradiction
from dateline.merging.outline import Outline
from dateline.merging.scoring import models, score


def link(told: Sequence[Outline]) -> list[list[int]]:
    """Indexes of `told` in groups, each one occurrence. The order of `told` breaks ties: sort it by what it is."""
    scores = {(one, other): score(told[one], told[other]) for one, other in _candidates(told)}
    threshold = models()["across_reports"].threshold
    groups = grouped(
        len(told),
        scores,
        threshold,
        hangs=threshold,
        compare=lambda one, other: score(told[one], told[other]),
        forbidden=lambda one, other: contradiction(told[one], told[other]) is not None,
    )
    return list(groups)


def _candidates(told: Sequence[Outline]) -> Iterator[Pair]:
    """The pairs that share a key and do not contradict each other, each once, lower index first."""
    keys = [frozenset(outline_keys(one)) for one in told]
    sharing: dict[str, list[int]] = {}
    for index, of in enumerate(keys):
        for key in of:
            sharing.setdefault(key, []).append(index)
    for key, indexes in sharing.items():
        for at, other in enumerate(indexes):
            for one in indexes[:at]:
                if min(keys[one] & keys[other]) == key and contradiction(told[one], told[other]) is None:
                    yield one, other
