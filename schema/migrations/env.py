"""Alembic's entry: runs the migrations on the connection that `extract.store.migrate` hands over."""

from alembic import context
from sqlmodel import SQLModel

from schema import tables  # noqa: F401  (fills the metadata that --autogenerate compares with)
from schema.migrations import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
context.run_migrations()
