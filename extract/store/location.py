"""Where a base is: a file path or an SQLAlchemy URL, told apart and made into one form."""

from importlib.util import find_spec
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from schema.clean import shown_name
from schema.errors import MissingPartError, UsageError


def base_url(location: str | Path) -> URL:
    """The URL of the base at a path or URL; PostgreSQL always through psycopg.

    Raises:
        UsageError: the URL cannot be read, or names a database that is neither SQLite nor PostgreSQL.
        MissingPartError: PostgreSQL without psycopg installed.

    >>> str(base_url("evidence.db")), str(base_url("postgresql://peau@serveur/preuves"))
    ('sqlite:///evidence.db', 'postgresql+psycopg://peau@serveur/preuves')
    """
    text = str(location)
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise UsageError("--db: this URL cannot be read; write postgresql://user@server/database") from None
    backend = url.get_backend_name()
    if backend == "sqlite":
        return url.set(drivername="sqlite")
    if backend not in ("postgresql", "postgres"):
        raise UsageError(f"--db: no {backend} base; give a file path or a postgresql:// URL")
    if find_spec("psycopg") is None:
        raise MissingPartError("PostgreSQL needs psycopg: pip install 'extract[postgres]'")
    return url.set(drivername="postgresql+psycopg")


def base_file(url: URL) -> Path | None:
    """The file of an SQLite base; None for a server or a base in memory."""
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database))


def base_name(url: URL) -> str:
    """What messages call the base: the file's path, or the URL without its password."""
    file = base_file(url)
    return shown_name(str(file)) if file else url.render_as_string(hide_password=True)
