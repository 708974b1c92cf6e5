"""What a person did last, looked up in the log."""

import pytest

from dateline.records import Claim, Report
from dateline.store import Store


@pytest.fixture
def stored(store: Store, camp: Report, told: list[Claim]) -> Store:
    store.save(camp, told, "reader 1")
    return store


def test_the_newest_step_of_a_person_is_theirs_alone(stored: Store, told: list[Claim]) -> None:
    number = stored.reviewer("Ann").accept(told[0].id, "yes")
    stored.reviewer("Ben").accept(told[1].id, "yes")
    last = stored.last_step("Ann")
    assert last is not None
    assert (last.number, last.by) == (number, "Ann")
    assert stored.last_step("Cem") is None


def test_a_step_that_was_taken_back_is_not_the_last(stored: Store, told: list[Claim]) -> None:
    ann = stored.reviewer("Ann")
    first = ann.accept(told[0].id, "yes")
    ann.undo("no", ann.accept(told[1].id, "yes"))
    last = stored.last_step("Ann")
    assert last is not None
    assert last.number == first


def test_a_step_whose_taking_back_was_taken_back_stands(stored: Store, told: list[Claim]) -> None:
    ann = stored.reviewer("Ann")
    step = ann.accept(told[0].id, "yes")
    ann.undo("yes after all", ann.undo("no", step))
    last = stored.last_step("Ann")
    assert last is not None
    assert last.number == step


def test_a_note_changes_nothing_and_cannot_be_undone(stored: Store, camp: Report) -> None:
    stored.note("Ann", "add report", camp.id, "by post")
    entry = list(stored.log())[-1]
    assert (entry.by, entry.action, entry.subject) == ("Ann", "add report", camp.id)
    assert stored.log_entry(entry.number) == entry
    assert stored.last_step("Ann") is None
    assert stored.verify().faults == []
