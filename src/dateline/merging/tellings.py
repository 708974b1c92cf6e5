"""What each report tells of each occurrence: the claims of one report in groups."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from dateline.merging.blocking import Telling, telling
from dateline.merging.clusters import cluster
from dateline.merging.contradictions import contradiction
from dateline.merging.outline import Outline
from dateline.merging.scoring import models, score


def tellings(outlines: Iterable[Outline]) -> list[Telling]:
    """The outlines of claims of any number of reports, those of one report that tell of one occurrence put together."""
    order = sorted(outlines, key=lambda one: (one.report, one.family, one.start, one.claims))
    return [
        told
        for _, same in groupby(order, key=lambda one: (one.report, one.family))
        for told in _of_one_family(list(same))
    ]


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

    groups = cluster(len(claims), scores, models()["within_report"].threshold, forbidden)
    return [telling([claims[index] for index in group]) for group in groups]
