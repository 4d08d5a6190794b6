"""Find, count and group the rows that a filter asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args, get_type_hints

from extract.query.reader import Reader, Row
from extract.query.record import COLUMNS, DocumentRecord, Record
from extract.query.where import Where
from schema.errors import UsageError

GROUP_COLUMNS = ("trial", "drug", "endpoint", "document", "target", "indication", "phase", "kind", "year")
"""Columns that rows can be grouped by."""


_NUMBERS = {"document_id", "position", "confidence", "approximate"} | {
    column for column, hint in get_type_hints(Record).items() if {int, float} & {hint, *get_args(hint)}
}
"""Columns that PostgreSQL sorts without a collation."""


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many rows and documents share a cell; `name` None for rows where it is empty."""

    name: str | int | None
    rows: int
    documents: int


def find_rows(reader: Reader, where: Where, sort: tuple[str, ...] = (), limit: int | None = None) -> Iterator[Record]:
    """The rows sorted by `sort` and then the filter's own order, at most `limit`.

    One at a time, so that a large base needs no large memory.
    """
    bound = f" LIMIT {int(limit)}" if limit is not None else ""
    order = ", ".join((*_sorted(reader, sort), *_ordered(reader, where.order)))
    sql = f"SELECT {selected_columns()} FROM evidence {where.sql} ORDER BY {order}{bound}"
    return map(read_record, reader.rows(sql, where.values))


def count_rows(reader: Reader, where: Where) -> int:
    """How many rows the filter asks for."""
    ((count,),) = reader.rows(f"SELECT count(*) FROM evidence {where.sql}", where.values)
    return int(count)


def count_groups(reader: Reader, where: Where, column: str) -> tuple[GroupCount, ...]:
    """Rows and documents by the cells of a column of `GROUP_COLUMNS`, most rows first."""
    sql = f"""SELECT {column}, count(*), count(DISTINCT document_id) FROM evidence {where.sql}
        GROUP BY {column} ORDER BY 2 DESC, {", ".join(_sorted(reader, (column,)))}"""
    return tuple(GroupCount(*row) for row in reader.rows(sql, where.values))


def find_documents(reader: Reader, where: Where) -> tuple[DocumentRecord, ...]:
    """The documents that the filter's rows come from, by name, with the number of those rows."""
    held = f"SELECT document_id, count(*) AS number FROM evidence {where.sql} GROUP BY document_id"
    sql = f"""SELECT sha256, name, outcome, title, authors, journal, year, doi, number
        FROM document JOIN ({held}) AS held ON document_id = id
        ORDER BY {", ".join(_ordered(reader, ("name", "sha256")))}"""
    return tuple(map(_document, reader.rows(sql, where.values)))


def sort_order(column: str | None) -> tuple[str, ...]:
    """The column of the table to sort by, `-column` from high to low; nothing for None.

    Raises:
        UsageError: no such column.

    >>> sort_order("-value"), sort_order(None)
    (('-value',), ())
    """
    if column is None:
        return ()
    name = column.removeprefix("-")
    if name not in (*COLUMNS, "confidence"):
        raise UsageError(f"--sort: no column « {name} »; choose from {', '.join(COLUMNS)}")
    return (column,)


def _sorted(reader: Reader, columns: tuple[str, ...]) -> list[str]:
    """What a user sorts by, `-column` from high to low; rows without a value come last either way."""
    return [
        f"{_plain(reader, column.removeprefix('-'))}{' DESC' if column.startswith('-') else ''} NULLS LAST"
        for column in columns
    ]


def _ordered(reader: Reader, columns: tuple[str, ...]) -> list[str]:
    """The rows' own order, as SQLite's indices have it: an empty cell before all others, letters by their code."""
    first = " NULLS FIRST" if reader.dialect == "postgresql" else ""
    return [f"{_plain(reader, column)}{first}" for column in columns]


def _plain(reader: Reader, column: str) -> str:
    is_text = column not in _NUMBERS
    return f'"{column}"' + (' COLLATE "C"' if is_text and reader.dialect == "postgresql" else "")


def selected_columns() -> str:
    """The columns of `evidence` that `read_record` takes, in its order."""
    return ", ".join(f'"{column}"' for column in (*COLUMNS, "confidence"))


def read_record(row: Row) -> Record:
    """The row of the columns that `selected_columns` names."""
    cells = dict(zip((*COLUMNS, "confidence"), row, strict=True))
    if cells["approximate"] is not None:
        cells["approximate"] = bool(cells["approximate"])  # SQLite keeps truth values as 0 and 1
    return Record(**cells)


def _document(row: Row) -> DocumentRecord:
    sha256, name, outcome, title, authors, journal, year, doi, rows = row
    return DocumentRecord(
        sha256=sha256,
        name=name,
        outcome=outcome,
        title=title,
        authors=tuple(authors.split("; ")) if authors else (),
        journal=journal,
        year=year,
        doi=doi,
        rows=rows,
    )
