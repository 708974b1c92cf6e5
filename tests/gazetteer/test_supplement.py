import pytest

from dateline.errors import KindsError
from dateline.gazetteer.demonyms import demonyms
from dateline.gazetteer.entry import distance_km
from dateline.gazetteer.supplement import folder, read_supplement

GOOD = "source: made for tests\ncountry: SY\nplaces:\n  - {name: Old Mill, kind: village, at: [35.0, 38.0]}\n"


def wrong(tmp_path, text):
    (tmp_path / "places.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(KindsError) as refused:
        list(read_supplement(tmp_path))
    return refused.value


def test_our_own_supplement_keeps_its_rules():
    supplements = list(read_supplement(folder()))
    assert sum(len(s.places) for s in supplements) >= 500


def test_every_place_of_ours_has_a_radius_or_one_of_its_kind():
    for supplement in read_supplement(folder()):
        for place in supplement.places:
            assert place.radius_km is None or place.radius_km > 0


def test_the_country_of_a_file_holds_for_places_that_name_none(tmp_path):
    (tmp_path / "places.yaml").write_text(GOOD, encoding="utf-8")
    ((place,),) = (s.places for s in read_supplement(tmp_path))
    assert (place.country, place.id) == ("SY", "dateline:old-mill-sy")


def test_a_point_that_is_not_on_earth_is_refused_with_its_line(tmp_path):
    assert wrong(tmp_path, GOOD.replace("35.0", "135.0")).line == 4


def test_an_unknown_kind_of_place_is_refused_with_those_known(tmp_path):
    assert "village" in wrong(tmp_path, GOOD.replace("kind: village", "kind: hamlett")).reason


def test_a_place_that_is_there_twice_is_refused(tmp_path):
    (tmp_path / "other.yaml").write_text(GOOD, encoding="utf-8")
    assert "other.yaml" in wrong(tmp_path, GOOD).reason


def test_a_place_is_within_the_reach_of_its_country(world):
    for place in (place for supplement in read_supplement(folder()) for place in supplement.places if place.country):
        country = world.country(place.country)
        middle = (country.latitude, country.longitude)
        assert distance_km(place.at, middle) < 2.2 * country.radius_km, place.name


def test_every_place_that_is_respelt_is_in_geonames(world):
    for supplement in read_supplement(folder()):
        for respelt in supplement.respelt:
            for name in respelt.names[:1]:
                assert f"geonames:{respelt.geonames}" in {c.place.id for c in world.find(name)}, name


def test_demonyms_tell_their_country():
    assert demonyms()["syrian"] == "SY"
    assert demonyms()["norwegians"] == "NO"
