"""Every page opens without a complaint, and nobody is kept out by how they see or what they press."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from running_desk import Desk

PAGES: dict[str, Callable[[Desk], str]] = {
    "events": lambda desk: "/events",
    "events-narrowed": lambda desk: "/events?kind=shelling&state=unreviewed",
    "events-none": lambda desk: "/events?q=nothing+of+the+kind",
    "event": lambda desk: f"/events/{desk.event(kinds=('displacement',))}",
    "reports": lambda desk: "/reports",
    "report": lambda desk: f"/reports/{desk.report('Fear in Solva')}",
    "report-arabic": lambda desk: f"/reports/{desk.report('أخبار')}",
    "places": lambda desk: "/places",
    "place": lambda desk: "/places/dateline:solva",
    "actors": lambda desk: "/actors",
    "actor": lambda desk: "/actors/dateline:vale-front",
    "flows": lambda desk: "/flows",
    "review": lambda desk: "/review",
    "review-edit-event": lambda desk: f"/review/{desk.event(kinds=('displacement',))}/edit",
    "review-edit-claim": lambda desk: f"/review/{next(desk.store.claims()).id}/edit",
    "review-merge": lambda desk: f"/review/{desk.event(kinds=('escape',))}/merge",
    "review-split": lambda desk: f"/review/{desk.event(kinds=('escape',))}/split",
    "review-new-claim": lambda desk: f"/review/claims/new?report={desk.report('Fear in Solva')}&start=0&end=4",
    "add": lambda desk: "/add",
    "users": lambda desk: "/users",
    "not-there": lambda desk: "/events/e_0000000000000000",
}
AA = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture(params=PAGES)
def address(request, desk) -> str:
    return desk.address + PAGES[request.param](desk)


def complaints(page) -> list[str]:
    found = Axe().run(page, options=AA).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def test_a_page_opens_with_one_heading_of_its_own_and_no_complaint(address, open_page, seen):
    page = open_page(address)
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").count() == 1
    assert page.title().endswith("Dateline")
    missing = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    assert [error for error in seen.errors if error != missing or "e_0000" not in address] == []
    assert seen.outbound == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_page_breaks_a_rule_of_wcag_aa(address, open_page, dark):
    page = open_page(address, dark=dark)
    page.wait_for_load_state("networkidle")
    assert complaints(page) == []


@pytest.mark.parametrize("name", ["events", "event", "report", "place", "review", "review-edit-claim", "add"])
def test_a_page_fits_the_width_of_a_phone(name, desk, open_page):
    page = open_page(desk.address + PAGES[name](desk), width=360)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_desk_itself_reaches_for_nothing_outside(desk, reached):
    assert reached == []
