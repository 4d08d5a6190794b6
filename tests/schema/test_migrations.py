from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

import schema.migrations
from schema.migrations import HEAD, VERSION_TABLE
from tests.store.articles import new_base


def test_head_is_the_last_migration() -> None:
    assert ScriptDirectory(str(Path(schema.migrations.__file__).parent)).get_heads() == [HEAD]


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    with new_base(tmp_path) as base, base.engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True, "include_name": _is_no_search_table}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), SQLModel.metadata) == []


def _is_no_search_table(name: str | None, kind: str, _: object) -> bool:
    """The full-text index is no table of the schema: each database has its own kind."""
    return not (kind == "table" and str(name).startswith("passage_search"))
