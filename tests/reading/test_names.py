"""Names of places, told from people and bodies that are called the same."""

import pytest

from dateline.reading import open_place_reader
from tests.reading.conftest import report_of


@pytest.fixture(scope="module")
def places():
    reader = open_place_reader()

    def of(text, people=False):
        return {found.span.text: found.place for found in reader.places(report_of(text), people)}

    return of


def test_a_town_that_is_the_subject_of_its_sentence_is_a_place(places):
    assert places("Idlib was shelled all night, residents said.")["Idlib"].country == "SY"


def test_a_name_after_a_title_is_a_persons(places):
    assert "Jackson" not in places("Mr Jackson left the courtroom without a word.")


def test_a_name_behind_a_given_name_is_a_persons(places):
    assert "Lincoln" not in places("The guard, Robert Lincoln, said nobody had been hurt.")


def test_a_name_told_with_its_area_means_the_one_in_it(places):
    found = places("The lorry was stopped in Paris, Texas, on its way north.")
    assert (found["Paris"].country, found["Paris"].admin1) == ("US", "Texas")


def test_the_same_name_alone_means_the_city_that_everyone_knows(places):
    assert places("The envoys met in Paris, and talks went on in France for a week.")["Paris"].country == "FR"


def test_coordinated_counties_are_places_both(places):
    assert {"Jackson", "Hinds"} <= set(places("Roads in Jackson and Hinds counties in Mississippi were under water."))


def test_a_name_with_an_article_written_small_is_found(places):
    assert places("Shells fell near al-Hawl in north-eastern Syria.")["al-Hawl"].country == "SY"


def test_a_name_in_its_own_script_is_found(places):
    assert places("A poster on the wall in Ukraine read Бахмут in blue letters.")["Бахмут"].country == "UA"


def test_people_of_a_country_are_no_place_unless_they_are_asked_for(places):
    text = "Syrian gunners fired on the road to Raqqa."
    assert "Syrian" not in places(text)
    assert places(text, people=True)["Syrian"].precision == "country"


def test_a_report_in_another_language_has_none():
    report = report_of("Am Sonntag flohen viele aus Homs.", language="de")
    assert open_place_reader().places(report) == []
