"""From which log entry on events were judged among near claims only, so that a later run can do the rest."""

from typing import Final

from sqlalchemy import Connection, delete, insert, select

from dateline.store.log import newest
from dateline.store.tables import meta

_KEY: Final = "unsettled_since"


def note_unsettled(connection: Connection) -> None:
    """Remember the newest entry, unless an older one is remembered."""
    if unsettled_since(connection) is None:
        connection.execute(insert(meta).values(key=_KEY, value=str(newest(connection)[0])))


def unsettled_since(connection: Connection) -> int | None:
    """The number of the entry; None where all events were judged in full."""
    value = connection.scalar(select(meta.c.value).where(meta.c.key == _KEY))
    return int(value) if value else None


def forget_unsettled(connection: Connection) -> None:
    """All events are judged in full."""
    connection.execute(delete(meta).where(meta.c.key == _KEY))
