import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dateline.records import Span

TEXTS = st.text(min_size=1, max_size=60)


@given(TEXTS, st.data())
def test_a_span_taken_from_a_text_quotes_it_exactly(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    span = Span.of(text, start, end)

    assert text[span.start : span.end] == span.text
    assert span.quotes(text)


def test_offsets_count_code_points_not_bytes():
    text = "عين عيسى fell 🕊 quiet"

    span = Span.of(text, text.index("fell"), text.index("fell") + 4)

    assert (span.start, span.end, span.text) == (9, 13, "fell")


@given(TEXTS, st.integers(0, 50), st.integers(0, 150))
def test_a_span_whose_offsets_do_not_fit_its_text_is_refused(text, start, end):
    if end - start == len(text):
        return
    with pytest.raises(ValidationError):
        Span(text=text, start=start, end=end)


def test_a_span_does_not_quote_another_text():
    assert not Span.of("Guards fled the camp", 0, 6).quotes("Troops fled the camp")
