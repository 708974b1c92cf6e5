import textwrap

from hypothesis import given
from hypothesis import strategies as st

from dateline.intake.paragraphs import is_prose, paragraphs_of

SENTENCES = [
    "The column left the barracks before dawn and took the road to the north, drivers said.",
    "It halted twice because the bridge over the canal had been hit the night before by shells.",
    "By noon no more than half of the vehicles had arrived in the suburbs of the provincial capital.",
]


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs_of(text)]


def test_blank_lines_part_paragraphs():
    assert texts("One fell.\n\n\n \nTwo fled.") == ["One fell.", "Two fled."]


def test_a_line_is_a_paragraph_where_nothing_is_wrapped():
    assert texts("\n".join(SENTENCES)) == SENTENCES


def test_lines_wrapped_at_a_width_are_joined():
    paragraph = " ".join(SENTENCES)
    assert texts(textwrap.fill(paragraph, 72)) == [paragraph]


def test_a_headline_above_wrapped_lines_stays_apart():
    paragraph = " ".join(SENTENCES)
    assert texts(f"Column moves north\n{textwrap.fill(paragraph, 72)}") == ["Column moves north", paragraph]


def test_blanks_within_a_line_are_one_blank():
    assert texts("The  town\tfell\u00a0today.\u200b") == ["The town fell today."]


def test_the_marks_of_markdown_headings_are_dropped():
    assert texts("# Column moves north\n\n#Syria was named.") == ["Column moves north", "#Syria was named."]


def test_prose_is_a_sentence_with_its_full_stop_or_longer_than_a_headline():
    assert is_prose("The column left before dawn.")
    assert is_prose("and " * 30)
    assert not is_prose("Column moves north as talks stall")
    assert not is_prose("Contact us.")


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12), st.integers(60, 80))
def test_wrapping_is_undone_at_any_width(sentences, width):
    paragraph = " ".join(sentences)
    assert texts(textwrap.fill(paragraph, width)) == [paragraph]


@given(st.text())
def test_no_word_is_lost(text):
    words = "".join(texts(text)).replace(" ", "").replace("#", "")
    kept = {character for character in text if character.isalnum()}
    assert kept <= set(words)
