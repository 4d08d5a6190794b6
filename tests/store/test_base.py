import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from extract.store.base import open_base
from extract.store.content import content_lines
from schema.errors import BaseUnusableError, ExtractError
from schema.migrations import VERSION_TABLE
from tests.store.articles import article, mechanism, new_base, reader, write


def test_a_missing_base_is_an_error_unless_it_may_be_made(tmp_path: Path) -> None:
    with pytest.raises(BaseUnusableError, match="there is none"):
        open_base(tmp_path / "evidence.db")
    assert list(tmp_path.iterdir()) == []
    open_base(tmp_path / "evidence.db", create=True).close()
    open_base(tmp_path / "evidence.db").close()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "there is none"),
        (b"%PDF-1.7", "no SQLite file"),
        (b"SQLite format 3\0" + b"\0" * 200, "not an evidence base|damaged"),
    ],
)
def test_a_file_that_is_no_base_is_left_untouched(tmp_path: Path, content: bytes, problem: str) -> None:
    file = tmp_path / "evidence.db"
    file.write_bytes(content)
    with pytest.raises(BaseUnusableError, match=problem):
        open_base(file)
    assert file.read_bytes() == content
    assert list(tmp_path.iterdir()) == [file]


def test_a_base_of_another_program_is_left_untouched(tmp_path: Path) -> None:
    file = tmp_path / "photos.db"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE photo (name TEXT)")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(BaseUnusableError, match="another program"):
        open_base(file, create=True)
    assert file.read_bytes() == before


def test_a_newer_base_is_left_untouched(tmp_path: Path) -> None:
    new_base(tmp_path).close()
    file = tmp_path / "evidence.db"
    connection = sqlite3.connect(file)
    connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = file.read_bytes()
    with pytest.raises(BaseUnusableError, match="newer version of extract"):
        open_base(file, create=True)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("location", "problem"),
    [
        ("mysql://server/base", "no mysql base"),
        ("postgresql://server:port/", "cannot be read"),
        ("/proc/none/evidence.db", "folder /proc/none does not exist"),
        ("/dev/null", "not a file"),
        ("/tmp", "not a file"),
        ("postgresql://localhost:1/nothing", "cannot be reached"),
    ],
)
def test_a_location_that_is_no_base_is_told(location: str, problem: str) -> None:
    with pytest.raises(ExtractError, match=problem):
        open_base(location, create=True)


def test_a_damaged_base_is_told(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        write(base, reader(base), article(b"a", "a.pdf", mechanism("1", "JAK1")))
    file = tmp_path / "evidence.db"
    content = bytearray(file.read_bytes())
    content[4096 * 4 :] = b"\xff" * len(content[4096 * 4 :])
    file.write_bytes(content)
    with pytest.raises(BaseUnusableError, match="damaged"), open_base(file) as base, base.reading() as session:
        list(content_lines(session))


def test_a_locked_base_is_told_and_a_lock_that_ends_is_waited_for(tmp_path: Path) -> None:
    new_base(tmp_path).close()
    file = tmp_path / "evidence.db"
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    with open_base(file, lock_wait_s=0.2) as base, pytest.raises(BaseUnusableError, match="keeps it locked"):
        reader(base)
    threading.Timer(0.3, lambda: other.execute("ROLLBACK")).start()
    with open_base(file, lock_wait_s=10) as base:
        assert reader(base).run_id == 1
    other.close()


def test_a_read_only_copy_is_read(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        write(base, reader(base), article(b"a", "a.pdf", mechanism("1", "JAK1")))
    copy = tmp_path / "copy.db"
    shutil.copy(tmp_path / "evidence.db", copy)
    with open_base(copy) as base, base.reading() as session:
        assert len(list(content_lines(session))) == 1
