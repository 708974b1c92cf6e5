"""Every page opens without a complaint, and nobody is kept out by how they see or what they press."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from looking import Seen, opener, take_picture
from playwright.sync_api import Browser, Page
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
    "sign-in": lambda desk: "/sign-in",
    "not-there": lambda desk: "/events/e_0000000000000000",
}
IN_FRENCH = ("events", "event", "report", "place", "actor", "flows", "review", "review-edit-claim", "add", "sign-in")
PHONE = 360
PICTURED = {"events", "event", "report", "place", "flows"}
AA = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


MISSING = "Failed to load resource: the server responded with a status of 404 (Not Found)"


class Visit(NamedTuple):
    """What one look at a page came to."""

    title: str
    headings: int
    errors: list[str]
    outbound: list[str]
    broken: dict[str, list[str]]
    phone_width: int


@pytest.fixture(scope="module", params=[(name, "en-GB") for name in PAGES] + [(name, "fr-FR") for name in IN_FRENCH])
def visit(request: pytest.FixtureRequest, desk: Desk, browser: Browser) -> Visit:
    """One look at a page, in light, in dark, and as narrow as a phone; all tests of the page are of this one."""
    seen = Seen()
    name, locale = request.param
    with ExitStack() as stack:
        page = opener(browser, seen, stack)(desk.address + PAGES[name](desk), locale=locale)
        page.wait_for_load_state("networkidle")
        if name in PICTURED and locale == "en-GB":
            take_picture(page, name)
        broken = {"light": complaints(page)}
        page.emulate_media(color_scheme="dark")
        broken["dark"] = complaints(page)
        page.set_viewport_size({"width": PHONE, "height": 740})
        expected = {MISSING} if name == "not-there" else set()
        return Visit(
            page.title(),
            page.locator("h1").count(),
            [error for error in seen.errors if error not in expected],
            seen.outbound,
            broken,
            page.evaluate("document.documentElement.scrollWidth"),
        )


def complaints(page: Page) -> list[str]:
    found = Axe().run(page, options=AA).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def test_a_page_opens_under_a_heading_and_title_of_its_own(visit: Visit):
    assert visit.headings == 1
    assert visit.title.endswith(" · Dateline")


def test_no_page_complains_on_the_console(visit: Visit):
    assert visit.errors == []


def test_no_page_asks_for_anything_outside(visit: Visit):
    assert visit.outbound == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_wcag_aa(visit: Visit, scheme: str):
    assert visit.broken[scheme] == []


def test_every_page_fits_the_width_of_a_phone(visit: Visit):
    assert visit.phone_width <= PHONE


def test_the_desk_itself_reaches_for_nothing_outside(desk: Desk, reached: list[str]):
    assert reached == []
