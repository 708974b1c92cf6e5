import pytest
from hypothesis import given
from hypothesis import strategies as st


def test_the_countries_of_the_report_settle_which_town_is_meant(gazetteer):
    assert gazetteer.resolve("Karm", {"SY": 3.0}).country == "SY"
    assert gazetteer.resolve("Karm", {"FR": 3.0}).country == "FR"


def test_a_place_resolved_near_by_settles_which_town_is_meant(gazetteer):
    near = gazetteer.resolve("Norport", {})
    assert gazetteer.resolve("Karm", {}, [near]).country == "SY"


def test_a_name_alone_is_the_town_and_with_its_head_the_province(gazetteer):
    assert gazetteer.resolve("Mirna", {"SY": 1.0}).precision == "settlement"
    assert gazetteer.resolve("Mirna province", {"SY": 1.0}).precision == "admin1"
    assert gazetteer.resolve("the province of Mirna", {"SY": 1.0}).precision == "admin1"


def test_the_score_is_smaller_where_more_places_bear_the_name(gazetteer):
    assert gazetteer.resolve("Karm", {}).score < gazetteer.resolve("Norport", {}).score


@given(st.dictionaries(st.sampled_from(["SY", "FR", "DE"]), st.floats(0.0, 50.0), max_size=3))
def test_a_score_is_a_probability(gazetteer, countries):
    assert 0.0 < gazetteer.resolve("Karm", countries).score < 1.0


def test_the_north_of_a_country_is_an_area_north_of_its_middle(gazetteer):
    north = gazetteer.resolve("northern Norland", {})
    assert (north.precision, north.country) == ("region", "SY")
    assert north.latitude > 32.0
    assert north.radius_km > 100


def test_the_south_of_a_province_is_a_smaller_area(gazetteer):
    south = gazetteer.resolve("southern Mirna", {"SY": 1.0})
    assert south.precision == "region"
    assert south.latitude < 32.5
    assert south.radius_km < 100


def test_the_countryside_of_a_town_reaches_well_beyond_it(gazetteer):
    around = gazetteer.resolve("Norport countryside", {})
    assert (around.precision, around.radius_km) == ("region", 30)


def test_a_prison_that_is_not_listed_lies_somewhere_about_its_town(gazetteer):
    prison = gazetteer.resolve("Norport prison", {})
    assert prison.id == "geonames:9"
    assert prison.radius_km >= 10


def test_a_capital_is_found_by_its_country(gazetteer):
    assert gazetteer.resolve("the capital of Norland", {}).id == "geonames:9"


def test_the_people_of_a_country_with_a_word_for_land_are_the_country(gazetteer):
    assert gazetteer.resolve("Syrian territory", {}).id == "geonames:1"


def test_the_people_of_a_country_alone_are_no_place(gazetteer):
    assert gazetteer.resolve("Syrian", {}) is None


@pytest.mark.parametrize("name", ["", " ", "the", "Nowhere", "of", "northern", "province of", "-", "🙂", "أ"])
def test_what_is_no_name_is_no_place(gazetteer, name):
    assert gazetteer.resolve(name, {}) is None


@given(st.text(max_size=40))
def test_no_text_breaks_the_look_up(gazetteer, text):
    place = gazetteer.resolve(text, {"SY": 1.0})
    assert place is None or place.radius_km > 0


def test_names_resolved_together_help_each_other(gazetteer):
    karm, norport = gazetteer.resolve_all(["Karm", "Norport"], {})
    assert (karm.country, norport.country) == ("SY", "SY")


def test_names_speak_of_their_countries_once_each(gazetteer):
    once = gazetteer.countries(["Norport"])
    assert gazetteer.countries(["Norport", "Norport"]) == once
    assert set(once) == {"SY"}


def test_the_province_of_a_place_of_our_own_is_the_one_that_holds_it(gazetteer):
    assert gazetteer.resolve("Zell prison", {"SY": 1.0}).admin1 == "Selna"


def test_a_place_that_no_outlined_province_holds_has_none(gazetteer):
    assert gazetteer.resolve("Orrin base", {"SY": 1.0}).admin1 is None


def test_a_half_of_an_area_lies_where_its_outline_has_land(gazetteer):
    east = gazetteer.resolve("eastern Selna", {"SY": 1.0})
    assert east.longitude > 42.33
    assert east.latitude < 32.33
    assert east.radius_km < gazetteer.resolve("Selna province", {"SY": 1.0}).radius_km


def test_a_candidate_says_what_its_radius_follows_from(gazetteer):
    assert [c.radius_from for c in gazetteer.find("Selna")] == ["outline"]
    assert [c.radius_from for c in gazetteer.find("Zell prison")] == ["kind"]
