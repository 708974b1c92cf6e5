"""The words by which reports are found, and indexes for lists of the reports of a language or not yet read."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from dateline.store.report_words import Named, put_report_words

revision = "0005"
down_revision: str | None = "0004"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_FETCHED = 5_000


def upgrade() -> None:
    """Add the table and fill it from the reports that are there."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE report_words USING fts5(title, publisher, source)")
    else:
        op.execute(
            "CREATE TABLE report_words (report INTEGER PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE, "
            "words tsvector NOT NULL)"
        )
        op.execute("CREATE INDEX report_words_found ON report_words USING gin (words)")
    for some in _pieces(op.get_bind()):
        put_report_words(op.get_bind(), some)
    op.create_index("reports_by_language", "reports", ["language", "published", "number"])
    op.create_index("reports_by_reader", "reports", ["read_by", "published", "number"])
    op.execute("UPDATE dateline_meta SET value = '5' WHERE key = 'schema_version'")


def _pieces(connection: Any) -> Iterator[list[Named]]:
    """The reports in the order of their numbers, so many at a time that they take little memory."""
    reports = sa.table("reports", *map(sa.column, Named._fields))
    last = -1
    while True:
        query = sa.select(*reports.c).where(reports.c.number > last).order_by(reports.c.number).limit(_FETCHED)
        rows = [Named(*row) for row in connection.execute(query)]
        yield rows
        if len(rows) < _FETCHED:
            return
        last = rows[-1].number
