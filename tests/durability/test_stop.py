"""Ctrl-C and SIGTERM: an end in good order within five seconds."""

import signal
import sqlite3
import time
from pathlib import Path

import pytest

from tests.durability.scenes import content_of, extract, finish, make_articles, rounds, start, tell
from tests.store.articles import new_base


@pytest.mark.slow
@pytest.mark.parametrize(("number", "exit_code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopped(tmp_path: Path, number: signal.Signals, exit_code: int) -> None:
    articles = make_articles(tmp_path / "articles", 30)
    base = tmp_path / "evidence.db"
    stops = []
    for _ in range(rounds(1, 10)):
        base.unlink(missing_ok=True)
        process = start("ingest", articles, "--db", base, "--workers", "1")
        assert process.stderr
        process.stderr.readline()  # one document is done, or known
        process.send_signal(number)
        stopped_at = time.monotonic()
        outcome = finish(process, within_s=5)
        stops.append(time.monotonic() - stopped_at)
        assert outcome.exit_code == exit_code
        assert outcome.output.startswith("stopped; what was read is kept\n")
        assert " read, " in outcome.output
        assert 1 <= len(content_of(base)) < 30
    assert extract("ingest", articles, "--db", base).exit_code == 0
    assert len(content_of(base)) == 30
    tell(f"{number.name}: stopped {len(stops)} times, after at most {max(stops):.2f} s")


@pytest.mark.slow
def test_stopped_while_another_program_holds_the_lock(tmp_path: Path) -> None:
    articles = make_articles(tmp_path / "articles", 2)
    new_base(tmp_path).close()
    other = sqlite3.connect(tmp_path / "evidence.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    process = start("ingest", articles, "--db", tmp_path / "evidence.db")
    time.sleep(3)
    process.send_signal(signal.SIGINT)
    outcome = finish(process, within_s=8)
    other.close()
    assert outcome.exit_code == 130
