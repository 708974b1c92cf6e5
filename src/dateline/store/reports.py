"""Reports as rows: what is kept of one, and when a report that comes again is another one."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from dateline.records import Report
from dateline.store.folding import storable
from dateline.store.log import digest
from dateline.store.report_words import renew_report_words
from dateline.store.tables import claims, reports

# The day of reading says nothing of a report, and the bytes around a text change with every visit to a page.
_NOT_COMPARED = {"retrieved", "sha256"}


class Outcome(StrEnum):
    """What storing a report came to.

    known: its text is already there under another source, which stays.
    """

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KNOWN = "known"


@dataclass(frozen=True)
class ReportEntry:
    """A stored report, the version of the reader that read it (None: not yet read), its number of claims."""

    report: Report
    read_by: str | None
    claims: int


def outcome_of(connection: Connection, report: Report, read_by: str | None) -> Outcome:
    """What storing `report`, as read by `read_by`, would come to."""
    row = connection.execute(select(reports).where(reports.c.id == report.id)).one_or_none()
    if row is None:
        return Outcome.NEW
    if row.source != storable(report.source):
        return Outcome.KNOWN
    same = row.read_by == read_by and _compared(_record(row)) == _compared(report)
    return Outcome.UNCHANGED if same else Outcome.UPDATED


def put_report(connection: Connection, report: Report, read_by: str | None, outcome: Outcome) -> dict[str, str]:
    """Write `report`, and give its hash by id; when it replaces one, that one's place in the order is kept."""
    row = report_row(report.model_dump_json(), read_by)
    if outcome is Outcome.NEW:
        connection.execute(insert(reports).values(row))
    else:
        connection.execute(update(reports).where(reports.c.id == report.id).values(row))
    renew_report_words(connection, report.id)
    return {report.id: report_digest(row)}


def earlier_texts(connection: Connection, report: Report) -> list[str]:
    """The ids of other reports from the same source: what it said before."""
    same = (reports.c.source == storable(report.source), reports.c.id != report.id)
    return list(connection.scalars(select(reports.c.id).where(*same).order_by(reports.c.number)))


def report_digest(row: Any) -> str:
    """The hash by which the log knows the row of a report."""
    return digest("report", row["record"], row["read_by"])


def report_row(record: str, read_by: str | None) -> dict[str, Any]:
    """The row of a report, all that follows from its record included."""
    report = Report.model_validate_json(record)
    return {
        "id": report.id,
        "source": storable(report.source),
        "title": report.title and storable(report.title),
        "publisher": report.publisher and storable(report.publisher),
        "published": report.published.date,
        "language": report.language,
        "read_by": read_by,
        "record": record,
    }


def select_report(connection: Connection, report: str) -> ReportEntry | None:
    """The stored report of this id."""
    row = connection.execute(_entries().where(reports.c.id == report)).one_or_none()
    return _entry(row) if row else None


def select_reports(connection: Connection) -> Iterator[ReportEntry]:
    """All stored reports in order of arrival."""
    with connection.execute(_entries().order_by(reports.c.number)) as rows:
        yield from map(_entry, rows)


def _entries() -> Select[Any]:
    told = select(func.count()).where(claims.c.report == reports.c.id, claims.c.state != "rejected").scalar_subquery()
    return select(reports.c.record, reports.c.read_by, told.label("claims"))


def _entry(row: Row[Any]) -> ReportEntry:
    return ReportEntry(_record(row), row.read_by, row.claims)


def _record(row: Row[Any]) -> Report:
    return Report.model_validate_json(row.record)


def _compared(report: Report) -> dict[str, Any]:
    return report.model_dump(exclude=_NOT_COMPARED)
