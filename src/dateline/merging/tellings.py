"""What each report tells of each occurrence: the claims of one report in groups."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from dateline.merging.blocking import Telling, telling
from dateline.merging.clusters import Pair, best_two, cluster
from dateline.merging.contradictions import contradiction
from dateline.merging.families import families
from dateline.merging.groups import Groups
from dateline.merging.outline import Outline
from dateline.merging.scoring import OUTCOME_THRESHOLD, is_outcome, models, score


def tellings(outlines: Iterable[Outline]) -> list[Telling]:
    """The outlines of claims of any number of reports, those of one report that tell of one occurrence put together."""
    return [told for same in _families(outlines) for told in _of_one_family(same)]


def placed(outlines: Iterable[Outline]) -> list[Outline]:
    """The outlines of the claims of whole reports, each with its place among those of its family there."""
    return [one for same in _families(outlines) for one in same]


def _families(outlines: Iterable[Outline]) -> Iterator[list[Outline]]:
    rows = sorted(outlines, key=lambda one: (one.report, one.family, one.start, one.claims))
    for _, of_family in groupby(rows, key=lambda one: (one.report, one.family)):
        same = list(of_family)
        yield list(_in_place(same)) if len(same) > 1 else same


def _in_place(same: Sequence[Outline]) -> Iterator[Outline]:
    outcomes, cause = families().outcomes, -1
    for order, one in enumerate(same):
        yield dataclasses.replace(one, order=order, of_family=len(same), cause=cause if is_outcome(one) else -1)
        if one.kind not in outcomes:
            cause = order


def _of_one_family(claims: Sequence[Outline]) -> list[Telling]:
    if len(claims) == 1:
        return [telling(claims)]
    scores = {
        (i, j): score(claims[i], claims[j])
        for j in range(len(claims))
        for i in range(j)
        if contradiction(claims[i], claims[j]) is None
    }

    def forbidden(one: int, other: int) -> bool:
        return (one, other) not in scores

    groups = cluster(len(claims), scores, models()["within_report"].threshold, forbidden, best_two)
    with_causes = _outcomes_to_causes(claims, groups, scores)
    return [telling([claims[index] for index in group]) for group in with_causes]


def _outcomes_to_causes(
    claims: Sequence[Outline], groups: Sequence[list[int]], scores: Mapping[Pair, float]
) -> list[list[int]]:
    """The groups, those that tell outcomes alone put with what was told last before them, if that is likely enough."""
    at = {index: number for number, group in enumerate(groups) for index in group}
    joined = Groups(len(groups))
    for number, group in enumerate(groups):
        cause = claims[group[0]].cause
        if cause < 0 or not all(is_outcome(claims[index]) for index in group):
            continue
        pairs = [(min(a, b), max(a, b)) for a in group for b in groups[at[cause]]]
        if all(pair in scores for pair in pairs) and max(scores[pair] for pair in pairs) >= OUTCOME_THRESHOLD:
            joined.join(number, at[cause])
    return [sorted(index for number in numbers for index in groups[number]) for numbers in joined.members()]
