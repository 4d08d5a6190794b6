"""Two ingests at once into one base: the content of one clean run."""

from pathlib import Path

import pytest

from tests.durability.scenes import content_of, extract, finish, make_articles, rounds, start, tell


def _ingest_twice_at_once(articles: Path, base: str) -> None:
    processes = [start("ingest", articles, "--db", base) for _ in range(2)]
    for process in processes:
        outcome = finish(process)
        assert (outcome.exit_code, "locked" in outcome.errors) == (0, False)


@pytest.mark.slow
def test_on_a_file(tmp_path: Path) -> None:
    articles = make_articles(tmp_path / "articles", 10)
    extract("ingest", articles, "--db", tmp_path / "clean.db")
    for each in range(rounds(1, 10)):
        base = tmp_path / f"{each}.db"
        _ingest_twice_at_once(articles, str(base))
        assert content_of(base) == content_of(tmp_path / "clean.db")
    tell(f"two ingests at once into one file: {rounds(1, 10)} times the clean content")


@pytest.mark.slow
def test_on_a_server(tmp_path: Path, postgresql_url: str) -> None:
    articles = make_articles(tmp_path / "articles", 10)
    extract("ingest", articles, "--db", tmp_path / "clean.db")
    _ingest_twice_at_once(articles, postgresql_url)
    assert content_of(postgresql_url) == content_of(tmp_path / "clean.db")
