"""Rows on standard output: as an evidence table, csv or json."""

import sys
from collections.abc import Iterable, Sequence
from itertools import groupby

from extract.cli.table import bold, format_table, terminal_width
from extract.export.cells import cell_text
from extract.query.find import GroupCount
from extract.query.phrases import HEADINGS, phrase
from extract.query.record import COLUMNS, Record
from schema.errors import UsageError

ID_CHARACTERS = 8
"""Of an id shown in the table: `extract show` takes the start of an id."""


def column_names(asked: str | None) -> tuple[str, ...] | None:
    """The table's columns that `--columns a,b` names; None where it was not given.

    Raises:
        UsageError: no such column; the message lists them.
    """
    if asked is None:
        return None
    names = tuple(name.strip() for name in asked.split(",") if name.strip())
    wrong = [name for name in names if name not in (*COLUMNS, "confidence")]
    if wrong or not names:
        raise UsageError(f"--columns: no « {', '.join(wrong)} »; choose from {', '.join(COLUMNS)}")
    return names


def print_rows(records: Iterable[Record], columns: tuple[str, ...] | None, wide: bool, group: str | None) -> int:
    """Print the evidence table, or the given columns, each group under its heading; returns the number of rows."""
    shown = list(records)
    cells = [_cells(record, columns) for record in shown]
    lines = format_table(columns or ("id", *HEADINGS), cells, None if wide else terminal_width())
    if not shown:
        return 0
    print(bold(lines[0]))
    for name, members in groupby(zip(shown, lines[1:], strict=True), lambda pair: _group(pair[0], group)):
        if group:
            print(f"\n{bold(name)}")
        for _, line in members:
            print(line)
    return len(shown)


def print_groups(groups: Sequence[GroupCount], column: str) -> None:
    """Print how many rows and documents each group has."""
    cells = [(str(group.name or "—"), str(group.rows), str(group.documents)) for group in groups]
    heading, *lines = format_table((column, "rows", "documents"), cells, terminal_width())
    print(bold(heading))
    print("".join(f"{line}\n" for line in lines), end="")


def print_csv(records: Iterable[Record], columns: tuple[str, ...] | None) -> None:
    """Print csv as `extract export` writes it."""
    from extract.export.delimited import write_csv

    sys.stdout.flush()
    write_csv(records, sys.stdout.buffer, columns or COLUMNS)


def print_json(records: Iterable[Record], columns: tuple[str, ...] | None) -> None:
    """Print a JSON array, one row a line."""
    from extract.export.json_lines import json_line

    before = "["
    for record in records:
        print(before, json_line(record, columns or COLUMNS), sep="\n" if before == "[" else "", end="")
        before = ",\n"
    print("[]" if before == "[" else "\n]")


def _cells(record: Record, columns: tuple[str, ...] | None) -> tuple[str, ...]:
    if columns:
        return tuple(cell_text(getattr(record, column)) for column in columns)
    return (record.id[:ID_CHARACTERS], *(phrase(record, heading) for heading in HEADINGS))


def _group(record: Record, group: str | None) -> str:
    return cell_text(getattr(record, group)) or "—" if group else ""
