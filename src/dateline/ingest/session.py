"""A run of reading: a reader and a store, opened for the first report, and each report's way."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from dateline.errors import InputError
from dateline.records import Claim, Report

if TYPE_CHECKING:
    from dateline.intake import Failure, IntakeOptions
    from dateline.reading import Reader
    from dateline.store import Store


class Taken(NamedTuple):
    """A report with its claims as they now are; whether it is `known` from before, and `read` at all."""

    report: Report
    claims: list[Claim]
    known: bool
    read: bool


class Session:
    """Reads reports and stores them in `database`, or nowhere where that is None.

    A report that comes back from `take` is stored: it is safe to tell the user of it.
    """

    def __init__(
        self, database: str | None, kinds: Sequence[Path], progress: Callable[[str], None], actors: Sequence[Path] = ()
    ) -> None:
        self._database = database
        self._kinds = kinds
        self._actors = actors
        self._progress = progress
        self._open = ExitStack()
        self._raw: dict[str, bytes] = {}

    @cached_property
    def _reader(self) -> "Reader":
        from dateline.gazetteer.adding import merge_added
        from dateline.reading import open_reader

        merge_added(progress=self._progress)
        return open_reader(self._kinds, self._progress, self._actors)

    @cached_property
    def _store(self) -> "Store | None":
        from dateline.store import Store

        return self._open.enter_context(Store.open(self._database)) if self._database is not None else None

    def keeping(self, options: "IntakeOptions | None" = None) -> "IntakeOptions":
        """Options of intake with which the bytes that a report is read from are stored with it."""
        from dateline.intake import IntakeOptions

        return replace(options or IntakeOptions(), keep=self._keep)

    def _keep(self, report: Report, raw: bytes) -> None:
        if self._database is not None:
            self._raw[report.id] = raw

    def take(self, report: Report) -> Taken:
        """Read `report` and store it with its claims; one that is there already is taken from the store."""
        raw = self._raw.pop(report.id, None)
        store, reads = self._store, self._reader.reads(report)
        if store is None:
            return Taken(report, self._reader.read(report), False, reads)
        return self._kept(store, report) or self._stored(store, report, raw, reads)

    def take_item(self, item: "Report | Failure") -> "Taken | Failure":
        """`take` for what intake gives: a report that cannot be read is a failure in its place."""
        from dateline.intake import Failure

        if isinstance(item, Failure):
            return item
        try:
            return self.take(item)
        except InputError as error:
            return Failure.of(error)

    def settle(self) -> None:
        """Judge in full the events of what was taken; to be called after a run of reports."""
        if "_store" in self.__dict__ and self._store is not None:
            self._store.settle_events()

    def _kept(self, store: "Store", report: Report) -> Taken | None:
        from dateline.store import ClaimFilter, Outcome

        if store.compare(report, self._version(report)) not in (Outcome.UNCHANGED, Outcome.KNOWN):
            return None
        entry = store.report(report.id)
        if entry is None:
            return None
        return Taken(entry.report, list(store.claims(ClaimFilter(report=report.id))), True, bool(entry.read_by))

    def _stored(self, store: "Store", report: Report, raw: bytes | None, reads: bool) -> Taken:
        from dateline.store import ClaimFilter

        reading = self._reader.judge(report)
        store.save(report, reading.claims, self._version(report), raw, reading.rejected)
        # As they are stored: with their events, and with what a person has made of them.
        return Taken(report, list(store.claims(ClaimFilter(report=report.id))), False, reads)

    def _version(self, report: Report) -> str | None:
        return self._reader.version if self._reader.reads(report) else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            # What an interrupted run has stored is judged too; interrupted again, the next run does it.
            if kind is None or issubclass(kind, KeyboardInterrupt):
                self.settle()
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._open.close()
