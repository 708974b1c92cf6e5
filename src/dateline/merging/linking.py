"""Tellings of different reports to groups that tell of one occurrence."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from dateline.merging.blocking import Telling, is_timeless
from dateline.merging.clusters import Pair, best_and_mean
from dateline.merging.components import grouped
from dateline.merging.contradictions import contradiction
from dateline.merging.outline import Outline
from dateline.merging.scoring import models, score

# Tellings whose keys are looked up at a time; of more, the keys are gone through part by part, to save memory.
_AT_ONCE: Final = 100_000


def link(told: Sequence[Telling]) -> list[list[int]]:
    """Indexes of `told` in groups, each one occurrence. The order of `told` breaks ties: sort it by what it is."""
    threshold = models()["across_reports"].threshold
    groups = grouped(
        len(told),
        _scores(told, threshold),
        threshold,
        hangs=threshold,
        compare=lambda one, other: score(told[one].outline, told[other].outline),
        forbidden=lambda one, other: _apart(told[one].outline, told[other].outline),
        strength=best_and_mean,
    )
    return list(groups)


def _apart(one: Outline, other: Outline) -> bool:
    """Whether the two must not be one: they contradict, or their report itself tells them apart."""
    return one.report == other.report or contradiction(one, other) is not None


def _scores(told: Sequence[Telling], threshold: float) -> dict[Pair, float]:
    """The scores from the threshold on of all pairs that share a key and do not contradict each other."""
    scores: dict[Pair, float] = {}
    parts = len(told) // _AT_ONCE + 1
    for part in range(parts):
        seen: set[Pair] = set()
        for pair in _sharing(told, part, parts):
            if pair in seen or pair in scores:
                continue
            seen.add(pair)
            one, other = told[pair[0]].outline, told[pair[1]].outline
            if not _apart(one, other) and (value := score(one, other)) >= threshold:
                scores[pair] = value
    return scores


def _sharing(told: Sequence[Telling], part: int, parts: int) -> Iterator[Pair]:
    """The pairs that share a key of this part of all keys, lower index first; some more than once."""
    sharing: dict[int, list[int]] = {}
    for index, one in enumerate(told):
        for key in one.keys:
            if key % parts == part:
                sharing.setdefault(key, []).append(index)
    for key, indexes in sharing.items():
        if is_timeless(key):
            dateless = [index for index in indexes if _is_dateless(told[index])]
            yield from ((min(one, other), max(one, other)) for one in dateless for other in indexes if one != other)
        else:
            yield from combinations(indexes, 2)


def _is_dateless(one: Telling) -> bool:
    return one.outline.published is None and not one.outline.days.known
