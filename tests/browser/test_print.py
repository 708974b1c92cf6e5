"""An event on paper is a brief: what is told, by whom and where it stands, and nothing to press."""

from looking import Open
from running_desk import Desk


def test_a_printed_event_is_the_record_and_nothing_to_press(desk: Desk, open_page: Open) -> None:
    event = desk.event(kinds=("displacement",))
    page = open_page(f"{desk.address}/events/{event}")
    page.emulate_media(media="print")
    shown = page.locator("button:visible, input:visible, select:visible, textarea:visible, nav:visible, form:visible")
    assert shown.count() == 0
    assert page.locator("h1").is_visible()
    assert page.locator("blockquote:visible").count() > 0
    told = page.locator("main").inner_text()
    for entry in desk.store.browsing.event(event).claims:
        assert (entry.report.url or entry.report.source) in told
