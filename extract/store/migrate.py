"""Bring a base to the tables of this version: create them, or migrate after a backup copy, in one transaction."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, text

import schema.migrations
from extract.store.guard import look
from schema.migrations import HEAD, VERSION_TABLE

_MIGRATION_LOCK = 0x65787472  # any fixed number: PostgreSQL's advisory locks are known by one


def migrate(connection: Connection, name: str) -> None:
    """Apply what is missing up to HEAD on a connection inside a write transaction; the caller commits.

    The base is looked at again inside the transaction, since another process may have migrated it meanwhile.
    """
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})"))
    if look(connection, name).is_current:
        return
    config = Config()
    config.set_main_option("script_location", str(Path(schema.migrations.__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    script = ScriptDirectory.from_config(config)
    with EnvironmentContext(config, script, fn=lambda revision, _: script._upgrade_revs(HEAD, revision)) as environment:
        environment.configure(connection=connection, version_table=VERSION_TABLE, render_as_batch=True)
        environment.run_migrations()


def backup_before_migration(file: Path, revision: str) -> Path:
    """Copy an SQLite base, also while others use it, to `NAME.schema-REVISION.backup` beside it; returns the copy.

    A copy of the same name is kept, and the new one numbered.
    """
    copy = file.with_name(f"{file.name}.schema-{revision}.backup")
    number = 2
    while copy.exists():
        copy = file.with_name(f"{file.name}.schema-{revision}.{number}.backup")
        number += 1
    copy_sqlite(file, copy)
    return copy


def copy_sqlite(file: Path, copy: Path) -> None:
    """Copy an SQLite base whole and consistent through SQLite's own backup interface."""
    source = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
    target = sqlite3.connect(copy)
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()
