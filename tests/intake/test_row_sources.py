import datetime as dt
import hashlib
import json

import pytest

from dateline.intake import Failure, IntakeOptions, read_sources
from dateline.records import Report

TEXT = "Shells fell on  Tal Rifaat\nBack to top\n\n  Three people were hurt.\t\n"


@pytest.fixture
def read_row(read_file):
    """Reads a file of one row."""

    def read(**fields):
        (found,) = read_file("rows.jsonl", json.dumps(fields))
        return found

    return read


def test_a_text_is_taken_as_it_stands(read_row):
    assert read_row(text=TEXT).text == TEXT


def test_a_lone_surrogate_is_replaced_one_for_one(read_row):
    assert read_row(text="a\ud800b fell").text == "a\ufffdb fell"


def test_a_title_becomes_the_first_line(read_row):
    assert read_row(text=TEXT, title="A town\nunder fire").text == f"A town under fire\n\n{TEXT}"


def test_a_text_that_begins_with_its_title_is_left_alone(read_row):
    report = read_row(text=TEXT, title="Shells fell on")
    assert report.text == TEXT
    assert report.title == "Shells fell on"


def test_a_report_is_named_by_its_id_else_its_url_else_its_line(read_file, tmp_path):
    rows = [{"id": "wire-7", "url": "https://example.org/7"}, {"url": "https://example.org/8"}, {}]
    read = read_file("rows.jsonl", "\n".join(json.dumps({"text": TEXT, **row}) for row in rows))
    assert [report.source for report in read] == ["wire-7", "https://example.org/8", f"{tmp_path}/rows.jsonl:3"]
    assert [report.url for report in read] == ["https://example.org/7", "https://example.org/8", None]


def test_the_day_of_publication_is_given(read_row):
    report = read_row(text=TEXT, published="2019-10-12", publisher="Example Wire")
    assert (report.published.date, report.published.basis) == (dt.date(2019, 10, 12), "given")
    assert report.publisher == "Example Wire"


def test_without_a_day_of_publication_it_is_unknown(read_row):
    assert read_row(text="QAMISHLI, 12 October 2019 (Wire) - Shells fell.").published.basis == "unknown"


@pytest.mark.parametrize("day", ["2019-13-01", "12/10/2019", "2019-10-1", "", "20191012", 20191012, ["2019-10-12"]])
def test_a_wrong_date_is_a_failure_that_names_line_and_field(read_row, tmp_path, day):
    failure = read_row(text=TEXT, published=day)
    assert isinstance(failure, Failure)
    assert failure.source == f"{tmp_path}/rows.jsonl:1"
    assert "'published'" in failure.reason
    assert "YYYY-MM-DD" in failure.reason


def test_a_date_may_be_followed_by_a_time(read_row):
    assert read_row(text=TEXT, published="2019-10-12T08:00:00Z").published.date == dt.date(2019, 10, 12)


def test_unknown_fields_are_ignored(read_row):
    assert isinstance(read_row(text=TEXT, lang="en", tags=["syria"]), Report)


@pytest.mark.parametrize("field", ["text", "title", "url", "publisher", "id"])
def test_a_field_of_the_wrong_type_is_a_failure_that_names_it(read_row, field):
    failure = read_row(**{"text": TEXT, field: 7})
    assert isinstance(failure, Failure)
    assert f"'{field}'" in failure.reason


@pytest.mark.parametrize("fields", [{}, {"text": TEXT, "html": "<p>Shells fell.</p>"}, {"title": "A town"}])
def test_a_row_needs_one_of_text_and_html(read_row, fields):
    assert "'text' or 'html'" in read_row(**fields).reason


def test_a_page_in_a_row_is_read_as_a_page(read_row):
    story = "<h1>Old head</h1><p>Shells fell on the market of Tal Rifaat, doctors said.</p>"
    page = f"<nav>Home</nav><article>{story}</article>"
    report = read_row(html=page, title="New head")
    assert report.text == "New head\n\nShells fell on the market of Tal Rifaat, doctors said."


@pytest.mark.parametrize(
    "bad",
    [
        b"{broken",
        b"[1, 2]",
        b'"text"',
        b"\xff\xfe{}",
        b'{"text": "   "}',
        b"[" * 100_000,
        b'{"text": ' + b"9" * 5000 + b"}",
    ],
)
def test_a_bad_row_is_named_and_stops_no_other(read_file, tmp_path, bad):
    good = json.dumps({"text": TEXT}).encode()
    before, failure, after = read_file("rows.jsonl", good + b"\n" + bad + b"\n" + good)
    assert isinstance(before, Report)
    assert isinstance(after, Report)
    assert failure.source == f"{tmp_path}/rows.jsonl:2"


def test_blank_lines_are_passed_over_and_counted_in_line_numbers(read_file):
    rows = read_file("rows.jsonl", '\n\r\n{"text": "Shells fell."}\n\n')
    assert [report.source.rpartition(":")[2] for report in rows] == ["3"]


def test_a_row_over_the_limit_is_a_failure_and_the_next_is_read(tmp_path):
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"text": "x" * 500}) + '\n{"text": "Shells fell."}\n')
    failure, report = read_sources([str(file)], options=IntakeOptions(max_row_bytes=100))
    assert failure == Failure(f"{file}:1", "the row is longer than 100 bytes; split it")
    assert report.text == "Shells fell."


def test_the_hash_is_of_the_bytes_of_the_line_without_its_end(read_file):
    line = b'{"text": "Shells fell."}'
    (report,) = read_file("rows.jsonl", b"\xef\xbb\xbf" + line + b"\r\n")
    assert report.sha256 == hashlib.sha256(line).hexdigest()
