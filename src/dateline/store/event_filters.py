"""Which events are asked for, and the query that this comes to."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, select

from dateline.records import Event
from dateline.store.filters import ClaimFilter, conditions, on_days
from dateline.store.tables import claims, event_claims, events

_FETCHED: Final = 500


@dataclass(frozen=True)
class EventFilter:
    """Conditions that an event must all meet; one left out lets every event through.

    `since` and `until` are days, both included. `told` is met where any claim of the event meets it: names, words
    and whatever else a ClaimFilter can ask for. What a person rejected is left out, unless `rejected` asks for it
    too.
    """

    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    told: ClaimFilter | None = None
    rejected: bool = False
    limit: int | None = None


ALL_EVENTS: Final = EventFilter()


def select_events(connection: Connection, asked: EventFilter) -> Iterator[Event]:
    """The events that meet `asked`, by their first day, those of unknown days last, then by id."""
    query = (
        select(events.c.record)
        .where(*_conditions(asked, connection.dialect.name))
        .order_by(events.c.first_day.is_(None), events.c.first_day, events.c.id)
        .limit(asked.limit)
    )
    with connection.execution_options(yield_per=_FETCHED).execute(query) as rows:
        yield from map(Event.model_validate_json, rows.scalars())


def select_event(connection: Connection, event: str) -> Event | None:
    """The event of this id."""
    record = connection.scalar(select(events.c.record).where(events.c.id == event))
    return Event.model_validate_json(record) if record else None


def _conditions(asked: EventFilter, dialect: str) -> Iterator[ColumnElement[bool]]:
    if asked.kinds:
        yield events.c.kind.in_(asked.kinds)
    if asked.statuses:
        yield events.c.status.in_(asked.statuses)
    if asked.states:
        yield events.c.state.in_(asked.states)
    elif not asked.rejected:
        yield events.c.state != "rejected"
    yield from on_days(events, asked.since, asked.until)
    if asked.told is not None:
        of_claims = select(event_claims.c.event).join(claims, claims.c.id == event_claims.c.claim)
        yield events.c.id.in_(of_claims.where(*conditions(asked.told, dialect)))
