"""Tellings of different reports to groups that tell of one occurrence."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.merging.blocking import outline_keys
from dateline.merging.clusters import Pair, cluster
from dateline.merging.contradictions import contradiction
from dateline.merging.groups import Groups
from dateline.merging.outline import Outline
from dateline.merging.scoring import models, score

# Up to this many tellings that hang together, every pair is compared; beyond, only those that share a key.
_SMALL: Final = 60


def link(told: Sequence[Outline]) -> list[list[int]]:
    """Indexes of `told` in groups, each one occurrence. The order of `told` breaks ties: sort it by what it is."""
    keys = [frozenset(outline_keys(one)) for one in told]
    scores = {pair: score(told[pair[0]], told[pair[1]]) for pair in _candidates(told, keys)}
    threshold = models()["across_reports"].threshold
    hanging = Groups(len(told))
    for (one, other), value in scores.items():
        if value >= threshold:
            hanging.join(one, other)
    members: dict[int, list[int]] = {}
    for index in range(len(told)):
        members.setdefault(hanging.root(index), []).append(index)
    near: dict[int, list[Pair]] = {}
    for pair in scores:
        if hanging.root(pair[0]) == hanging.root(pair[1]):
            near.setdefault(hanging.root(pair[0]), []).append(pair)
    return [
        group
        for root, indexes in members.items()
        for group in _apart(told, indexes, {pair: scores[pair] for pair in near.get(root, ())}, threshold)
    ]


def _candidates(told: Sequence[Outline], keys: Sequence[frozenset[str]]) -> Iterator[Pair]:
    """The pairs that share a key and do not contradict each other, each once, lower index first."""
    sharing: dict[str, list[int]] = {}
    for index, of in enumerate(keys):
        for key in of:
            sharing.setdefault(key, []).append(index)
    for key, indexes in sharing.items():
        for at, other in enumerate(indexes):
            for one in indexes[:at]:
                if _first_common(keys[one], keys[other]) == key and contradiction(told[one], told[other]) is None:
                    yield one, other


def _first_common(one: frozenset[str], other: frozenset[str]) -> str:
    return min(one & other)


def _apart(
    told: Sequence[Outline], indexes: Sequence[int], scores: dict[Pair, float], threshold: float
) -> list[list[int]]:
    """Groups among tellings that hang together, each telling alike to its group on average."""
    if len(indexes) == 1:
        return [list(indexes)]
    place = {index: position for position, index in enumerate(indexes)}
    known = {(place[one], place[other]): value for (one, other), value in scores.items()}
    if len(indexes) <= _SMALL:
        known |= {
            (i, j): score(told[indexes[i]], told[indexes[j]])
            for j in range(len(indexes))
            for i in range(j)
            if (i, j) not in known
        }

    def forbidden(one: int, other: int) -> bool:
        return contradiction(told[indexes[one]], told[indexes[other]]) is not None

    groups = cluster(len(indexes), known, threshold, forbidden)
    return [[indexes[position] for position in group] for group in groups]
