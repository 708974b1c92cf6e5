import pytest

from dateline.gazetteer.index import Candidate
from dateline.gazetteer.ranking import Others, signs
from dateline.records import Place


def named(number, precision, at, admin1, radius_km):
    feature = {"admin1": "A.ADM1", "settlement": "P.PPL"}[precision]
    place = Place(
        id=f"geonames:{number}",
        name="Velm",
        country="SY",
        admin1=admin1,
        latitude=at[0],
        longitude=at[1],
        feature=feature,
        precision=precision,
        radius_km=radius_km,
        score=0.5,
    )
    return Candidate(place, 1000, "exact", ("Velm",))


PROVINCE = named(1, "admin1", (32.0, 42.0), "Velm province", 80)


@pytest.mark.parametrize(
    ("at", "admin1", "namesake"),
    [
        ((32.3, 42.3), "Velm province", 1.0),
        ((32.3, 42.3), "Velm city", 1.0),
        ((39.0, 42.0), "Far province", 0.0),
    ],
)
def test_an_area_has_a_namesake_in_a_town_in_it_or_amid_it(at, admin1, namesake):
    town = named(2, "settlement", at, admin1, 4)
    assert signs(PROVINCE, [PROVINCE, town], {}, Others(()))["namesake"] == namesake
