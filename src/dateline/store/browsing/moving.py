"""Who went from where to where: events with an origin or destination, those of the same two ends taken together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from dateline.records import Place
from dateline.store.browsing.answers import Flow
from dateline.store.browsing.columns import Columns, Numbers
from dateline.store.browsing.terms import Terms
from dateline.store.summaries.packing import NOWHERE
from dateline.store.summaries.summary import CERTAINTIES, MODALITIES, UNKNOWN
from dateline.store.summaries.topics import topics

# Ids of events given with a flow.
_SOME: Final = 20
IdsOf = Callable[[Sequence[int]], Mapping[int, str]]


class _Ends(NamedTuple):
    """Rows of events with the codes of both ends, those that are the same in ends and modality together."""

    rows: Numbers
    origin: Numbers
    destination: Numbers


def flows_of(columns: Columns, terms: Terms, rows: Numbers, limit: int, both_ends: bool, ids_of: IdsOf) -> list[Flow]:
    """The flows among the events in these rows, those of most events first."""
    ends = _ends(columns, terms, rows, both_ends)
    modality = columns["modality"][ends.rows]
    # One number for both ends and the modality: several times as fast to sort by as the three.
    size = terms.last + 1 - NOWHERE
    together = ((ends.origin.astype(np.int64) - NOWHERE) * size + ends.destination - NOWHERE) * len(MODALITIES)
    together += modality
    order = np.argsort(together, kind="stable")
    ends = _Ends(*(values[order] for values in ends))
    starts = np.flatnonzero(np.diff(together[order], prepend=-1))
    sizes = np.diff(starts, append=len(order))
    largest = np.argsort(-sizes, kind="stable")[:limit]
    groups = [slice(starts[at], starts[at] + sizes[at]) for at in largest]
    some = ids_of([int(row) for group in groups for row in ends.rows[group][:_SOME]])
    return [_flow(columns, terms, ends, group, some) for group in groups]


def _ends(columns: Columns, terms: Terms, rows: Numbers, both_ends: bool) -> _Ends:
    rows = rows[terms.is_kind(topics()["flows"])[columns["kind"][rows]]]
    origin, destination = (columns[end][rows] for end in ("origin", "destination"))
    known = [origin != NOWHERE, destination != NOWHERE]
    chosen = np.logical_and.reduce(known) if both_ends else np.logical_or.reduce(known)
    return _Ends(rows[chosen], origin[chosen], destination[chosen])


def _flow(columns: Columns, terms: Terms, ends: _Ends, group: slice, ids: Mapping[int, str]) -> Flow:
    rows = ends.rows[group]
    first = int(rows[0])
    low, best, high = (_sum(columns[name][rows]) for name in ("low", "best", "high"))
    return Flow(
        origin=_place(terms, ends.origin[group][0]),
        destination=_place(terms, ends.destination[group][0]),
        modality=MODALITIES[int(columns["modality"][first])],
        certainty=CERTAINTIES[int(columns["certainty"][rows].min())],
        events=tuple(_known(ids, rows[:_SOME])),
        count=len(rows),
        low=low,
        best=best,
        high=high,
    )


def _known(ids: Mapping[int, str], rows: Numbers) -> Iterator[str]:
    return (ids[int(row)] for row in rows if int(row) in ids)


def _sum(figures: Numbers) -> int | None:
    given = figures[figures != UNKNOWN]
    return int(given.sum(dtype=np.int64)) if len(given) else None


def _place(terms: Terms, code: int) -> Place | None:
    return terms.places[int(code)] if code != NOWHERE else None
