"""The work of `extract ingest`: what opens the base, which takes as long to import as the workers take to load."""

import signal
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import typer

from extract.cli.progress import Progress
from extract.ingest.cluster import ClusterOptions, ingest_on_cluster
from extract.ingest.files import find_files
from extract.ingest.nursery_link import NurseryLink
from extract.ingest.options import WorkerOptions
from extract.ingest.pool import WorkerPool
from extract.ingest.run import IngestOptions, Watch, ingest, plan
from extract.ingest.tally import Tally, summary_lines
from extract.store.base import open_base
from extract.store.location import base_file, base_url
from schema.errors import ExitCode


class Stopped(KeyboardInterrupt):
    """Ctrl-C or SIGTERM; `number` is the signal's."""

    def __init__(self, number: int) -> None:
        """Stopped by that signal."""
        super().__init__()
        self.number = number


def read_on_cluster(db: str, paths: list[str], address: str, reading: WorkerOptions, *, refresh: bool) -> None:
    """Read what is at the paths and URLs on the Dask cluster at `address`."""
    options = ClusterOptions(tuple(map(_as_url, paths)), address, reading, refresh)
    with open_base(db, create=True) as base:
        _work(None, lambda watch, tally: ingest_on_cluster(base, options, watch, tally))


def _as_url(path: str) -> str:
    return path if "://" in path else Path(path).absolute().as_uri()


def read_here(db: str, paths: tuple[Path, ...], workers: int, link: NurseryLink, *, refresh: bool) -> None:
    """Read the files and folders by so many workers of the nursery at `link`."""
    options = IngestOptions(paths, link.options, workers, refresh)
    with WorkerPool(link.options, workers, link) as pool, open_base(db, create=True) as base:
        total = sum(1 for _ in find_files(options.paths))
        _work(total, lambda watch, tally: ingest(base, options, watch, tally, pool))


def show_plan(db: str, paths: tuple[Path, ...], reading: WorkerOptions, *, refresh: bool) -> None:
    """Say what would be read."""
    options = IngestOptions(paths, reading, refresh=refresh)
    file = base_file(base_url(db))
    base = None if file and not file.exists() else open_base(db)
    for planned in plan(base, options):
        typer.echo(f"{planned.name}: {planned.action}")
    if base:
        base.close()


def _work(total: int | None, work: Callable[[Watch, Tally], None]) -> None:
    """Do the work under a progress display, and end with the summary, also where a signal stops it."""
    tally = Tally()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    stopped = None
    try:
        with Progress(total) as progress:
            work(progress.advance, tally)
    except Stopped as error:
        stopped = error.number
    for line in [*(["stopped; what was read is kept"] if stopped else []), *summary_lines(tally)]:
        typer.echo(line)
    if stopped:
        raise typer.Exit(128 + stopped)
    if tally.failed:
        raise typer.Exit(ExitCode.SOME_FAILED)


def _stop(number: int, _: FrameType | None) -> None:
    """End the ingest in good order; while that is under way, further signals change nothing."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    raise Stopped(number)
