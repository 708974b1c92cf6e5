"""New events are named when a run ends, after their least claim; what was there before or was reviewed keeps its id."""

import pytest
from made_records import CAMP, camp_claims, make_report
from sqlalchemy import text

from dateline.exports import export_lines, import_lines
from dateline.merging.identity import event_id
from dateline.records import Event, Report
from dateline.store import EventFilter, Store

# Told one after the other, so that the claim with the least id does not come first.
REPORTS = sorted(
    (make_report(f"{word} " + CAMP, source=f"{word}.txt") for word in ("Early.", "Late.", "Later still.")),
    key=lambda report: camp_claims(report)[0].id,
    reverse=True,
)


def save(store: Store, *reports: Report) -> None:
    for report in reports:
        store.save(report, camp_claims(report), "reader 1")


def flight(store: Store) -> Event:
    (event,) = store.events(EventFilter(kinds=("escape",)))
    return event


def test_a_new_event_is_named_after_its_least_claim_when_the_run_ends(store: Store) -> None:
    save(store, *REPORTS)
    assert flight(store).id == event_id(max(flight(store).claims))
    store.settle_events()
    assert flight(store).id == event_id(min(flight(store).claims))
    assert {claim.event for claim in store.claims() if claim.kind == "escape"} == {flight(store).id}
    assert store.browsing.list_events(EventFilter(kinds=("escape",))).rows[0].event == flight(store)
    assert store.verify().faults == []


def test_an_event_of_an_earlier_run_keeps_its_id(store: Store) -> None:
    save(store, *REPORTS[:2])
    store.settle_events()
    before = flight(store)
    save(store, *REPORTS[2:])
    store.settle_events()
    assert (flight(store).id, len(flight(store).claims)) == (before.id, 3)


def test_an_event_that_a_person_has_reviewed_in_the_meantime_keeps_its_id(store: Store) -> None:
    save(store, *REPORTS[:2])
    before = flight(store)
    store.reviewer("Ann").accept(before.id, "seen")
    save(store, *REPORTS[2:])
    store.settle_events()
    assert before.id in {event.id for event in store.events(EventFilter(kinds=("escape",)))}


def test_an_event_whose_review_was_taken_back_keeps_its_id(store: Store) -> None:
    save(store, *REPORTS)
    before = flight(store)
    store.reviewer("Ann").accept(before.id, "seen")
    store.reviewer("Ann").undo("seen too early")
    store.settle_events()
    assert flight(store) == before


def test_no_event_gets_the_id_of_another_one(store: Store) -> None:
    save(store, *REPORTS)
    store.settle_events()
    whole = flight(store)
    for report in REPORTS[:-1]:
        store.save(report, [], "reader 2")
    store.save(REPORTS[-1], [], "reader 2")
    save(store, REPORTS[-1])
    store.settle_events()
    assert flight(store).id == whole.id
    assert store.verify().faults == []


def test_a_second_settling_changes_nothing(store: Store) -> None:
    save(store, *REPORTS)
    store.settle_events()
    entries = len(list(store.log()))
    store.settle_events()
    assert len(list(store.log())) == entries


def test_a_run_that_was_cut_off_is_finished_by_the_next_or_in_a_copy(store: Store, tmp_path) -> None:
    save(store, *REPORTS)
    with Store.open(str(tmp_path / "copy.db")) as copy:
        import_lines(copy, list(export_lines(store)), "backup.jsonl")
        for each in (store, copy):
            each.settle_events()
        assert flight(copy) == flight(store)
        assert flight(copy).id == event_id(min(flight(copy).claims))


@pytest.mark.parametrize("number", [40_000])
def test_many_new_events_can_be_noted_at_once(store: Store, number: int) -> None:
    from dateline.store.naming import note_unnamed

    with store._writing() as connection:
        note_unnamed(connection, [f"e_{each:016x}" for each in range(number)])
        assert connection.scalar(text("SELECT count(*) FROM unnamed_events")) == number
