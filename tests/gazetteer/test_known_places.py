"""Names as reports write them, in the gazetteer that users have: each must come to the right point."""

import pytest

from dateline.gazetteer.entry import distance_km

NORTH_EAST = [
    ("Ain Issa", 36.386, 38.862),
    ("Ayn Isa", 36.386, 38.862),
    ("Ain Eissa", 36.386, 38.862),
    ("Al-Hol", 36.390, 41.150),
    ("Al Hawl", 36.390, 41.150),
    ("al-Hol camp", 36.37, 41.15),
    ("Hasaka", 36.502, 40.748),
    ("Hassakeh", 36.502, 40.748),
    ("Al-Hasakah", 36.502, 40.748),
    ("Deir Ezzor", 35.336, 40.141),
    ("Deir ez-Zor", 35.336, 40.141),
    ("Dayr az Zawr", 35.336, 40.141),
    ("Ras al-Ain", 36.850, 40.071),
    ("Serekaniye", 36.850, 40.071),
    ("Qamishli", 37.052, 41.231),
    ("Qamishlo", 37.052, 41.231),
    ("Tal Abyad", 36.697, 38.957),
    ("Tell Tamer", 36.66, 40.37),
    ("Suluk", 36.596, 39.130),
    ("Kobani", 36.891, 38.353),
    ("Manbij", 36.528, 37.955),
    ("Jirkin prison", 37.04, 41.23),
    ("Navkur prison", 37.04, 41.23),
    ("Ghwayran prison", 36.485, 40.735),
    ("Roj camp", 37.03, 42.15),
    ("Tishrin dam", 36.38, 38.18),
    ("Omar oilfield", 35.09, 40.57),
    ("al-Tanf", 33.5, 38.66),
    ("Bab al-Hawa", 36.235, 36.688),
    ("Khmeimim", 35.41, 35.95),
    ("Derik", 37.177, 42.140),
    ("Baghouz", 34.45, 40.95),
]


@pytest.mark.parametrize(("name", "latitude", "longitude"), NORTH_EAST)
def test_a_place_in_syria_is_found_in_every_spelling(world, name, latitude, longitude):
    place = world.resolve(name, {"SY": 5.0, "TR": 1.0})
    assert distance_km((place.latitude, place.longitude), (latitude, longitude)) < 10


@pytest.mark.parametrize("name", ["Syria", "Turkey", "Iraq", "US", "U.S.", "UK", "DR Congo", "Jordan", "Niger", "Chad"])
def test_a_country_is_a_country_and_no_village(world, name):
    assert world.resolve(name, {}).precision == "country"


@pytest.mark.parametrize("word", ["Of", "Most", "Bar", "Police", "March", "University", "Battle", "us", "is", "ISI"])
def test_a_word_is_no_place(world, word):
    assert not world.knows(word)


def test_aleppo_is_never_al_hol(world):
    assert all(c.place.country == "SY" and abs(c.place.longitude - 37.2) < 1 for c in world.find("Aleppo")[:1])


def test_idlib_is_the_town_and_its_province_the_province(world):
    assert world.resolve("Idlib", {"SY": 1.0}).id == "geonames:169389"
    assert world.resolve("Idlib province", {"SY": 1.0}).id == "geonames:169387"


@pytest.mark.parametrize(
    "name", ["northern Syria", "north-east Syria", "northeastern Syria", "eastern Aleppo countryside"]
)
def test_a_part_of_a_country_is_an_area(world, name):
    place = world.resolve(name, {"SY": 1.0})
    assert place.precision == "region"
    assert 25 < place.radius_km < 400
