"""The queue worked through with the keyboard alone."""

import re

import pytest
from made_desk import QUEUED
from playwright.sync_api import Page, expect
from running_desk import Desk

from dateline.store import EventFilter

# Accept, accept, reject, skip: as a person might go through a queue.
KEYS = ("a", "a", "x", " ")


def press(page: Page, key: str) -> None:
    """Press a key, and wait until the page that comes of it is there."""
    with page.expect_navigation():
        page.keyboard.press(key)


def waiting(page: Page) -> int:
    return int(re.findall(r"\d+", page.locator(".queue .head").inner_text())[0])


def number_of(desk: Desk, state: str) -> int:
    return len(list(desk.store.events(EventFilter(states=(state,)))))


def test_fifty_events_are_reviewed_without_a_mouse(own_desk, open_page, seen, picture):
    page = open_page(f"{own_desk.address}/review")
    picture(page, "review")
    before = waiting(page)
    for number in range(QUEUED):
        press(page, KEYS[number % len(KEYS)])
    skipped = QUEUED // len(KEYS)
    assert before - waiting(page) == QUEUED - skipped
    assert number_of(own_desk, "accepted") == 2 * QUEUED // len(KEYS) + 1
    assert number_of(own_desk, "rejected") == QUEUED // len(KEYS)
    assert seen.errors == []


def test_each_step_has_a_name_and_a_reason(own_desk, open_page):
    page = open_page(f"{own_desk.address}/review")
    page.keyboard.press("r")
    page.keyboard.type("two papers say so")
    page.keyboard.press("Enter")
    press(page, "a")
    last = list(own_desk.store.log())[-1]
    assert (last.action, last.reason) == ("accept", "two papers say so")
    assert last.by


def test_the_last_step_is_taken_back(own_desk, open_page):
    page = open_page(f"{own_desk.address}/review")
    before = waiting(page)
    press(page, "a")
    press(page, "u")
    assert waiting(page) == before
    assert [entry.action for entry in own_desk.store.log()][-2:] == ["accept", "undo"]


def test_j_and_k_move_through_the_queue(desk, open_page):
    page = open_page(f"{desk.address}/review")
    items = page.locator(".queue li a")
    first, second = (items.nth(n).get_attribute("data-item") for n in (0, 1))
    press(page, "j")
    expect(page.locator(".queue a[aria-current]")).to_have_attribute("data-item", second)
    press(page, "k")
    expect(page.locator(".queue a[aria-current]")).to_have_attribute("data-item", first)


def test_the_question_mark_shows_all_keys_and_hides_them_again(desk, open_page):
    page = open_page(f"{desk.address}/review")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("merge with another event")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_keys_are_letters_while_words_are_typed(desk, open_page):
    page = open_page(f"{desk.address}/review")
    page.keyboard.press("r")
    page.keyboard.type("axe")
    expect(page.locator("#reason")).to_have_value("axe")
    expect(page).to_have_url(f"{desk.address}/review")


@pytest.mark.parametrize(("key", "heading"), [("e", "Edit this event"), ("m", "Merge with another event")])
def test_forms_open_by_a_key_and_escape_comes_back(desk, open_page, key, heading):
    page = open_page(f"{desk.address}/review")
    press(page, key)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    press(page, "Escape")
    expect(page.get_by_role("heading", level=1)).to_have_text("Review")
