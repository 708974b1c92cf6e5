"""Lists of reports, and one report with all its claims."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from dateline.records import Report
from dateline.store.browsing.answers import Page, ReportPage, ReportRow
from dateline.store.browsing.asked import ReportFilter
from dateline.store.browsing.listing import entries, entry_of
from dateline.store.log import select_entries
from dateline.store.rejected import RejectedFilter, select_rejected
from dateline.store.report_words import is_named
from dateline.store.tables import claims, reports

ALL_REPORTS: Final = ReportFilter()
_LAST_FIRST: Final = (reports.c.published.desc().nulls_last(), reports.c.number.desc())


def report_rows(connection: Connection, asked: ReportFilter, number: int, limit: int) -> Page[ReportRow]:
    """A page of the reports that meet `asked`."""
    met = list(_conditions(asked, connection.dialect.name))
    total = connection.scalar(select(func.count()).select_from(reports).where(*met)) or 0
    # The numbers alone first, so that none of the rows that are passed over is read whole.
    page = select(reports.c.number).where(*met).order_by(*_LAST_FIRST).limit(limit).offset((number - 1) * limit)
    if asked.words:
        # SQLite would look up each report that is so called, however many, and sort them all.
        page = page.with_hint(reports, "INDEXED BY reports_by_day", "sqlite")
    query = _rows().where(reports.c.number.in_(page.scalar_subquery())).order_by(*_LAST_FIRST)
    return Page(tuple(map(_row, connection.execute(query))), total, number, limit)


def report_page(connection: Connection, report: str) -> ReportPage | None:
    """The report of this id with all its claims."""
    row = connection.execute(_rows().where(reports.c.id == report)).one_or_none()
    if row is None:
        return None
    in_order = (claims.c.start, claims.c.end, claims.c.kind, claims.c.id)
    told = connection.execute(entries().where(claims.c.report == report).order_by(*in_order))
    dropped = select_rejected(connection, RejectedFilter(report=report))
    return ReportPage(_row(row), tuple(map(entry_of, told)), tuple(select_entries(connection, report)), tuple(dropped))


def _rows() -> Select[Any]:
    of_report = select(func.count()).where(claims.c.report == reports.c.id)
    told = of_report.where(claims.c.state != "rejected").scalar_subquery()
    reviewed = of_report.where(claims.c.state != "unreviewed").scalar_subquery()
    return select(reports.c.record, reports.c.read_by, told.label("told"), reviewed.label("reviewed"))


def _row(row: Row[Any]) -> ReportRow:
    return ReportRow(Report.model_validate_json(row.record), row.read_by, row.told, row.reviewed)


def _conditions(asked: ReportFilter, dialect: str) -> Iterator[ColumnElement[bool]]:
    if asked.words:
        yield is_named(dialect, asked.words)
    if asked.languages:
        yield reports.c.language.in_(asked.languages)
    if asked.since is not None:
        yield reports.c.published >= asked.since
    if asked.until is not None:
        yield reports.c.published <= asked.until
    if asked.unread:
        yield reports.c.read_by.is_(None)
