"""Events kept in step with their claims. What a person has reviewed is not changed: a suggestion waits instead."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, delete, func, select

from dateline.merging import Told, merge
from dateline.merging.events import event_of
from dateline.records import Event
from dateline.store.items import event_digest, event_row, insert_event
from dateline.store.log import Change, append
from dateline.store.naming import name_events, note_unnamed
from dateline.store.scope import AT_ONCE, IN_THE_END, events_of, members, put_keys, scope, select_told
from dateline.store.suggestions import suggest_additions
from dateline.store.tables import claim_keys, claims, events, log
from dateline.store.unsettled import forget_unsettled, note_unsettled, unsettled_since

MERGED: Final = "merge"
# So many claims are merged in some four seconds.
WHOLE: Final = 10_000
# A run that brings in a good part of all claims may take longer, up to a number that still fits into little memory.
GOOD_PART: Final = 0.25
WHOLE_AFTER_SUCH: Final = 100_000


@dataclass(frozen=True)
class _Held:
    """Events as they are stored: rows that are free to change, and what a person has reviewed."""

    free: Mapping[str, Any]
    reviewed: Mapping[str, Event]


def update_events(connection: Connection, changed: Iterable[str], before: Mapping[str, str], subject: str) -> list[str]:
    """Judge anew the events that `changed` claims may be in; the ids of those that are new.

    `before` is which event each claim was in that has since been removed or written anew. Only what comes out
    otherwise is written, and logged as a step of its own.
    """
    among, complete = scope(connection, changed, before.values(), AT_ONCE)
    if not complete:
        note_unsettled(connection)
    return _judge(connection, among, before, subject)


def settle_events(connection: Connection) -> bool:
    """Judge anew and in full what was judged among near claims only; False where there is nothing of that kind.

    Up to WHOLE claims, and after a run that brought in a GOOD_PART of them up to WHOLE_AFTER_SUCH, all are judged
    together, so that the order in which reports came leaves no trace; nor does it in the ids of new events.
    """
    since = unsettled_since(connection)
    if since is not None:
        note_unnamed(connection, _judge_in_full(connection, since))
        forget_unsettled(connection)
    change = name_events(connection)
    if change:
        append(connection, change, by="", action=MERGED, subject="")
    return since is not None


def _judge_in_full(connection: Connection, since: int) -> list[str]:
    query = select(claims.c.id).where(claims.c.report.in_(select(log.c.subject).where(log.c.number >= since)))
    changed = connection.scalars(query).all()
    there = connection.scalar(select(func.count()).select_from(claims)) or 0
    if there <= WHOLE or (there <= WHOLE_AFTER_SUCH and len(changed) >= GOOD_PART * there):
        return _judge(connection, connection.scalars(select(claims.c.id)).all(), {}, "")
    among, _ = scope(connection, changed, (), len(changed) + IN_THE_END)
    return _judge(connection, among, {}, "")


def judge_all(connection: Connection) -> None:
    """Judge the events of all claims at once, in time that grows with their number; ids live on."""
    ids = list(connection.scalars(select(claims.c.id)))
    connection.execute(delete(claim_keys))
    put_keys(connection, select_told(connection, ids))
    _judge(connection, ids, {}, "")
    forget_unsettled(connection)


def next_id(event: str) -> str:
    """Another id of an event that follows from this one."""
    return f"e_{hashlib.sha256(event.encode()).hexdigest()[:16]}"


def free_id(connection: Connection, event: str, ours: Mapping[str, Any]) -> str:
    """This id, or the next one that no event but one of `ours` has."""
    while event not in ours and connection.scalar(select(events.c.id).where(events.c.id == event)):
        event = next_id(event)
    return event


def _judge(connection: Connection, among: Iterable[str], before: Mapping[str, str], subject: str) -> list[str]:
    """Judge these claims' events; the ids of events that were not there before."""
    ids = set(among)
    linked = events_of(connection, ids)
    whole = events_of(connection, members(connection, {*linked.values(), *before.values()}))
    told = select_told(connection, {*ids, *whole})
    known = {**before, **linked}
    held = _held(connection, {*linked.values(), *before.values()})
    free = [one for one in told if whole.get(one.claim.id) not in held.reviewed]
    near = [one for one in free if one.claim.id in ids]
    made = merge(near, {claim: event for claim, event in known.items() if event in held.free})
    made = _with_members_not_near(made, free, ids, whole)
    own = list(_with_own_ids(connection, made, known, held))
    change = _replace(connection, held.free, own)
    new = sorted(set(change.put) - set(held.free))
    if held.reviewed:
        change.join(suggest_additions(connection, told, whole, held.reviewed))
    if change:
        append(connection, change, by="", action=MERGED, subject=subject)
    return new


def _with_own_ids(
    connection: Connection, made: Sequence[Event], known: Mapping[str, str], held: _Held
) -> Iterator[Event]:
    """The events, no two with one id. One that a person took apart keeps its id, and so does the one that had it.

    What has split off would be named by the id that its first claim once gave to the whole.
    """
    taken: set[str] = set()
    for event in sorted(made, key=lambda event: event.id not in {known.get(claim) for claim in event.claims}):
        name = free_id(connection, event.id, held.free)
        while name in taken:
            name = free_id(connection, next_id(name), held.free)
        taken.add(name)
        yield event.model_copy(update={"id": name})


def _with_members_not_near(
    made: Sequence[Event], told: Sequence[Told], near: set[str], whole: Mapping[str, str]
) -> list[Event]:
    """The events, those of many claims completed by the claims that were not looked at: they stay with most others."""
    at = {claim: index for index, event in enumerate(made) for claim in event.claims}
    share: dict[str, Counter[int]] = defaultdict(Counter)
    for claim, index in at.items():
        if claim in whole:
            share[whole[claim]][index] += 1
    for one in told:
        claim = one.claim.id
        if claim not in near and share[whole[claim]]:
            at[claim] = max(share[whole[claim]].items(), key=lambda pair: (pair[1], -pair[0]))[0]
    grown: dict[int, list[Told]] = defaultdict(list)
    for one in told:
        if one.claim.id in at:
            grown[at[one.claim.id]].append(one)
    return [
        event if len(grown[index]) == len(event.claims) else event_of(event.id, grown[index])
        for index, event in enumerate(made)
    ]


def _held(connection: Connection, ids: Iterable[str]) -> _Held:
    free: dict[str, Any] = {}
    reviewed: dict[str, Event] = {}
    for event in sorted(set(ids)):
        row = connection.execute(select(events).where(events.c.id == event)).mappings().one_or_none()
        if row is not None and row["state"] == "unreviewed":
            free[event] = row
        elif row is not None:
            reviewed[event] = Event.model_validate_json(row["record"])
    return _Held(free, reviewed)


def _replace(connection: Connection, old: Mapping[str, Any], made: Sequence[Event]) -> Change:
    """Put the events `made` in the place of `old`, touching only what differs."""
    new = {event.id: (event, event_row(event.model_dump_json(), None)) for event in made}
    same = {event for event in old if event in new and old[event]["record"] == new[event][1]["record"]}
    change = Change(removed=sorted(set(old) - set(new)))
    for event in sorted(set(old) - same):
        connection.execute(delete(events).where(events.c.id == event))
    for event in sorted(set(new) - same):
        record, row = new[event]
        insert_event(connection, row, record.claims)
        change.put[event] = event_digest(row)
    return change
