"""The one door to the database."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sqlalchemy import Connection, Engine, Table, func, select

from dateline.errors import StoreError
from dateline.merging import Told
from dateline.records import Claim, Event, Rejected, Report
from dateline.store.accounts import Accounts
from dateline.store.claims import claim_of, claims_with_events, refuse_strangers, select_claims
from dateline.store.corrections import Reviewed, select_reviewed
from dateline.store.event_filters import ALL_EVENTS, EventFilter
from dateline.store.events import judge_all, settle_events
from dateline.store.failures import told_plainly
from dateline.store.filters import ALL_CLAIMS, ClaimFilter
from dateline.store.items import select_event
from dateline.store.locking import reading, writing
from dateline.store.log import Change, LogEntry, append, select_entries
from dateline.store.opening import open_engine
from dateline.store.raw import read_raw, refuse_other_bytes
from dateline.store.rejected import ALL_REJECTED, RejectedFilter, refuse_strange_rejected, select_rejected
from dateline.store.reports import Outcome, ReportEntry, outcome_of, select_report, select_reports
from dateline.store.reviewer import Reviewer
from dateline.store.saving import save_report
from dateline.store.scope import select_told, sharing
from dateline.store.steps import last_step, select_entry
from dateline.store.suggestions import Suggestion, select_suggestions
from dateline.store.tables import claims, events, reports
from dateline.store.transfer import Line, fill, lines_of
from dateline.store.verification import Verified, undecoded, verify

if TYPE_CHECKING:
    from dateline.store.browsing.browsing import Browsing

# Sorts after every hexadecimal digit, so that ids from `prefix` up to `prefix` + this are those it begins.
_AFTER_DIGITS = "g"
_SHOWN_IDS = 5
Found = TypeVar("Found")


class Store:
    """A database of reports and claims. Every method raises StoreError, naming the database, where it fails.

    Use as a context manager, or call `close`.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self.name = name
        self.accounts = Accounts(self._reading, self._writing)

    @cached_property
    def browsing(self) -> "Browsing":
        """The answers to what the desk asks; see `dateline.store.browsing`."""
        # Needs numpy, which commands that browse nothing do not wait for.
        from dateline.store.browsing.browsing import Browsing

        return Browsing(self._reading)

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

    def save(
        self,
        report: Report,
        told: Iterable[Claim],
        read_by: str | None,
        raw: bytes | None = None,
        rejected: Iterable[Rejected] = (),
    ) -> Outcome:
        """Store a report and its claims in one transaction: all of it, or nothing.

        `read_by` is the version of the reader; None says that the report is not yet read. A report and its
        claims are replaced where the same source brings the same text with other metadata or read by another
        version; what a person has reviewed stays, and a suggestion waits where the reader now differs. The same
        text from another source changes nothing. The events that the claims are in follow in the same transaction.
        `raw` are the bytes that the report was read from; they are kept to check it by. Of the candidates that the
        reader `rejected`, those with a score of at least 0.1 are kept.
        """
        found, dropped = tuple(told), tuple(rejected)
        refuse_strangers(report, found)
        refuse_strange_rejected(report, dropped)
        refuse_other_bytes(report, raw)
        with self._writing() as connection:
            outcome = outcome_of(connection, report, read_by)
            if outcome in (Outcome.NEW, Outcome.UPDATED):
                save_report(connection, report, found, read_by, outcome, raw, dropped)
        return outcome

    def claims(self, asked: ClaimFilter = ALL_CLAIMS) -> Iterator[Claim]:
        """The claims that meet `asked`, by report in order of arrival, then by where their trigger stands."""
        with self._reading() as connection:
            yield from select_claims(connection, asked)

    def rejected(self, asked: RejectedFilter = ALL_REJECTED) -> Iterator[Rejected]:
        """The candidates that the reader dropped and that meet `asked`, in the order of `claims`."""
        with self._reading() as connection:
            yield from select_rejected(connection, asked)

    def events(self, asked: EventFilter = ALL_EVENTS, limit: int | None = None) -> Iterator[Event]:
        """The events that meet `asked`, by their first day, those of unknown days last."""
        return self.browsing.events(asked, limit)

    def event(self, event: str) -> Event | None:
        """The event of this id."""
        with self._reading() as connection:
            return select_event(connection, event)

    def told(self, ids: Iterable[str]) -> list[Told]:
        """Claims by id, each with its report, for merging; those that a person rejected are left out."""
        with self._reading() as connection:
            return select_told(connection, ids)

    def sharing(self, keys: Iterable[str]) -> list[Told]:
        """The claims that have one of these keys of merging."""
        with self._reading() as connection:
            return select_told(connection, sharing(connection, set(keys)))

    def settle_events(self) -> bool:
        """Judge in full what `save`, so as not to keep the caller waiting, judged among near claims only.

        To be called after a run of many reports; False where there was nothing left to do.
        """
        with self._writing() as connection:
            return settle_events(connection)

    def judge_all(self) -> None:
        """Judge the events of all claims anew and at once; what a person reviewed stays."""
        with self._writing() as connection:
            judge_all(connection)

    def suggestions(self, state: str | None = "open") -> Iterator[Suggestion]:
        """What the machine would change in what a person has reviewed, oldest first; None: settled ones too."""
        with self._reading() as connection:
            yield from select_suggestions(connection, state)

    def log(self, subject: str | None = None) -> Iterator[LogEntry]:
        """Every change ever made, in order, or only those of one subject."""
        with self._reading() as connection:
            yield from select_entries(connection, subject)

    def log_entry(self, number: int) -> LogEntry | None:
        """The entry of the log of this number."""
        with self._reading() as connection:
            return select_entry(connection, number)

    def last_step(self, by: str) -> LogEntry | None:
        """The newest step of a person that can be undone and is not."""
        with self._reading() as connection:
            return last_step(connection, by)

    def note(self, by: str, action: str, subject: str, reason: str = "") -> None:
        """Enter into the log who did something that changes no record itself."""
        with self._writing() as connection:
            append(connection, Change(), by=by, action=action, subject=subject, reason=reason)

    def reviewer(self, name: str) -> Reviewer:
        """What the person of this name can change."""
        return Reviewer(name, self._writing)

    def reviewed(self) -> Iterator[Reviewed]:
        """Reports of which a person has reviewed a claim, the claims not rejected, and how many nobody looked at."""
        with self._reading() as connection:
            yield from select_reviewed(connection)

    def lines(self) -> Iterator[dict[str, Any]]:
        """Everything in the database, as it is at one moment, for `fill` of another."""
        with self._reading() as connection:
            yield from lines_of(connection)

    def fill(self, lines: Iterable[Line]) -> dict[str, int]:
        """Write the lines of another database into this one, which must be empty; all of them, or none."""
        with self._writing() as connection:
            return fill(connection, lines, self.name)

    def verify(self) -> Verified:
        """Whether all is there, to the bit, as it was put into it."""
        with self._reading() as connection, undecoded(connection):
            return verify(connection)

    def reports(self) -> Iterator[ReportEntry]:
        """All reports in order of arrival, each with its state and number of claims."""
        with self._reading() as connection:
            yield from select_reports(connection)

    def report(self, report: str) -> ReportEntry | None:
        """The report of this id."""
        with self._reading() as connection:
            return select_report(connection, report)

    def raw(self, report: str) -> bytes | None:
        """The bytes that the report of this id was read from; None where it came without them."""
        with self._reading() as connection:
            return read_raw(connection, report)

    def find(self, prefix: str) -> ReportEntry | Claim:
        """The one report or claim whose id begins with `prefix`, with or without its `r_` or `c_`."""
        with self._reading() as connection:
            found = self._only(connection, prefix, {"r_": reports, "c_": claims})
            row = connection.execute(claims_with_events().where(claims.c.id == found)).one_or_none()
            return claim_of(row) if row else _there(select_report(connection, found))

    def find_event(self, prefix: str) -> Event:
        """The one event whose id begins with `prefix`, with or without its `e_`."""
        with self._reading() as connection:
            return _there(select_event(connection, self._only(connection, prefix, {"e_": events})))

    def kinds(self) -> dict[str, int]:
        """The kinds that there are claims of, with their number."""
        with self._reading() as connection:
            rows = connection.execute(
                select(claims.c.kind, func.count().label("number")).group_by(claims.c.kind).order_by(claims.c.kind)
            )
            return {row.kind: row.number for row in rows}

    def _only(self, connection: Connection, given: str, tables: Mapping[str, Table]) -> str:
        prefix = given.strip().lower()
        ids = [found for mark, table in tables.items() for found in _beginning(connection, table, mark, prefix)]
        if not ids:
            lists = "events" if "e_" in tables else "claims"
            raise StoreError(f"{self.name}: no id begins with {given!r}; `dateline {lists}` lists them")
        if len(ids) > 1:
            some = ", ".join(ids[:_SHOWN_IDS]) + (", ..." if len(ids) > _SHOWN_IDS else "")
            raise StoreError(f"{self.name}: more than one id begins with {given!r}: {some}; give more of it")
        return ids[0]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told_plainly(self.name), reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told_plainly(self.name), writing(self._engine) as connection:
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


def _there(found: Found | None) -> Found:
    """What was found under an id that was there a moment ago, in the same transaction."""
    assert found is not None
    return found
