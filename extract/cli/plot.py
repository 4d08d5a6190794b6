"""`extract plot`: pictures of the rows' own numbers."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from extract.cli.filters import takes_filter
from extract.cli.notes import note, note_unmatched
from extract.cli.options import DEFAULT_DB, DbOption, RulesOption
from extract.cli.registry import command_app, example
from extract.plots.canvas import SUFFIXES, check_suffix
from extract.plots.rows import choose_forest, choose_timeline
from extract.query.comparison import DIFFERENCES, RATIOS
from extract.query.filter import Filter
from extract.query.find import find_rows
from extract.query.parse import choice
from extract.query.reader import open_reader
from extract.query.record import Record
from extract.query.synonyms import Synonyms
from extract.query.where import build_where

app = command_app(no_args_is_help=True)

MEASURES = (*RATIOS, *DIFFERENCES)
MODELS = ("fixed", "random")

OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help=f"Picture to write: {', '.join(SUFFIXES)}.")]


@app.callback()
def plot() -> None:
    """Draw the matching statements: a forest plot of estimates, or responder shares over time."""


@app.command(
    epilog=example(
        "extract plot forest --endpoint PASI90 --weeks 16 --out pasi90.svg",
        "extract plot forest --drug ruxolitinib --endpoint F-VASI75 --pool random --out f-vasi75.pdf",
    )
)
@takes_filter
def forest(
    criteria: Filter,
    out: OutOption,
    db: DbOption = DEFAULT_DB,
    rules: RulesOption = None,
    measure: Annotated[
        str | None,
        typer.Option(metavar="|".join(MEASURES), help="Measure to draw.", show_default="the one most rows have"),
    ] = None,
    pool: Annotated[
        str | None, typer.Option(metavar="|".join(MODELS), help="Also draw a pooled estimate.", show_default="none")
    ] = None,
) -> None:
    """Draw a forest plot of the printed estimates.

    One line a study with its interval, ratios on a log axis. Nothing is pooled unless --pool asks for it; the pooled
    estimate is labelled with its model and heterogeneity.
    """
    from extract.plots.forest import draw_forest
    from extract.plots.pool import Model
    from extract.plots.pool import pool as pool_studies

    check_suffix(out)
    chosen = choose_forest(_records(criteria, db, rules), choice("--measure", measure, MEASURES) if measure else None)
    model = cast(Model, choice("--pool", pool, MODELS)) if pool else None
    draw_forest(chosen, out, pool_studies(chosen, model) if model else None)
    _report(out, f"{len(chosen.rows)} estimates ({chosen.measure})", chosen.left_out)


@app.command(epilog=example("extract plot timeline --drug dupilumab --endpoint EASI75 --out easi75.png"))
@takes_filter
def timeline(criteria: Filter, out: OutOption, db: DbOption = DEFAULT_DB, rules: RulesOption = None) -> None:
    """Draw the share of responders over time.

    One line an arm of a study, for the endpoint that most rows have.
    """
    from extract.plots.timeline import draw_timeline

    check_suffix(out)
    chosen = choose_timeline(_records(criteria, db, rules))
    draw_timeline(chosen, out)
    _report(out, f"{len(chosen.curves)} arms ({chosen.endpoint})", chosen.left_out)


def _records(criteria: Filter, db: str, rules: Path | None) -> list[Record]:
    with open_reader(db) as reader:
        where = build_where(reader, criteria, Synonyms(rules))
        note_unmatched(where.unmatched)
        return list(find_rows(reader, where))


def _report(out: Path, drawn: str, left_out: Mapping[str, Any]) -> None:
    note(f"{out}: {drawn}")
    for reason, count in sorted(left_out.items()):
        note(f"{count} not drawn: {reason}")
