import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gazetteer import fold
from dateline.gazetteer.folding import slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "DEIR EZ ZOR"),
        ("Ḩalab", "Halab"),
        ("Ma‘arrat an Nu‘mān", "Maarrat an Numan"),
        ("Sana'a", "Sanaa"),
        ("São Tomé", "Sao  Tome"),
        ("U.S.", "us"),
        ("Łódź", "lodz"),
    ],
)
def test_spellings_that_differ_in_case_marks_and_hyphens_are_one_name(one, other):
    assert fold(one) == fold(other)


def test_names_that_differ_in_a_letter_are_two_names():
    assert fold("Hama") != fold("Homs")


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F)))
def test_case_never_makes_a_difference(text):
    assert fold(text.lower()) == fold(text.upper().lower())


@given(st.text())
def test_a_folded_name_has_no_blanks_at_its_ends_nor_two_in_a_row(text):
    folded = fold(text)
    assert folded == " ".join(folded.split(" ")).strip()
    assert "  " not in folded


def test_a_slug_is_fit_for_an_id():
    assert slug("Al-Hol camp, Ḩasakah SY") == "al-hol-camp-hasakah-sy"
