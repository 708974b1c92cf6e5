"""Events, what people decided, suggestions, the log, and full-text search."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from dateline.records import Claim
from dateline.store.log import Change, append, digest
from dateline.store.words import put_words

revision = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_PLAIN = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the tables, then enter what is there already into the search and the log."""
    op.create_index("ix_reports_source", "reports", ["source"])
    op.drop_column("claims", "sentence")
    op.add_column("claims", sa.Column("state", sa.String, nullable=False, server_default="unreviewed"))
    op.add_column("claims", sa.Column("review", sa.Text))
    op.add_column("claims", sa.Column("machine", sa.Text))
    op.create_index("claims_by_state", "claims", ["state"])
    _make_keys()
    _make_events()
    _make_suggestions()
    _make_log()
    _make_words()
    op.execute("UPDATE dateline_meta SET value = '2' WHERE key = 'schema_version'")
    _enter_what_is_there()


def _make_keys() -> None:
    op.create_table(
        "claim_keys",
        sa.Column("key", _PLAIN, primary_key=True),
        sa.Column("claim", _PLAIN, sa.ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index("ix_claim_keys_claim", "claim_keys", ["claim"])


def _make_events() -> None:
    op.create_table(
        "events",
        sa.Column("id", _PLAIN, primary_key=True),
        sa.Column("kind", _PLAIN, nullable=False),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("machine", sa.Text),
    )
    op.create_index("events_by_kind", "events", ["kind"])
    op.create_index("events_by_day", "events", ["first_day", "last_day"])
    op.create_index("events_by_state", "events", ["state"])
    op.create_table(
        "event_claims",
        sa.Column("claim", _PLAIN, sa.ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("event", _PLAIN, sa.ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    )
    op.create_index("ix_event_claims_event", "event_claims", ["event"])


def _make_suggestions() -> None:
    op.create_table(
        "suggestions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("subject", _PLAIN, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("proposed", sa.Text),
        sa.Column("state", sa.String, nullable=False),
    )
    op.create_index("ix_suggestions_subject", "suggestions", ["subject"])
    op.create_index("ix_suggestions_state", "suggestions", ["state"])


def _make_log() -> None:
    op.create_table(
        "log",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("subject", _PLAIN, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer),
        sa.Column("previous", sa.String, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
    )
    op.create_index("ix_log_subject", "log", ["subject"])
    op.create_index("ix_log_undoes", "log", ["undoes"])
    for statement in _ON_SQLITE if _on_sqlite() else _ON_POSTGRESQL:
        op.execute(statement)


_ON_SQLITE = [
    f"CREATE TRIGGER log_no_{verb} BEFORE {verb} ON log BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END"
    for verb in ("UPDATE", "DELETE")
]
_ON_POSTGRESQL = [
    "CREATE FUNCTION log_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the log is only added to'; END $$",
    "CREATE TRIGGER log_no_change BEFORE UPDATE OR DELETE ON log FOR EACH ROW EXECUTE FUNCTION log_refuse()",
    "CREATE TRIGGER log_no_emptying BEFORE TRUNCATE ON log FOR EACH STATEMENT EXECUTE FUNCTION log_refuse()",
]


def _make_words() -> None:
    if _on_sqlite():
        op.execute("CREATE VIRTUAL TABLE claim_words USING fts5(claim UNINDEXED, words)")
        return
    op.execute(
        'CREATE TABLE claim_words (claim VARCHAR COLLATE "C" PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE, '
        "words tsvector NOT NULL)"
    )
    op.execute("CREATE INDEX claim_words_found ON claim_words USING gin (words)")


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _enter_what_is_there() -> None:
    connection = op.get_bind()
    reports = sa.table("reports", *map(sa.column, ("number", "id", "record", "read_by")))
    query = sa.select(reports.c.id, reports.c.record, reports.c.read_by).order_by(reports.c.number)
    for report, record, read_by in connection.execute(query).all():
        change = Change({report: digest("report", record, read_by)})
        change.put |= _enter_claims(connection, report)
        append(connection, change, by=read_by or "", action="taken over", subject=report, reason="from schema 1")


def _enter_claims(connection: Any, report: str) -> dict[str, str]:
    claims = sa.table("claims", *map(sa.column, ("id", "report", "record")))
    rows = connection.execute(sa.select(claims.c.id, claims.c.record).where(claims.c.report == report)).all()
    put_words(connection, {row.id: Claim.model_validate_json(row.record).sentence.text for row in rows})
    return {row.id: digest("claim", row.record, None, None) for row in rows}
