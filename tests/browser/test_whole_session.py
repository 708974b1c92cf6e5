"""One session from end to end: a report comes in, its claims are seen, corrected, merged, undone, and taken out."""

import csv
import io
import json

from playwright.sync_api import Page, expect

TEXT = (
    "Guards overpowered at Molnik prison\n\n"
    "At least 30 prisoners escaped from a prison in Raqqa on 3 May 2019, a police spokesman said. "
    "Rebels shelled the town of Manbij on the same day, killing 4 civilians."
)


def by_key(page: Page, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def fetched(page: Page, address: str) -> str:
    return page.context.request.get(address).text()


def test_a_report_is_pasted_checked_merged_and_exported(own_desk, open_page, seen, picture):
    page = open_page(f"{own_desk.address}/add")
    page.get_by_label("Text of a report").fill(TEXT)
    picture(page, "add")
    page.get_by_role("button", name="Read").click()
    expect(page.locator(".job").first).to_contain_text("done", timeout=90_000)

    page.locator(".job").first.get_by_role("link", name="Guards overpowered").click()
    expect(page.locator("main")).to_contain_text("30 prisoners escaped")
    report = page.url.partition("/reports/")[2].partition("#")[0]
    claims = [claim for claim in own_desk.store.claims() if claim.report == report]
    escape = next(claim for claim in claims if claim.kind == "escape")

    page.goto(f"{own_desk.address}/review?item={escape.event}")
    by_key(page, "e")
    page.goto(f"{own_desk.address}/review/{escape.id}/edit?next=/review%3Fitem={escape.event}")
    page.get_by_label("certainty").select_option("probable")
    page.get_by_label("Reason").fill("only a spokesman says so")
    picture(page, "edit")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#done")).to_contain_text("only a spokesman says so")
    corrected = next(claim for claim in own_desk.store.claims() if claim.id == escape.id)
    assert corrected.certainty == "probable"

    other = next(claim.event for claim in own_desk.store.claims() if claim.kind == "escape" and claim.report != report)
    page.goto(f"{own_desk.address}/review/{escape.event}/merge?q={other}")
    page.locator(f"input[type=checkbox][value='{other}']").check()
    picture(page, "merge")
    page.get_by_role("button", name="Merge").click()
    expect(page.locator("#done")).to_contain_text(escape.event[:10])
    merged = own_desk.store.event(escape.event)
    assert own_desk.store.event(other) is None
    assert (len(merged.claims), merged.review.state) == (2, "edited")

    by_key(page, "u")
    assert own_desk.store.event(other) is not None
    assert len(own_desk.store.event(escape.event).claims) == 1

    listed = f"{own_desk.address}/events"
    assert escape.event in fetched(page, f"{listed}.json?kind=escape")
    rows = list(csv.DictReader(io.StringIO(fetched(page, f"{listed}.csv?kind=escape"))))
    assert escape.event in {value for row in rows for value in row.values()}
    assert json.loads(fetched(page, f"{listed}.geojson?kind=escape"))["type"] == "FeatureCollection"
    assert own_desk.store.verify().faults == []
    assert seen.outbound == []
    assert seen.errors == []


def test_what_cannot_be_read_is_told_with_its_reason(desk, open_page):
    page = open_page(f"{desk.address}/add")
    page.get_by_label("Addresses").fill("http://127.0.0.1:9/secret")
    page.get_by_role("button", name="Read").click()
    expect(page.locator(".job").first).to_contain_text("is not a public address", timeout=20_000)


def test_a_form_that_cannot_be_says_why_and_changes_nothing(desk, open_page):
    claim = next(desk.store.claims())
    page = open_page(f"{desk.address}/review/{claim.id}/edit")
    page.locator("#places-0-words").fill("Atlantis")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("does not say that")
    assert next(one for one in desk.store.claims() if one.id == claim.id) == claim
