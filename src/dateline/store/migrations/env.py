"""Alembic's entry: runs the migrations on the connection, in the transaction, that it is given."""

from alembic import context

from dateline.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite too can take back the making of a table; the driver's own habit of committing first is switched off.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
