"""From a path or an SQLAlchemy URL to an engine on a database whose schema is ours, or a plain refusal."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import QueuePool

from dateline.errors import StoreError
from dateline.store.failures import told_plainly
from dateline.store.locking import WRITES
from dateline.store.schema import is_older, settle_schema


def open_engine(database: str, *, write: bool, wait_seconds: float) -> tuple[Engine, str]:
    """An engine on `database` (a path or a URL) and the name that messages give it.

    With `write` a database that is not there is made; without, nothing on disk changes, save that one of an older
    schema is brought up to ours. StoreError says what is wrong.
    """
    engine, name = _engine(database, write, wait_seconds)
    try:
        with told_plainly(name):
            if not write and is_older(engine, name):
                _bring_up(database, wait_seconds)
            settle_schema(engine, name, write)
    except StoreError:
        engine.dispose()
        raise
    return engine, name


def _engine(database: str, write: bool, wait_seconds: float) -> tuple[Engine, str]:
    url = _url(database)
    if url is None or url.get_backend_name() == "sqlite":
        name = (url.database or "") if url is not None else database
        return _sqlite_engine(_checked_path(name, write), write, wait_seconds), name
    name = url.render_as_string(hide_password=True)
    if url.get_backend_name() != "postgresql":
        raise StoreError(f"{name}: not a kind of database that can be used; SQLite and PostgreSQL are")
    with told_plainly(name):
        return _postgresql_engine(url, wait_seconds), name


def _bring_up(database: str, wait_seconds: float) -> None:
    engine, _ = open_engine(database, write=True, wait_seconds=wait_seconds)
    engine.dispose()


def _postgresql_engine(url: URL, wait_seconds: float) -> Engine:
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    engine = create_engine(url, pool_pre_ping=True)

    def settle(connection: DBAPIConnection, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"SET lock_timeout = {round(wait_seconds * 1000)}")
        cursor.execute("SET timezone = 'UTC'")
        cursor.close()
        connection.commit()

    event.listen(engine, "connect", settle)
    return engine


def _url(database: str) -> URL | None:
    if "://" not in database:
        return None
    try:
        url = make_url(database)
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise StoreError(
            f"{database.partition('://')[0]}://...: not a database address that can be used; "
            "give a path, or an address such as postgresql://user@host/name"
        ) from None
    except ImportError as error:
        raise StoreError(f"{url.drivername}: the driver is not installed ({error})") from error
    return url


def _checked_path(name: str, write: bool) -> Path:
    if not name or "\0" in name:
        raise StoreError("no database named; give a path with --db or in DATELINE_DB")
    try:
        path = Path(name).absolute()
        return _refused_or_not(path, name, write)
    except OSError as error:
        raise StoreError(f"{name}: cannot be opened ({error.strerror}); name another database with --db") from error


def _refused_or_not(path: Path, name: str, write: bool) -> Path:
    if path.is_dir():
        raise StoreError(f"{name}: is a folder; name a file in it, such as {Path(name) / 'dateline.db'}")
    if not path.parent.is_dir():
        raise StoreError(
            f"{name}: the folder {path.parent} does not exist; make it, or name another database with --db"
        )
    if not write and not path.exists():
        raise StoreError(f"{name}: there is no such database; `dateline read SOURCE` makes one, --db names another")
    return path


def _sqlite_engine(path: Path, write: bool, wait_seconds: float) -> Engine:
    address = f"{path.as_uri()}?{_mode(path, write)}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=wait_seconds, check_same_thread=False, isolation_level=None)

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    return engine


def _mode(path: Path, write: bool) -> str:
    if write:
        return "mode=rwc"
    # Write-ahead logging keeps a shared-memory file beside the database. Where the folder forbids that and no
    # log is pending, nobody can be writing, and SQLite may read the file alone.
    pending = path.with_name(path.name + "-wal").exists()
    return "mode=ro" if pending or os.access(path.parent, os.W_OK) else "immutable=1"


def _settle(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # Each commit is on the disk before it is acknowledged, so that a loss of power loses none either.
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
