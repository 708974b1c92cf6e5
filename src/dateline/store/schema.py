"""Whether a database is ours and of a schema that this version knows; the bringing of an older one up to it."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, inspect, select

from dateline.errors import StoreError
from dateline.store.events import judge_all
from dateline.store.locking import writing
from dateline.store.tables import SCHEMA_VERSION, meta

# Databases of the first schema do not say which migration they are at.
_UNMARKED: Final = "0001"
_FIRST_WITH_EVENTS: Final = 2
_MARK: Final = "alembic_version"


def settle_schema(engine: Engine, name: str, write: bool) -> None:
    """See that the database `name` holds our tables as this version knows them.

    With `write`, a blank database and one of an older schema are brought up to it, all at once or not at all.
    StoreError where it is another program's, a newer Dateline's, or older or blank and not to be written.
    """
    with engine.connect() as connection:
        version = _version(connection, name)
    if not write:
        if version == 0:
            raise StoreError(f"{name}: holds nothing yet; `dateline read SOURCE` fills it")
        return
    if engine.dialect.name == "sqlite":
        _log_ahead(engine)
    if version < SCHEMA_VERSION:
        _upgrade(engine, name)


def is_older(engine: Engine, name: str) -> bool:
    """Whether the database is ours and of an older schema, which cannot be looked into as it is."""
    with engine.connect() as connection:
        return 0 < _version(connection, name) < SCHEMA_VERSION


def _version(connection: Connection, name: str) -> int:
    """The schema of the database, 0 where it is blank."""
    tables = inspect(connection).get_table_names()
    if meta.name not in tables:
        if tables and connection.dialect.name == "sqlite":
            raise StoreError(f"{name}: is a database of another program; name another file with --db")
        return 0
    version = connection.scalar(select(meta.c.value).where(meta.c.key == "schema_version"))
    if version is None or not version.isdigit() or int(version) > SCHEMA_VERSION:
        raise StoreError(
            f"{name}: was made by a newer Dateline (schema {version}, this one knows {SCHEMA_VERSION}); "
            "upgrade Dateline, or name another database with --db"
        )
    return int(version)


def _log_ahead(engine: Engine) -> None:
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _upgrade(engine: Engine, name: str) -> None:
    with writing(engine) as connection:
        # Looked at again under the write lock: another process may have done it in the meantime.
        version = _version(connection, name)
        if version < SCHEMA_VERSION:
            _run_migrations(connection, version)
            if version < _FIRST_WITH_EVENTS:
                judge_all(connection)


def _run_migrations(connection: Connection, version: int, to: str = "head") -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    if version and _MARK not in inspect(connection).get_table_names():
        command.stamp(config, _UNMARKED)
    command.upgrade(config, to)
