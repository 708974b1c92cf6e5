import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gazetteer.entry import distance_km, middle, reach, reach_km
from dateline.gazetteer.outlines import Outline, Provinces


def square(south, west, north, east):
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


BLOCK = Outline([square(30.0, 40.0, 34.0, 44.0)])
RING = Outline([square(30.0, 40.0, 34.0, 44.0), square(31.0, 41.0, 33.0, 43.0)])


def test_a_point_between_the_borders_lies_inside():
    assert BLOCK.holds(32.0, 42.0)


def test_a_point_beyond_the_border_lies_outside():
    assert not BLOCK.holds(32.0, 44.1)
    assert not BLOCK.holds(34.1, 42.0)


def test_a_point_in_an_enclave_lies_outside():
    assert not RING.holds(32.0, 42.0)
    assert RING.holds(30.5, 42.0)


def test_a_point_on_an_island_of_the_area_lies_inside():
    assert Outline([square(0.0, 0.0, 1.0, 1.0), square(5.0, 5.0, 6.0, 6.0)]).holds(5.5, 5.5)


@given(st.floats(29.0, 35.0), st.floats(39.0, 45.0))
def test_two_areas_that_share_a_border_never_hold_one_point_both(latitude, longitude):
    west, east = Outline([square(30.0, 40.0, 34.0, 42.0)]), Outline([square(30.0, 42.0, 34.0, 44.0)])
    assert not (west.holds(latitude, longitude) and east.holds(latitude, longitude))


def test_points_are_spread_over_all_of_an_area_and_nowhere_else():
    points = RING.spread()
    assert len(points) >= 150
    assert all(RING.holds(*point) for point in points)
    assert RING.box == pytest.approx((30.0, 40.0, 34.0, 44.0))


def test_points_stand_for_as_much_land_in_the_north_as_in_the_south():
    tall = Outline([square(0.0, 0.0, 60.0, 60.0)])
    north = sum(latitude > 30.0 for latitude, _ in tall.spread()) / len(tall.spread())
    assert north == pytest.approx((math.sin(math.pi / 3) - 0.5) / math.sin(math.pi / 3), abs=0.03)


def test_a_sliver_has_points_too():
    assert Outline([square(10.0, 10.0, 10.001, 11.0)]).spread()


def test_an_area_reaches_from_its_middle_to_its_corners():
    around = reach(BLOCK.spread())
    corner = distance_km((32.0, 42.0), (34.0, 44.0))
    assert distance_km((around.latitude, around.longitude), (32.0, 42.0)) < 15
    assert 0.8 * corner < around.radius_km <= corner + 15


def test_the_middle_of_an_area_across_the_date_line_lies_in_it():
    assert abs(middle([(10.0, 179.0), (10.0, -179.0)])[1]) == pytest.approx(180.0)


def test_a_few_far_outliers_do_not_stretch_a_reach():
    points = [(0.0, 0.01 * n) for n in range(99)] + [(0.0, 50.0)]
    assert reach_km((0.0, 0.0), points) < 200


def test_the_province_of_a_point_is_that_of_its_own_country():
    provinces = Provinces([("SY", "Mirna", BLOCK), ("FR", "Delta", BLOCK)])
    assert provinces.around("FR", (32.0, 42.0)) == "Delta"
    assert provinces.around("DE", (32.0, 42.0)) is None
    assert provinces.around("SY", (10.0, 10.0)) is None
