"""Candidates that the reader dropped, and the events that are not named yet."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_PLAIN = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the tables, empty: what was dropped of a report is known when it is read again."""
    op.create_table(
        "rejected",
        sa.Column("report", _PLAIN, sa.ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", _PLAIN, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("ix_rejected_kind", "rejected", ["kind"])
    op.create_table("unnamed_events", sa.Column("event", _PLAIN, primary_key=True))
    op.execute("UPDATE dateline_meta SET value = '4' WHERE key = 'schema_version'")
