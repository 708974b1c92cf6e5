"""Reports, and their claims with the names of actors and places: the schema of Dateline 0.1."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_PLAIN = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables in a blank database."""
    op.create_table(
        "dateline_meta",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
    )
    op.execute("INSERT INTO dateline_meta (key, value) VALUES ('schema_version', '1')")
    _make_reports()
    _make_claims()
    _make_names("claim_actors", "entity")
    _make_names("claim_places", "place")


def _make_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", _PLAIN, nullable=False, unique=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("read_by", sa.String),
        sa.Column("record", sa.Text, nullable=False),
    )


def _make_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", _PLAIN, primary_key=True),
        sa.Column("report", _PLAIN, sa.ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", _PLAIN, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("modality", sa.String, nullable=False),
        sa.Column("certainty", sa.String, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("claims_in_order", "claims", ["report", "start", "end", "kind"])
    op.create_index("claims_by_kind", "claims", ["kind"])
    op.create_index("claims_by_day", "claims", ["first_day", "last_day"])


def _make_names(table: str, resolved: str) -> None:
    columns: list[Any] = [
        sa.Column("claim", _PLAIN, sa.ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column(resolved, sa.String, primary_key=True),
    ]
    op.create_table(table, *columns)
    op.create_index(f"ix_{table}_{resolved}", table, [resolved])
