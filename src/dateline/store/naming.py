"""Ids of new events made independent of the order in which reports came.

While a run goes on, an event is named after the claims that came first. When it ends, each event that is new is
named after its least claim; one that was there before, or that a person has had to do with, keeps its id.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete, insert, select

from dateline.merging.identity import own_name
from dateline.records import Event
from dateline.store.items import event_digest, event_row, insert_event
from dateline.store.log import Change
from dateline.store.tables import event_claims, events, unnamed_events


def note_unnamed(connection: Connection, ids: Iterable[str]) -> None:
    """Remember events that were not there before."""
    fresh = sorted(set(ids))
    keep_names(connection, fresh)
    if fresh:
        connection.execute(insert(unnamed_events), [{"event": event} for event in fresh])


def keep_names(connection: Connection, ids: Iterable[str]) -> None:
    """Let these events keep the ids that they have: a person has seen them under these."""
    kept = [{"kept": event} for event in ids]
    if kept:
        connection.execute(delete(unnamed_events).where(unnamed_events.c.event == bindparam("kept")), kept)


def name_events(connection: Connection) -> Change:
    """Give the events that are new, and nobody has reviewed, the ids that they would have in any order."""
    change = Change()
    names = _names(connection, _groups(connection))
    moved = {event: name for event, name in names.items() if event != name}
    records = {event: _taken_away(connection, event) for event in moved}
    for event, name in sorted(moved.items()):
        made = records[event].model_copy(update={"id": name})
        row = event_row(made.model_dump_json(), None)
        insert_event(connection, row, made.claims)
        change.put[name] = event_digest(row)
    change.removed = sorted(set(moved) - set(change.put))
    connection.execute(delete(unnamed_events))
    return change


def _groups(connection: Connection) -> dict[str, list[str]]:
    """The claims, in order, of each event to be named."""
    query = (
        select(event_claims.c.event, event_claims.c.claim)
        .join(unnamed_events, unnamed_events.c.event == event_claims.c.event)
        .join(events, events.c.id == event_claims.c.event)
        .where(events.c.state == "unreviewed")
        .order_by(event_claims.c.claim)
    )
    groups: dict[str, list[str]] = {}
    for row in connection.execute(query):
        groups.setdefault(row.event, []).append(row.claim)
    return groups


def _names(connection: Connection, groups: Mapping[str, list[str]]) -> dict[str, str]:
    """The new id of each; groups come in the order of their least claim, and none gets the id of another event."""
    taken: set[str] = set()
    names: dict[str, str] = {}
    for event, claims in groups.items():
        names[event] = own_name(claims, lambda name: name in taken or _is_anothers(connection, name, groups))
        taken.add(names[event])
    return names


def _is_anothers(connection: Connection, event: str, groups: Mapping[str, list[str]]) -> bool:
    """Whether an event that is not to be named has this id."""
    return event not in groups and connection.scalar(select(events.c.id).where(events.c.id == event)) is not None


def _taken_away(connection: Connection, event: str) -> Event:
    record = connection.execute(select(events.c.record).where(events.c.id == event)).scalar_one()
    connection.execute(delete(events).where(events.c.id == event))
    return Event.model_validate_json(record)
