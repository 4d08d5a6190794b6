"""`extract explain`: what the rules find in a sentence or a file, step by step."""

import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Annotated

import typer
from spacy.tokens import Doc, Span

from extract.cli.options import RulesOption
from extract.cli.registry import command_app, example
from extract.cli.terminal import one_line
from extract.entities.model import FAMILIES
from extract.entities.pipeline import read_entities
from extract.text.model import SourceText
from extract.text.plain import source_from_plain
from extract.text.read import read_source
from extract.tuples import find_statements
from schema.clean import clean_text
from schema.errors import UsageError
from schema.source import Statement

app = command_app()

_OWN_LINES = {"id", "document", "page", "section", "passage", "rule", "review", "title", "doi", "year"}
"""Columns that say where a row stands and not what it says."""


@app.command(
    epilog=example(
        'extract explain "Le baricitinib est un inhibiteur de JAK1."',
        "extract explain --file article.pdf",
        "pdftotext article.pdf - | extract explain -",
    )
)
def explain(
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="A sentence or more; - reads it from stdin.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", metavar="PATH", help="A PDF or text file instead.")] = None,
    rules_dir: RulesOption = None,
) -> None:
    """Show the entities of a text with their typed values, and the statements with the rules that made them."""
    source = _source(text, file)
    doc = read_entities(source, rules_dir)
    statements = find_statements(doc, source, "0" * 64, file.name if file else "text", rules_dir)
    for line in (*_entity_lines(doc), *_statement_lines(statements)):
        typer.echo(line)


def _source(text: str | None, file: Path | None) -> SourceText:
    if (text is None) == (file is None):
        raise UsageError('give either a text or --file, as in: extract explain "Le baricitinib inhibe JAK1."')
    if file is not None:
        data = file.read_bytes()
        if data.startswith(b"%PDF"):
            return read_source(data).source
        try:
            return source_from_plain(clean_text(data.decode("utf-8-sig")))
        except UnicodeDecodeError as error:
            raise UsageError(f"{file}: neither a PDF nor text in UTF-8; convert it to one of the two") from error
    return source_from_plain(clean_text(sys.stdin.read() if text == "-" else text or ""))


def _entity_lines(doc: Doc) -> Iterator[str]:
    for sentence in doc.sents:
        spans = [
            span
            for family in FAMILIES
            for span in doc.spans[family]
            if span.start in range(sentence.start, sentence.end)
        ]
        if spans:
            yield f"« {one_line(sentence.text)} »"
            yield from map(_span_line, sorted(spans, key=lambda span: (span.start_char, span.end_char)))
            yield ""


def _span_line(span: Span) -> str:
    return f"  {span.label_:<14} {one_line(span.text):<32} {_described(span._.value)}"


def _described(value: object) -> str:
    """The fields of a typed value that say something: its first, then those that differ from their default."""
    first, *others = (field for field in fields(value) if field.repr)  # type: ignore[arg-type]
    said = [(field.name, getattr(value, field.name)) for field in others if getattr(value, field.name) != field.default]
    return ", ".join([str(getattr(value, first.name)), *(f"{name} {_plain(content)}" for name, content in said)])


def _plain(content: object) -> str:
    return "; ".join(map(str, content)) if isinstance(content, tuple) else str(content)


def _statement_lines(statements: tuple[Statement, ...]) -> Iterator[str]:
    yield f"{len(statements)} statement{'' if len(statements) == 1 else 's'}"
    for statement in statements:
        row = statement.evidence.model_dump(exclude_none=True, exclude=_OWN_LINES)
        yield "  " + one_line(", ".join(f"{column} {value}" for column, value in row.items()))
        yield f"    by rule {statement.evidence.rule}, confidence {statement.confidence:.2f}"
        yield f"    from « {one_line(statement.evidence.passage)} »"
