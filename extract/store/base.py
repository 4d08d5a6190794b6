"""Open an evidence base, and read and write it in transactions."""

import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

from extract.store.errors import base_errors, is_transient
from extract.store.guard import check_file, look
from extract.store.location import base_file, base_name, base_url
from extract.store.migrate import backup_before_migration, migrate
from schema.errors import BaseUnusableError

LOCK_WAIT_S = 10.0
"""How long a transaction waits for another writer before it gives up: many times what writing a document takes."""

_SQLITE_WAIT_S = 2.0
"""How long SQLite itself waits before Python tries again: it hears no signal meanwhile, and a stop must not wait."""

_LOG_PAGES = 8000
"""Pages, of 4 kB, of SQLite's write-ahead log before they are merged into the file: a merge waits for the disk again,
and a document changes much the same pages of the indices as the one before, so that few merges write far less."""

_CACHE_KB = 32 << 10
"""Memory for SQLite's pages: the indices of some thousand documents."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Base:
    """An open evidence base; `name` is what messages call it. Use as a context manager, or call `close`."""

    engine: Engine
    name: str
    file: Path | None
    lock_wait_s: float = LOCK_WAIT_S

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one consistent state of the base and writes nothing.

        Raises:
            BaseUnusableError: the base is locked, damaged or gone.
        """
        with base_errors(self.name), self.engine.connect() as connection, Session(connection) as session:
            yield session

    def write(self, work: Callable[[Session], T]) -> T:
        """Run `work` in one write transaction, commit it and return its result; all or nothing.

        `work` runs again from the start where another writer came in between, so it must keep no state of its own.

        Raises:
            BaseUnusableError: the base is read-only, full, damaged, or stays locked.
        """
        with base_errors(self.name):
            return retrying(lambda: self._write_once(work), self.lock_wait_s)

    def merge_log(self) -> None:
        """Bring what lies in an SQLite base's write-ahead log into the file itself, which then stands alone."""
        connection = self.engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        """The base itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the base."""
        self.close()

    def _write_once(self, work: Callable[[Session], T]) -> T:
        with self.engine.connect().execution_options(write=True) as connection, Session(connection) as session:
            result = work(session)
            session.commit()
            return result


def retrying(action: Callable[[], T], wait_s: float) -> T:
    """The result of `action`, run again for up to `wait_s` seconds while a lock or a deadlock makes it fail."""
    give_up_at = time.monotonic() + wait_s
    pause_s = 0.01
    while True:
        try:
            return action()
        except DBAPIError as error:
            if not is_transient(error) or time.monotonic() > give_up_at:
                raise
        time.sleep(random.uniform(pause_s / 2, pause_s))  # writers that collided part by chance
        pause_s = min(2 * pause_s, 1.0)


def open_base(location: str | Path, *, create: bool = False, lock_wait_s: float = LOCK_WAIT_S) -> Base:
    """The evidence base at a path or URL, with the tables of this version.

    An older base is migrated: an SQLite file is copied beside itself before, and the change is one transaction.

    Args:
        create: make a new base where there is none; else a missing base is an error.
        lock_wait_s: how long to wait for another writer.

    Raises:
        UsageError: the location is no path and no URL of a known database.
        BaseUnusableError: missing, of another program, of a newer version, damaged, locked; nothing was written.
    """
    url = base_url(location)
    file, name = base_file(url), base_name(url)
    exists = check_file(file) if file else True
    if not exists and not create:
        raise BaseUnusableError(f"evidence base {name}: there is none; make it with `extract ingest`, or give --db")
    with base_errors(name):
        engine = _engine(url, file, lock_wait_s)
        base = Base(engine, name, file, lock_wait_s)
        try:
            _bring_up_to_date(base, create)
        except BaseException:
            base.close()
            raise
    return base


def _bring_up_to_date(base: Base, create: bool) -> None:
    with base.engine.connect() as connection:
        found = look(connection, base.name)
    if found.is_current:
        return
    if found.revision is None and not create:
        raise BaseUnusableError(f"evidence base {base.name}: it is empty; fill it with `extract ingest`")
    if found.revision is not None and base.file:
        backup_before_migration(base.file, found.revision)
    base.write(lambda session: migrate(session.connection(), base.name))
    if base.file:
        _keep_log_ahead(base)


def _keep_log_ahead(base: Base) -> None:
    """Write-ahead logging: readers never wait for the writer, and a killed writer leaves a base that is whole."""
    connection = base.engine.raw_connection()
    try:
        retrying(lambda: connection.cursor().execute("PRAGMA journal_mode=WAL"), base.lock_wait_s)
    finally:
        connection.close()


def _engine(url: URL, file: Path | None, lock_wait_s: float) -> Engine:
    if url.get_backend_name() == "postgresql":
        options = f"-c lock_timeout={int(lock_wait_s * 1000)} -c timezone=UTC"
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10, "options": options})
    arguments: dict[str, Any] = {"timeout": min(lock_wait_s, _SQLITE_WAIT_S), "check_same_thread": False}
    if file is None:
        engine = create_engine(url, poolclass=StaticPool, connect_args=arguments)
    else:
        engine = create_engine(url, creator=lambda: sqlite3.connect(_uri(file), uri=True, **arguments))
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _uri(file: Path) -> str:
    """The file as SQLite's URI; one that cannot be written, and that nobody writes, is opened as unchanging.

    Without that, SQLite refuses to read a base with a write-ahead log in a folder where it cannot write.
    """
    uri = "file:" + quote(os.fsencode(file.absolute()))
    writable = os.access(file, os.W_OK) and os.access(file.parent, os.W_OK) if file.exists() else True
    log = file.with_name(file.name + "-wal")
    return uri if writable or (log.exists() and log.stat().st_size) else uri + "?immutable=1"


def _prepare_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions begin where `_begin_sqlite` says, not where sqlite3 guesses
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(f"PRAGMA wal_autocheckpoint={_LOG_PAGES}")
    connection.execute(f"PRAGMA cache_size={-_CACHE_KB}")
    connection.execute("PRAGMA temp_store=MEMORY")  # nothing of a document in temporary files


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes the lock at once: a transaction that reads first and writes later could not wait for it."""
    is_writing = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
