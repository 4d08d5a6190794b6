"""Copy a whole base to a new file while it is in use."""

import sqlite3
from pathlib import Path

from sqlalchemy import insert, select
from sqlmodel import SQLModel

import schema.tables  # noqa: F401  (fills the metadata)
from extract.store.base import Base, open_base
from extract.store.migrate import copy_sqlite
from schema.errors import BaseUnusableError, UsageError

_BATCH = 1000


def backup(base: Base, file: Path) -> None:
    """Copy the base, as it is at this moment, to a new SQLite file; a server's base becomes a file base.

    The file appears when it is complete.

    Raises:
        UsageError: the file exists.
        BaseUnusableError: the base cannot be read, or the file cannot be written.
    """
    if file.exists():
        raise UsageError(f"{file} exists; name a new file for the backup")
    if not file.parent.is_dir():
        raise UsageError(f"{file}: the folder {file.parent} does not exist")
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    try:
        if base.file:
            copy_sqlite(base.file, part)
        else:
            _copy_tables(base, part)
        part.rename(file)
    except sqlite3.Error as error:
        raise BaseUnusableError(f"backup {file}: {error}") from error
    finally:
        for left_over in file.parent.glob(part.name + "*"):
            left_over.unlink()


def _copy_tables(base: Base, file: Path) -> None:
    with open_base(file, create=True) as copy:
        with base.reading() as session, copy.engine.connect().execution_options(write=True) as connection:
            for table in SQLModel.metadata.sorted_tables:
                rows = session.execute(select(table).execution_options(yield_per=_BATCH)).mappings()
                for batch in rows.partitions(_BATCH):
                    connection.execute(insert(table), [dict(row) for row in batch])
            connection.commit()
        copy.merge_log()
