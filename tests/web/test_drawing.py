"""Circles as wide as places are meant; bars and ranges that stay within their picture."""

import datetime as dt
from math import asin, cos, radians, sin, sqrt

from hypothesis import given
from hypothesis import strategies as st

from dateline.store import SaidNumber
from dateline.web.charts import ranges
from dateline.web.map.circles import circle


def kilometres(one, other):
    """By the haversine formula, apart from how the circle is made."""
    (x0, y0), (x1, y1) = ([radians(part) for part in point] for point in (one, other))
    half = sin((y1 - y0) / 2) ** 2 + cos(y0) * cos(y1) * sin((x1 - x0) / 2) ** 2
    return 2 * 6371.0088 * asin(sqrt(half))


@given(st.floats(-80, 80), st.floats(-180, 180), st.floats(0.5, 800))
def test_every_point_of_a_circle_is_as_far_away_as_its_radius(latitude, longitude, radius):
    ring = circle(latitude, longitude, radius)
    assert ring[0] == ring[-1]
    for point in ring:
        assert abs(kilometres((longitude, latitude), point) - radius) < max(0.01, radius * 0.001)


def number(low, high, day, source="Council"):
    return SaidNumber("held", low, high, "people", day, day, None, source, "c_1", "r_1", "e_1")


def test_a_single_number_is_told_and_not_drawn():
    assert ranges([number(5, 5, dt.date(2020, 1, 1))]) is None


def test_numbers_without_a_day_are_not_drawn():
    assert ranges([number(5, 5, None), number(6, 6, None)]) is None


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.dates(dt.date(2000, 1, 1))), min_size=2))
def test_ranges_stay_within_the_picture_and_stand_the_right_way_up(given_):
    drawn = ranges([number(min(a, b), max(a, b), day) for a, b, day in given_])
    assert drawn
    for one in drawn.ranges:
        assert 0 <= one.left <= one.right <= drawn.width
        assert 0 <= one.top <= one.bottom <= drawn.height


def test_each_source_has_a_number_of_its_own():
    days = [dt.date(2020, 1, day) for day in (1, 2, 3)]
    drawn = ranges([number(1, 2, days[0]), number(3, 4, days[1], "Guards"), number(2, 2, days[2])])
    assert drawn
    assert drawn.sources == ("Council", "Guards")
    assert [one.number for one in drawn.ranges] == [1, 2, 1]
