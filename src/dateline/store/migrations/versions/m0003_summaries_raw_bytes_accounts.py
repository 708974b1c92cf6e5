"""Summaries of events to browse by, the bytes that reports were read from, titles, and who may sign in."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from dateline.records import Event, Report
from dateline.store.folding import storable
from dateline.store.summaries import TermCodes, put_summary

revision = "0003"
down_revision: str | None = "0002"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_PLAIN = sa.String().with_variant(sa.String(collation="C"), "postgresql")
_FETCHED = 500


def upgrade() -> None:
    """Add the tables, then fill them from the events and reports that are there."""
    op.add_column("reports", sa.Column("title", sa.Text))
    op.create_index("reports_by_day", "reports", ["published", "number"])
    op.create_table(
        "raw_reports",
        sa.Column("report", _PLAIN, sa.ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
    )
    _make_summaries()
    _make_accounts()
    op.execute("UPDATE dateline_meta SET value = '3' WHERE key = 'schema_version'")
    _enter_titles(op.get_bind())
    _enter_events(op.get_bind())


def _make_summaries() -> None:
    op.create_table(
        "terms",
        sa.Column("code", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("sort", sa.String, nullable=False),
        sa.Column("id", _PLAIN, nullable=False),
        sa.Column("record", sa.Text),
        sa.Column("stamp", sa.Integer, nullable=False),
        sa.UniqueConstraint("sort", "id"),
    )
    op.create_index("ix_terms_stamp", "terms", ["stamp"])
    blobs: list[Any] = [
        sa.Column(name, sa.LargeBinary, nullable=False) for name in ("fixed", "actors", "places", "claims")
    ]
    op.create_table(
        "event_summaries",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("event", _PLAIN, sa.ForeignKey("events.id", ondelete="CASCADE"), nullable=False, unique=True),
        *blobs,
        sqlite_autoincrement=True,
    )


def _make_accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("name", _PLAIN, primary_key=True),
        sa.Column("role", sa.String, sa.CheckConstraint("role IN ('reader', 'reviewer', 'admin')"), nullable=False),
        sa.Column("password", sa.String, nullable=False),
        sa.Column("made", sa.String, nullable=False),
    )
    op.create_table(
        "sign_ins",
        sa.Column("token", sa.String, primary_key=True),
        sa.Column("account", _PLAIN, sa.ForeignKey("accounts.name", ondelete="CASCADE"), nullable=False),
        sa.Column("until", sa.String, nullable=False),
    )
    op.create_index("ix_sign_ins_account", "sign_ins", ["account"])


def _enter_titles(connection: Any) -> None:
    reports = sa.table("reports", *map(sa.column, ("id", "record", "title")))
    for report, record in _pieces(connection, reports):
        title = Report.model_validate_json(record).title
        if title:
            connection.execute(sa.update(reports).where(reports.c.id == report).values(title=storable(title)))


def _enter_events(connection: Any) -> None:
    codes = TermCodes(connection)
    for _, record in _pieces(connection, sa.table("events", *map(sa.column, ("id", "record")))):
        put_summary(connection, Event.model_validate_json(record), codes)


def _pieces(connection: Any, table: Any) -> Any:
    """Ids and records in the order of ids, so many at a time that they take little memory."""
    last = ""
    while True:
        query = sa.select(table.c.id, table.c.record).where(table.c.id > last).order_by(table.c.id).limit(_FETCHED)
        rows = connection.execute(query).all()
        yield from rows
        if len(rows) < _FETCHED:
            return
        last = rows[-1].id
