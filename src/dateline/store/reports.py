"""Reports as rows: what is kept of one, and when a report that comes again is another one."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from dateline.records import Report
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
    if row.source != report.source:
        return Outcome.KNOWN
    same = row.read_by == read_by and _compared(_record(row)) == _compared(report)
    return Outcome.UNCHANGED if same else Outcome.UPDATED


def put_report(connection: Connection, report: Report, read_by: str | None, outcome: Outcome) -> None:
    """Write `report`; when it replaces one, that one's place in the order is kept and its claims go."""
    values = _values(report, read_by)
    if outcome is Outcome.NEW:
        connection.execute(insert(reports).values(values))
        return
    connection.execute(update(reports).where(reports.c.id == report.id).values(values))
    connection.execute(claims.delete().where(claims.c.report == report.id))


def select_report(connection: Connection, report: str) -> ReportEntry | None:
    """The stored report of this id."""
    row = connection.execute(_entries().where(reports.c.id == report)).one_or_none()
    return _entry(row) if row else None


def select_reports(connection: Connection) -> Iterator[ReportEntry]:
    """All stored reports in order of arrival."""
    return (_entry(row) for row in connection.execute(_entries().order_by(reports.c.number)))


def _entries() -> Select[Any]:
    told = select(func.count()).where(claims.c.report == reports.c.id).scalar_subquery()
    return select(reports.c.record, reports.c.read_by, told.label("claims"))


def _entry(row: Row[Any]) -> ReportEntry:
    return ReportEntry(_record(row), row.read_by, row.claims)


def _record(row: Row[Any]) -> Report:
    return Report.model_validate_json(row.record)


def _compared(report: Report) -> dict[str, Any]:
    return report.model_dump(exclude=_NOT_COMPARED)


def _values(report: Report, read_by: str | None) -> dict[str, Any]:
    return {
        "id": report.id,
        "source": report.source,
        "publisher": report.publisher,
        "published": report.published.date,
        "language": report.language,
        "read_by": read_by,
        "record": report.model_dump_json(),
    }
