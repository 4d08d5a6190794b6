"""`extract backup`: copy the base to a file while it is in use."""

from pathlib import Path
from typing import Annotated

import typer

from extract.cli.options import DEFAULT_DB, DbOption
from extract.cli.registry import command_app, example
from extract.cli.terminal import one_line
from extract.store.backup import backup
from extract.store.base import open_base

app = command_app()


@app.command(name="backup", epilog=example("extract backup evidence-2025-01.db"))
def backup_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")],
    db: DbOption = DEFAULT_DB,
) -> None:
    """Copy the base, whole and consistent, to a new file, also while an ingest is under way.

    A base on a server becomes a file. To go back to a backup, name it with --db or put it in the base's place.
    """
    with open_base(db) as base:
        backup(base, file)
    typer.echo(one_line(f"{file}: {file.stat().st_size / 1e6:.1f} MB"))
