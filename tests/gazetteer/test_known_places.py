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


ELSEWHERE = [
    ("Mosul", "IQ", 36.34, 43.13),
    ("Tel Afar", "IQ", 36.38, 42.45),
    ("Shingal", "IQ", 36.32, 41.87),
    ("Falluja", "IQ", 33.35, 43.78),
    ("Ain al-Assad", "IQ", 33.79, 42.44),
    ("Hodeida", "YE", 14.80, 42.95),
    ("Ta'izz", "YE", 13.58, 44.02),
    ("Mareb", "YE", 15.46, 45.33),
    ("Arsal", "LB", 34.18, 36.42),
    ("Ain el-Hilweh", "LB", 33.54, 35.38),
    ("Khan Yunis", "PS", 31.34, 34.31),
    ("Kerem Shalom", "PS", 31.23, 34.28),
    ("Shejaiya", "PS", 31.50, 34.47),
    ("Sirte", "LY", 31.21, 16.59),
    ("Misurata", "LY", 32.38, 15.09),
    ("Mitiga airport", "LY", 32.89, 13.28),
    ("El Fasher", "SD", 13.63, 25.35),
    ("Al Geneina", "SD", 13.45, 22.45),
    ("Zamzam camp", "SD", 13.49, 25.31),
    ("Bentiu", "SS", 9.23, 29.83),
    ("Beletweyne", "SO", 4.74, 45.20),
    ("Kismaayo", "SO", -0.36, 42.55),
    ("Gaalkacyo", "SO", 6.77, 47.43),
    ("Mekele", "ET", 13.50, 39.48),
    ("Humera", "ET", 14.29, 36.61),
    ("Mai-Kadra", "ET", 14.07, 36.57),
    ("Menaka", "ML", 15.92, 2.40),
    ("Aguelhoc", "ML", 19.46, 0.86),
    ("Djibo", "BF", 14.10, -1.63),
    ("Diffa", "NE", 13.32, 12.61),
    ("Maiduguri", "NG", 11.85, 13.16),
    ("Chibok", "NG", 10.87, 12.85),
    ("Bunagana", "CD", -1.30, 29.60),
    ("Kitchanga", "CD", -1.22, 29.05),
    ("Avdeevka", "UA", 48.14, 37.74),
    ("Artyomovsk", "UA", 48.59, 38.00),
    ("Azovstal", "UA", 47.10, 37.61),
    ("Myawady", "MM", 16.69, 98.51),
    ("Mazar-i-Sharif", "AF", 36.71, 67.11),
    ("Lashkargah", "AF", 31.59, 64.37),
    ("Torkham", "AF", 34.12, 71.09),
]


@pytest.mark.parametrize(("name", "country", "latitude", "longitude"), ELSEWHERE)
def test_a_place_in_another_conflict_is_found_too(world, name, country, latitude, longitude):
    place = world.resolve(name, {country: 3.0})
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
