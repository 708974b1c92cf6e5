"""What a person gives, as reports."""

import datetime as dt

import pytest

from dateline.errors import InputError
from dateline.intake import Failure, IntakeOptions
from dateline.records import Report
from dateline.web.adding.given import MOST_ADDRESSES, all_of, fetched, pasted, uploaded

OPTIONS = IntakeOptions()
TEXT = "Shots at the bridge\n\nTwo guards were shot at the old bridge, the council said."


def reports(*given) -> list[Report]:
    return [item for item in all_of(given) if isinstance(item, Report)]


def test_pasted_text_is_a_report_named_after_its_first_line():
    given = pasted(TEXT, None, OPTIONS)
    (report,) = reports(given)
    assert (given.name, report.text) == ("Shots at the bridge", TEXT)


def test_the_day_that_a_person_gives_is_said_to_be_given():
    (report,) = reports(pasted(TEXT, dt.date(2019, 10, 13), OPTIONS))
    assert (report.published.date, report.published.basis) == (dt.date(2019, 10, 13), "given")


def test_a_day_that_the_text_states_goes_before_the_one_given():
    rows = b'{"text": "Shots were fired.", "published": "2019-10-12"}'
    (report,) = reports(uploaded("wire.jsonl", rows, dt.date(2020, 1, 1), OPTIONS))
    assert report.published.date == dt.date(2019, 10, 12)


def test_two_files_of_one_name_are_two_sources():
    one, two = (reports(uploaded("report.txt", text, None, OPTIONS))[0] for text in (b"Shots fell.", b"Shells fell."))
    assert one.source != two.source
    assert one.source.endswith("/report.txt")


def test_the_folder_that_a_browser_tells_of_a_file_is_left_out():
    assert uploaded("C:\\secret\\report.txt", b"x", None, OPTIONS).name == "report.txt"


def test_a_page_is_read_as_a_page():
    page = b"<html><body><h1>Trucks move</h1><p>A column of trucks left the barracks before dawn.</p></body></html>"
    (report,) = reports(uploaded("page.html", page, None, OPTIONS))
    assert "<p>" not in report.text


def test_a_file_that_holds_nothing_is_a_failure_beside_those_that_do():
    given = [uploaded("empty.txt", b"", None, OPTIONS), pasted(TEXT, None, OPTIONS)]
    failure, report = all_of(given)
    assert isinstance(failure, Failure)
    assert failure.source.endswith("/empty.txt")
    assert isinstance(report, Report)


def test_only_web_addresses_are_taken():
    with pytest.raises(InputError, match=r"no http\(s\) address"):
        fetched("https://example.org/a\nfile:///etc/passwd", OPTIONS)


def test_this_machine_is_not_reached_by_an_address():
    (failure,) = all_of(fetched("http://127.0.0.1:1/", OPTIONS))
    assert isinstance(failure, Failure)
    assert "not a public address" in failure.reason


def test_too_many_addresses_at_once_are_refused():
    with pytest.raises(InputError, match="at a time"):
        fetched(" ".join(f"https://example.org/{n}" for n in range(MOST_ADDRESSES + 1)), OPTIONS)
