"""A run of reading: a reader and a store, opened for the first report, and each report's way."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from dateline.errors import InputError
from dateline.records import Claim, Report

if TYPE_CHECKING:
    from dateline.intake import Failure
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

    def take(self, report: Report) -> Taken:
        """Read `report` and store it with its claims; one that is there already is taken from the store."""
        store, reads = self._store, self._reader.reads(report)
        if store is None:
            return Taken(report, self._reader.read(report), False, reads)
        return self._kept(store, report) or self._stored(store, report, reads)

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

    def _stored(self, store: "Store", report: Report, reads: bool) -> Taken:
        from dateline.store import ClaimFilter

        store.save(report, self._reader.read(report), self._version(report))
        # As they are stored: with their events, and with what a person has made of them.
        return Taken(report, list(store.claims(ClaimFilter(report=report.id))), False, reads)

    def _version(self, report: Report) -> str | None:
        return self._reader.version if self._reader.reads(report) else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.settle()
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._open.close()
