"""Ctrl-C and SIGTERM: an end in good order within five seconds."""

import signal
import time
from pathlib import Path

import pytest

from tests.durability.scenes import content_of, extract, finish, make_articles, rounds, start, tell


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
