"""Events spread over time where few of them lie far from the rest."""

import datetime as dt

import numpy as np

from dateline.store.browsing.spreading import timeline_of
from dateline.store.summaries.summary import OPEN

SPRING = [dt.date(2021, 3, 1) + dt.timedelta(days=number % 60) for number in range(200)]


def timeline(*days):
    numbers = np.array([OPEN if day is None else day.toordinal() for day in days])
    return timeline_of({"first": numbers, "last": numbers}, np.ones(len(numbers), dtype=bool), None)


def test_a_day_a_century_off_does_not_press_the_rest_into_one_step():
    line = timeline(*SPRING, dt.date(1915, 4, 24), dt.date(2099, 1, 1))
    assert line.size == "day"
    assert (line.earlier, line.later) == (1, 1)
    assert sum(bucket.sure for bucket in line.buckets) == len(SPRING)
    assert line.buckets[0].first.year == line.buckets[-1].last.year == 2021


def test_few_events_are_all_shown_however_far_apart():
    line = timeline(dt.date(1915, 4, 24), dt.date(2019, 10, 9))
    assert (line.earlier, line.later) == (0, 0)
    assert sum(bucket.sure for bucket in line.buckets) == 2


def test_what_has_no_day_is_counted_apart():
    assert timeline(*SPRING, None).undated == 1
