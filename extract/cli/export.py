"""`extract export`: write the matching statements, or their documents, in a format of `extract.export.formats`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from extract.cli.filters import takes_filter
from extract.cli.notes import note, note_unmatched
from extract.cli.options import DEFAULT_DB, DbOption, RulesOption, SortOption
from extract.cli.registry import command_app, example
from extract.export.formats import FORMATS, format_for, load_writer
from extract.export.result import Written
from extract.query.filter import Filter
from extract.query.find import find_documents, find_rows, sort_order
from extract.query.parse import choice
from extract.query.reader import open_reader
from extract.query.synonyms import Synonyms
from extract.query.where import build_where
from schema.errors import UsageError

app = command_app()

_LISTING = "\n".join(f"  {name:<{max(map(len, FORMATS))}}  {kind.purpose}" for name, kind in FORMATS.items())


@app.command(
    help=f"""Write the statements that match all filters to a file, or to standard output.

    A row that lacks what a format needs is left out and counted on stderr.

    \b
    Formats:
    {_LISTING.replace(chr(10), chr(10) + "    ")}
    """,
    epilog=example(
        "extract export --format csv --out evidence.csv",
        "extract export --indication vitiligo --out vitiligo.xlsx",
        "extract export --format metafor --endpoint PASI90 --weeks 16 > pasi90.csv",
    ),
)
@takes_filter
def export(
    criteria: Filter,
    db: DbOption = DEFAULT_DB,
    rules: RulesOption = None,
    format: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help="One of the formats above.", show_default="by --out, else csv"),
    ] = None,
    sort: SortOption = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="File to write, instead of standard output.")] = None,
) -> None:
    """Write the statements that match all filters to a file, or to standard output."""
    name = choice("--format", format, FORMATS) if format else (format_for(out) if out else None) or "csv"
    writer = load_writer(name)
    if out is None and not FORMATS[name].is_text and sys.stdout.isatty():
        raise UsageError(f"{name} is no text for a terminal; give --out FILE")
    with open_reader(db) as reader:
        where = build_where(reader, criteria, Synonyms(rules))
        note_unmatched(where.unmatched)
        found = (
            find_documents(reader, where)
            if FORMATS[name].takes == "documents"
            else find_rows(reader, where, sort_order(sort))
        )
        with _destination(out) as stream:
            _report(writer(found, stream), name, out)


@contextmanager
def _destination(out: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or the file, which appears only when it is whole."""
    if out is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(out)) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _report(written: Written, name: str, out: Path | None) -> None:
    """Say on stderr what was written, and what was left out and why."""
    if out is not None:
        note(f"{out}: {written.written} {FORMATS[name].takes}")
    for reason, count in sorted(written.left_out.items()):
        note(f"{count} left out of {name}: {reason}")
