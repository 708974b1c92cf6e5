"""The one door to the database."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, Table, func, select

from dateline.errors import StoreError
from dateline.records import Claim, Report
from dateline.store.claims import put_claims, refuse_strangers, select_claims
from dateline.store.failures import told_plainly
from dateline.store.filters import ALL_CLAIMS, ClaimFilter
from dateline.store.opening import open_engine
from dateline.store.reports import Outcome, ReportEntry, outcome_of, put_report, select_report, select_reports
from dateline.store.schema import WRITES
from dateline.store.tables import claims, reports

# Sorts after every hexadecimal digit, so that ids from `prefix` up to `prefix` + this are those it begins.
_AFTER_DIGITS = "g"
_SHOWN_IDS = 5


class Store:
    """A database of reports and claims. Every method raises StoreError, naming the database, where it fails.

    Use as a context manager, or call `close`.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self.name = name

    @classmethod
    def open(cls, database: str, *, write: bool = True, wait_seconds: float = 10.0) -> "Store":
        """The store in `database`, a path to a SQLite file or an SQLAlchemy URL.

        With `write` it is made where it is not there yet; without, it is an error that it is not, and nothing
        on disk changes. `wait_seconds` is how long to wait for another process that is writing.
        """
        return cls(*open_engine(database, write=write, wait_seconds=wait_seconds))

    def compare(self, report: Report, read_by: str | None) -> Outcome:
        """What `save` would come to, so that a report that is there already need not be read again."""
        with self._reading() as connection:
            return outcome_of(connection, report, read_by)

    def save(self, report: Report, told: Iterable[Claim], read_by: str | None) -> Outcome:
        """Store a report and its claims in one transaction: all of it, or nothing.

        `read_by` is the version of the reader; None says that the report is not yet read. A report and its
        claims are replaced where the same source brings the same text with other metadata or read by another
        version. The same text from another source changes nothing.
        """
        found = tuple(told)
        refuse_strangers(report, found)
        with self._writing() as connection:
            outcome = outcome_of(connection, report, read_by)
            if outcome in (Outcome.NEW, Outcome.UPDATED):
                put_report(connection, report, read_by, outcome)
                put_claims(connection, found)
        return outcome

    def claims(self, asked: ClaimFilter = ALL_CLAIMS) -> Iterator[Claim]:
        """The claims that meet `asked`, by report in order of arrival, then by where their trigger stands."""
        with self._reading() as connection:
            yield from select_claims(connection, asked)

    def reports(self) -> Iterator[ReportEntry]:
        """All reports in order of arrival, each with its state and number of claims."""
        with self._reading() as connection:
            yield from select_reports(connection)

    def report(self, report: str) -> ReportEntry | None:
        """The report of this id."""
        with self._reading() as connection:
            return select_report(connection, report)

    def find(self, prefix: str) -> ReportEntry | Claim:
        """The one report or claim whose id begins with `prefix`, with or without its `r_` or `c_`."""
        ids = self._ids(prefix.strip().lower())
        if not ids:
            raise StoreError(f"{self.name}: no id begins with {prefix!r}; `dateline claims` lists them")
        if len(ids) > 1:
            some = ", ".join(ids[:_SHOWN_IDS]) + (", ..." if len(ids) > _SHOWN_IDS else "")
            raise StoreError(f"{self.name}: more than one id begins with {prefix!r}: {some}; give more of it")
        return self._one(ids[0])

    def kinds(self) -> dict[str, int]:
        """The kinds that there are claims of, with their number."""
        with self._reading() as connection:
            rows = connection.execute(
                select(claims.c.kind, func.count().label("number")).group_by(claims.c.kind).order_by(claims.c.kind)
            )
            return {row.kind: row.number for row in rows}

    def _one(self, found: str) -> ReportEntry | Claim:
        with self._reading() as connection:
            if entry := select_report(connection, found):
                return entry
            record = connection.execute(select(claims.c.record).where(claims.c.id == found)).scalar_one()
            return Claim.model_validate_json(record)

    def _ids(self, prefix: str) -> list[str]:
        with self._reading() as connection:
            return [
                found
                for mark, table in (("r_", reports), ("c_", claims))
                for found in _beginning(connection, table, mark, prefix)
            ]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told_plainly(self.name), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with (
            told_plainly(self.name),
            self._engine.connect().execution_options(**{WRITES: True}) as connection,
            connection.begin(),
        ):
            yield connection

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _beginning(connection: Connection, table: Table, mark: str, prefix: str) -> list[str]:
    digits = prefix.removeprefix(mark)
    if not digits or not set(digits) <= set("0123456789abcdef"):
        return []
    first = mark + digits
    query = select(table.c.id).where(table.c.id >= first, table.c.id < first + _AFTER_DIGITS)
    return list(connection.execute(query.order_by(table.c.id).limit(_SHOWN_IDS + 1)).scalars())
