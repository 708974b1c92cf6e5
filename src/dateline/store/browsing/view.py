"""One moment of the database: its columns, and its rows where more than the columns hold is asked for."""

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import numpy as np
from sqlalchemy import Connection, select

from dateline.records import Event
from dateline.store.browsing.answers import EventRow
from dateline.store.browsing.columns import Numbers
from dateline.store.browsing.listing import event_rows, pieces
from dateline.store.browsing.loading import Loaded
from dateline.store.browsing.matching import Matching
from dateline.store.event_filters import EventFilter
from dateline.store.filters import ClaimFilter, conditions
from dateline.store.tables import claims, event_claims, event_summaries, events
from dateline.store.words import keys_holding

# A page asks for its list, counts, timeline and map one after another with the same filter.
_KEPT: Final = 8


class Matchings:
    """The last filters asked for with what meets them, as long as the database stays the same."""

    def __init__(self) -> None:
        self._of: Loaded | None = None
        self._known: dict[EventFilter, Matching] = {}
        self._lock = threading.Lock()

    def of(self, loaded: Loaded, asked: EventFilter, make: Callable[[EventFilter], Matching]) -> Matching:
        """What meets this filter; made where it is not known."""
        with self._lock:
            if self._of is not loaded:
                self._of, self._known = loaded, {}
            known = self._known.get(asked)
        if known is not None:
            return known
        made = make(asked)
        with self._lock:
            if self._of is loaded:
                while len(self._known) >= _KEPT:
                    del self._known[next(iter(self._known))]
                self._known[asked] = made
        return made


class View:
    """What one question is answered from."""

    def __init__(self, connection: Connection, loaded: Loaded, known: "Matchings") -> None:
        self.connection = connection
        self.loaded = loaded
        self._matchings = known

    def matching(self, asked: EventFilter) -> Matching:
        """The conditions of a filter on the events."""
        return self._matchings.of(self.loaded, asked, self._made)

    def _made(self, asked: EventFilter) -> Matching:
        return Matching(self.loaded.columns, self.loaded.terms, asked, self._keys_holding, self._told)

    def ids(self, rows: Sequence[int]) -> dict[int, str]:
        """The ids of the events in these rows of the columns."""
        numbers = {row: int(self.loaded.columns.number[row]) for row in rows}
        found: dict[int, str] = {}
        for some in pieces(list(numbers.values())):
            query = select(event_summaries.c.number, event_summaries.c.event)
            there = self.connection.execute(query.where(event_summaries.c.number.in_(some)))
            found |= {row.number: row.event for row in there}
        return {row: found[number] for row, number in numbers.items()}

    def event_rows(self, rows: Sequence[int]) -> Iterator[EventRow]:
        """The events in these rows of the columns, in this order."""
        for some in pieces(rows):
            yield from event_rows(self.connection, list(self.ids(some).values()))

    def events(self, rows: Sequence[int]) -> Iterator[Event]:
        """Their records alone."""
        for some in pieces(rows):
            ids = list(self.ids(some).values())
            query = select(events.c.id, events.c.record).where(events.c.id.in_(ids))
            records = {row.id: row.record for row in self.connection.execute(query)}
            yield from (Event.model_validate_json(records[event]) for event in ids)

    def _keys_holding(self, words: str) -> Numbers:
        return np.fromiter(keys_holding(self.connection, words), dtype=np.int64)

    def _told(self, asked: ClaimFilter) -> Iterator[str]:
        query = select(event_claims.c.event).distinct().join(claims, claims.c.id == event_claims.c.claim)
        return self.connection.scalars(query.where(*conditions(asked, self.connection.dialect.name)))
