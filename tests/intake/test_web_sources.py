import datetime as dt
import ipaddress
import time
from dataclasses import replace

import pytest
from web_server import serving

from dateline.intake import Failure, FetchRules, IntakeOptions, read_sources
from dateline.intake.addresses import is_public
from dateline.records import Report

LOOPBACK = ipaddress.ip_address("127.0.0.1")
RULES = FetchRules(permits=lambda address: address == LOOPBACK or is_public(address), seconds=5)


@pytest.fixture(scope="module")
def server():
    with serving() as address:
        yield address


def read(url: str, rules: FetchRules = RULES) -> Report | Failure:
    (found,) = read_sources([url], options=IntakeOptions(fetch=rules))
    return found


def reason(url: str, rules: FetchRules = RULES) -> str:
    failure = read(url, rules)
    assert isinstance(failure, Failure), failure
    assert failure.source == url
    return failure.reason


def test_a_page_is_fetched_and_read(server):
    report = read(f"{server}/page")
    assert report.text.startswith("Trucks move north\n\nA column of trucks")
    assert report.source == report.url == f"{server}/page"
    assert report.published.date == dt.date(2019, 10, 12)


def test_this_machine_is_refused_unless_the_rules_permit_it(server):
    assert "not a public address" in reason(f"{server}/page", FetchRules())


def test_rows_are_fetched_and_named_by_their_line(server):
    report, failure = read_sources([f"{server}/rows"], options=IntakeOptions(fetch=RULES))
    assert (report.source, failure.source) == (f"{server}/rows:1", f"{server}/rows:2")


def test_the_encoding_that_the_server_declares_is_used(server):
    assert read(f"{server}/czech").text == "Město padlo, řekl úředník včera večer."


@pytest.mark.parametrize("name", ["untyped", "zipped"])
def test_a_page_without_a_type_and_a_compressed_page_are_read(server, name):
    assert read(f"{server}/{name}").title == "Trucks move north"


def test_a_redirect_is_followed_and_the_source_stays_as_given(server):
    report = read(f"{server}/moved")
    assert report.source == f"{server}/moved"
    assert report.url == f"{server}/page/moved"


def test_a_redirect_to_an_address_that_is_not_public_is_refused(server):
    assert "10.0.0.1 is not a public address" in reason(f"{server}/inwards")


def test_a_redirect_to_a_file_is_refused(server):
    assert "only http and https" in reason(f"{server}/tofile")


def test_redirects_without_end_are_given_up(server):
    assert "redirects more than 5 times" in reason(f"{server}/circle")


def test_a_page_that_is_not_there_is_a_failure_with_the_answer(server):
    assert "404" in reason(f"{server}/nothing")


def test_a_picture_is_refused_by_its_type(server):
    assert "image/png" in reason(f"{server}/picture")


def test_a_page_over_the_limit_is_refused(server):
    assert "larger than 100,000 bytes" in reason(f"{server}/large", replace(RULES, max_bytes=100_000))


def test_a_small_page_that_unpacks_beyond_the_limit_is_refused(server):
    assert "larger than 100,000 bytes" in reason(f"{server}/bomb", replace(RULES, max_bytes=100_000))


def test_a_page_that_is_packed_wrongly_is_a_failure(server):
    assert "cannot be fetched" in reason(f"{server}/brokenzip")


@pytest.mark.parametrize("name", ["drip", "slowhead"])
def test_a_server_that_sends_byte_by_byte_is_cut_off_in_time(server, name):
    started = time.monotonic()
    assert "took longer than 0.2 seconds" in reason(f"{server}/{name}", replace(RULES, seconds=0.2))
    assert time.monotonic() - started < 2


def test_a_host_that_refuses_the_connection_is_a_failure():
    assert "cannot be fetched" in reason("http://127.0.0.1:1/")


def test_a_host_without_an_address_is_a_failure():
    def look_up(_: str) -> list[ipaddress.IPv4Address]:
        raise OSError("name not known")

    assert "name not known" in reason("http://nowhere.example/", replace(RULES, look_up=look_up))


def test_the_name_is_looked_up_once_and_that_very_address_is_connected_to(server):
    answers = iter([[LOOPBACK], [ipaddress.ip_address("10.0.0.1")]])
    url = server.replace("127.0.0.1", "wire.example") + "/host"
    report = read(url, replace(RULES, look_up=lambda _: next(answers)))
    assert report.text == f"Asked of {url.removeprefix('http://').removesuffix('/host')}."


def test_a_host_with_one_address_that_is_not_public_is_refused(server):
    both = [LOOPBACK, ipaddress.ip_address("10.0.0.1")]
    url = server.replace("127.0.0.1", "wire.example")
    assert "not a public address" in reason(url, replace(RULES, look_up=lambda _: both))


def test_a_feed_gives_the_reports_of_its_entries_and_names_those_that_fail(server):
    report, failure = read_sources([f"{server}/rss"], options=IntakeOptions(fetch=RULES))
    assert (report.source, failure.source) == (f"{server}/page", f"{server}/missing")


def test_a_feed_in_atom_gives_the_entry_itself_and_not_what_belongs_to_it(server):
    assert read(f"{server}/atom").source == f"{server}/page"


def test_a_feed_without_entries_is_a_failure(server):
    assert "without entries" in reason(f"{server}/emptyfeed")
