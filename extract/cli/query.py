"""`extract query`: show the statements that match the filters."""

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from extract.cli.filters import takes_filter
from extract.cli.notes import note, note_unmatched
from extract.cli.options import DEFAULT_DB, DbOption, RulesOption, SortOption
from extract.cli.registry import command_app, example
from extract.cli.rows import column_names, print_csv, print_groups, print_json, print_rows
from extract.query.filter import Filter
from extract.query.find import GROUP_COLUMNS, count_groups, count_rows, find_rows, sort_order
from extract.query.parse import choice
from extract.query.reader import open_reader
from extract.query.synonyms import Synonyms
from extract.query.where import build_where

app = command_app()

FORMATS = ("table", "csv", "json")
TERMINAL_ROWS = 50
"""Rows shown on a terminal unless --limit says otherwise; a file or pipe gets all."""


@app.command(
    epilog=example(
        "extract query --drug Opzelura --endpoint F-VASI --weeks 24",
        'extract query --drug "anti-IL-23" --indication psoriasis --phase 3 --sort -value',
        "extract query --target JAK --kind study --group-by trial",
        'extract query --text "critère principal" --format json | jq .',
    )
)
@takes_filter
def query(
    criteria: Filter,
    db: DbOption = DEFAULT_DB,
    rules: RulesOption = None,
    format: Annotated[str, typer.Option(metavar="|".join(FORMATS), help="How to show the rows.")] = "table",
    columns: Annotated[str | None, typer.Option(metavar="A,B,…", help="Columns of the evidence table to show.")] = None,
    wide: Annotated[bool, typer.Option("--wide", help="Do not shorten cells to fit the terminal.")] = False,
    sort: SortOption = None,
    limit: Annotated[
        int | None, typer.Option(min=0, help="Most rows to show; 0 for all.", show_default="50 on a terminal")
    ] = None,
    group_by: Annotated[
        str | None, typer.Option(metavar="|".join(GROUP_COLUMNS), help="Show rows under a heading each.")
    ] = None,
    count: Annotated[bool, typer.Option("--count", help="Only count rows, or rows and documents a group.")] = False,
) -> None:
    """Show the statements that match all filters.

    An option given several times means either value. Names match without regard to case and accents, by synonym,
    brand or class. A scale stands for its endpoints: PASI for PASI75 and PASI90. A ⚠ marks numbers that contradict each
    other; `extract show ID` says which.
    """
    shown = column_names(columns)
    style = choice("--format", format, FORMATS)
    group = choice("--group-by", group_by, GROUP_COLUMNS) if group_by else None
    order = (*sort_order(group), *sort_order(sort))
    most = limit or (TERMINAL_ROWS if limit is None and style == "table" and sys.stdout.isatty() else None)
    with open_reader(db) as reader:
        where = build_where(reader, criteria, Synonyms(rules))
        note_unmatched(where.unmatched)
        if count and group:
            print_groups(count_groups(reader, where, group), group)
        elif count:
            typer.echo(count_rows(reader, where))
        elif style == "csv":
            print_csv(find_rows(reader, where, order, most), shown)
        elif style == "json":
            print_json(find_rows(reader, where, order, most), shown)
        else:
            printed = print_rows(find_rows(reader, where, order, most), shown, wide, group)
            _note_rest(printed, most, lambda: count_rows(reader, where))


def _note_rest(printed: int, most: int | None, count_all: Callable[[], int]) -> None:
    """Say on stderr how many rows there are where the table does not show it."""
    if printed == 0:
        note("no statement matches")
    elif most is not None and printed == most and (whole := count_all()) > printed:
        note(f"{printed} of {whole} statements; --limit 0 shows all")
