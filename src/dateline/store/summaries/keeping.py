"""The summary of each event written with it, in the same transaction.

A summary is never changed: it is taken out and put in anew under the next number, so that whoever has read all up to
some number knows that what has come since stands above it.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from pydantic import BaseModel
from sqlalchemy import Connection, delete, func, insert, select, update

from dateline.records import Claim, Event, Place
from dateline.store.folding import storable
from dateline.store.summaries.packing import packed
from dateline.store.summaries.summary import summary_of
from dateline.store.tables import claims, event_claims, event_summaries, events, terms

_ASKED = 500


class _Known(NamedTuple):
    code: int
    record: str | None


class TermCodes:
    """The codes of kinds, actors and places; for use within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], _Known] = {}

    def code_of(self, sort: str, name: str, record: BaseModel | None) -> int:
        """The code of this term, written down where it is new or is otherwise than before."""
        name, wanted = storable(name), term_record(record)
        known = self._known.get((sort, name)) or self._stored(sort, name)
        if known is None:
            code = self._put(sort, name, wanted)
        elif known.record == wanted:
            self._known[sort, name] = known
            return known.code
        else:
            code = known.code
            changed = {"record": wanted, "stamp": self._stamp()}
            self._connection.execute(update(terms).where(terms.c.code == code).values(changed))
        self._known[sort, name] = _Known(code, wanted)
        return code

    def _stored(self, sort: str, name: str) -> _Known | None:
        query = select(terms.c.code, terms.c.record).where(terms.c.sort == sort, terms.c.id == name)
        row = self._connection.execute(query).one_or_none()
        return _Known(row.code, row.record) if row else None

    def _put(self, sort: str, name: str, record: str | None) -> int:
        values = {"sort": sort, "id": name, "record": record, "stamp": self._stamp()}
        added = self._connection.execute(insert(terms).values(values))
        assert added.inserted_primary_key is not None
        return int(added.inserted_primary_key[0])

    def _stamp(self) -> int:
        return (self._connection.scalar(select(func.max(terms.c.stamp))) or 0) + 1


def put_summary(connection: Connection, event: Event, codes: TermCodes) -> None:
    """Write the summary of an event that is stored with its links to claims, and has none yet."""
    connection.execute(insert(event_summaries).values(summary_row(event, claims_of(connection, event.id), codes)))


def renew_summaries(connection: Connection, changed: Iterable[str]) -> None:
    """Write anew the summaries that have changed with these claims though the records of their events have not."""
    ids = sorted(set(changed))
    codes = TermCodes(connection)
    for start in range(0, len(ids), _ASKED):
        some = select(event_claims.c.event).where(event_claims.c.claim.in_(ids[start : start + _ASKED]))
        query = select(events.c.record, event_summaries).join(event_summaries, event_summaries.c.event == events.c.id)
        for row in connection.execute(query.where(events.c.id.in_(some))).mappings().all():
            event = Event.model_validate_json(row["record"])
            wanted = summary_row(event, claims_of(connection, event.id), codes)
            if any(bytes(row[name]) != value for name, value in wanted.items() if name != "event"):
                connection.execute(delete(event_summaries).where(event_summaries.c.event == event.id))
                connection.execute(insert(event_summaries).values(wanted))


def summary_row(event: Event, told: Iterable[Claim], codes: TermCodes) -> dict[str, Any]:
    """The row of the summary of an event with these claims, but for its number."""
    row = packed(summary_of(event, told), codes.code_of)
    return {"event": event.id, **row._asdict()}


def claims_of(connection: Connection, event: str) -> list[Claim]:
    """The claims that an event is linked to."""
    of_event = select(claims.c.record).join(event_claims, event_claims.c.claim == claims.c.id)
    records = connection.scalars(of_event.where(event_claims.c.event == event)).all()
    return list(map(Claim.model_validate_json, records))


def term_record(record: BaseModel | None) -> str | None:
    """A term's record; that of a place without the score, which is of one mention of it and not of the place."""
    if isinstance(record, Place):
        record = record.model_copy(update={"score": 1.0})
    return record.model_dump_json() if record else None
