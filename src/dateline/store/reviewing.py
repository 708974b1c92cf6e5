"""A person's judgement: accept, edit, reject, merge, split, add by hand, undo. Every step has a name and a reason.

A step takes some claims, events and suggestions as they are and puts others in their place. Both are kept whole in
the log, so that a step can be taken back as long as nobody has changed the same things since, and taking back can be
taken back.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

from sqlalchemy import Connection, delete, select

from dateline.errors import StoreError
from dateline.merging import Told
from dateline.merging.events import event_of
from dateline.records import Claim, Event, Report, Review
from dateline.store.claims import refuse_strangers
from dateline.store.events import free_id, next_id, update_events
from dateline.store.folding import storable
from dateline.store.items import Item, is_claim, read_item, read_items, suggestion_id, write_items
from dateline.store.log import append, now
from dateline.store.naming import keep_names
from dateline.store.reports import select_report
from dateline.store.saving import refresh_keys
from dateline.store.scope import events_of, members, select_told
from dateline.store.suggestions import DISMISSED, OPEN, TAKEN
from dateline.store.summaries import renew_summaries
from dateline.store.tables import claims as claim_table
from dateline.store.tables import event_claims, events, log

State = Literal["accepted", "edited", "rejected"]
UNDO: Final = "undo"
Items = dict[str, Item | None]


class Step(NamedTuple):
    """Who does something, what, and why."""

    by: str
    action: str
    reason: str


def review(connection: Connection, step: Step, subject: str, state: State) -> int:
    """Accept or reject a claim or an event; the number of the log entry."""
    item = _there(connection, subject)
    record, machine = _record(subject, item), _machine(item)
    items: Items = {subject: _reviewed(subject, record, machine, step, state)}
    if is_claim(subject) and state == "rejected":
        items |= _without(connection, {subject}, step)
    return _take(connection, step, subject, items)


def edit(connection: Connection, step: Step, record: Claim | Event) -> int:
    """Put a person's version in the place of the machine's, which is kept beside it."""
    item = _there(connection, record.id)
    if isinstance(record, Claim):
        report = _report(connection, record.report)
        refuse_strangers(report, [record])
        if Claim.model_validate_json(item["record"] or "").report != record.report:
            raise StoreError(f"{record.id}: a claim cannot move to another report; reject it and add one there")
    elif set(record.claims) != set(Event.model_validate_json(item["record"] or "").claims):
        raise StoreError(f"{record.id}: claims come and go by merging and splitting, not by editing")
    return _take(connection, step, record.id, {record.id: _reviewed(record.id, record, _machine(item), step, "edited")})


def add(connection: Connection, step: Step, record: Claim | Event) -> int:
    """Add a claim, or an event of claims that are there, by hand."""
    if read_item(connection, record.id) is not None:
        raise StoreError(f"{record.id}: is there already; edit it instead")
    items: Items = {}
    if isinstance(record, Claim):
        refuse_strangers(_report(connection, record.report), [record])
    else:
        items = _without(connection, set(record.claims), step)
    return _take(connection, step, record.id, items | {record.id: _reviewed(record.id, record, None, step, "edited")})


def merge_events(connection: Connection, step: Step, ids: Sequence[str]) -> int:
    """Make one event of several; it keeps the id of the first."""
    first, *others = dict.fromkeys(ids)
    if not others:
        raise StoreError("merging takes two events or more")
    all_of = [Event.model_validate_json(_there(connection, event)["record"] or "") for event in (first, *others)]
    made = _described(connection, first, [claim for event in all_of for claim in event.claims])
    items: Items = dict.fromkeys(others)
    items[first] = _reviewed(first, made, _machine(_there(connection, first)), step, "edited")
    return _take(connection, step, first, items)


def split_event(connection: Connection, step: Step, event: str, claims: Sequence[str]) -> int:
    """Take some claims out of an event into one of their own."""
    item = _there(connection, event)
    held = Event.model_validate_json(item["record"] or "").claims
    out = set(claims)
    if not out <= set(held):
        raise StoreError(f"{event}: has no claim {min(out - set(held))}; nothing was changed")
    if not out or out == set(held):
        raise StoreError(f"{event}: splitting takes some of its claims ({len(held)}), and leaves some")
    new = free_id(connection, next_id("|".join(sorted(out))), {})
    rest = _described(connection, event, [claim for claim in held if claim not in out])
    items: Items = {
        event: _reviewed(event, rest, _machine(item), step, "edited"),
        new: _reviewed(new, _described(connection, new, sorted(out)), None, step, "edited"),
    }
    return _take(connection, step, event, items)


def settle(connection: Connection, step: Step, number: int, *, take: bool) -> int:
    """Take what the machine suggests, or dismiss it."""
    waiting = _there(connection, suggestion_id(number))
    if waiting["state"] != OPEN:
        raise StoreError(f"suggestion {number}: is {waiting['state']} already")
    subject = waiting["subject"] or ""
    items: Items = {suggestion_id(number): {**waiting, "state": TAKEN if take else DISMISSED}}
    if take:
        items |= _taken(connection, step, subject, waiting["proposed"])
    return _take(connection, step, subject, items)


def undo(connection: Connection, step: Step, number: int | None) -> int:
    """Take back an entry of the log, or a person's newest that is not taken back already."""
    entry = _entry_to_undo(connection, number)
    content = json.loads(entry.content)
    for item, left in content["after"].items():
        if read_item(connection, item) != left:
            raise StoreError(f"{item}: has changed since log entry {entry.number}; undo the later change first")
    return _take(connection, step, entry.subject, content["before"], undoes=entry.number)


def _entry_to_undo(connection: Connection, number: int | None) -> Any:
    query = select(log).where(log.c.content.contains('"after":', autoescape=True))
    query = query.where(log.c.number.not_in(_undone(connection)))
    query = query.where(log.c.action != UNDO if number is None else log.c.number == number)
    entry = connection.execute(query.order_by(log.c.number.desc()).limit(1)).one_or_none()
    if entry is None:
        what = "there is nothing" if number is None else f"log entry {number} is nothing"
        raise StoreError(f"{what} that can be undone: only what a person did, and only once")
    return entry


def _undone(connection: Connection) -> set[int]:
    """The entries that are taken back, and whose taking back is not itself taken back."""
    undone: set[int] = set()
    query = select(log.c.number, log.c.undoes).where(log.c.undoes.is_not(None)).order_by(log.c.number.desc())
    for row in connection.execute(query):
        if row.number not in undone:
            undone.add(row.undoes)
    return undone


def _take(connection: Connection, step: Step, subject: str, items: Items, undoes: int | None = None) -> int:
    """Put the items, write the step into the log, and let the machine's own events follow."""
    linked = events_of(connection, filter(is_claim, items)) | _freed(connection, items)
    before = read_items(connection, items)
    keep_names(connection, items)
    change = write_items(connection, items)
    change.before, change.after = before, read_items(connection, items)
    number = append(
        connection, change, by=step.by, action=step.action, subject=subject, reason=step.reason, undoes=undoes
    )
    claims = [item for item, value in items.items() if is_claim(item) and value is not None]
    refresh_keys(connection, select_told(connection, claims))
    let_go = {claim for event in before.values() for claim in _claims_of(event)}
    there = connection.scalars(select(claim_table.c.id).where(claim_table.c.id.in_({*claims, *let_go, *linked})))
    update_events(connection, there.all(), linked, subject)
    renew_summaries(connection, claims)
    return number


def _freed(connection: Connection, items: Items) -> dict[str, str]:
    """Take the claims of the events that will be put out of the machine's own; which events those were."""
    wanted = {claim for item in items.values() for claim in _claims_of(item)}
    freed: dict[str, str] = {}
    for claim, event in events_of(connection, wanted).items():
        if event not in items and _is_machines(connection, event):
            connection.execute(delete(event_claims).where(event_claims.c.claim == claim))
            freed |= dict.fromkeys(members(connection, [event]), event) | {claim: event}
    return freed


def _is_machines(connection: Connection, event: str) -> bool:
    return connection.scalar(select(events.c.state).where(events.c.id == event)) == "unreviewed"


def _claims_of(item: Mapping[str, str | None] | None) -> Iterable[str]:
    if item is None or "review" in item or "proposed" in item:
        return ()
    return Event.model_validate_json(item["record"] or "").claims


def _there(connection: Connection, item: str) -> Item:
    found = read_item(connection, item)
    if found is None:
        raise StoreError(f"{item}: there is no such claim or event")
    return found


def _record(subject: str, item: Item) -> Claim | Event:
    kind = Claim if is_claim(subject) else Event
    return kind.model_validate_json(item["record"] or "")


def _machine(item: Item) -> str | None:
    """What the machine made of it: what stands there, until a person has reviewed it."""
    kept = item["machine"]
    record = json.loads(item["record"] or "{}")
    state = json.loads(item["review"] or "{}") if "review" in item else record.get("review", {})
    return item["record"] if state.get("state", "unreviewed") == "unreviewed" else kept


def _reviewed(subject: str, record: Claim | Event, machine: str | None, step: Step, state: State) -> Item:
    mark = Review(state=state, by=step.by, at=dt.datetime.fromisoformat(now()), note=step.reason or None)
    if isinstance(record, Claim):
        plain = record.model_copy(update={"event": None})
        return {"record": plain.model_dump_json(), "review": mark.model_dump_json(), "machine": machine}
    return {"record": record.model_copy(update={"review": mark}).model_dump_json(), "machine": machine}


def _without(connection: Connection, claims: set[str], step: Step) -> Items:
    """The reviewed events that hold these claims, without them; the machine's own follow of themselves."""
    items: Items = {}
    for event in sorted(set(events_of(connection, claims).values())):
        item = _there(connection, event)
        held = Event.model_validate_json(item["record"] or "")
        rest = [claim for claim in held.claims if claim not in claims]
        if held.review.state == "unreviewed":
            continue
        if not rest:
            items[event] = None
        else:
            made = _described(connection, event, rest)
            items[event] = _reviewed(event, made, _machine(item), step, "edited")
    return items


def _taken(connection: Connection, step: Step, subject: str, proposed: str | None) -> Items:
    item = _there(connection, subject)
    if proposed is None:
        rejected = _reviewed(subject, _record(subject, item), _machine(item), step, "rejected")
        return {subject: rejected} | (_without(connection, {subject}, step) if is_claim(subject) else {})
    kind = Claim if is_claim(subject) else Event
    record = kind.model_validate_json(proposed)
    if isinstance(record, Event):
        record = _with_own_values(record, item)
    return {subject: _reviewed(subject, record, proposed, step, "accepted" if is_claim(subject) else "edited")}


def _with_own_values(proposed: Event, item: Item) -> Event:
    """What the machine proposes, save the values that a person has set otherwise than the machine had."""
    if item["machine"] is None:
        return proposed
    now_there = Event.model_validate_json(item["record"] or "")
    of_machine = Event.model_validate_json(item["machine"])
    names = ("kind", "time", "places", "participants", "counts")
    same_claims = now_there.claims == of_machine.claims
    own = {
        name: getattr(now_there, name)
        for name in names
        if same_claims and getattr(now_there, name) != getattr(of_machine, name)
    }
    return proposed.model_copy(update=own)


def _described(connection: Connection, event: str, claims: Iterable[str]) -> Event:
    told: list[Told] = select_told(connection, claims)
    if not told:
        raise StoreError(f"{event}: an event needs a claim that is not rejected")
    return event_of(event, told)


def _report(connection: Connection, report: str) -> Report:
    entry = select_report(connection, report)
    if entry is None:
        raise StoreError(f"{report}: there is no such report; `dateline read` reads it")
    return entry.report


def step_of(by: str, action: str, reason: str) -> Step:
    """A step by a person whose name is given."""
    if not by.strip():
        raise StoreError("who reviews? give a name")
    return Step(storable(by.strip()), action, storable(reason.strip()))
