"""A private PostgreSQL server for the tests: started in a folder of its own, reached by a socket there, thrown away."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WHY_MISSING = "no PostgreSQL server on this machine: apt-get install postgresql"

_SETTINGS = "-c listen_addresses='' -c fsync=off -c max_connections=40"
"""Reached by its socket only; what is thrown away needs not survive a power cut."""


def server_programs() -> Path | None:
    """The folder with `initdb` and `pg_ctl`: on the path, or Debian's folder of the newest version; None without."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def private_server() -> Iterator[str]:
    """The URL, without a database name, of a running server whose user `extract` may do everything."""
    programs = server_programs()
    if programs is None:
        raise RuntimeError(WHY_MISSING)
    folder = Path(tempfile.mkdtemp(prefix="extract-postgresql-", dir="/tmp"))  # a socket's path must be short
    user = _user_for(folder)
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        command = [str(programs / program), "-D", str(data), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=user, cwd=folder)

    try:
        run("initdb", "-U", "extract", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", f"{_SETTINGS} -k {folder}", "start")
        try:
            yield f"postgresql+psycopg://extract@/{{}}?host={folder}"
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user_for(folder: Path) -> str | None:
    """PostgreSQL refuses to run as root: then it runs as its own user, or as nobody."""
    if os.geteuid() != 0:
        return None
    names = [entry.pw_name for entry in pwd.getpwall()]
    user = "postgres" if "postgres" in names else "nobody"
    shutil.chown(folder, user)
    return user
