from pathlib import Path

import pytest

from extract.store.backup import backup
from extract.store.base import open_base
from extract.store.content import content_lines
from schema.errors import UsageError
from tests.store.articles import article, mechanism, new_base, reader, write


def test_a_backup_holds_the_same_and_is_one_file(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        write(base, reader(base), article(b"a", "a.pdf", mechanism("1", "JAK1")))
        backup(base, tmp_path / "copy.db")
        with base.reading() as session:
            content = list(content_lines(session))
    assert sorted(file.name for file in tmp_path.glob("copy*")) == ["copy.db"]
    with open_base(tmp_path / "copy.db") as copy, copy.reading() as session:
        assert list(content_lines(session)) == content


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("precious")
    with new_base(tmp_path) as base, pytest.raises(UsageError, match="exists"):
        backup(base, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"
