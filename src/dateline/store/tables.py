"""The tables.

SQLAlchemy Core, not its ORM: the records already are typed, frozen objects with one lossless JSON form, so
mapped classes would be a second model of the same things, and an identity map only a cost to results that
stream. Every row keeps its record whole as JSON in `record`; the other columns exist to filter and sort by
and follow from it. The JSON is text, not a JSON type, so that what went in comes out to the character.
"""

from typing import Final

from sqlalchemy import Column, Date, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

# Raised by one with every change to a table; a database of a higher one is refused.
SCHEMA_VERSION: Final = 1

metadata = MetaData()

meta = Table(
    "dateline_meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    # The order of arrival, kept when a report is replaced.
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("publisher", Text),
    Column("published", Date),
    Column("language", String, nullable=False),
    # The version of the reader that made the claims; null while nothing that we have can read the language.
    Column("read_by", String),
    Column("record", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("report", ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    # The days between which it lies; null is an open end, and both null is no known day (see `claims.days`).
    Column("first_day", Date),
    Column("last_day", Date),
    Column("modality", String, nullable=False),
    Column("certainty", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("record", Text, nullable=False),
    Index("claims_in_order", "report", "start", "end", "kind"),
    Index("claims_by_kind", "kind"),
    Index("claims_by_day", "first_day", "last_day"),
)

# One row for each name that a participant or place goes by: its words in the text, its canonical name.
claim_actors = Table(
    "claim_actors",
    metadata,
    Column("claim", ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("entity", String, primary_key=True, index=True),
)

claim_places = Table(
    "claim_places",
    metadata,
    Column("claim", ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("place", String, primary_key=True, index=True),
)
