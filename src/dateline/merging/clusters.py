"""Groups by how strongly they are linked: the likeliest two are joined first, and never two that contradict."""

import heapq
from collections.abc import Callable, Mapping
from typing import NamedTuple

Pair = tuple[int, int]


class Link(NamedTuple):
    """What is known of the pairs between two groups: the sum of their scores, the best, and the second best."""

    total: float
    best: float
    second: float | None = None

    def with_(self, other: "Link") -> "Link":
        """The link to both of two groups that are joined."""
        rest = sorted(value for value in (self.second, other.second) if value is not None)
        best, low = max(self.best, other.best), min(self.best, other.best)
        return Link(self.total + other.total, best, max([low, *rest]))


Strength = Callable[[Link, int], float]


def mean(link: Link, pairs: int) -> float:
    """Average link: every pair counts; one without a score counts as unlike."""
    return link.total / pairs


def best_and_mean(link: Link, pairs: int) -> float:
    """Half the likeliest pair and half the average link: a brief mention is like one of a group, and like no other."""
    return (link.best + link.total / pairs) / 2


def best_two(link: Link, pairs: int) -> float:
    """The mean of the two likeliest pairs: a claim far down in a text is like the one or two that it takes up."""
    return link.best if link.second is None else (link.best + link.second) / 2


def cluster(
    size: int,
    scores: Mapping[Pair, float],
    threshold: float,
    forbidden: Callable[[int, int], bool],
    strength: Strength = mean,
) -> list[list[int]]:
    """Indexes 0 to `size` in groups linked by `threshold` or more.

    `scores` gives the probability of pairs (lower index first); a pair that is left out has none. The result
    depends on the scores alone: equals are broken by the lowest indexes, so that callers sort what they index.
    """
    groups = {index: [index] for index in range(size)}
    links: dict[int, dict[int, Link]] = {index: {} for index in range(size)}
    for (one, other), score in scores.items():
        links[one][other] = links[other][one] = Link(score, score)
    queue: list[tuple[float, int, int]] = [(-score, *pair) for pair, score in scores.items() if score >= threshold]
    heapq.heapify(queue)

    def linked(one: int, other: int) -> float:
        return strength(links[one][other], len(groups[one]) * len(groups[other]))

    while queue:
        negative, one, other = heapq.heappop(queue)
        if one not in groups or other not in links[one] or linked(one, other) != -negative:
            # A group of the pair has grown since, or is gone: another entry of the queue stands for it.
            continue
        if any(forbidden(min(a, b), max(a, b)) for a in groups[one] for b in groups[other]):
            del links[one][other], links[other][one]
            continue
        _join(groups, links, one, other)
        for near in links[one]:
            if (value := linked(one, near)) >= threshold:
                heapq.heappush(queue, (-value, min(one, near), max(one, near)))
    return sorted(sorted(members) for members in groups.values())


def _join(groups: dict[int, list[int]], links: dict[int, dict[int, Link]], one: int, other: int) -> None:
    """Put group `other` into group `one`, with all its links."""
    groups[one] += groups.pop(other)
    del links[one][other]
    for near, link in links.pop(other).items():
        if near == one:
            continue
        links[near].pop(other)
        known = links[one].get(near)
        links[near][one] = links[one][near] = known.with_(link) if known else link
