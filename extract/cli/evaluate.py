"""`extract evaluate`: score the evidence base, or a fresh extraction, against gold files."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from extract import __version__
from extract.cli.notes import note
from extract.cli.options import DEFAULT_DB, DbOption, RulesOption
from extract.cli.registry import command_app, example
from extract.evaluate.gold import GoldDocument, read_gold
from extract.evaluate.history import FLOORS, below, read_floors, record
from extract.evaluate.report import as_data, calibration_table, error_lines, figures_table, rules_table
from extract.evaluate.score import Score, score
from extract.evaluate.source import rows_of_base, rows_of_documents
from schema.clean import for_terminal
from schema.errors import ExitCode, UsageError
from schema.source import ExtractedDocument

DEFAULT_GOLD = Path("corpus/gold.jsonl")

app = command_app()


@app.command(
    epilog=example(
        "extract ingest corpus/ && extract evaluate",
        "extract evaluate --fresh --errors",
        "extract evaluate --fresh --gold corpus/gold.jsonl --record",
    )
)
def evaluate(
    gold: Annotated[
        list[Path] | None, typer.Option("--gold", metavar="FILE", help="Gold file; may be given several times.")
    ] = None,
    db: DbOption = DEFAULT_DB,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Extract the PDFs beside the gold files now instead of reading the base.")
    ] = False,
    rules: RulesOption = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every missed, spurious and misfilled fact.")] = False,
    keep: Annotated[
        bool, typer.Option("--record", help="Add the scores to scores.csv beside the gold and raise floors.csv.")
    ] = False,
    calibrate: Annotated[
        Path | None,
        typer.Option("--calibrate", metavar="FILE", help="Write each rule's precision here, as rules/confidence.yaml."),
    ] = None,
    output: Annotated[Literal["table", "json"], typer.Option("--format", help="Text or JSON.")] = "table",
) -> None:
    """Score extracted statements against gold files: by kind, slot, rule and confidence.

    Fails with exit code 1 where a figure is below the floors.csv beside the only gold file.
    """
    if rules and not fresh:
        note("--rules is for --fresh; the base holds what the rules of its ingest found")
    paths = gold or [DEFAULT_GOLD]
    documents = [(path, document) for path in paths for document in read_gold(path)]
    rows = rows_of_documents(_extract(documents, rules)) if fresh else rows_of_base(db)
    result = score([document for _, document in documents], rows)
    _write(result, [document for _, document in documents if document.stem not in rows], errors, output)
    if calibrate:
        from extract.evaluate.calibration import confidence_text  # the tuple rules bring spaCy with them

        verdicts = (verdict for document in result.documents for verdict in document.verdicts)
        calibrate.write_text(confidence_text(verdicts), encoding="utf-8")
    if keep:
        _record(paths, result)
    if len(paths) == 1 and (low := below(read_floors(paths[0].with_name(FLOORS)), result.tallies)):
        for line in low:
            note(line)
        raise typer.Exit(ExitCode.SOME_FAILED)


def _extract(documents: Sequence[tuple[Path, GoldDocument]], rules: Path | None) -> Iterator[ExtractedDocument]:
    """Each gold document's PDF, looked for beside its gold file, read anew."""
    from extract.ingest.document import extract_document  # spaCy and the PDF libraries: only where they are needed

    for path, document in documents:
        pdf = path.parent / document.name
        if not pdf.exists():
            raise UsageError(f"{pdf}: not found; --fresh reads the PDFs that stand beside the gold file")
        yield extract_document(pdf.read_bytes(), pdf.name, rules_dir=rules)


def _write(result: Score, absent: Sequence[GoldDocument], errors: bool, output: str) -> None:
    if output == "json":
        typer.echo(json.dumps(as_data(result), ensure_ascii=False, indent=1))
        return
    if absent:
        names = ", ".join(document.name for document in absent)
        note(f"without statements, all their facts count as missed: {names}")
    if errors:
        typer.echo(for_terminal("\n".join(error_lines(result))) + "\n")
    tables = (figures_table(result), rules_table(result.rules), calibration_table(result))
    typer.echo(for_terminal("\n\n".join("\n".join(table) for table in tables)))


def _record(paths: Sequence[Path], result: Score) -> None:
    if len(paths) != 1:
        raise UsageError("--record keeps the history of one gold file; give --gold once")
    record(paths[0].parent, __version__, datetime.now(UTC).date(), len(result.documents), result.tallies)
