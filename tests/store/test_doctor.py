import sqlite3
from pathlib import Path

from extract.store.doctor import examine
from tests.store.articles import article, mechanism, new_base, reader, write


def test_a_sound_base_has_no_bad_finding(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        write(base, reader(base), article(b"a", "a.pdf", mechanism("1", "JAK1")))
        assert [finding for finding in examine(base) if not finding.is_good] == []


def test_what_hangs_loose_is_found(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        write(base, reader(base), article(b"a", "a.pdf", mechanism("1", "JAK1")))
        outside = sqlite3.connect(tmp_path / "evidence.db")
        outside.execute("DELETE FROM passage")
        outside.execute("DELETE FROM document_name")
        outside.commit()
        outside.close()
        assert [(f.subject, f.detail) for f in examine(base) if not f.is_good] == [
            ("links between the tables", "1 broken"),
            ("rows without a passage", "1"),
            ("documents without a name", "1"),
        ]
