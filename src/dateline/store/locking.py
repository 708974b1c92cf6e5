"""One writer at a time, on every database: what is acknowledged then has an order, and the log one last entry."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, Engine, text

# An execution option of connections that will write: they take the write lock at once, so that no transaction
# that has begun can fail for want of it.
WRITES: Final = "dateline_writes"

# Any number will do that no other program in the same database uses for its own advisory locks.
_LOCK: Final = 4_218_150_971_104


def hold_writing(connection: Connection) -> None:
    """Wait until nobody else writes, and keep others from it until the transaction ends.

    SQLite has its own lock, taken with BEGIN IMMEDIATE (see `opening`).
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that alone may write: all of it is stored when it ends, or nothing."""
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        hold_writing(connection)
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the database as it is at one moment."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection
