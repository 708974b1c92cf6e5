"""The candidates that the reader dropped, kept with their report so that one can see what may be missed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from dateline.errors import StoreError
from dateline.records import Rejected, Report
from dateline.store.folding import fenced, fold_name, storable
from dateline.store.log import Change, digest
from dateline.store.tables import rejected, reports

# Below it a candidate is not worth a look, and most are.
LEAST_KEPT: Final = 0.1
_MARK: Final = "x_"
_FETCHED: Final = 500


@dataclass(frozen=True)
class RejectedFilter:
    """Conditions that a dropped candidate must all meet; `text` is words of its sentence, as in `ClaimFilter`."""

    report: str | None = None
    kinds: tuple[str, ...] = ()
    text: str | None = None
    limit: int | None = None


ALL_REJECTED: Final = RejectedFilter()


def rejected_id(report: str) -> str:
    """The id by which the log knows all that was dropped of this report."""
    return _MARK + report.removeprefix("r_")


def rejected_rows(report: str, records: Iterable[str]) -> list[dict[str, Any]]:
    """The rows of what was dropped of a report, all that follows from the records included."""
    return [_row(report, number, record) for number, record in enumerate(records, 1)]


def rejected_digest(records: Sequence[str]) -> str:
    """The hash by which the log knows all that was dropped of one report."""
    return digest("rejected", *records)


def refuse_strange_rejected(report: Report, dropped: Iterable[Rejected]) -> None:
    """StoreError where one of these is not of `report`, or quotes what its text does not say."""
    for one in dropped:
        if one.report != report.id:
            raise StoreError(f"{report.source}: a rejected candidate is of another report; nothing of it was stored")
        if not (one.trigger.quotes(report.text) and one.sentence.quotes(report.text)):
            raise StoreError(
                f"{report.source}: a rejected candidate quotes words that are not there; nothing was stored"
            )


def put_rejected(connection: Connection, report: str, dropped: Iterable[Rejected]) -> Change:
    """Write what was now dropped of a report, and likely enough to be kept, in the place of what is there."""
    there = connection.scalars(_of_report(report)).all()
    records = [one.model_dump_json() for one in dropped if one.score >= LEAST_KEPT]
    if records == there:
        return Change()
    connection.execute(delete(rejected).where(rejected.c.report == report))
    if not records:
        return Change(removed=[rejected_id(report)])
    connection.execute(insert(rejected), rejected_rows(report, records))
    return Change({rejected_id(report): rejected_digest(records)})


def select_rejected(connection: Connection, asked: RejectedFilter = ALL_REJECTED) -> Iterator[Rejected]:
    """What was dropped and meets `asked`, by report in order of arrival, then by where it stands."""
    query = (
        select(rejected.c.record)
        .join(reports, reports.c.id == rejected.c.report)
        .where(*_conditions(asked))
        .order_by(reports.c.number, rejected.c.number)
        .limit(asked.limit)
    )
    with connection.execution_options(yield_per=_FETCHED).execute(query) as rows:
        yield from map(Rejected.model_validate_json, rows.scalars())


def _of_report(report: str) -> Any:
    return select(rejected.c.record).where(rejected.c.report == report).order_by(rejected.c.number)


def _conditions(asked: RejectedFilter) -> Iterator[ColumnElement[bool]]:
    if asked.report is not None:
        yield rejected.c.report == asked.report
    if asked.kinds:
        yield rejected.c.kind.in_(asked.kinds)
    if asked.text is not None:
        yield rejected.c.words.contains(fenced(fold_name(asked.text)).rstrip(), autoescape=True)


def _row(report: str, number: int, record: str) -> dict[str, Any]:
    one = Rejected.model_validate_json(record)
    return {
        "report": report,
        "number": number,
        "kind": storable(one.kind),
        "words": fenced(fold_name(one.sentence.text)),
        "record": record,
    }
