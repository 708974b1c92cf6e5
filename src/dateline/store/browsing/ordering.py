"""The first of the events that meet a filter, in an order, without sorting all of them."""

from typing import Final

import numpy as np

from dateline.store.browsing.asked import Sort
from dateline.store.browsing.columns import Columns, Numbers
from dateline.store.summaries.summary import OPEN

# After every day there is.
_LAST: Final = 4_000_000


def first_rows(columns: Columns, rows: Numbers, sort: Sort, stop: int) -> Numbers:
    """The first `stop` of `rows` in the order `sort`, those equal in it by their keys."""
    return np.asarray(rows[smallest(_order(columns, rows, sort), columns["key"][rows], stop)])


def smallest(order: Numbers, keys: Numbers, stop: int) -> Numbers:
    """Where the `stop` smallest of `order` stand, the smallest first; those equal by their `keys`."""
    at = np.arange(len(order))
    if not 0 < stop < len(order):
        return at[np.lexsort((keys, order))][:stop]
    bound = np.partition(order, stop - 1)[stop - 1]
    before, equal = np.flatnonzero(order < bound), np.flatnonzero(order == bound)
    missing = stop - len(before)
    if len(equal) > missing:
        equal = equal[np.argpartition(keys[equal], missing - 1)[:missing]]
    at = np.concatenate((before, equal))
    return np.asarray(at[np.lexsort((keys[at], order[at]))])


def _order(columns: Columns, rows: Numbers, sort: Sort) -> Numbers:
    """Numbers that rise in the order."""
    if sort is Sort.OLDEST:
        return _or_last(_begins(columns, rows))
    if sort is Sort.NEWEST:
        return _or_last(-_ends(columns, rows))
    if sort is Sort.UNSURE:
        return np.asarray(columns["score"][rows])
    return np.asarray(-columns[sort.value][rows])


def _begins(columns: Columns, rows: Numbers) -> Numbers:
    first, last = columns["first"][rows], columns["last"][rows]
    return np.asarray(np.where(first == OPEN, last, first))


def _ends(columns: Columns, rows: Numbers) -> Numbers:
    first, last = columns["first"][rows], columns["last"][rows]
    return np.asarray(np.where(last == OPEN, first, last))


def _or_last(order: Numbers) -> Numbers:
    """Unknown days, OPEN or its negative, behind all others."""
    return np.asarray(np.where(abs(order) == -OPEN, _LAST, order))
