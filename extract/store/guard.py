"""What lies at a base's place before anything is written there: nothing, one of our bases, or something else."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from schema.errors import BaseUnusableError
from schema.migrations import HEAD, VERSION_TABLE

_SQLITE_MAGIC = b"SQLite format 3\0"  # first bytes of every database file, https://www.sqlite.org/fileformat2.html


@dataclass(frozen=True, slots=True)
class Found:
    """The revision of the base found; None where the place is empty."""

    revision: str | None

    @property
    def is_current(self) -> bool:
        """True where the base has this program's tables and needs no migration."""
        return self.revision == HEAD


def check_file(file: Path) -> bool:
    """True where the file exists and looks like an SQLite database, False where there is none yet.

    Raises:
        BaseUnusableError: a folder, a device, or a file of another kind.
    """
    name = str(file)
    if not file.exists():
        if not file.parent.is_dir():
            raise BaseUnusableError(f"evidence base {name}: the folder {file.parent} does not exist")
        return False
    if not file.is_file():
        raise BaseUnusableError(f"evidence base {name}: this is not a file")
    with file.open("rb") as stream:
        start = stream.read(len(_SQLITE_MAGIC))
    if start and start != _SQLITE_MAGIC:
        raise BaseUnusableError(f"evidence base {name}: this is not an evidence base (no SQLite file); left untouched")
    return bool(start)


def look(connection: Connection, name: str) -> Found:
    """What the connection's database holds, by its tables; reads only.

    Raises:
        BaseUnusableError: tables of another program, or of a newer version of this one.
    """
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE not in tables:
        if tables:
            raise BaseUnusableError(f"evidence base {name}: it belongs to another program; left untouched")
        return Found(None)
    revision = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    if revision is not None and str(revision) > HEAD:
        raise BaseUnusableError(
            f"evidence base {name}: written by a newer version of extract (schema {revision}, this one knows {HEAD}); "
            "left untouched; update extract"
        )
    return Found(None if revision is None else str(revision))
