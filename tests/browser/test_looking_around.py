"""The events page and a report as a person uses them: one question moves list, map, timeline and address together."""

import re

from made_desk import unsure
from playwright.sync_api import expect


def test_a_condition_changes_list_and_address_and_keeps_the_place_of_the_keyboard(desk, open_page):
    page = open_page(f"{desk.address}/events")
    page.get_by_label("shelling").check()
    expect(page).to_have_url(re.compile(r"/events\?kind=shelling$"))
    expect(page.get_by_label("shelling")).to_be_focused()
    page.locator("#sort").select_option("killed")
    expect(page).to_have_url(re.compile(r"kind=shelling&sort=killed$"))
    page.go_back(wait_until="commit")
    expect(page).to_have_url(re.compile(r"/events\?kind=shelling$"))
    expect(page.locator("#list-title")).not_to_have_text(re.compile(r"^5\d"))


def test_a_stretch_of_the_timeline_chooses_its_days(desk, open_page):
    page = open_page(f"{desk.address}/events")
    bars = page.locator("#timeline .u-over")
    expect(bars).to_be_visible()
    bars.drag_to(bars, source_position={"x": 100, "y": 20}, target_position={"x": 260, "y": 20})
    expect(page).to_have_url(re.compile(r"since=20\d\d-\d\d-\d\d&until=20\d\d-\d\d-\d\d"))
    expect(page.locator("#since")).not_to_have_value("")


def test_the_table_of_the_map_follows_the_conditions(desk, open_page):
    page = open_page(f"{desk.address}/events?kind=displacement")
    page.get_by_text("The map as a table").click()
    number = page.locator("#map-table tbody tr").first.locator("td").nth(2)
    expect(number).to_have_text("1")
    page.get_by_label("shelling").check()
    expect(number).not_to_have_text("1")


def test_keys_step_through_the_claims_of_a_report(desk, open_page):
    page = open_page(f"{desk.address}/reports/{unsure()[0].id}")
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page.locator(".claim-card.lit .claim-number")).to_have_text("2")
    page.keyboard.press("p")
    expect(page.locator(".claim-card.lit .claim-number")).to_have_text("1")
    page.keyboard.press("Escape")
    expect(page.locator(".claim-card.lit")).to_have_count(0)


def test_selected_words_are_offered_as_a_claim_at_their_own_offsets(desk, open_page):
    report, _ = unsure()
    page = open_page(f"{desk.address}/reports/{report.id}")
    page.get_by_text("Elders", exact=False).first.dblclick(position={"x": 12, "y": 8})
    page.get_by_role("button", name="Add a claim here").click()
    start = report.text.index("Elders")
    expect(page).to_have_url(re.compile(rf"start={start}&end={start + len('Elders')}"))
