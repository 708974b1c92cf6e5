"""Whether a database is ours and of a schema that this version knows; the making of a new one's tables."""

from typing import Final

from sqlalchemy import Connection, Engine, insert, inspect, select

from dateline.errors import StoreError
from dateline.store.tables import SCHEMA_VERSION, meta, metadata

# An execution option of connections that will write: they take the write lock at once, so that no transaction
# that has begun can fail for want of it.
WRITES: Final = "dateline_writes"


def settle_schema(engine: Engine, name: str, write: bool) -> None:
    """See that the database `name` holds our tables; with `write`, make them in a blank one.

    StoreError where it is another program's, a newer Dateline's, or blank and not to be written.
    """
    with engine.connect() as connection:
        blank = _refuse_foreign(connection, name)
    if not write:
        if blank:
            raise StoreError(f"{name}: holds nothing yet; `dateline read SOURCE` fills it")
        return
    if engine.dialect.name == "sqlite":
        _log_ahead(engine)
    if blank:
        _make_tables(engine, name)


def _refuse_foreign(connection: Connection, name: str) -> bool:
    """Whether the database is blank; StoreError where it is another program's or a newer Dateline's."""
    tables = inspect(connection).get_table_names()
    if meta.name not in tables:
        if tables and connection.dialect.name == "sqlite":
            raise StoreError(f"{name}: is a database of another program; name another file with --db")
        return True
    version = connection.scalar(select(meta.c.value).where(meta.c.key == "schema_version"))
    if version is None or not version.isdigit() or int(version) > SCHEMA_VERSION:
        raise StoreError(
            f"{name}: was made by a newer Dateline (schema {version}, this one knows {SCHEMA_VERSION}); "
            "upgrade Dateline, or name another database with --db"
        )
    return False


def _log_ahead(engine: Engine) -> None:
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _make_tables(engine: Engine, name: str) -> None:
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        # Looked at again under the write lock: another process may have made them in the meantime.
        if _refuse_foreign(connection, name):
            metadata.create_all(connection)
            connection.execute(insert(meta).values(key="schema_version", value=str(SCHEMA_VERSION)))
