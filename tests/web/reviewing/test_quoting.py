"""Words to the characters that say them."""

import datetime as dt
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.records import Report, Span, report_id
from dateline.web.reviewing.quoting import Quotes


def report(text: str) -> Report:
    digest = hashlib.sha256(text.encode()).hexdigest()
    moment = dt.datetime(2024, 5, 1, tzinfo=dt.UTC)
    return Report(id=report_id(text), source="a.txt", language="en", text=text, sha256=digest, retrieved=moment)


TEXT = "Two died in Varda. The mayor of Varda said that more were hurt in Varda later."


def test_words_are_found_where_they_stand_nearest_to_the_trigger():
    near = Span.of(TEXT, TEXT.index("hurt"), TEXT.index("hurt") + 4)
    assert Quotes([report(TEXT)], [], [near]).find("Varda").start == TEXT.rindex("Varda")


def test_a_span_that_the_record_has_already_is_kept():
    first = Span.of(TEXT, TEXT.index("Varda"), TEXT.index("Varda") + 5)
    near = Span.of(TEXT, TEXT.index("hurt"), TEXT.index("hurt") + 4)
    assert Quotes([report(TEXT)], [first], [near]).find("Varda") == first


def test_words_that_no_report_says_are_refused():
    with pytest.raises(InputError, match="does not say that"):
        Quotes([report(TEXT)], []).find("Molnik")


def test_words_are_looked_for_in_one_report_after_the_other():
    other = report("Nobody was hurt in Molnik.")
    assert Quotes([report(TEXT), other], []).find("Molnik").quotes(other.text)


@given(st.text(min_size=1), st.data())
def test_what_is_found_stands_there(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end].strip()
    around = data.draw(st.integers(0, len(text) - 1))
    if words:
        found = Quotes([report(text)], [], [Span.of(text, around, around + 1)]).find(words)
        assert found.quotes(text)
        assert found.text == words
