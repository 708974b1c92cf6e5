"""The tables of who may sign in to the desk, and of who is signed in. Neither is part of an export."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, String, Table

from dateline.store.tables import Plain, metadata

ROLES: Final = ("reader", "reviewer", "admin")

accounts = Table(
    "accounts",
    metadata,
    Column("name", Plain, primary_key=True),
    Column("role", String, CheckConstraint("role IN ('reader', 'reviewer', 'admin')"), nullable=False),
    # Argon2id with its parameters and salt; the password itself is nowhere.
    Column("password", String, nullable=False),
    Column("made", String, nullable=False),
)

# A sign-in; the browser holds a token of which only the hash is here.
sign_ins = Table(
    "sign_ins",
    metadata,
    Column("token", String, primary_key=True),
    Column("account", ForeignKey("accounts.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("until", String, nullable=False),
)
