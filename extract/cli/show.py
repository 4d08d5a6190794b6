"""`extract show`: one statement whole, with its passage in context."""

from typing import Annotated

import typer

from extract.cli.options import DEFAULT_DB, DbOption
from extract.cli.registry import command_app, example
from extract.cli.table import bold
from extract.cli.terminal import one_line
from extract.export.cells import Value
from extract.query.detail import Detail, find_detail
from extract.query.phrases import numeral
from extract.query.reader import open_reader
from extract.query.record import COLUMNS

app = command_app()

_TOLD_APART = ("id", "passage", "page", "document", "rule")
"""Columns that stand in the lines above or below the list of cells."""


@app.command(epilog=example("extract show 3f2a9c"))
def show(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The statement's id, or the start of it.")],
    db: DbOption = DEFAULT_DB,
) -> None:
    """Show one statement whole: its cells, its passage in context, page, rule and the decisions of reviewers."""
    with open_reader(db) as reader:
        detail = find_detail(reader, identifier)
    for line in _lines(detail):
        typer.echo(line)


def _lines(detail: Detail) -> list[str]:
    record = detail.record
    cells = [(column, getattr(record, column)) for column in COLUMNS if column not in _TOLD_APART]
    width = max(len(column) for column, value in cells if value is not None)
    return [
        bold(f"{record.id}  {one_line(record.document)} p. {record.page}"),
        *(f"  {column:<{width}}  {_cell(value)}" for column, value in cells if value is not None),
        "",
        f"  … {one_line(detail.before)} {bold(f'« {one_line(detail.passage)} »')} {one_line(detail.after)} …",
        "",
        f"  rule {record.rule}, confidence {numeral(record.confidence)}",
        *([f"  also on page {', '.join(map(str, detail.also_on_pages))}"] if detail.also_on_pages else []),
        *(
            one_line(f"{decision.decided_at} {decision.state} by {decision.reviewer or '—'}: {decision.note or ''}")
            for decision in detail.decisions
        ),
    ]


def _cell(value: Value) -> str:
    if isinstance(value, bool) or value is None:
        return "true" if value else "false"
    return numeral(value) if isinstance(value, int | float) else one_line(value)
