"""Parts of areas."""

import pytest

from dateline.gazetteer.areas import part_of
from dateline.gazetteer.index import Candidate, Extent
from dateline.records import Place

DISTRICT = Place(
    id="dateline:orrin-district",
    name="Orrin District",
    country="SY",
    latitude=35.0,
    longitude=40.0,
    feature="A.ADM2",
    precision="admin2",
    radius_km=20.0,
    score=0.9,
)


@pytest.mark.parametrize("spread", [(), ((35.0, 40.0), (35.02, 40.0))])
def test_half_of_an_area_of_which_one_settlement_is_known_has_a_radius(spread):
    one = Candidate(DISTRICT, 0, "exact", ("Orrin",), extent=Extent(35.0, 40.0, 35.0, 40.0))
    assert part_of(one, (0, 1), "northern Orrin District", spread).radius_km == 10.0
