import json
from io import BytesIO

import pytest

from dateline.intake import Failure, IntakeOptions, read_sources
from dateline.records import Report

STORY = "Convoy reaches Derik\n\nA convoy of forty trucks reached Derik on Friday, a border official said."


def test_plain_text_on_standard_input():
    (report,) = read_sources(["-"], stdin=BytesIO(STORY.encode()))
    assert (report.source, report.text) == ("-", STORY)


@pytest.mark.parametrize(
    "start", ["<!doctype html><html>", "<html>", "\n\n  <!-- saved --><html>", '<?xml version="1.0"?><html>']
)
def test_a_page_on_standard_input(start):
    page = f"{start}<body><h1>Convoy</h1><p>{STORY}</p></body></html>"
    (report,) = read_sources(["-"], stdin=BytesIO(page.encode()))
    assert report.title == "Convoy"


def test_rows_on_standard_input_are_named_by_their_line():
    rows = json.dumps({"text": STORY}) + '\n{"text": broken}\n'
    report, failure = read_sources(["-"], stdin=BytesIO(rows.encode()))
    assert (report.source, failure.source) == ("-:1", "-:2")


def test_a_broken_first_row_is_a_failure_and_no_plain_text():
    (failure,) = read_sources(["-"], stdin=BytesIO(b'{"text": "Shells fell'))
    assert isinstance(failure, Failure)
    assert failure.source == "-:1"


class _Halting(BytesIO):
    """A pipe whose writer has sent one row and goes on working."""

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        assert line, "asked for more than there is yet"
        return line


def test_a_row_is_read_as_soon_as_it_has_come():
    reports = read_sources(["-"], stdin=_Halting(json.dumps({"text": STORY}).encode() + b"\n"))
    assert isinstance(next(reports), Report)


def test_nothing_on_standard_input_is_a_failure():
    (failure,) = read_sources(["-"], stdin=BytesIO())
    assert isinstance(failure, Failure)
    assert "holds no text" in failure.reason


def test_too_much_on_standard_input_is_a_failure():
    (failure,) = read_sources(["-"], stdin=BytesIO(STORY.encode()), options=IntakeOptions(max_document_bytes=20))
    assert "larger than 20 bytes" in failure.reason
