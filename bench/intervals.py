"""Between which figures the truth may lie: reports drawn anew with replacement (bootstrap, Efron 1979)."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

from bench.scoring import Score
from dateline.records import Claim

# What was marked in a report, and what was read from it.
Read = tuple[Sequence[Mapping[str, Any]], Sequence[Claim]]
TIMES, SEED = 300, 20261125


def figures(reports: Sequence[Read]) -> dict[str, float]:
    """The figures of these reports."""
    score = Score()
    for marked, told in reports:
        score.add(marked, told)
    return score.figures()


def intervals(reports: Sequence[Read], times: int = TIMES) -> dict[str, tuple[float, float]]:
    """For each figure the bounds within which it falls in 95 of 100 drawings of as many reports."""
    chance = random.Random(SEED)
    drawn = [figures(chance.choices(reports, k=len(reports))) for _ in range(times)]
    return {name: _middle(sorted(one[name] for one in drawn if name in one)) for name in drawn[0]}


def _middle(ordered: Sequence[float]) -> tuple[float, float]:
    beyond = len(ordered) // 40
    return ordered[beyond], ordered[-1 - beyond]
