"""A report that means harm shows as text: none of its scripts run, nothing that it names is asked for."""

import pytest
from made_desk import ESCAPED_HERE, HOSTILE


@pytest.fixture
def addresses(desk) -> list[str]:
    report = next(entry.report for entry in desk.store.reports() if "harmed" in entry.report.text)
    claim = next(claim for claim in desk.store.claims() if claim.report == report.id)
    return [
        f"/reports/{report.id}",
        f"/events/{claim.event}",
        f"/review?item={claim.event}",
        f"/review/{claim.event}/edit",
        f"/review/{claim.id}/edit",
        f"/review/{claim.event}/merge?q=raided",
        "/events",
        "/reports",
        "/places/dateline:varda",
        f"/review/claims/new?report={report.id}&start=0&end=7",
    ]


def test_no_script_of_a_report_runs_and_nothing_is_asked_for(desk, open_page, seen, addresses):
    for address in addresses:
        page = open_page(desk.address + address)
        page.wait_for_load_state("networkidle")
        page.mouse.move(300, 300)
        assert page.evaluate("window.harmed") is None, address
        assert page.locator("iframe, img[src='x'], svg image").count() == 0, address
    assert seen.outbound == []
    assert not any(address.endswith("/x") for address in seen.requests)
    assert seen.errors == []


def test_its_mark_up_is_shown_as_it_was_written(desk, open_page, addresses):
    page = open_page(desk.address + addresses[0])
    words = page.locator("main").inner_text()
    assert ESCAPED_HERE in words
    assert "<script>window.harmed=1</script>" in words
    assert "{{ 7 * 7 }} ${7*7}" in words


def test_signs_that_turn_the_direction_are_shown_as_signs(desk, open_page, addresses):
    page = open_page(desk.address + addresses[0])
    words = page.locator("main").inner_text()
    assert "\u202e" in HOSTILE
    assert not {"\u202e", "\u202c", "\u2067", "\u2069"} & set(words)
