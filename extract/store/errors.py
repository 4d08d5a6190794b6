"""What a database says when it cannot go on, as one line that a user can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from schema.errors import BaseUnusableError

_SQLITE_REASONS = {
    3: "the system does not allow to open it",
    5: "another program keeps it locked; try again when that has ended",
    6: "another program keeps it locked; try again when that has ended",
    8: "it is read-only; make it and its folder writable, or choose another with --db",
    10: "the disk reports an error while reading or writing it",
    11: "it is damaged; restore a backup, or see `extract doctor`",
    13: "the disk is full; free some space and run the command again",
    14: "it cannot be opened; check that its folder exists and is writable",
    23: "the system does not allow to open it",
    26: "it is not an evidence base (no SQLite file)",
}
"""By SQLite's primary result code (https://www.sqlite.org/rescode.html)."""

_POSTGRES_REASONS = {
    "08": "the connection to the server was lost; run the command again",
    "25": "it is read-only for this user",
    "28": "the server refuses this user or password",
    "3D": "the server has no database of that name; create it with `createdb`",
    "42501": "this user may not do that; grant it the right to create and write tables",
    "53100": "the server's disk is full; free some space and run the command again",
    "53": "the server is out of resources; try again later",
    "55": "another program keeps it locked; try again when that has ended",
    "57": "the server is shutting down or stopped the command; run it again",
    "58": "the server reports a disk error",
    "XX": "the server reports damaged data; restore a backup",
}
"""By SQLSTATE or its class (PostgreSQL manual, appendix A)."""

_TRANSIENT_SQLITE = {5, 6}  # busy, locked
_TRANSIENT_POSTGRES = {"40001", "40P01", "55P03"}  # serialization failure, deadlock, lock not available


def is_transient(error: DBAPIError) -> bool:
    """True where the same transaction may succeed when it is tried again: a lock or a deadlock between writers."""
    return _sqlite_code(error) in _TRANSIENT_SQLITE or _sqlstate(error) in _TRANSIENT_POSTGRES


@contextmanager
def base_errors(base_name: str) -> Iterator[None]:
    """Turn what the database refuses inside the block into a `BaseUnusableError` that names the base and the reason.

    Errors that are faults of the program (wrong SQL, broken constraints) pass unchanged.
    """
    try:
        yield
    except DBAPIError as error:
        reason = _reason(error)
        if reason is None:
            raise
        raise BaseUnusableError(f"evidence base {base_name}: {reason}") from error


def _reason(error: DBAPIError) -> str | None:
    code = _sqlite_code(error)
    if code is not None:
        return _SQLITE_REASONS.get(code)
    state = _sqlstate(error)
    if state is not None:
        return _POSTGRES_REASONS.get(state) or _POSTGRES_REASONS.get(state[:2])
    if isinstance(error, OperationalError):
        return f"the server cannot be reached ({str(error.orig).strip().splitlines()[-1].strip()})"
    return None


def _sqlite_code(error: DBAPIError) -> int | None:
    code = getattr(error.orig, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _sqlstate(error: DBAPIError) -> str | None:
    return getattr(error.orig, "sqlstate", None)
