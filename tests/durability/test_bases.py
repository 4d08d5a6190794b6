"""A base that cannot be used: one clear line, a code, and nothing touched; run again when it can, all is there."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from schema.errors import ExitCode
from tests.durability.scenes import Outcome, content_of, extract, make_articles
from tests.store.articles import article, mechanism, new_base, reader, write


def refusal(outcome: Outcome) -> tuple[int, str]:
    """The exit code and the last line on standard error, which must be the only one of ours."""
    lines = [line for line in outcome.errors.splitlines() if line.startswith("extract: ")]
    assert len(lines) == 1
    assert "Traceback" not in outcome.errors
    return outcome.exit_code, lines[0]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return make_articles(tmp_path / "articles", 3)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 600 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.slow
def test_full_disk(small_disk: Path, tmp_path: Path) -> None:
    base = small_disk / "evidence.db"
    many = make_articles(tmp_path / "many", 50)
    code, line = refusal(extract("ingest", many, "--db", base))
    assert (code, line.endswith("the disk is full; free some space and run the command again")) == (ExitCode.BASE, True)
    kept = len(content_of(base)) if base.exists() else 0
    subprocess.run(["mount", "-o", "remount,size=50m", str(small_disk)], check=True)
    outcome = extract("ingest", many, "--db", base)
    assert outcome.exit_code == 0
    assert f"{kept} already known" in outcome.output
    assert len(content_of(base)) == 50


@pytest.mark.slow
def test_read_only_disk(small_disk: Path, tmp_path: Path) -> None:
    with new_base(tmp_path) as whole:
        write(whole, reader(whole), article(b"a", "a.pdf", mechanism("1", "JAK1")))
    base = small_disk / "evidence.db"
    subprocess.run(["mount", "-o", "remount,size=50m", str(small_disk)], check=True)
    shutil.copy(tmp_path / "evidence.db", base)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    more = make_articles(tmp_path / "more", 2, seed=1)
    code, line = refusal(extract("ingest", more, "--db", base))
    assert (code, "read-only" in line) == (ExitCode.BASE, True)
    assert extract("status", "--db", base).exit_code == 0
    assert base.read_bytes() == (tmp_path / "evidence.db").read_bytes()


@pytest.mark.slow
def test_locked(articles: Path, tmp_path: Path) -> None:
    base = tmp_path / "evidence.db"
    new_base(tmp_path).close()
    other = sqlite3.connect(base, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    code, line = refusal(extract("ingest", articles, "--db", base))
    assert (code, "another program keeps it locked" in line) == (ExitCode.BASE, True)
    other.execute("ROLLBACK")
    other.close()
    assert extract("ingest", articles, "--db", base).exit_code == 0
    assert len(content_of(base)) == 3


@pytest.mark.slow
@pytest.mark.parametrize("first", [0, 4096], ids=["header", "tables"])
def test_damaged(articles: Path, tmp_path: Path, first: int) -> None:
    base = tmp_path / "evidence.db"
    with new_base(tmp_path) as whole:
        write(whole, reader(whole), article(b"a", "a.pdf", mechanism("1", "JAK1")))
    content = bytearray(base.read_bytes())
    content[first : first + 3 * 4096] = b"\xa5" * 3 * 4096
    base.write_bytes(content)
    code, line = refusal(extract("ingest", articles, "--db", base))
    assert (code, "damaged" in line or "no SQLite file" in line) == (ExitCode.BASE, True)
    assert base.read_bytes() == content
