"""What reports say is shown as text; pages run our own scripts only and reach nobody else."""

import re

import pytest

from dateline.web.security import policy
from tests.browser.made_desk import hostile


@pytest.fixture(scope="module")
def addresses(desk, events):
    report, (claim,) = hostile()
    event = next(one["id"] for one in events if claim.id in one["claims"])
    lists = ["/events", "/reports", "/places", "/actors", "/flows", "/events/map-table", "/events/timeline-table"]
    single = [f"/events/{event}", f"/reports/{report.id}", "/places/dateline:varda", "/actors/dateline:vale-front"]
    return [*lists, *single, "/nothing"]


def test_every_answer_bears_the_strict_headers(desk, addresses):
    for address in addresses:
        headers = desk.get(address).headers
        assert headers["content-security-policy"].startswith("default-src 'self'")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_no_page_has_scripts_or_styles_in_it(desk, addresses):
    for address in addresses:
        page = desk.get(address).text
        assert not re.search(r"<script(?![^>]*\bsrc=\"/static/)", page), address
        assert not re.search(r"<style|\sstyle=|\son\w+=\"|javascript:", page), address


def test_mark_up_in_a_report_is_shown_as_text(desk, addresses):
    for address in addresses:
        page = desk.get(address).text
        assert "<iframe" not in page
        assert "<img" not in page
        assert "onerror='window" not in page.replace("onerror=&#39;window", "")
    report, _ = hostile()
    page = desk.get(f"/reports/{report.id}").text
    assert "&lt;script&gt;window.harmed=1&lt;/script&gt;" in page
    assert "{{ 7 * 7 }}" in page.replace("</span>", "")


def test_signs_that_turn_the_direction_of_text_are_made_visible(desk):
    report, _ = hostile()
    assert "\u202e" in report.text
    page = desk.get(f"/reports/{report.id}").text
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
    assert "\ufffdgninrom eht ni\ufffd" in page


def test_only_the_host_of_street_tiles_may_be_reached_and_only_where_it_is_given():
    assert "tiles.example" not in policy(None)
    assert "img-src 'self' data: blob: https://tiles.example;" in policy("https://tiles.example")


def test_an_address_of_a_report_that_is_no_web_address_is_no_link(client):
    from tests.browser.made_desk import make_report

    report = make_report("A bridge is shut.", None, "Wire", url="javascript:alert(1)")
    client.app.state.store.save(report, [], "made up 1")
    assert 'href="javascript' not in client.get(f"/reports/{report.id}").text
