"""Steps of review as the pages take them, each with a name and a reason."""

import datetime as dt
import hashlib

import pytest

from dateline.records import Claim, Report, Span, claim_id, report_id
from dateline.store import Store

TEXTS = ("Rebels shelled Varda at dawn, a council said.", "Guards fled Molnik after dark, a driver said.")


def report(text: str) -> Report:
    digest = hashlib.sha256(text.encode()).hexdigest()
    moment = dt.datetime(2024, 5, 1, tzinfo=dt.UTC)
    return Report(id=report_id(text), source=text[:6], language="en", text=text, sha256=digest, retrieved=moment)


def claim(told: Report, kind: str, words: str) -> Claim:
    start = told.text.index(words)
    return Claim(
        id=claim_id(told.id, kind, start, start + len(words)),
        report=told.id,
        kind=kind,
        trigger=Span.of(told.text, start, start + len(words)),
        sentence=Span.of(told.text, 0, len(told.text)),
        score=0.5,
    )


@pytest.fixture
def store(client) -> Store:
    store: Store = client.app.state.store
    one, two = map(report, TEXTS)
    store.save(one, [claim(one, "shelling", "shelled")], "reader 1")
    store.save(two, [claim(two, "escape", "fled")], "reader 1")
    return store


@pytest.fixture
def events(store) -> list[str]:
    return sorted(event.id for event in store.events())


def last(store: Store) -> tuple[str, str]:
    entry = [entry for entry in store.log() if entry.by not in ("", "reader 1")][-1]
    return entry.action, entry.reason


def test_an_event_is_accepted_with_a_reason(client, store, events):
    answer = client.post("/review/accept", data={"subject": events[0], "reason": " two papers ", "next": "/review"})
    assert answer.headers["location"].startswith("/review?done=")
    assert store.event(events[0]).review.state == "accepted"
    assert last(store) == ("accept", "two papers")


def test_a_reason_left_empty_says_what_the_step_says(client, store, events):
    client.post("/review/reject", data={"subject": events[0]})
    assert last(store) == ("reject", "not right")


def test_two_events_are_merged_and_taken_apart_again(client, store, events):
    client.post("/review/merge", data={"event": events[0], "other": events[1]})
    merged = store.event(events[0])
    assert len(merged.claims) == 2
    client.post("/review/split", data={"event": events[0], "claim": merged.claims[1]})
    assert [len(event.claims) for event in store.events()] == [1, 1]


def test_undo_takes_back_the_persons_own_last_step_and_no_other(client, store, events):
    client.post("/review/accept", data={"subject": events[0]})
    store.reviewer("somebody else").accept(events[1], "yes")
    client.post("/review/undo")
    assert store.event(events[0]).review.state == "unreviewed"
    assert store.event(events[1]).review.state == "accepted"


def test_there_is_nothing_to_undo_for_who_did_nothing(client, store):
    assert client.post("/review/undo").status_code == 400


def test_a_step_leads_to_pages_of_the_desk_only(client, events):
    answer = client.post("/review/accept", data={"subject": events[0], "next": "https://elsewhere.example/"})
    assert answer.headers["location"].startswith("/review?done=")


def test_a_claim_is_added_from_words_of_a_report(client, store):
    told = report(TEXTS[0])
    assert "at dawn" in client.get(f"/review/claims/new?report={told.id}&start=21&end=28").text
    answer = client.post("/review/claims", data={"report": told.id, "kind": "killing", "start": 21, "end": 28})
    assert "/edit" in answer.headers["location"]
    added = [one for one in store.claims() if one.kind == "killing"]
    assert [one.trigger.text for one in added] == [TEXTS[0][21:28]]


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ({"kind": "rumour", "start": 0, "end": 3}, "is no kind"),
        ({"kind": "killing", "start": 9, "end": 9}, "select some"),
    ],
)
def test_a_claim_that_cannot_be_is_not_added(client, store, form, reason):
    answer = client.post("/review/claims", data={"report": report(TEXTS[0]).id, **form})
    assert answer.status_code == 400
    assert reason in answer.text


@pytest.mark.parametrize("path", ["e_0000000000000000/edit", "c_0000000000000000/edit", "e_0000000000000000/merge"])
def test_what_is_not_there_is_said_not_to_be(client, store, path):
    assert client.get(f"/review/{path}").status_code in (400, 404)


def test_what_does_not_wait_any_more_is_still_shown(client, store, events):
    client.post("/review/accept", data={"subject": events[0]})
    page = client.get(f"/review?item={events[0]}").text
    assert "accepted" in page
