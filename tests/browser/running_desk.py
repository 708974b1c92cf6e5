"""A desk that runs, for tests to look at and to ask its store."""

from typing import NamedTuple

from dateline.store import EventFilter, Store


class Desk(NamedTuple):
    """Where a desk is, and the store behind it."""

    address: str
    store: Store

    def event(self, **asked: object) -> str:
        """The id of an event that meets this."""
        return next(self.store.events(EventFilter(**asked))).id  # type: ignore[arg-type]

    def report(self, words: str) -> str:
        """The id of the report whose title holds these words."""
        return next(entry.report.id for entry in self.store.reports() if words in (entry.report.title or ""))


class NothingKnown:
    """In the place of gazetteer and register, which take their time to open."""

    def places(self, words: str, among: object) -> tuple[object, ...]:
        return ()

    def place(self, words: str, among: object) -> None:
        return None

    def entities(self, words: str) -> tuple[object, ...]:
        return ()

    def entity(self, words: str, on: object, among: object) -> None:
        return None
