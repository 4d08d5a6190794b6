"""Rows into a table: SQLAlchemy words the statement, once, and the database's driver takes the rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, insert

Row = dict[str, Any]
"""One row by column name, its cells as the database keeps them: a type of `schema.columns` has been applied."""


@dataclass(frozen=True, slots=True)
class _Insert:
    """An insert in a driver's words, and what takes a row's cells in its order; None where the driver asks by name."""

    statement: str
    cells_of: Callable[[Row], tuple[Any, ...]] | None


def insert_all(connection: Connection, table: type, rows: Sequence[Row]) -> None:
    """Insert the rows, which all have the same columns, two at least; no rows insert nothing."""
    if not rows:
        return
    insertion = _worded(table, tuple(rows[0]), connection.dialect)
    cells = list(map(insertion.cells_of, rows)) if insertion.cells_of else list(rows)
    connection.exec_driver_sql(insertion.statement, cells)


@lru_cache(maxsize=64)
def _worded(table: type, columns: tuple[str, ...], dialect: Dialect) -> _Insert:
    compiled: Any = insert(table).inline().compile(dialect=dialect, column_keys=columns)
    return _Insert(str(compiled), itemgetter(*compiled.positiontup) if compiled.positional else None)
