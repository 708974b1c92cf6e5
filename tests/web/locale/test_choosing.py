"""Which language and formats a reader gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.web.locale import LANGUAGES, locale_for


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("fr-CA,fr;q=0.9,en;q=0.5", "fr_CA"),
        ("de-DE,de;q=0.9,fr;q=0.5,en;q=0.4", "fr"),
        ("en-GB", "en_GB"),
        ("ru", "en"),
        ("", "en"),
        ("fr;q=0,en-GB;q=0.2", "en_GB"),
        ("fr;q=many", "en"),
        ("*", "en"),
    ],
)
def test_the_first_language_that_there_is_is_taken_with_its_country(asked, wanted):
    assert str(locale_for(asked)) == wanted


def test_a_chosen_language_goes_before_what_the_browser_asks_for():
    assert str(locale_for("en-GB,fr-BE;q=0.3", "fr")) == "fr_BE"
    assert str(locale_for("en-GB", "fr")) == "fr"


def test_a_choice_that_there_is_not_changes_nothing():
    assert str(locale_for("en-GB", "tlh")) == "en_GB"


@given(st.text())
def test_whatever_is_asked_for_some_language_is_given(asked):
    assert locale_for(asked).language in LANGUAGES
