"""`extract diff`: rows gained, lost and changed between two runs or two bases."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Annotated

import typer

from extract.cli.options import DEFAULT_DB, DbOption
from extract.cli.registry import command_app, example
from extract.cli.terminal import one_line
from extract.query.parse import choice
from extract.store.base import open_base
from extract.store.changes import Cells
from extract.store.diff import RowDiff, count_by_rule, diff_bases, diff_runs, last_runs
from schema.errors import UsageError

app = command_app()

_SIGNS = {"gained": "+", "lost": "-", "changed": "~"}
_TELLING = ("drug", "trial", "endpoint", "timepoint", "value", "comparator", "comparator_value", "target", "indication")
"""The cells by which a reader knows a row."""


@app.command(epilog=example("extract diff", "extract diff 3 5", "extract diff before.db evidence.db --format json"))
def diff(
    older: Annotated[str | None, typer.Argument(metavar="[RUN|BASE]", help="A run's number, or a base.")] = None,
    newer: Annotated[str | None, typer.Argument(metavar="[RUN|BASE]", help="The same, later.")] = None,
    db: DbOption = DEFAULT_DB,
    format: Annotated[str, typer.Option(metavar="table|json", help="How to show the rows.")] = "table",
) -> None:
    """Show which rows were gained, lost and changed, and by which rule, between two runs or two bases.

    Without arguments: what the last run changed. `extract status --runs` lists the runs.
    """
    style = choice("--format", format, ("table", "json"))
    with ExitStack() as stack:
        differences = list(_differences(stack, older, newer, db))
    for difference in differences:
        typer.echo(_json(difference) if style == "json" else _line(difference))
    if style == "table":
        for rule, counts in count_by_rule(differences).items():
            typer.echo(f"{rule}: " + ", ".join(f"{number} {kind}" for kind, number in counts.items() if number))
        typer.echo(f"differences: {len(differences)}")


def _differences(stack: ExitStack, older: str | None, newer: str | None, db: str) -> Iterator[RowDiff]:
    if (older is None) != (newer is None):
        raise UsageError("give two runs, two bases, or neither")
    if older is not None and newer is not None and not (older.isdecimal() and newer.isdecimal()):
        bases = [stack.enter_context(open_base(location)) for location in (older, newer)]
        return diff_bases(*(stack.enter_context(base.reading()) for base in bases))
    session = stack.enter_context(stack.enter_context(open_base(db)).reading())
    runs = last_runs(session) if older is None or newer is None else (int(older), int(newer))
    return diff_runs(session, *runs)


def _line(difference: RowDiff) -> str:
    cells = difference.after or difference.before or {}
    told = " ".join(str(cells[name]) for name in _TELLING if name in cells)
    changes = "; ".join(_change(difference, column) for column in difference.changed_columns)
    detail = f" [{changes}]" if difference.kind == "changed" else ""
    return one_line(f"{_SIGNS[difference.kind]} {difference.id} {told} ({difference.rule}){detail}")


def _change(difference: RowDiff, column: str) -> str:
    return f"{column}: {_cell(difference.before, column)} → {_cell(difference.after, column)}"


def _cell(cells: Cells | None, column: str) -> str:
    value = (cells or {}).get(column)
    return "—" if value is None else str(value)


def _json(difference: RowDiff) -> str:
    record = {"id": difference.id, "kind": difference.kind, "rule": difference.rule}
    return json.dumps({**record, "before": difference.before, "after": difference.after}, ensure_ascii=False)
