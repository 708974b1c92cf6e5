"""What a database driver says of a failure, in plain words: which database, what is wrong, what to do."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from dateline.errors import StoreError

_PRIMARY_CODE: Final = 0xFF

# What PostgreSQL says by SQLSTATE; the text after the two leading digits of a class stands for the whole class.
_POSTGRESQL: Final[Mapping[str, str]] = {
    "55P03": "is in use by another process; wait until that has finished and try again",
    "53100": "the disk is full, so nothing more was stored; free some space and try again",
    "25006": "cannot be written to; name another database with --db",
    "42501": "cannot be written to with this user's rights; ask for them, or name another database with --db",
    "28": "the user or password is refused; check the address",
    "3D": "there is no such database on that server; make it (createdb), or name another with --db",
    "57": "the server has shut down or broken off; wait until it runs again",
}

_SQLITE: Final[Mapping[int, str]] = {
    sqlite3.SQLITE_BUSY: "is in use by another process; wait until that has finished and try again",
    sqlite3.SQLITE_LOCKED: "is in use by another process; wait until that has finished and try again",
    sqlite3.SQLITE_FULL: "the disk is full, so nothing more was stored; free some space and try again",
    sqlite3.SQLITE_READONLY: "cannot be written to; check its permissions, or name another file with --db",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check the permissions of the file and its folder",
    sqlite3.SQLITE_PERM: "cannot be opened; check the permissions of the file and its folder",
    sqlite3.SQLITE_NOTADB: "is not a database; name another file with --db",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore a copy, or read the reports into a new one with --db",
    sqlite3.SQLITE_IOERR: "cannot be read or written (disk error); check the disk and its free space",
}


@contextmanager
def told_plainly(where: str) -> Iterator[None]:
    """Turn any error of the database `where` into a StoreError that names it."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, ImportError, ValidationError) as error:
        raise StoreError(f"{where}: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    if isinstance(cause, ImportError):
        return f"this kind of database needs a driver that is not installed ({cause})"
    if isinstance(cause, ValidationError):
        return f"holds a broken {cause.title.lower()} record; restore the database from a copy"
    return _known(cause) or (str(cause).strip().splitlines() or [type(cause).__name__])[0]


def _known(cause: BaseException) -> str | None:
    code = getattr(cause, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _SQLITE.get(code & _PRIMARY_CODE)
    state = getattr(cause, "sqlstate", None)
    if state is None and type(cause).__module__.startswith("psycopg"):
        return f"{str(cause).strip().splitlines()[0]}; check the address, and that the server runs"
    return _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:2]) if state else None
