"""One person's door to what is stored: each method is one step, one transaction, one entry in the log."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Final

from sqlalchemy import Connection

import dateline.store.reviewing as reviewing
from dateline.records import Claim, Event
from dateline.store.reviewing import Step, step_of

Writing = Callable[[], AbstractContextManager[Connection]]
_ACCEPTED: Final = "accepted"


class Reviewer:
    """Changes claims and events in the name of one person.

    Each method takes a reason, gives the number of its entry in the log, and raises StoreError where nothing was
    changed.
    """

    def __init__(self, name: str, writing: Writing) -> None:
        self.name = name
        self._writing = writing

    def accept(self, subject: str, reason: str) -> int:
        """Say that a claim or an event is right as it stands."""
        with self._writing() as connection:
            return reviewing.review(connection, self._step("accept", reason), subject, _ACCEPTED)

    def reject(self, subject: str, reason: str) -> int:
        """Say that a claim or an event is wrong; it is kept, and shown only where asked for."""
        with self._writing() as connection:
            return reviewing.review(connection, self._step("reject", reason), subject, "rejected")

    def edit(self, record: Claim | Event, reason: str) -> int:
        """Put this version in the place of the one of the same id; the machine's is kept beside it."""
        with self._writing() as connection:
            return reviewing.edit(connection, self._step("edit", reason), record)

    def add(self, record: Claim | Event, reason: str) -> int:
        """Add a claim that the reader missed, or an event of claims that are there."""
        with self._writing() as connection:
            return reviewing.add(connection, self._step("add", reason), record)

    def merge(self, events: Sequence[str], reason: str) -> int:
        """Make one event of several; it keeps the id of the first."""
        with self._writing() as connection:
            return reviewing.merge_events(connection, self._step("merge", reason), events)

    def split(self, event: str, claims: Sequence[str], reason: str) -> int:
        """Take these claims out of an event into one of their own."""
        with self._writing() as connection:
            return reviewing.split_event(connection, self._step("split", reason), event, claims)

    def take(self, suggestion: int, reason: str) -> int:
        """Let the machine do what it suggests."""
        with self._writing() as connection:
            return reviewing.settle(connection, self._step("take", reason), suggestion, take=True)

    def dismiss(self, suggestion: int, reason: str) -> int:
        """Leave things as they are; the machine does not suggest the same again."""
        with self._writing() as connection:
            return reviewing.settle(connection, self._step("dismiss", reason), suggestion, take=False)

    def undo(self, reason: str, entry: int | None = None) -> int:
        """Take back an entry of the log, or the newest step of a person that still stands."""
        with self._writing() as connection:
            return reviewing.undo(connection, self._step(reviewing.UNDO, reason), entry)

    def _step(self, action: str, reason: str) -> Step:
        return step_of(self.name, action, reason)
