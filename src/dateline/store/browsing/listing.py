"""Rows of events, and of all that one event's page shows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Row, select

from dateline.records import Claim, Event, Report, Review
from dateline.store.browsing.answers import ClaimEntry, EventPage, EventRow
from dateline.store.claims import UNREVIEWED, claim_of
from dateline.store.log import select_entries
from dateline.store.suggestions import Suggestion, select_suggestions
from dateline.store.summaries.summary import CERTAINTIES, MODALITIES, point_of
from dateline.store.tables import claims, event_claims, events, reports

# Values in one question to the database.
_ASKED: Final = 500
One = TypeVar("One")


def event_rows(connection: Connection, ids: Sequence[str]) -> Iterator[EventRow]:
    """The rows of these events, in this order; one that is gone is left out."""
    for some in pieces(ids):
        yield from _some_rows(connection, some)


def pieces(values: Sequence[One]) -> Iterator[Sequence[One]]:
    """The values in pieces of which one question to the database can hold each."""
    return (values[start : start + _ASKED] for start in range(0, len(values), _ASKED))


def _some_rows(connection: Connection, ids: Sequence[str]) -> Iterator[EventRow]:
    query = select(events.c.id, events.c.record).where(events.c.id.in_(ids))
    records = {row.id: row.record for row in connection.execute(query)}
    told = _modalities(connection, ids)
    for event in ids:
        if event in records:
            yield _row(Event.model_validate_json(records[event]), told.get(event, []))


def _modalities(connection: Connection, ids: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
    """How each claim of these events is told: places in MODALITIES and CERTAINTIES."""
    query = (
        select(event_claims.c.event, claims.c.modality, claims.c.certainty)
        .join(claims, claims.c.id == event_claims.c.claim)
        .where(event_claims.c.event.in_(ids))
    )
    found: dict[str, list[tuple[int, int]]] = {}
    for row in connection.execute(query):
        pair = (MODALITIES.index(row.modality), CERTAINTIES.index(row.certainty))
        found.setdefault(row.event, []).append(pair)
    return found


def _row(event: Event, told: Iterable[tuple[int, int]]) -> EventRow:
    # The smallest pair is the plainest modality, and the best certainty with which that is told.
    modality, certainty = min(told, default=(0, 0))
    return EventRow(event, MODALITIES[modality], CERTAINTIES[certainty], point_of(event))


def event_page(connection: Connection, event: str) -> EventPage | None:
    """All that is kept of an event; None where there is none of this id."""
    row = next(event_rows(connection, [event]), None)
    if row is None:
        return None
    machine = connection.scalar(select(events.c.machine).where(events.c.id == event))
    return EventPage(
        row,
        tuple(claim_entries(connection, row.event.claims)),
        tuple(waiting_on(connection, event)),
        tuple(select_entries(connection, event)),
        Event.model_validate_json(machine) if machine else None,
    )


def claim_entries(connection: Connection, ids: Sequence[str]) -> list[ClaimEntry]:
    """These claims with their reports, by the day of the report, then in the order of the text."""
    found: list[ClaimEntry] = []
    for some in pieces(ids):
        found += map(entry_of, connection.execute(entries().where(claims.c.id.in_(some))))
    return sorted(found, key=_by_day)


def entries() -> Any:
    """Rows of claims, each with its report and event, for `entry_of`."""
    return (
        select(claims, event_claims.c.event, reports.c.record.label("report_record"))
        .join(reports, reports.c.id == claims.c.report)
        .outerjoin(event_claims, event_claims.c.claim == claims.c.id)
    )


def entry_of(row: Row[Any]) -> ClaimEntry:
    """The claim of a row of `entries`."""
    return ClaimEntry(
        claim_of(row),
        Report.model_validate_json(row.report_record),
        Review.model_validate_json(row.review) if row.review else UNREVIEWED,
        Claim.model_validate_json(row.machine) if row.machine else None,
    )


def waiting_on(connection: Connection, subject: str) -> list[Suggestion]:
    """The suggestions open on a claim or event."""
    return [suggestion for suggestion in select_suggestions(connection) if suggestion.subject == subject]


def _by_day(entry: ClaimEntry) -> tuple[bool, str, str, int]:
    day = entry.report.published.date
    return (day is None, str(day), entry.report.id, entry.claim.trigger.start)
