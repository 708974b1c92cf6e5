"""The columns brought up to what the database now holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel
from sqlalchemy import Connection, select

from dateline.records import Claim, Event
from dateline.store.browsing.columns import Columns, columns_of
from dateline.store.browsing.packing import Packed, packed
from dateline.store.browsing.summary import summary_of
from dateline.store.browsing.terms import Term, Terms
from dateline.store.log import newest
from dateline.store.tables import claims, event_claims, events


@dataclass(frozen=True)
class Loaded:
    """Columns and terms as of a log entry, by its hash; `ids` of events by number."""

    at: str
    columns: Columns
    terms: Terms
    ids: dict[int, str]


def brought_up(connection: Connection, before: Loaded | None) -> Loaded:
    """What is loaded, as it is now."""
    at = newest(connection)[1]
    if before is not None and before.at == at:
        return before
    terms, ids = Terms(), dict[int, str]()
    columns = columns_of(_packed(connection, terms, ids), terms)
    return Loaded(at, columns, terms, ids)


def _packed(connection: Connection, terms: Terms, ids: dict[int, str]) -> Iterator[Packed]:
    def code_of(sort: str, name: str, record: BaseModel | None) -> int:
        if (sort, name) not in terms.codes:
            terms.learn([Term(terms.last + 1, sort, name, record.model_dump_json() if record else None)])
        return terms.codes[sort, name]

    rows = connection.execute(select(events.c.id, events.c.record).order_by(events.c.id)).all()
    for number, row in enumerate(rows, 1):
        ids[number] = row.id
        told = select(claims.c.record).join(event_claims, event_claims.c.claim == claims.c.id)
        records = connection.scalars(told.where(event_claims.c.event == row.id)).all()
        summary = summary_of(Event.model_validate_json(row.record), map(Claim.model_validate_json, records))
        yield packed(number, summary, code_of)
