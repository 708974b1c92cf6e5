"""The way from each schema that was ever released to the next, for Alembic. No other change of a schema is here."""
