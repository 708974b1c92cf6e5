import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.learned.encoder import WEIGHTS
from dateline.reading.learned.windows import LONGEST, NOWHERE, open_tokenizer, windows

WORDS = st.sampled_from(["Gunmen", "attacked", "Djibo", "on", "Friday", ".", "Маріуполь", "\n\n", "12", "al-Bab's"])


@pytest.fixture(scope="module")
def tokenizer():
    return open_tokenizer(WEIGHTS / "tokenizer.json")


def halves(text):
    return [(0, len(text) // 2), (len(text) // 2, len(text))]


@given(words=st.lists(WORDS, min_size=1, max_size=400))
def test_every_piece_of_the_text_is_asked_about_in_exactly_one_window(words, tokenizer):
    text = " ".join(words)
    asked = [
        span
        for window in windows(text, halves(text), tokenizer)
        for span, context in zip(window.spans, window.context, strict=True)
        if not context
    ]
    assert asked == tokenizer.encode(text, add_special_tokens=False).offsets


@given(words=st.lists(WORDS, min_size=1, max_size=400))
def test_no_window_is_longer_than_the_longest(words, tokenizer):
    text = " ".join(words)
    assert all(len(window.ids) <= LONGEST for window in windows(text, halves(text), tokenizer))


def test_later_windows_begin_with_the_opening_of_the_report_as_context(tokenizer):
    text = "Shells fell on Kupiansk. " + "The mayor spoke of the harvest again and again. " * 40
    sentences = [(at, at + 48) for at in range(0, len(text), 48)]
    first, second, *_ = windows(text, sentences, tokenizer)
    opening = [span for span, context in zip(second.spans, second.context, strict=True) if context and span != NOWHERE]
    assert opening == [span for span in first.spans if span != NOWHERE][: len(opening)]
    assert opening


def test_a_text_of_nothing_has_no_windows(tokenizer):
    assert list(windows("", [], tokenizer)) == []
