"""A base of every schema version there ever was opens, is migrated, and keeps what it holds.

To add one after a new migration: `python -m tests.schema.make_base`, before HEAD moves on.
"""

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

import schema.migrations
from extract.store.base import open_base
from extract.store.doctor import examine
from schema.migrations import HEAD
from tests.schema.make_base import BASES, content_of

VERSIONS = sorted(file.stem for file in BASES.glob("*.sqlite"))


def test_there_is_a_base_of_every_version() -> None:
    scripts = ScriptDirectory(str(Path(schema.migrations.__file__).parent))
    assert sorted(script.revision for script in scripts.walk_revisions()) == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_it_opens_and_keeps_what_it_holds(tmp_path: Path, version: str) -> None:
    file = Path(shutil.copy(BASES / f"{version}.sqlite", tmp_path / "evidence.db"))
    with open_base(file) as base:
        assert [finding for finding in examine(base) if not finding.is_good] == []
        assert content_of(base) == (BASES / "content.jsonl").read_text(encoding="utf-8").splitlines()
    backups = [] if version == HEAD else [f"evidence.db.schema-{version}.backup"]
    assert sorted(path.name for path in tmp_path.glob("*.backup")) == backups
    for backup in backups:
        assert _tables(tmp_path / backup) == _tables(BASES / f"{version}.sqlite")


def test_a_migration_that_fails_leaves_the_old_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = Path(shutil.copy(BASES / "0001.sqlite", tmp_path / "evidence.db"))
    before = _tables(file)

    def fail_late(*_: object, **__: object) -> None:
        raise RuntimeError("the power goes")

    monkeypatch.setattr("alembic.runtime.migration.HeadMaintainer.update_to_step", fail_late)
    with pytest.raises(RuntimeError, match="the power goes"):
        open_base(file)
    assert _tables(file) == before


def _tables(file: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(file)
    tables = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    connection.close()
    return tables
