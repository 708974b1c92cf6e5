"""/reports and /reports/ID: the list, and a text with its claims marked."""

import html
import re

import pytest

from dateline.records import Rejected
from tests.browser.made_desk import arabic, told, unsure


@pytest.fixture(scope="module")
def page(desk):
    return desk.get(f"/reports/{unsure()[0].id}").text


def text_of(page):
    body = re.search(r'<div class="text"[^>]*>(.*?)</div>', page, re.S)
    assert body
    lines = re.findall(r"<(?:p|h1)[^>]*>(.*?)</(?:p|h1)>", body[1], re.S)
    plain = (re.sub(r"<[^>]+>", "", re.sub(r"<sup.*?</sup>", "", line)) for line in lines)
    return [html.unescape(line) for line in plain]


def test_the_text_is_there_whole_whatever_is_marked_in_it(page):
    assert text_of(page) == [line for line in unsure()[0].text.splitlines() if line]


def test_every_claim_is_marked_where_its_words_stand_and_told_beside_the_text(page):
    for claim in unsure()[1]:
        assert re.search(rf'id="{claim.id}" href="#card-{claim.id}"', page)
        assert f'id="card-{claim.id}"' in page


def test_a_mark_says_in_words_of_which_kind_it_is_and_how_it_is_told(page):
    labels = re.findall(r'class="w trigger [^>]*aria-label="([^"]*)"', page)
    assert labels[1] == "shelled – shelling, denied, claim 2"


def test_pieces_tell_their_offset_so_that_selected_words_can_be_made_a_claim(page):
    text = unsure()[0].text
    for offset, piece in re.findall(r'data-at="(\d+)"[^>]*>([^<]+)<', page):
        assert text.startswith(html.unescape(piece), int(offset))
    assert 'action="/review/claims/new"' in page


def test_text_from_right_to_left_finds_its_own_direction(desk):
    page = desk.get(f"/reports/{arabic()[0].id}").text
    assert '<div class="text" id="text" lang="ar"' in page
    assert re.search(r'<h1 class="headline" id="title" dir="auto"><span data-at="0">أخبار القرية</span>', page)
    assert "not yet read" in page


def test_the_list_finds_reports_by_publisher_and_by_whether_they_were_read(desk):
    assert len(desk.get("/reports.json?q=hill radio").json()["reports"]) == 2
    (unread,) = desk.get("/reports.json?unread=true").json()["reports"]
    assert unread["language"] == "ar"
    assert "Fear in Solva" in desk.get("/reports?q=hill+radio").text


def test_a_report_comes_with_its_claims_in_each_form(desk):
    report, claims = told(3)
    found = desk.get(f"/reports/{report.id}.json").json()
    assert found["report"]["text"] == report.text
    assert [claim["id"] for claim in found["claims"]] == [claim.id for claim in claims]
    assert claims[0].id in desk.get(f"/reports/{report.id}.csv").text


def test_a_rejected_claim_is_told_apart_with_who_rejected_it_and_why(database, client):
    report, (claim,) = told(5)
    store = client.app.state.store
    store.save(report, [claim], "made up 1")
    store.reviewer("Ann Lee").reject(claim.id, "a drill, not a raid")
    page = client.get(f"/reports/{report.id}").text
    assert "1 rejected claim" in page
    assert "a drill, not a raid" in page
    assert "Ann Lee" in page
    assert f'id="card-{claim.id}"' not in page


def test_what_the_reader_took_for_no_claim_is_told_with_the_reason(database, client):
    report, claims = told(4)
    sentence = claims[0].sentence
    one = Rejected(report=report.id, kind="protest", trigger=sentence, sentence=sentence, score=0.34, reason="no_claim")
    client.app.state.store.save(report, claims, "made up 1", rejected=[one])
    page = client.get(f"/reports/{report.id}").text
    assert "1 passage that the reader took for no claim" in page
    assert "probably nothing is told there · 34 % likely to be one" in page
    assert client.get(f"/reports/{report.id}.json").json()["rejected"] == [one.model_dump(mode="json")]


def test_a_report_that_is_not_there_is_named_with_a_reason(desk):
    page = desk.get("/reports/r_0000000000000000")
    assert page.status_code == 404
    assert "there is no such report" in page.text


def test_an_empty_desk_says_how_reports_are_added(empty_desk):
    assert 'href="/add"' in empty_desk.get("/reports").text
