"""Read access to an evidence base, quick to start.

A file that is up to date is read through sqlite3 alone: importing SQLAlchemy costs a third of a second, more than a
whole query may. All else (a server, an older base to migrate, a base that cannot be opened) goes through
`extract.store`, which migrates or explains. The SQL is the same: named parameters as `:name`.
"""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, Protocol
from urllib.parse import quote

from schema.migrations import HEAD, VERSION_TABLE

Values = Mapping[str, str | int | float | None]
Row = tuple[Any, ...]

BUSY_WAIT_S = 15.0


class Reader(Protocol):
    """An open base: runs SELECT statements and returns their rows."""

    dialect: Literal["sqlite", "postgresql"]

    def rows(self, sql: str, values: Values | None = None) -> Iterator[Row]:
        """The rows of a SELECT with `:name` parameters, in order."""
        ...


class FileReader:
    """An SQLite file, opened read-only."""

    dialect: Literal["sqlite", "postgresql"] = "sqlite"

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, values: Values | None = None) -> Iterator[Row]:
        """The rows of a SELECT with `:name` parameters, in order."""
        return iter(self._connection.execute(sql, dict(values or {})))


class ServerReader:
    """A base behind an SQLAlchemy connection."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.dialect: Literal["sqlite", "postgresql"] = connection.dialect.name

    def rows(self, sql: str, values: Values | None = None) -> Iterator[Row]:
        """The rows of a SELECT with `:name` parameters, in order."""
        from sqlalchemy import text

        for row in self._connection.execution_options(stream_results=True).execute(text(sql), dict(values or {})):
            yield tuple(row)


@contextmanager
def open_reader(location: str) -> Iterator[Reader]:
    """A reader of the base at a path or URL, closed at the end of the block.

    Raises:
        UsageError: the location is neither a path nor a URL of a known database.
        BaseUnusableError: there is no base, or it is locked, damaged, foreign or newer.
    """
    connection = _open_current_file(location)
    if connection is None:
        with _open_through_store(location) as reader:
            yield reader
        return
    try:
        yield FileReader(connection)
    except sqlite3.Error as error:
        _explain(location, error)
    finally:
        connection.close()


def _open_current_file(location: str) -> sqlite3.Connection | None:
    """A connection to a file that is a base of this version; None for anything else, whatever is wrong with it."""
    file = Path(location)
    if "://" in location or not file.is_file():
        return None
    connection = sqlite3.connect(f"file:{quote(os.fsencode(file.absolute()))}?mode=ro", uri=True, timeout=BUSY_WAIT_S)
    try:
        if connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone() == (HEAD,):
            return connection
    except sqlite3.Error:
        pass  # `extract.store` opens it or says what is wrong
    connection.close()
    return None


@contextmanager
def _open_through_store(location: str) -> Iterator[Reader]:
    from extract.store.base import open_base

    with open_base(location) as base, base.reading() as session:
        yield ServerReader(session.connection())


def _explain(location: str, error: sqlite3.Error) -> None:
    """Raise the one-line error that `extract.store` has for what SQLite refused."""
    from sqlalchemy.exc import DBAPIError

    from extract.store.errors import base_errors

    with base_errors(location):
        raise DBAPIError("", {}, error) from error
