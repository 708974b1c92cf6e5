"""What people have done, looked up in the log: one entry, and the newest step of one person that still stands."""

from typing import Final

from sqlalchemy import Connection, select

from dateline.store.log import LogEntry, entry_of, newest
from dateline.store.tables import log

_UNDO: Final = "undo"
# Entries looked back at, so that a person without any step is quickly told so; older ones are undone by their number.
_LOOKED_AT: Final = 20_000


def select_entry(connection: Connection, number: int) -> LogEntry | None:
    """The entry of this number."""
    row = connection.execute(select(log).where(log.c.number == number)).one_or_none()
    return entry_of(row) if row else None


def last_step(connection: Connection, by: str) -> LogEntry | None:
    """The newest step of this person that can be undone: not an undoing, not undone since, and not long ago."""
    since = newest(connection)[0] - _LOOKED_AT
    theirs = select(log).where(log.c.number > since, log.c.by == by, log.c.action != _UNDO)
    steps = theirs.where(log.c.content.contains('"after":'))
    for row in connection.execute(steps.order_by(log.c.number.desc())):
        if not _is_undone(connection, row.number):
            return entry_of(row)
    return None


def _is_undone(connection: Connection, number: int) -> bool:
    """Whether an entry is taken back, and its taking back stands."""
    undoing = connection.scalars(select(log.c.number).where(log.c.undoes == number)).all()
    return any(not _is_undone(connection, one) for one in undoing)
