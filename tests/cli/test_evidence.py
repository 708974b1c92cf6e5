"""Marked texts: what is marked, how it looks without colour, and that no character is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text
from told_records import TEXT, feared, shelling

from dateline.cli.evidence import Mark, legend, marked, marks_of, nested
from dateline.cli.excerpt import apart, stretches

LINE = "Guards fled the old camp"


def plain(*marks: Mark) -> str:
    return marked(LINE, marks, coloured=False).plain


def test_without_colour_a_mark_is_a_bracket_with_its_label() -> None:
    assert plain(Mark(7, 11, "trigger")) == "Guards [trigger: fled] the old camp"


def test_marks_within_marks_are_brackets_within_brackets() -> None:
    assert plain(Mark(12, 24, "place"), Mark(16, 19, "cue")) == "Guards fled [place: the [cue: old] camp]"


def test_a_mark_that_crosses_another_is_cut_where_that_ends() -> None:
    assert plain(Mark(0, 11, "actor"), Mark(7, 15, "cue")) == "[actor: Guards [cue: fled]][cue:  the] old camp"


def test_two_marks_on_the_same_words_are_both_shown() -> None:
    assert plain(Mark(7, 11, "cue"), Mark(7, 11, "says")) == "Guards [cue: [says: fled]] the old camp"


def test_the_number_of_a_claim_stands_with_its_trigger() -> None:
    mark = Mark(7, 11, "trigger", 3)
    assert plain(mark) == "Guards [trigger 3: fled] the old camp"
    assert marked(LINE, [mark], coloured=True).plain == "Guards fled[3] the old camp"


def test_in_colour_the_text_stands_as_it_is_with_styles_on_it() -> None:
    text = marked(LINE, [Mark(7, 11, "trigger"), Mark(20, 24, "place")], coloured=True)
    assert text.plain == LINE
    assert {(item.start, item.end) for item in text.spans} == {(7, 11), (20, 24)}


def test_every_kind_of_value_has_its_own_mark() -> None:
    labels = {mark.label for mark in marks_of(shelling())} | {mark.label for mark in marks_of(feared())}
    assert labels == {"trigger", "actor", "recipient", "place", "time", "count", "source", "says", "cue"}
    assert legend(marks_of(feared())).plain == "Marked: trigger, actor, recipient, place, source, says, cue"


def test_marks_quote_what_they_are_evidence_of() -> None:
    words = {mark.label: TEXT[mark.start : mark.end] for mark in marks_of(shelling(), 1)}
    assert (words["trigger"], words["time"], words["count"]) == ("shelled", "Saturday", "At least 22")


marks = st.builds(
    lambda start, length, label: Mark(start, start + length, label),
    st.integers(0, 40),
    st.integers(1, 20),
    st.sampled_from(["trigger", "actor", "place"]),
)


@given(st.text(min_size=60, max_size=80), st.lists(marks, max_size=8))
def test_marking_in_colour_neither_adds_nor_loses_a_character(text: str, found: list[Mark]) -> None:
    assert len(marked(text, found, coloured=True).plain) == len(text)


@given(st.lists(marks, max_size=8))
def test_nested_marks_never_cross_and_cover_the_same(found: list[Mark]) -> None:
    pieces = list(nested(found))
    for one in pieces:
        for other in pieces:
            assert not one.start < other.start < one.end < other.end
    assert covered(pieces) == covered(found)


def covered(found: list[Mark]) -> set[tuple[int, str]]:
    return {(at, mark.label) for mark in found for at in range(mark.start, mark.end)}


def excerpt(text: str, *found: Mark) -> str:
    return " | ".join(b + text[s:e] for b, s, e in apart(text, stretches(text, found)))


def test_an_excerpt_is_the_paragraphs_with_marks() -> None:
    text = "First paragraph.\n\nSecond has a mark.\n\nThird has none.\n\nFourth has one."
    found = [Mark(text.index("mark"), text.index("mark") + 4, "trigger"), Mark(len(text) - 4, len(text), "time")]
    assert excerpt(text, *found) == "… Second has a mark. | … Fourth has one."


def test_a_long_paragraph_is_cut_between_words() -> None:
    text = "before " * 200 + "fled " + "after " * 200
    at = text.index("fled")
    shown = excerpt(text, Mark(at, at + 4, "trigger"))
    assert "fled" in shown
    assert len(shown) < 900
    assert set(shown.split()) == {"…", "before", "fled", "after"}


@pytest.mark.parametrize("word", ["\x1b[31mred", "\u202eback", "\x9b2J", "a\tb", "x\r\ny"])
def test_a_marked_text_gives_the_terminal_no_orders(word: str) -> None:
    shown: Text = marked(word, [], coloured=True)
    assert not set("\x1b\u202e\x9b\r") & set(shown.plain)
    assert len(shown.plain) == len(word)
