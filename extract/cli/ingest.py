"""`extract ingest`: read PDF files and folders into the evidence base."""

import os
from pathlib import Path
from typing import Annotated

import typer

from extract.cli.options import DEFAULT_DB, DbOption, RulesOption
from extract.cli.registry import command_app, example
from extract.ingest.limits import DEFAULT_MEMORY_MB, DEFAULT_TIMEOUT_S, Limits
from extract.ingest.nursery_link import NurseryLink
from extract.ingest.options import WorkerOptions
from schema.errors import UsageError

app = command_app()


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
        from extract.cli.ingesting import read_on_cluster

        read_on_cluster(db, paths, dask, reading, refresh=refresh)
        return
    _refuse_if_nothing_is_there(paths)
    files = tuple(map(Path, paths))
    if dry_run:
        from extract.cli.ingesting import show_plan

        show_plan(db, files, reading, refresh=refresh)
        return
    with NurseryLink(reading) as link:  # what the workers need loads on one core while this process loads on another
        from extract.cli.ingesting import read_here

        read_here(db, files, workers, link, refresh=refresh)


def _refuse_if_nothing_is_there(paths: list[str]) -> None:
    if any("://" in path for path in paths):
        raise UsageError("URLs are read on a cluster: add --dask ADDRESS, or --dask local:2 for this machine")
    if not any(os.path.lexists(path) for path in paths):
        raise UsageError(f"no such file or folder: {', '.join(paths)}")
