"""What a person does with claims and events: the machine's value is kept beside, and every step can be taken back."""

import pytest
from made_records import camp_claims, make_claim, make_report, plain, span

from dateline.errors import StoreError
from dateline.records import Claim, Event, Report
from dateline.store import ClaimFilter, EventFilter, Store

ANN = "Ann"


@pytest.fixture
def stored(store: Store, camp: Report, told: list[Claim]) -> Store:
    store.save(camp, told, "reader 1")
    return store


def contents(store: Store) -> tuple[list[Claim], list[Event]]:
    asked = ClaimFilter(rejected=True)
    return list(store.claims(asked)), list(store.events(EventFilter(rejected=True)))


def row(store: Store, claim: str) -> dict[str, object]:
    lines = [line for line in store.lines() if line["record"] == "review" and line.get("claim") == claim]
    return lines[0] if lines else {}


def test_accepting_says_who_when_and_why_and_keeps_what_the_machine_read(stored: Store, told: list[Claim]) -> None:
    stored.reviewer(ANN).accept(told[0].id, "as the text says")
    kept = row(stored, told[0].id)
    assert kept["machine"] == told[0].model_dump(mode="json")
    assert {name: kept["review"][name] for name in ("state", "by", "note")} == {  # type: ignore[index]
        "state": "accepted",
        "by": ANN,
        "note": "as the text says",
    }


def test_a_rejected_claim_is_shown_only_where_asked_for_and_leaves_its_event(stored: Store, told: list[Claim]) -> None:
    stored.reviewer(ANN).reject(told[0].id, "no escape")
    assert plain(stored.claims()) == told[1:]
    assert plain(stored.claims(ClaimFilter(rejected=True))) == told
    assert told[0].id not in {claim for event in stored.events() for claim in event.claims}


def test_an_edit_takes_the_place_of_the_machines_value_which_stays_beside_it(stored: Store, told: list[Claim]) -> None:
    better = told[1].model_copy(update={"certainty": "probable"})
    stored.reviewer(ANN).edit(better, "may is more than could")
    assert plain(stored.claims()) == [told[0], better]
    assert row(stored, told[1].id)["machine"] == told[1].model_dump(mode="json")


def test_an_edit_that_quotes_what_is_not_there_is_refused(stored: Store, told: list[Claim]) -> None:
    wrong = told[1].model_copy(update={"cues": (told[1].cues[0].model_copy(update={"text": "can"}),)})
    before = contents(stored)
    with pytest.raises(StoreError, match="quotes words that are not there"):
        stored.reviewer(ANN).edit(wrong, "x")
    assert contents(stored) == before


def test_a_claim_that_the_reader_missed_is_added_by_hand(stored: Store, camp: Report, told: list[Claim]) -> None:
    missed = make_claim(camp, "statement", "said", cues=(span(camp.text, "said"),))
    stored.reviewer(ANN).add(missed, "the council speaks")
    assert missed in plain(stored.claims())
    assert any(missed.id in event.claims for event in stored.events())
    assert row(stored, missed.id)["machine"] is None


def test_merging_by_hand_makes_one_event_of_two(stored: Store, told: list[Claim]) -> None:
    first, second = stored.events()
    stored.reviewer(ANN).merge([first.id, second.id], "the same to my mind")
    (event,) = stored.events()
    assert (event.id, set(event.claims), event.review.state) == (first.id, {claim.id for claim in told}, "edited")


def merged(store: Store) -> Event:
    store.reviewer(ANN).merge([event.id for event in store.events()], "one")
    return next(store.events())


def test_splitting_takes_claims_into_an_event_of_their_own(stored: Store, told: list[Claim]) -> None:
    event = merged(stored)
    stored.reviewer(ANN).split(event.id, [told[1].id], "two after all")
    assert {frozenset(one.claims) for one in stored.events()} == {frozenset([claim.id]) for claim in told}
    assert {one.review.state for one in stored.events()} == {"edited"}


@pytest.mark.parametrize("claims", [[], None])
def test_splitting_off_nothing_or_everything_is_refused(stored: Store, claims: list[str] | None) -> None:
    event = merged(stored)
    with pytest.raises(StoreError, match="splitting takes some"):
        stored.reviewer(ANN).split(event.id, event.claims if claims is None else claims, "x")


def test_an_event_added_by_hand_takes_its_claims_from_the_machines(stored: Store, told: list[Claim]) -> None:
    event = next(stored.events()).model_copy(update={"id": "e_00", "claims": tuple(claim.id for claim in told)})
    stored.reviewer(ANN).add(event, "seen so")
    assert [one.id for one in stored.events()] == ["e_00"]


STEPS = {
    "accept": lambda store, told: store.reviewer(ANN).accept(told[0].id, "x"),
    "reject": lambda store, told: store.reviewer(ANN).reject(told[0].id, "x"),
    "edit": lambda store, told: store.reviewer(ANN).edit(told[0].model_copy(update={"modality": "future"}), "x"),
    "add": lambda store, told: store.reviewer(ANN).add(make_claim(make_report(), "statement", "said"), "x"),
    "merge": lambda store, told: merged(store),
    "reject an event": lambda store, told: store.reviewer(ANN).reject(next(store.events()).id, "x"),
}


@pytest.mark.parametrize("name", STEPS)
def test_every_step_can_be_undone_and_the_undoing_too(stored: Store, told: list[Claim], name: str) -> None:
    before = contents(stored)
    STEPS[name](stored, told)
    after = contents(stored)
    undone = stored.reviewer("Ben").undo("a mistake")
    assert contents(stored) == before
    stored.reviewer(ANN).undo("no, it was right", undone)
    assert contents(stored) == after
    assert stored.verify().faults == []


def test_a_split_can_be_undone(stored: Store, told: list[Claim]) -> None:
    event = merged(stored)
    before = contents(stored)
    stored.reviewer(ANN).split(event.id, [told[1].id], "two")
    stored.reviewer(ANN).undo("one")
    assert contents(stored) == before


def test_what_was_changed_since_is_not_undone(stored: Store, told: list[Claim]) -> None:
    first = stored.reviewer(ANN).accept(told[0].id, "x")
    stored.reviewer("Ben").reject(told[0].id, "y")
    with pytest.raises(StoreError, match=f"has changed since log entry {first}; undo the later change first"):
        stored.reviewer(ANN).undo("z", first)


def test_with_nothing_to_undo_it_says_so(stored: Store) -> None:
    with pytest.raises(StoreError, match="nothing that can be undone"):
        stored.reviewer(ANN).undo("x")


def test_a_step_needs_a_name(stored: Store, told: list[Claim]) -> None:
    with pytest.raises(StoreError, match="give a name"):
        stored.reviewer(" ").accept(told[0].id, "x")


def test_reading_again_flags_what_was_reviewed_and_does_not_overwrite_it(
    stored: Store, camp: Report, told: list[Claim]
) -> None:
    better = told[1].model_copy(update={"certainty": "probable"})
    stored.reviewer(ANN).edit(better, "x")
    now = told[1].model_copy(update={"score": 0.9})
    stored.save(camp, [told[0], now], "reader 2")
    assert better in plain(stored.claims())
    (waiting,) = stored.suggestions()
    assert (waiting.subject, waiting.proposed) == (better.id, now)
    assert waiting.reason == "the reader now reads it otherwise"
    stored.reviewer(ANN).take(waiting.number, "the reader is right")
    assert now in plain(stored.claims())
    assert list(stored.suggestions()) == []


def test_what_is_read_no_more_is_flagged(stored: Store, camp: Report, told: list[Claim]) -> None:
    stored.reviewer(ANN).accept(told[0].id, "x")
    stored.save(camp, told[1:], "reader 2")
    assert [(one.subject, one.proposed) for one in stored.suggestions()] == [(told[0].id, None)]
    assert told[0] in plain(stored.claims())


def test_a_text_that_changes_flags_what_was_reviewed_in_the_old_one(stored: Store, told: list[Claim]) -> None:
    stored.reviewer(ANN).accept(told[0].id, "x")
    newer = make_report("Correction. " + make_report().text)
    stored.save(newer, camp_claims(newer), "reader 1")
    assert [one.reason for one in stored.suggestions() if one.subject == told[0].id] == [
        f"the text of its source has changed: the new text is {newer.id}"
    ]


def test_a_reviewed_event_is_not_changed_by_a_new_report_but_a_suggestion_waits(
    stored: Store, told: list[Claim], monkeypatch: pytest.MonkeyPatch
) -> None:
    event = next(one for one in stored.events() if told[0].id in one.claims)
    stored.reviewer(ANN).accept(event.id, "sure")
    accepted = stored.event(event.id)
    other = make_report("Update. " + make_report().text, source="other.txt")
    stored.save(other, camp_claims(other), "reader 1")
    assert stored.event(event.id) == accepted
    waiting = [one for one in stored.suggestions() if one.subject == event.id]
    assert len(waiting) == 1
    assert isinstance(waiting[0].proposed, Event)
    added = set(waiting[0].proposed.claims) - set(event.claims)
    stored.reviewer(ANN).take(waiting[0].number, "yes")
    changed = stored.event(event.id)
    assert changed is not None
    assert added <= set(changed.claims)
    assert stored.verify().faults == []


def test_a_suggestion_that_was_dismissed_does_not_come_again(stored: Store, told: list[Claim]) -> None:
    event = next(one for one in stored.events() if told[0].id in one.claims)
    stored.reviewer(ANN).accept(event.id, "sure")
    other = make_report("Update. " + make_report().text, source="other.txt")
    stored.save(other, camp_claims(other), "reader 1")
    for waiting in list(stored.suggestions()):
        stored.reviewer(ANN).dismiss(waiting.number, "another one")
    stored.save(other, camp_claims(other), "reader 2")
    assert list(stored.suggestions()) == []


def test_the_log_tells_who_did_what_and_why(stored: Store, told: list[Claim]) -> None:
    stored.reviewer(ANN).accept(told[0].id, "as the text says")
    entry = list(stored.log(told[0].id))[-1]
    assert (entry.by, entry.action, entry.reason) == (ANN, "accept", "as the text says")
