import pytest

from dateline.gazetteer.entry import reach
from dateline.gazetteer.outlines_of_natural_earth import outlines


@pytest.fixture(scope="module")
def drawn():
    return outlines()


@pytest.mark.parametrize(
    ("code", "inside"),
    [
        ("SY.12", (35.93, 36.63)),
        ("SY.11", (34.56, 38.28)),
        ("IQ.15", (36.34, 43.13)),
        ("UA.05", (48.59, 38.00)),
        ("PS.GZ", (31.42, 34.35)),
        ("SO", (2.05, 45.32)),
    ],
)
def test_an_area_holds_its_chief_town_and_no_point_in_the_atlantic(drawn, code, inside):
    assert drawn[code].holds(*inside)
    assert not drawn[code].holds(30.0, -40.0)


def test_most_first_level_areas_of_the_world_have_an_outline(drawn):
    assert sum("." in code for code in drawn) > 3000
    assert sum("." not in code for code in drawn) > 240


def test_every_ring_is_closed(drawn):
    assert all(ring[0] == ring[-1] for outline in drawn.values() for ring in outline.rings)


def test_a_province_across_the_date_line_is_centred_in_it(drawn):
    assert 165 < reach(drawn["RU.15"].spread()).longitude < 185


def test_neighbours_do_not_overlap(drawn):
    idlib, aleppo = drawn["SY.12"], drawn["SY.09"]
    assert not any(aleppo.holds(*point) for point in idlib.spread())
