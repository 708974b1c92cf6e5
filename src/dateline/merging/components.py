"""Groups of what hangs together: candidates fall into components, and within each, whatever is linked enough."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from dateline.merging.clusters import Pair, Strength, cluster, mean
from dateline.merging.groups import Groups

# In components up to this size every pair is compared; in larger ones only the candidates.
_SMALL: Final = 60


def grouped(
    size: int,
    scores: Mapping[Pair, float],
    threshold: float,
    hangs: float,
    compare: Callable[[int, int], float],
    forbidden: Callable[[int, int], bool],
    strength: Strength = mean,
) -> Iterator[list[int]]:
    """Indexes 0 to `size` in groups alike by `threshold`, given the scores of candidate pairs (lower index first).

    Pairs from `hangs` on hold a component together, so that groups of one never depend on another. `compare` gives
    the score of a pair that was no candidate; `forbidden` says which must not be in one group.
    """
    components = Groups(size)
    for (one, other), score in scores.items():
        if score >= hangs:
            components.join(one, other)
    near: dict[int, dict[Pair, float]] = {}
    for (one, other), score in scores.items():
        if (root := components.root(one)) == components.root(other):
            near.setdefault(root, {})[one, other] = score
    for indexes in components.members():
        yield from _apart(indexes, near.get(indexes[0], {}), threshold, compare, forbidden, strength)


def _apart(
    indexes: list[int],
    known: Mapping[Pair, float],
    threshold: float,
    compare: Callable[[int, int], float],
    forbidden: Callable[[int, int], bool],
    strength: Strength = mean,
) -> Iterator[list[int]]:
    if len(indexes) == 1:
        yield indexes
        return
    place = {index: position for position, index in enumerate(indexes)}
    scores = {(place[one], place[other]): score for (one, other), score in known.items()}
    if len(indexes) <= _SMALL:
        for j, other in enumerate(indexes):
            for i, one in enumerate(indexes[:j]):
                if (i, j) not in scores:
                    scores[i, j] = compare(one, other)
    groups = cluster(len(indexes), scores, threshold, lambda i, j: forbidden(indexes[i], indexes[j]), strength)
    yield from ([indexes[position] for position in group] for group in groups)
