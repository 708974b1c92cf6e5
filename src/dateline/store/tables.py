"""The tables.

SQLAlchemy Core, not its ORM: the records already are typed, frozen objects with one lossless JSON form, so
mapped classes would be a second model of the same things, and an identity map only a cost to results that
stream. Every row keeps its record whole as JSON in `record`; the other columns exist to filter and sort by
and follow from it. The JSON is text, not a JSON type, so that what went in comes out to the character.

The words that are searched for stand in tables of their own, `claim_words` and `report_words`, which are not here
because SQLite and PostgreSQL make them each in its own way (see `words`).
"""

from typing import Final

from sqlalchemy import (
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

# Raised by one with every migration; a database of a higher one is refused.
SCHEMA_VERSION: Final = 5

# Ids and names compare by their code points on every database, whatever its locale.
Plain: Final = String().with_variant(String(collation="C"), "postgresql")

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
    Column("id", Plain, nullable=False, unique=True),
    Column("source", Text, nullable=False, index=True),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", Date),
    Column("language", String, nullable=False),
    # The version of the reader that made the claims; null while nothing that we have can read the language.
    Column("read_by", String),
    Column("record", Text, nullable=False),
    Index("reports_by_day", "published", "number"),
    Index("reports_by_language", "language", "published", "number"),
    Index("reports_by_reader", "read_by", "published", "number"),
)

# The bytes that a report was read from, compressed with zlib; there are none of a report that came without them.
raw_reports = Table(
    "raw_reports",
    metadata,
    Column("report", ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

# What was read of a report and dropped, in the order of its text (see `rejected`).
rejected = Table(
    "rejected",
    metadata,
    Column("report", ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", Plain, nullable=False, index=True),
    # The sentence, folded and fenced, to be searched.
    Column("words", Text, nullable=False),
    Column("record", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Plain, primary_key=True),
    Column("report", ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Plain, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    # The days between which it lies; null is an open end, and both null is no known day (see `claims.days`).
    Column("first_day", Date),
    Column("last_day", Date),
    Column("modality", String, nullable=False),
    Column("certainty", String, nullable=False),
    Column("score", Float, nullable=False),
    # As it now stands: the machine's, or a person's in its place.
    Column("record", Text, nullable=False),
    # The state of `review`, to filter by.
    Column("state", String, nullable=False, server_default="unreviewed"),
    # A person's Review; null where nobody has looked at it.
    Column("review", Text),
    # What the machine reads, kept beside what a person reviewed; null in a claim added by hand.
    Column("machine", Text),
    Index("claims_in_order", "report", "start", "end", "kind"),
    Index("claims_by_kind", "kind"),
    Index("claims_by_day", "first_day", "last_day"),
    Index("claims_by_state", "state"),
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

# What claims that may tell of one occurrence have in common (see `merging.keys`).
claim_keys = Table(
    "claim_keys",
    metadata,
    Column("key", Plain, primary_key=True),
    Column("claim", ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True, index=True),
)

events = Table(
    "events",
    metadata,
    Column("id", Plain, primary_key=True),
    Column("kind", Plain, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("status", String, nullable=False),
    Column("state", String, nullable=False),
    # As it now stands, with its review.
    Column("record", Text, nullable=False),
    # What the machine made of the claims, kept beside what a person reviewed; null where a person made it.
    Column("machine", Text),
    Index("events_by_kind", "kind"),
    Index("events_by_day", "first_day", "last_day"),
    Index("events_by_state", "state"),
)

# A claim is in one event at most, and in none where a person took it out of all.
event_claims = Table(
    "event_claims",
    metadata,
    Column("claim", ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), nullable=False, index=True),
)

# The machine's events that are new since ids were last settled (see `naming`); some may be gone again.
unnamed_events = Table(
    "unnamed_events",
    metadata,
    Column("event", Plain, primary_key=True),
)

# Kinds, actors and places under the numbers by which summaries name them. A stamp rises with every change of any.
terms = Table(
    "terms",
    metadata,
    Column("code", Integer, primary_key=True, autoincrement=True),
    # kind, entity or place
    Column("sort", String, nullable=False),
    Column("id", Plain, nullable=False),
    Column("record", Text),
    Column("stamp", Integer, nullable=False, index=True),
    UniqueConstraint("sort", "id"),
)

# What lists, counts, timeline and map need of each event, in bytes (see `summaries`). No number ever comes again.
event_summaries = Table(
    "event_summaries",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("fixed", LargeBinary, nullable=False),
    Column("actors", LargeBinary, nullable=False),
    Column("places", LargeBinary, nullable=False),
    Column("claims", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

# What the machine would change in something that a person has reviewed; it waits for the person.
suggestions = Table(
    "suggestions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    # The id of a claim or an event.
    Column("subject", Plain, nullable=False, index=True),
    Column("at", String, nullable=False),
    Column("reason", Text, nullable=False),
    # The record that the machine would put there; null where it has none any more.
    Column("proposed", Text),
    # open, taken, dismissed, or withdrawn by the machine
    Column("state", String, nullable=False, index=True),
)

# Every change, in order, each entry bound to the one before by its hash. Triggers refuse to change or delete one.
log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    # A person's name; of what the machine did, the version of the reader, or nothing.
    Column("by", Text, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", Plain, nullable=False, index=True),
    Column("reason", Text, nullable=False),
    # JSON: the hashes of what was put, the ids of what was removed, what was there before a person's change.
    Column("content", Text, nullable=False),
    # The number of the entry that this one takes back.
    Column("undoes", Integer, index=True),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False),
)
