"""The same ingest over a real Dask scheduler with two worker processes on this machine."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.ingest.cluster import ClusterError, ClusterOptions, ingest_on_cluster
from extract.ingest.files import UnreadableFileError
from extract.ingest.options import WorkerOptions
from extract.ingest.remote import find_urls, read_url
from extract.ingest.run import IngestOptions, ingest
from extract.ingest.tally import FileDone, Tally
from extract.store.base import Base, open_base
from extract.store.content import content_lines
from tests.store.articles import new_base

distributed = pytest.importorskip("distributed", reason="no Dask here: pip install 'extract[cluster]'")
pytestmark = pytest.mark.slow
OBEDIENT = WorkerOptions("tests.ingest.extractors:make_obedient")


@pytest.fixture
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as running:
        yield running


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for each in range(40):
        (folder / f"{each:02}.pdf").write_text(f"text {each}")
    (folder / "crash.pdf").write_text("crash")
    return folder


def clean_content(folder: Path, articles: Path) -> list[str]:
    folder.mkdir()
    with new_base(folder) as base:
        ingest(base, IngestOptions((articles,), OBEDIENT, 2), lambda _: None, Tally())
        return content(base)


def content(base: Base) -> list[str]:
    with base.reading() as session:
        return list(content_lines(session))


def run(base: Base, scheduler: str, articles: Path, watch: Callable[[FileDone], None] = lambda _: None) -> Tally:
    tally = Tally()
    ingest_on_cluster(base, ClusterOptions((articles.as_uri(),), scheduler, OBEDIENT), watch, tally)
    return tally


def test_a_lost_worker_changes_nothing(tmp_path: Path, articles: Path, cluster: Any, postgresql_url: str) -> None:
    workers = [worker.process.pid for worker in cluster.workers.values()]

    def kill_one(_: FileDone) -> None:
        while len(workers) > 1:
            os.kill(workers.pop(), signal.SIGKILL)

    with open_base(postgresql_url, create=True) as base:
        run(base, cluster.scheduler_address, articles, kill_one)
        assert content(base) == clean_content(tmp_path / "clean", articles)
        again = run(base, cluster.scheduler_address, articles)
        assert (again.read, again.known) == (0, 41)


def test_a_lost_scheduler_is_told_and_what_was_read_is_kept(tmp_path: Path, articles: Path, cluster: Any) -> None:
    closed: list[bool] = []

    def close(_: FileDone) -> None:
        if not closed:
            closed.append(True)
            cluster.close()

    with new_base(tmp_path) as base:
        with pytest.raises(ClusterError, match="is gone"):
            run(base, cluster.scheduler_address, articles, close)
        assert 1 <= len(content(base)) < 41
        ingest(base, IngestOptions((articles,), OBEDIENT, 2), lambda _: None, Tally())
        assert content(base) == clean_content(tmp_path / "clean", articles)


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path, articles: Path) -> None:
    with new_base(tmp_path) as base, pytest.raises(ClusterError, match="cannot be reached"):
        run(base, "tcp://127.0.0.1:1", articles)


@pytest.mark.parametrize(
    ("url", "problem"), [("file:///nowhere/a.pdf", "no such file"), ("http://127.0.0.1:1/a/", "127.0.0.1:1")]
)
def test_a_place_that_cannot_be_read_is_told(url: str, problem: str) -> None:
    if url.startswith("http"):
        pytest.importorskip("aiohttp", reason="no aiohttp here, which fsspec needs for http")
    with pytest.raises(UnreadableFileError, match=problem):
        list(find_urls([url]))
    with pytest.raises(UnreadableFileError):
        read_url(url)
