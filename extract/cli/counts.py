"""`extract counts`: the numbers of a PRISMA flow diagram."""

import json
from typing import Annotated

import typer

from extract.cli.filters import takes_filter
from extract.cli.notes import note_unmatched
from extract.cli.options import DEFAULT_DB, DbOption, RulesOption
from extract.cli.registry import command_app, example
from extract.query.counts import Step, flow
from extract.query.filter import Filter
from extract.query.parse import choice
from extract.query.reader import open_reader
from extract.query.synonyms import Synonyms
from extract.query.where import build_where

app = command_app()

FORMATS = ("table", "csv", "json")


@app.command(epilog=example("extract counts", "extract counts --indication psoriasis --review accepted --format csv"))
@takes_filter
def counts(
    criteria: Filter,
    db: DbOption = DEFAULT_DB,
    rules: RulesOption = None,
    format: Annotated[str, typer.Option(metavar="|".join(FORMATS), help="How to show the counts.")] = "table",
) -> None:
    """Count documents and statements, as a PRISMA flow diagram needs them.

    Documents: found, replaced, not read by reason, read, with and without statements. Statements that meet the
    filters: by kind and state of review, with the documents and trials that they come from.
    """
    style = choice("--format", format, FORMATS)
    with open_reader(db) as reader:
        where = build_where(reader, criteria, Synonyms(rules))
        note_unmatched(where.unmatched)
        steps = flow(reader, where)
    typer.echo("\n".join(_lines(steps, style)))


def _lines(steps: tuple[Step, ...], style: str) -> list[str]:
    if style == "json":
        return [json.dumps([{"what": step.what, "number": step.number, "level": step.level} for step in steps])]
    if style == "csv":
        return ["what,number,level", *(f"{step.what},{step.number},{step.level}" for step in steps)]
    width = max(len(str(step.number)) for step in steps)
    return [f"{step.number:>{width}}  {'  ' * step.level}{step.what}" for step in steps]
