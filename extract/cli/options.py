"""Options that several commands share, so that they are named and explained the same way everywhere."""

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_DB = "evidence.db"

DbOption = Annotated[
    str,
    typer.Option("--db", envvar="EXTRACT_DB", metavar="PATH|URL", help="Evidence base: a file or an SQLAlchemy URL."),
]

RulesOption = Annotated[
    Path | None,
    typer.Option(
        "--rules",
        envvar="EXTRACT_RULES",
        metavar="DIR",
        help="Folder whose rules files add to or replace those that come with extract.",
    ),
]

SortOption = Annotated[
    str | None,
    typer.Option("--sort", metavar="COLUMN", help="Sort by a column of the table, -COLUMN from high to low."),
]
