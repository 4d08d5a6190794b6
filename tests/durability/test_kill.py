"""Killed at any moment, run again: the content is that of a clean run."""

import os
import random
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import event

from extract.store.base import open_base
from extract.store.content import content_lines
from schema.source import ExtractedDocument
from tests.durability.scenes import content_of, extract, make_articles, rounds, start, tell, wait_until_gone
from tests.store.articles import article, mechanism, new_base, reader, write


@pytest.mark.slow
def test_killed_at_random_moments(tmp_path: Path) -> None:
    articles = make_articles(tmp_path / "articles", rounds(12, 25))
    clean = extract("ingest", articles, "--db", tmp_path / "clean.db")
    assert clean.exit_code == 0
    expected = content_of(tmp_path / "clean.db")
    chance = random.Random(6)
    kills = 0
    wanted = rounds(2, 30)
    for each in range(wanted):
        base = tmp_path / f"killed-{each}.db"
        kills += _kill(articles, base, after_s=chance.uniform(0, clean.seconds), whole_group=bool(each % 2))
        assert extract("ingest", articles, "--db", base).exit_code == 0
        assert content_of(base) == expected
    tell(f"kills at random moments survived: {kills} of {wanted} (the others came after the end)")


def _kill(articles: Path, base: Path, after_s: float, whole_group: bool) -> bool:
    """Kill the command, or it and all its workers, after some seconds; False where it had ended before."""
    process = start("ingest", articles, "--db", base)
    try:
        process.communicate(timeout=after_s)
        return False
    except subprocess.TimeoutExpired:
        kill = os.killpg if whole_group else os.kill
        kill(process.pid, signal.SIGKILL)
        process.communicate()
        assert wait_until_gone(process.pid)
        return True


OLD = article(b"old", "a.pdf", mechanism("1", "JAK1"), mechanism("2", "JAK2"))
OLD_BY_NEW_RULES = article(b"old", "a.pdf", mechanism("1", "JAK1", "new"), mechanism("3", "TYK2"))
NEW = article(b"new", "a.pdf", mechanism("4", "JAK3"))


@pytest.mark.parametrize("document", [NEW, OLD_BY_NEW_RULES], ids=["new bytes", "new rules"])
def test_killed_before_each_statement_of_a_transaction(tmp_path: Path, document: ExtractedDocument) -> None:
    with new_base(tmp_path) as base:
        write(base, reader(base, "rules 1"), OLD, "/a.pdf")
    before = _content(tmp_path / "evidence.db")
    after = _content(_written(_copy(tmp_path, "after"), document))
    for place in range(1, 100):
        killed = _copy(tmp_path, f"killed-{place}")
        if not _dies_at(place, killed, document):
            break
        assert content_of(killed) in (before, after)
        assert _content(_written(killed, document)) == after
    assert place > 10
    tell(f"kills inside a transaction survived: {place - 1}")


def _copy(folder: Path, name: str) -> Path:
    return Path(shutil.copy(folder / "evidence.db", folder / f"{name}.db"))


def _written(file: Path, document: ExtractedDocument) -> Path:
    with open_base(file) as base:
        write(base, reader(base, "rules 2"), document, "/a.pdf")
    return file


def _content(file: Path) -> list[str]:
    with open_base(file) as base, base.reading() as session:
        return list(content_lines(session))


def _dies_at(place: int, file: Path, document: ExtractedDocument) -> bool:
    """Write in a forked process that kills itself before its `place`-th statement; False where it had fewer."""
    pid = os.fork()
    if not pid:
        left = iter(range(place - 1, -1, -1))

        def die(*_: object) -> None:
            if not next(left):
                os.kill(os.getpid(), signal.SIGKILL)

        with open_base(file) as base:
            by = reader(base, "rules 2")
            event.listen(base.engine, "before_cursor_execute", die)
            event.listen(base.engine, "commit", die)
            write(base, by, document, "/a.pdf")
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
