"""Events spread over time: those that lie in a bucket for sure, and those that only may."""

import datetime as dt
from typing import Final

import numpy as np

from dateline.store.browsing.answers import Bucket, Timeline
from dateline.store.browsing.asked import BucketSize
from dateline.store.browsing.columns import Columns, Mask, Numbers
from dateline.store.summaries.summary import OPEN

# Buckets shown at most, the last ones, and beyond how many a larger step is chosen.
_MOST: Final = 1_500
_EASY: Final = 200
# The share of events at either end that may lie too far off to be shown.
_FAR: Final = 0.02
_MONTHS: Final = 12
_DAYS_OF_WEEK: Final = 7
# Day 1, 0001-01-01, was a Monday.
_EPOCH: Final = dt.date(1970, 1, 1).toordinal()


def timeline_of(columns: Columns, mask: Mask, size: BucketSize | None) -> Timeline:
    """The events of `mask` by time, in steps of `size` or of the smallest size that stays easy to see."""
    first, last = columns["first"][mask], columns["last"][mask]
    dated = (first != OPEN) | (last != OPEN)
    undated = int(len(dated) - np.count_nonzero(dated))
    first, last = first[dated], last[dated]
    first, last = np.where(first == OPEN, last, first), np.where(last == OPEN, first, last)
    if not len(first):
        return Timeline(size or BucketSize.MONTH, (), 0, 0, undated)
    core = _core(first, last)
    size = size or _easy_size(*core)
    return _spread(size, *_buckets(size, first, last), _shown(size, core, first, last), undated)


def _core(first: Numbers, last: Numbers) -> tuple[int, int]:
    """The days between which nearly all lie: few that lie far off would press the rest into one bucket."""
    ends = int(first.min()), int(last.max())
    beyond = int(len(first) * _FAR)
    if not beyond or _easy_size(*ends) is BucketSize.DAY:
        return ends
    return ends[0] + _nth(first - ends[0], beyond), ends[1] - _nth(ends[1] - last, beyond)


def _nth(numbers: Numbers, place: int) -> int:
    """The number at this place, from 0 on, when they stand in order; days are few enough to be counted."""
    return int(np.searchsorted(np.cumsum(np.bincount(numbers)), place, side="right"))


def _easy_size(first: int, last: int) -> BucketSize:
    for size in BucketSize:
        begin, end = _bucket(size, np.array([first, last]))
        if end - begin < _EASY:
            return size
    return BucketSize.YEAR


def _shown(size: BucketSize, core: tuple[int, int], first: Numbers, last: Numbers) -> tuple[int, int]:
    """The first and the last bucket to show: all, or the core with some room where that is too many."""
    begin, end = (int(bucket) for bucket in _bucket(size, np.array([first.min(), last.max()])))
    if end - begin < _EASY:
        return begin, end
    low, high = (int(bucket) for bucket in _bucket(size, np.array(core)))
    room = (high - low) // 10 + 1
    shown = max(begin, low - room), min(end, high + room)
    return max(shown[0], shown[1] - _MOST + 1), shown[1]


def _spread(size: BucketSize, first: Numbers, last: Numbers, shown: tuple[int, int], undated: int) -> Timeline:
    begin, end = shown
    earlier, later = int(np.count_nonzero(last < begin)), int(np.count_nonzero(first > end))
    count = end - begin + 1
    met = (last >= begin) & (first <= end)
    within = first == last
    sure = np.bincount(first[within & met] - begin, minlength=count)
    over = ~within & met
    opens = np.bincount(np.maximum(first[over], begin) - begin, minlength=count + 1)
    closes = np.bincount(np.minimum(last[over], end) - begin + 1, minlength=count + 1)
    may = np.cumsum(opens - closes)
    buckets = tuple(_made(size, begin + at, int(sure[at]), int(may[at])) for at in range(count))
    return Timeline(size, buckets, earlier, later, undated)


def _buckets(size: BucketSize, first: Numbers, last: Numbers) -> tuple[Numbers, Numbers]:
    """The buckets of all these days; of each day that comes it is found once."""
    begin = int(first.min())
    of_day = _bucket(size, np.arange(begin, int(last.max()) + 1))
    return of_day[first - begin], of_day[last - begin]


def _bucket(size: BucketSize, days: Numbers) -> Numbers:
    """The number of the bucket of each day; one more is the next."""
    if size is BucketSize.DAY:
        return days
    if size is BucketSize.WEEK:
        return np.asarray((days - 1) // _DAYS_OF_WEEK)
    unit = "datetime64[M]" if size is BucketSize.MONTH else "datetime64[Y]"
    return np.asarray((days - _EPOCH).astype("datetime64[D]").astype(unit).astype(np.int64))


def _made(size: BucketSize, number: int, sure: int, may: int) -> Bucket:
    first, after = _begin(size, number), _begin(size, number + 1)
    return Bucket(first, after - dt.timedelta(days=1), sure, may)


def _begin(size: BucketSize, number: int) -> dt.date:
    if size is BucketSize.DAY:
        return dt.date.fromordinal(number)
    if size is BucketSize.WEEK:
        return dt.date.fromordinal(number * _DAYS_OF_WEEK + 1)
    if size is BucketSize.YEAR:
        return dt.date(1970 + number, 1, 1)
    return dt.date(1970 + number // _MONTHS, number % _MONTHS + 1, 1)
