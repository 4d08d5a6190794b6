"""Find, count and group the rows that a filter asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.query.reader import Reader, Row
from extract.query.record import COLUMNS, DocumentRecord, Record
from extract.query.where import Where
from schema.errors import UsageError

GROUP_COLUMNS = ("trial", "drug", "endpoint", "document", "target", "indication", "phase", "kind", "year")
"""Columns that rows can be grouped by."""


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
    sql = f"SELECT {selected_columns()} FROM evidence {where.sql} ORDER BY {', '.join((*sort, *where.order))}{bound}"
    return map(read_record, reader.rows(sql, where.values))


def count_rows(reader: Reader, where: Where) -> int:
    """How many rows the filter asks for."""
    ((count,),) = reader.rows(f"SELECT count(*) FROM evidence {where.sql}", where.values)
    return int(count)


def count_groups(reader: Reader, where: Where, column: str) -> tuple[GroupCount, ...]:
    """Rows and documents by the cells of a column of `GROUP_COLUMNS`, most rows first."""
    sql = f"""SELECT {column}, count(*), count(DISTINCT document_id) FROM evidence {where.sql}
        GROUP BY {column} ORDER BY 2 DESC, 1"""
    return tuple(GroupCount(*row) for row in reader.rows(sql, where.values))


def find_documents(reader: Reader, where: Where) -> tuple[DocumentRecord, ...]:
    """The documents that the filter's rows come from, by name, with the number of those rows."""
    held = f"SELECT document_id, count(*) AS number FROM evidence {where.sql} GROUP BY document_id"
    sql = f"""SELECT sha256, name, outcome, title, authors, journal, year, doi, number
        FROM document JOIN ({held}) AS held ON document_id = id ORDER BY name, sha256"""
    return tuple(map(_document, reader.rows(sql, where.values)))


def sort_order(column: str | None) -> tuple[str, ...]:
    """What to sort by for a column of the table, `-column` from high to low; nothing for None.

    Raises:
        UsageError: no such column.

    >>> sort_order("-value"), sort_order(None)
    (('"value" DESC',), ())
    """
    if column is None:
        return ()
    name = column.removeprefix("-")
    if name not in (*COLUMNS, "confidence"):
        raise UsageError(f"--sort: no column « {name} »; choose from {', '.join(COLUMNS)}")
    return (f'"{name}"{" DESC" if column.startswith("-") else ""}',)


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
