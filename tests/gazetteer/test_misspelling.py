from hypothesis import given
from hypothesis import strategies as st

from dateline.gazetteer.misspelling import one_letter_away

names = st.text(st.sampled_from("abcdklmnrs"), min_size=2, max_size=12)


@given(names)
def test_a_name_is_not_one_letter_away_from_itself(name):
    assert name not in set(one_letter_away(name))


@given(names)
def test_the_first_letter_stays(name):
    assert all(other[0] == name[0] for other in one_letter_away(name))


@given(names, st.data())
def test_a_letter_left_out_is_found_again(name, data):
    at = data.draw(st.integers(1, len(name) - 1))
    shorter = name[:at] + name[at + 1 :]
    assert shorter == name or name in set(one_letter_away(shorter))


@given(names, st.data())
def test_two_letters_changed_over_are_found_again(name, data):
    at = data.draw(st.integers(1, len(name) - 1))
    swapped = name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
    assert swapped == name or name in set(one_letter_away(swapped))


def test_a_name_one_letter_away_is_offered_where_no_other_is(gazetteer):
    (found,) = gazetteer.find("Norpotr")
    assert (found.place.name, found.tier) == ("Norport", "misspelt")


def test_a_name_that_some_place_bears_is_not_taken_for_a_misspelling(gazetteer):
    assert {candidate.tier for candidate in gazetteer.find("Norport")} == {"exact"}


def test_a_misspelt_name_means_a_place_only_in_a_country_that_the_report_is_about(gazetteer):
    assert gazetteer.resolve("Norpotr", {"SY": 1.0}).name == "Norport"
    assert gazetteer.resolve("Norpotr", {"FR": 1.0}) is None
    assert gazetteer.resolve("Norpotr", {}) is None


def test_a_short_name_is_never_taken_for_a_misspelling(gazetteer):
    assert gazetteer.find("Kanm") == ()


def test_a_name_one_letter_away_is_no_name_that_is_known(gazetteer):
    assert not gazetteer.knows("Norpotr")
