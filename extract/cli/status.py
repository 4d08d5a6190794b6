"""`extract status`: how the reading of each document ended."""

from collections.abc import Sequence
from typing import Annotated, get_args

import typer
from sqlalchemy import select
from sqlmodel import Session, col

from extract.cli.options import DEFAULT_DB, DbOption
from extract.cli.registry import command_app, example
from extract.cli.table import format_table, terminal_width
from extract.ingest.tally import FAILED_OUTCOMES
from extract.query.parse import choice
from extract.store.base import open_base
from extract.store.documents import count_outcomes, list_documents, unread_pages
from schema.tables import Run
from schema.vocabulary import DocumentOutcome

app = command_app()


@app.command(epilog=example("extract status --failed", 'extract status --outcome "no text"', "extract status --runs"))
def status(
    db: DbOption = DEFAULT_DB,
    failed: Annotated[bool, typer.Option("--failed", help="Only documents that were not read whole.")] = False,
    outcome: Annotated[
        str | None, typer.Option(metavar="|".join(get_args(DocumentOutcome)), help="Only documents with this outcome.")
    ] = None,
    runs: Annotated[bool, typer.Option("--runs", help="List the runs of `extract ingest` instead.")] = False,
) -> None:
    """Show how the reading of each document ended, and which pages could not be read.

    The SHA-256 (or its first characters) names a document where file names do not.
    """
    outcomes = frozenset({choice("--outcome", outcome, get_args(DocumentOutcome))}) if outcome else None
    with open_base(db) as base, base.reading() as session:
        if runs:
            _print_runs(session)
        else:
            _print_documents(session, outcomes or (FAILED_OUTCOMES if failed else None))


def _print_documents(session: Session, outcomes: frozenset[str] | None) -> None:
    rows = []
    for document in list_documents(session, outcomes):
        notes = [document.reason, "superseded" if document.is_superseded else ""]
        if not document.reason:
            notes += [f"page {page.page}: {page.outcome}" for page in unread_pages(session, document.id)]
        note = "; ".join(part for part in notes if part)
        size = (str(document.pages), str(document.rows))
        rows.append((document.name, document.outcome, *size, document.sha256[:12], note))
    _print_table(("document", "outcome", "pages", "rows", "sha256", "note"), rows)
    counts = count_outcomes(session)
    by_outcome = ", ".join(f"{number} {name}" for name, number in counts.items())
    typer.echo(f"documents: {sum(counts.values())}" + (f" ({by_outcome})" if counts else ""))


def _print_runs(session: Session) -> None:
    rows = [
        (
            str(run.id),
            f"{run.started_at:%Y-%m-%d %H:%M:%S}",
            run.state,
            str(run.documents_read),
            str(run.documents_known),
            str(run.documents_failed),
            str(run.rows_written),
            run.version,
            run.fingerprint,
        )
        for run in session.execute(select(Run).order_by(col(Run.id))).scalars()
    ]
    _print_table(("run", "started (UTC)", "state", "read", "known", "failed", "rows", "version", "rules"), rows)


def _print_table(headings: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    for line in format_table(headings, rows, terminal_width()):
        typer.echo(line)
