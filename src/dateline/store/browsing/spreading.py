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
        return Timeline(size or BucketSize.MONTH, (), 0, undated)
    size = size or _easy_size(int(first.min()), int(last.max()))
    return _spread(size, _bucket(size, first), _bucket(size, last), undated)


def _easy_size(first: int, last: int) -> BucketSize:
    for size in BucketSize:
        begin, end = _bucket(size, np.array([first, last]))
        if end - begin < _EASY:
            return size
    return BucketSize.YEAR


def _spread(size: BucketSize, first: Numbers, last: Numbers, undated: int) -> Timeline:
    end = int(last.max())
    begin = max(int(first.min()), end - _MOST + 1)
    earlier = int(np.count_nonzero(last < begin))
    count = end - begin + 1
    within = first == last
    sure = np.bincount(first[within & (first >= begin)] - begin, minlength=count)
    over = ~within & (last >= begin)
    opens = np.bincount(np.maximum(first[over], begin) - begin, minlength=count + 1)
    closes = np.bincount(last[over] - begin + 1, minlength=count + 1)
    may = np.cumsum(opens - closes)
    buckets = tuple(_made(size, begin + at, int(sure[at]), int(may[at])) for at in range(count))
    return Timeline(size, buckets, earlier, undated)


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
