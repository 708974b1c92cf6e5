"""Groups by average link: the likeliest two are joined first, and never two that contradict each other."""

import heapq
from collections.abc import Callable, Mapping, Sequence

Pair = tuple[int, int]


def cluster(
    size: int, scores: Mapping[Pair, float], threshold: float, forbidden: Callable[[int, int], bool]
) -> list[list[int]]:
    """Indexes 0 to `size` in groups whose members are alike by `threshold` on average.

    `scores` gives the probability of pairs (lower index first); a pair that is left out has none. The result
    depends on the scores alone: equals are broken by the lowest indexes, so that callers sort what they index.
    """
    groups = {index: [index] for index in range(size)}
    links: dict[int, dict[int, float]] = {index: {} for index in range(size)}
    for (one, other), score in scores.items():
        links[one][other] = links[other][one] = score
    queue: list[tuple[float, int, int]] = [(-score, *pair) for pair, score in scores.items() if score >= threshold]
    heapq.heapify(queue)
    while queue:
        negative, one, other = heapq.heappop(queue)
        if _stale(groups, links, one, other, -negative):
            continue
        if any(forbidden(min(a, b), max(a, b)) for a in groups[one] for b in groups[other]):
            del links[one][other], links[other][one]
            continue
        _join(groups, links, one, other)
        for near, total in links[one].items():
            mean = total / (len(groups[one]) * len(groups[near]))
            if mean >= threshold:
                heapq.heappush(queue, (-mean, min(one, near), max(one, near)))
    return sorted(sorted(members) for members in groups.values())


def _stale(
    groups: Mapping[int, Sequence[int]], links: Mapping[int, Mapping[int, float]], one: int, other: int, score: float
) -> bool:
    """Whether a group of the pair has grown since, or is gone: another entry of the queue stands for it."""
    if one not in groups or other not in groups or other not in links[one]:
        return True
    return links[one][other] / (len(groups[one]) * len(groups[other])) != score


def _join(groups: dict[int, list[int]], links: dict[int, dict[int, float]], one: int, other: int) -> None:
    """Put group `other` into group `one`; links hold the sum of the scores of all pairs between two groups."""
    groups[one] += groups.pop(other)
    del links[one][other]
    for near, total in links.pop(other).items():
        if near == one:
            continue
        links[near].pop(other)
        links[near][one] = links[one][near] = links[one].get(near, 0.0) + total
