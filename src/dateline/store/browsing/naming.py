"""How often each term is named by events, and the last day of one."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import NamedTuple

import numpy as np

from dateline.store.browsing.answers import FacetValue
from dateline.store.browsing.columns import Columns, Mask, Numbers
from dateline.store.browsing.loading import Loaded
from dateline.store.folding import fold_name
from dateline.store.summaries.summary import OPEN, STATES, day_of


class Named(NamedTuple):
    """Of each term by its code: events that name it, those that do in the first role, and the last day of one."""

    events: Numbers
    first_role: Numbers
    last: Numbers

    def last_day(self, code: int) -> dt.date | None:
        """The last day of an event that names it."""
        return day_of(int(self.last[code]))


def shown(columns: Columns) -> Mask:
    """The events that no person rejected."""
    return np.asarray(columns["state"] != STATES.index("rejected"), dtype=np.bool_)


def named(loaded: Loaded, pairs: str) -> Named:
    """How events name the terms of these pairs; what was rejected is left out."""
    return loaded.once(("named", pairs), lambda: _named(loaded, pairs))


def _named(loaded: Loaded, pairs: str) -> Named:
    columns, size = loaded.columns, loaded.terms.last + 1
    rows, codes, roles = columns.pairs[pairs]
    chosen = shown(columns)[rows]
    rows, codes, roles = rows[chosen], codes[chosen], roles[chosen]
    last = np.full(size, OPEN, dtype=np.int32)
    np.maximum.at(last, codes, columns["last"][rows])
    first_role = np.bincount(codes[(roles & 1) > 0], minlength=size)
    return Named(np.bincount(codes, minlength=size), first_role, last)


def most_named(counts: Numbers, codes: Collection[int]) -> list[int]:
    """Those of `codes` that any event names, the most named first."""
    return sorted((code for code in codes if counts[code]), key=lambda code: (-int(counts[code]), code))


def with_name(loaded: Loaded, codes: Iterable[int], wanted: str | None) -> list[int]:
    """Those of these terms whose name holds what is looked for, at the start of a word."""
    if wanted is None:
        return list(codes)
    beginning = f" {fold_name(wanted)}"
    return [code for code in codes if beginning in loaded.terms.folded(code)]


def kinds_of(loaded: Loaded, rows: Numbers) -> tuple[FacetValue, ...]:
    """The kinds of the events in these rows, the most frequent first."""
    counts = np.bincount(loaded.columns["kind"][rows])
    order = sorted(np.flatnonzero(counts).tolist(), key=lambda code: -int(counts[code]))
    return tuple(FacetValue(loaded.terms.kinds[code], loaded.terms.kinds[code], int(counts[code])) for code in order)
