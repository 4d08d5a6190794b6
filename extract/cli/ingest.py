"""`extract ingest`: read PDF files and folders into the evidence base."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from extract.cli.options import DEFAULT_DB, DbOption, RulesOption
from extract.cli.progress import Progress
from extract.cli.registry import command_app, example
from extract.ingest.cluster import ClusterOptions, ingest_on_cluster
from extract.ingest.files import find_files
from extract.ingest.limits import DEFAULT_MEMORY_MB, DEFAULT_TIMEOUT_S, Limits
from extract.ingest.run import IngestOptions, Watch, ingest, plan
from extract.ingest.tally import Tally, summary_lines
from extract.ingest.worker import WorkerOptions
from extract.store.base import open_base
from extract.store.location import base_file, base_url
from schema.errors import ExitCode, UsageError

app = command_app()


class Stopped(KeyboardInterrupt):
    """Ctrl-C or SIGTERM; `number` is the signal's."""

    def __init__(self, number: int) -> None:
        """Stopped by that signal."""
        super().__init__()
        self.number = number


@app.command(
    name="ingest",
    epilog=example("extract ingest articles/", "extract ingest --refresh --workers 4 --db peau.db articles/ autre.pdf"),
)
def ingest_command(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="PDF files, and folders to search.")],
    db: DbOption = DEFAULT_DB,
    rules: RulesOption = None,
    workers: Annotated[
        int, typer.Option("--workers", min=1, max=256, help="Documents read at the same time.", show_default="cores")
    ] = os.cpu_count() or 1,
    timeout: Annotated[
        float, typer.Option("--timeout", min=1, help="Seconds of wall and CPU time for one document.")
    ] = DEFAULT_TIMEOUT_S,
    memory: Annotated[int, typer.Option("--memory", min=600, help="Megabytes of memory for one worker.")] = (
        DEFAULT_MEMORY_MB
    ),
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Read known documents again where rules or version changed.")
    ] = False,
    ocr: Annotated[bool, typer.Option("--ocr", help="Recognise pages without usable text (needs Tesseract).")] = False,
    dask: Annotated[
        str | None,
        typer.Option("--dask", metavar="ADDRESS", help="Read on a Dask cluster; paths may be URLs (s3://, https://)."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be read; read and write nothing.")] = False,
) -> None:
    """Read PDF files and folders, store the statements found.

    Each document is stored as a whole or not at all, as soon as it is read. Files whose bytes the base knows are left
    as they are. Stopping (Ctrl-C) keeps what is done; the same command again goes on from there.
    """
    reading = WorkerOptions(rules_dir=str(rules) if rules else None, ocr=ocr, limits=Limits(timeout, memory))
    if dask:
        _ingest_on_cluster(db, ClusterOptions(tuple(map(_as_url, paths)), dask, reading, refresh))
        return
    _refuse_if_nothing_is_there(paths)
    options = IngestOptions(tuple(map(Path, paths)), reading, workers, refresh)
    if dry_run:
        _show_plan(db, options)
        return
    with open_base(db, create=True) as base:
        total = sum(1 for _ in find_files(options.paths))
        _work(total, lambda watch, tally: ingest(base, options, watch, tally))


def _ingest_on_cluster(db: str, options: ClusterOptions) -> None:
    with open_base(db, create=True) as base:
        _work(None, lambda watch, tally: ingest_on_cluster(base, options, watch, tally))


def _as_url(path: str) -> str:
    return path if "://" in path else Path(path).absolute().as_uri()


def _refuse_if_nothing_is_there(paths: list[str]) -> None:
    if any("://" in path for path in paths):
        raise UsageError("URLs are read on a cluster: add --dask ADDRESS, or --dask local:2 for this machine")
    if not any(os.path.lexists(path) for path in paths):
        raise UsageError(f"no such file or folder: {', '.join(paths)}")


def _show_plan(db: str, options: IngestOptions) -> None:
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
