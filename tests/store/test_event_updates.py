"""Events follow their claims: only those touched change, ids live on, and the order of arrival does not matter."""

import random

import pytest
from made_records import CAMP, camp_claims, make_claim, make_report

from dateline.records import Event, Report
from dateline.store import ClaimFilter, EventFilter, Store

TOWNS = ("Manbij", "Kobani", "Raqqa", "Tabqa")


def reports() -> list[Report]:
    """Reports in pairs: two tell of the same flight; others of shells on different towns."""
    copies = [make_report(f"{word} " + CAMP, source=f"{word}.txt") for word in ("Early.", "Late.")]
    shells = [make_report(f"Shells fell on {town}. Nobody was hurt.", source=f"{town}.txt") for town in TOWNS]
    return copies + shells


def save(store: Store, report: Report, version: str = "reader 1") -> None:
    shells = report.text.startswith("Shells")
    store.save(report, [make_claim(report, "shelling", "Shells")] if shells else camp_claims(report), version)


def groups(store: Store) -> set[frozenset[str]]:
    return {frozenset(event.claims) for event in store.events()}


@pytest.fixture
def stored(store: Store) -> Store:
    for report in reports():
        save(store, report)
    return store


def test_every_claim_is_in_one_event_and_says_which(stored: Store) -> None:
    members = [claim for event in stored.events() for claim in event.claims]
    assert sorted(members) == sorted(claim.id for claim in stored.claims())
    assert {claim.event for claim in stored.claims()} == {event.id for event in stored.events()}


def test_two_reports_of_one_occurrence_are_one_event(stored: Store) -> None:
    (flight,) = stored.events(EventFilter(kinds=("escape",)))
    assert (flight.reports, len(flight.claims)) == (2, 2)


def test_a_new_report_changes_only_the_events_that_it_touches(stored: Store) -> None:
    before = {event.id: event for event in stored.events()}
    save(stored, make_report("Third. " + CAMP, source="third.txt"))
    after = {event.id: event for event in stored.events()}
    assert set(before) <= set(after)
    changed = {event for event in before if before[event] != after[event]}
    assert {after[event].kind for event in changed} <= {"escape", "withdrawal"}


def test_reading_again_keeps_every_event_and_its_id(stored: Store) -> None:
    before = list(stored.events())
    for report in reports():
        save(stored, report, "reader 2")
    assert list(stored.events()) == before


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_arrival_does_not_matter(store: Store, seed: int) -> None:
    shuffled = reports()
    random.Random(seed).shuffle(shuffled)
    for report in shuffled:
        save(store, report)
    one_by_one = groups(store)
    store.judge_all()
    assert groups(store) == one_by_one
    assert sum(len(group) == 2 for group in one_by_one) >= 1


def test_an_event_goes_when_its_last_claim_goes(stored: Store) -> None:
    report = reports()[-1]
    stored.save(report, [], "reader 2")
    assert TOWNS[-1] not in str([event.claims for event in stored.events()])
    assert stored.verify().faults == []


def test_events_are_found_by_their_kind_and_what_their_claims_say(stored: Store) -> None:
    assert [event.kind for event in stored.events(EventFilter(told=ClaimFilter(text="fell on kob")))] == ["shelling"]
    assert list(stored.events(EventFilter(kinds=("battle",)))) == []


def test_near_and_settled_events_are_the_same_where_many_hang_together(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.store.events.AT_ONCE", 4)
    for number in range(8):
        save(store, make_report(f"Number {number}. " + CAMP, source=f"{number}.txt"))
    assert store.settle_events()
    assert not store.settle_events()
    (flight,) = store.events(EventFilter(kinds=("escape",)))
    assert isinstance(flight, Event)
    assert (flight.reports, len(flight.claims)) == (8, 8)
    assert store.verify().faults == []


@pytest.mark.parametrize(("part", "met"), [(0.25, 8), (2.0, 4)])
def test_after_a_run_that_brought_a_good_part_of_all_claims_all_are_judged_together(
    store: Store, monkeypatch: pytest.MonkeyPatch, part: float, met: int
) -> None:
    monkeypatch.setattr("dateline.store.events.AT_ONCE", 4)
    monkeypatch.setattr("dateline.store.events.WHOLE", 0)
    monkeypatch.setattr("dateline.store.events.GOOD_PART", part)
    judged: list[int] = []
    monkeypatch.setattr("dateline.store.events._judge", lambda _, among, *__: judged.append(len(set(among))) or [])
    monkeypatch.setattr("dateline.store.events.IN_THE_END", 0)
    for number in range(4):
        save(store, make_report(f"Number {number}. " + CAMP, source=f"{number}.txt"))
    store.settle_events()
    assert judged[-1] == met
