"""What waits for a person: the least certain and the most consequential first."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from sqlalchemy import Connection, func, select

from dateline.records import Claim, Event
from dateline.store.browsing.answers import Page, QueueItem
from dateline.store.browsing.columns import Columns, Numbers
from dateline.store.browsing.ordering import smallest
from dateline.store.browsing.view import View
from dateline.store.claims import claim_of, claims_with_events
from dateline.store.event_filters import EventFilter
from dateline.store.items import is_claim
from dateline.store.suggestions import OPEN, Suggestion, select_suggestions
from dateline.store.summaries.summary import STATES, STATUSES
from dateline.store.tables import claims, events, suggestions

_UNREVIEWED: Final = STATES.index("unreviewed")
_CONTESTED: Final = STATUSES.index("contested")
# What people disagree on counts as much as ten people killed.
_OF_CONTESTED: Final = 1.0


def queue_page(view: View, asked: EventFilter, number: int, limit: int) -> Page[QueueItem]:
    """A page of the queue: open suggestions, then unreviewed events that meet `asked`."""
    columns = view.loaded.columns
    waiting = view.matching(asked).all_but() & (columns["state"] == _UNREVIEWED)
    rows = np.flatnonzero(waiting)
    first, stop = (number - 1) * limit, number * limit
    suggested = view.connection.scalar(select(func.count()).where(suggestions.c.state == OPEN)) or 0
    items = list(_suggested(view.connection, first, limit)) if first < suggested else []
    urgent = urgency(columns, rows)
    chosen = smallest(-urgent, columns["key"][rows], max(0, stop - suggested))[max(0, first - suggested) :]
    by_row = dict(zip(rows[chosen].tolist(), urgent[chosen].tolist(), strict=True))
    found = view.events(list(by_row))
    items += [QueueItem(event, None, urgent) for event, urgent in zip(found, by_row.values(), strict=True)]
    return Page(tuple(items), suggested + len(rows), number, limit)


def urgency(columns: Columns, rows: Numbers) -> Numbers:
    """How unsure an event's claims are at their least sure, times how much it matters.

    It matters by the tenfold of people killed or moved, and where sources contest it.
    """
    people = np.maximum(columns["killed"][rows], columns["best"][rows]).clip(min=0)
    matters = 1 + np.log10(1.0 + people) + _OF_CONTESTED * (columns["status"][rows] == _CONTESTED)
    return np.asarray((1 - columns["score"][rows]) * matters)


def _suggested(connection: Connection, first: int, limit: int) -> Iterator[QueueItem]:
    for suggestion in list(select_suggestions(connection))[first : first + limit]:
        subject = _subject(connection, suggestion)
        if subject is not None:
            yield QueueItem(subject, suggestion, float("inf"))


def _subject(connection: Connection, suggestion: Suggestion) -> Claim | Event | None:
    if is_claim(suggestion.subject):
        row = connection.execute(claims_with_events().where(claims.c.id == suggestion.subject)).one_or_none()
        return claim_of(row) if row else None
    record = connection.scalar(select(events.c.record).where(events.c.id == suggestion.subject))
    return Event.model_validate_json(record) if record else None
