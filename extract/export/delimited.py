"""The evidence table as text: csv (the contract), tsv, and the csv that a French Excel opens by double click."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from extract.export.cells import Value, cell_text
from extract.export.result import Written
from extract.query.record import COLUMNS, Record


@dataclass(frozen=True, slots=True)
class Dialect:
    """Field separator, decimal sign, line end, and whether the file starts with a byte order mark."""

    separator: str
    decimal: str = "."
    line_end: str = "\r\n"
    byte_order_mark: bool = False


CSV = Dialect(",")
TSV = Dialect("\t", line_end="\n")
EXCEL_FR = Dialect(";", decimal=",", byte_order_mark=True)


def write_csv(records: Iterable[Record], out: BinaryIO, columns: tuple[str, ...] = COLUMNS) -> Written:
    """Write the table of the contract, or some of its columns: UTF-8, RFC 4180, header always present."""
    return _write(records, out, CSV, columns)


def write_tsv(records: Iterable[Record], out: BinaryIO) -> Written:
    """Write tab-separated lines; tabs and line breaks inside a cell become spaces, so that nothing needs quotes."""
    return _write(records, out, TSV)


def write_excel_fr(records: Iterable[Record], out: BinaryIO) -> Written:
    """Write semicolons, decimal commas and a byte order mark, as Excel in French expects them."""
    return _write(records, out, EXCEL_FR)


def _write(records: Iterable[Record], out: BinaryIO, dialect: Dialect, columns: tuple[str, ...] = COLUMNS) -> Written:
    text = io.TextIOWrapper(out, encoding="utf-8-sig" if dialect.byte_order_mark else "utf-8", newline="")
    rows = csv.writer(text, delimiter=dialect.separator, lineterminator=dialect.line_end)
    rows.writerow(columns)
    written = 0
    for record in records:
        rows.writerow([_cell(getattr(record, column), dialect) for column in columns])
        written += 1
    text.flush()
    text.detach()
    return Written(written)


def _cell(value: Value, dialect: Dialect) -> str:
    text = cell_text(value)
    if isinstance(value, float) and dialect.decimal != ".":
        return text.replace(".", dialect.decimal)
    return " ".join(text.split()) if dialect is TSV else text
