"""Everything in the database as lines for another database, and an empty database filled with such lines."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from pydantic import ValidationError
from sqlalchemy import Connection, Row, func, insert, select
from sqlalchemy.exc import SQLAlchemyError

from dateline.errors import InputError, StoreError
from dateline.merging import Told
from dateline.records import Claim, Event, Rejected, Report, Review
from dateline.store.claims import claim_of, claim_row, insert_claims
from dateline.store.items import SUGGESTION, event_row, insert_event
from dateline.store.log import raw_entries, restore_entries
from dateline.store.naming import note_unnamed
from dateline.store.raw import raw_row
from dateline.store.rejected import RejectedFilter, rejected_rows, select_rejected
from dateline.store.report_words import renew_report_words
from dateline.store.reports import report_row
from dateline.store.scope import put_keys
from dateline.store.tables import (
    claims,
    event_claims,
    events,
    log,
    meta,
    raw_reports,
    rejected,
    reports,
    suggestions,
    unnamed_events,
)

_FETCHED: Final = 500
# The kinds of line; a `reading` follows its report, a `review` its claim or event.
ORDER: Final = ("report", "reading", "raw", "rejected", "claim", "event", "review", "suggestion", "log", "state")
_KEPT_STATE: Final = "unsettled_since"
_UNNAMED: Final = "unnamed_event"


class Line(NamedTuple):
    """A line of an export, and where it stands."""

    where: str
    value: dict[str, Any]


def lines_of(connection: Connection) -> Iterator[dict[str, Any]]:
    """Reports in order of arrival, each with its claims; then events, suggestions, the log."""
    for report in _stream(connection, select(reports).order_by(reports.c.number)):
        yield json.loads(report.record)
        yield {"record": "reading", "report": report.id, "number": report.number, "read_by": report.read_by}
        yield from _raw_of(connection, report.id)
        for dropped in select_rejected(connection, RejectedFilter(report=report.id)):
            yield dropped.model_dump(mode="json")
        query = (
            select(claims, event_claims.c.event)
            .outerjoin(event_claims, event_claims.c.claim == claims.c.id)
            .where(claims.c.report == report.id)
            .order_by(claims.c.start, claims.c.end, claims.c.kind, claims.c.id)
        )
        for row in connection.execute(query).all():
            yield claim_of(row).model_dump(mode="json")
            yield from _review_of(row, {"claim": row.id})
    for row in _stream(connection, select(events).order_by(events.c.id)):
        yield json.loads(row.record)
        yield from _review_of(row, {"event": row.id})
    for row in _stream(connection, select(suggestions).order_by(suggestions.c.number)):
        yield {"record": "suggestion", **dict(row._mapping)}
    for entry in raw_entries(connection):
        yield {"record": "log", **dict(entry)}
    for row in connection.execute(select(meta).where(meta.c.key == _KEPT_STATE)):
        yield {"record": "state", "key": row.key, "value": row.value}
    for event in connection.scalars(select(unnamed_events.c.event).order_by(unnamed_events.c.event)):
        yield {"record": "state", "key": _UNNAMED, "value": event}


def fill(connection: Connection, lines: Iterable[Line], name: str) -> dict[str, int]:
    """Write the lines into a database that holds nothing yet."""
    if connection.scalar(select(func.count()).select_from(log)):
        raise StoreError(
            f"{name}: is not empty, and has a history of its own: two logs cannot be made one chain; "
            "import into a new database, named with --db"
        )
    filling = _Filling(connection)
    for line in lines:
        try:
            filling.take(line.value)
        except (ValidationError, KeyError, TypeError, ValueError, SQLAlchemyError) as error:
            raise InputError(line.where, f"{_told(error)}; nothing was imported") from error
    filling.finish()
    return filling.taken


def _raw_of(connection: Connection, report: str) -> Iterator[dict[str, Any]]:
    """The bytes as they are stored, compressed, in base 64."""
    stored = connection.scalar(select(raw_reports.c.bytes).where(raw_reports.c.report == report))
    if stored is not None:
        yield {"record": "raw", "report": report, "zlib": b64encode(stored).decode("ascii")}


def _review_of(row: Row[Any], of: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    review = getattr(row, "review", None)
    if review is not None or row.machine is not None:
        yield {"record": "review", **of, "review": _loaded(review), "machine": _loaded(row.machine)}


def _loaded(record: str | None) -> Any:
    return None if record is None else json.loads(record)


def _stream(connection: Connection, query: Any) -> Iterator[Row[Any]]:
    with connection.execution_options(yield_per=_FETCHED).execute(query) as rows:
        yield from rows


def _told(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"lacks {error}"
    lines = str(error).splitlines()
    return " ".join(lines[:3]) if isinstance(error, ValidationError) else lines[0]


class _Filling:
    """Takes one line after another; a record is held back until it is known whether a review follows it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: Report | Claim | Event | None = None
        self._reports: dict[str, Report] = {}
        # What was dropped of the report that came last.
        self._dropped: list[Rejected] = []
        self.taken = dict.fromkeys(("report", "claim", "event"), 0)

    def take(self, line: dict[str, Any]) -> None:
        kind = line["record"]
        if kind == "reading":
            self._put_report(line["number"], line["read_by"])
        elif kind == "review":
            self._put(line["review"], line["machine"])
        elif kind == "raw":
            self._put_raw(line["report"], b64decode(line["zlib"], validate=True))
        elif kind == "rejected":
            self._dropped.append(Rejected.model_validate(line, strict=False))
        else:
            self.finish()
            self._take_record(kind, line)

    def finish(self) -> None:
        if isinstance(self._waiting, Report):
            raise ValueError("a report without its reading")
        if self._waiting is not None:
            self._put(None, None)
        self._put_rejected()

    def _take_record(self, kind: str, line: dict[str, Any]) -> None:
        if kind in self.taken:
            models: dict[str, type[Report | Claim | Event]] = {"report": Report, "claim": Claim, "event": Event}
            self._waiting = models[kind].model_validate(line, strict=False)
            self.taken[kind] += 1
        elif kind == "suggestion":
            values = {name: line[name] for name in ("number", *SUGGESTION)}
            self._connection.execute(insert(suggestions).values(values))
        elif kind == "log":
            restore_entries(self._connection, [{column.name: line[column.name] for column in log.columns}])
        elif line["key"] == _UNNAMED:
            note_unnamed(self._connection, [line["value"]])
        else:
            self._connection.execute(insert(meta).values(key=line["key"], value=line["value"]))

    def _put_report(self, number: int, read_by: str | None) -> None:
        report, self._waiting = self._waiting, None
        if not isinstance(report, Report):
            raise ValueError("a reading without its report")
        row = report_row(report.model_dump_json(), read_by) | {"number": number}
        self._connection.execute(insert(reports).values(row))
        renew_report_words(self._connection, report.id)
        self._reports = {report.id: report}

    def _put_raw(self, report: str, compressed: bytes) -> None:
        if report not in self._reports:
            raise ValueError("bytes without their report")
        self._connection.execute(insert(raw_reports).values(raw_row(report, compressed)))

    def _put_rejected(self) -> None:
        if not self._dropped:
            return
        report = self._dropped[0].report
        if {one.report for one in self._dropped} - set(self._reports):
            raise ValueError("a rejected candidate without its report")
        rows = rejected_rows(report, [one.model_dump_json() for one in self._dropped])
        self._connection.execute(insert(rejected), rows)
        self._dropped = []

    def _put(self, review: dict[str, Any] | None, machine: dict[str, Any] | None) -> None:
        record, self._waiting = self._waiting, None
        if isinstance(record, Claim):
            self._put_claim(record.model_copy(update={"event": None}), review, machine)
        elif isinstance(record, Event):
            of_machine = machine and Event.model_validate(machine).model_dump_json()
            insert_event(self._connection, event_row(record.model_dump_json(), of_machine or None), record.claims)
        else:
            raise ValueError("a review without its claim or event")

    def _put_claim(self, claim: Claim, review: dict[str, Any] | None, machine: dict[str, Any] | None) -> None:
        of_person = Review.model_validate(review).model_dump_json() if review else None
        of_machine = Claim.model_validate(machine).model_dump_json() if machine else None
        row = claim_row(claim.model_dump_json(), of_person, of_machine)
        insert_claims(self._connection, [claim], [row])
        if row["state"] != "rejected":
            put_keys(self._connection, [Told(claim, self._reports[claim.report])])
