"""Find the PDFs under the given paths, and open nothing but regular files."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from schema.clean import shown_name

_CHUNK_BYTES = 1 << 20


class UnreadableFileError(Exception):
    """A path that is no file to read: missing, a device, a pipe, without permission; the message says which."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read; `path` is absolute. Names with odd bytes are kept as `os.fsdecode` gives them."""

    path: Path

    @property
    def name(self) -> str:
        """The file's name, printable: odd characters as escapes."""
        return shown_name(self.path.name)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A path that was asked for and not read, and why."""

    path: Path
    reason: str

    @property
    def name(self) -> str:
        """The path, printable."""
        return shown_name(str(self.path))


def find_files(paths: Iterable[Path]) -> Iterator[FoundFile | Skipped]:
    """Each PDF once, in the order of the paths and by name within a folder; what cannot be read is named.

    A path given by the user is taken whatever its name; in folders, which are searched all the way down, only
    `*.pdf` counts. Links are followed, a folder that was seen already is not entered again.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _find(Path(os.path.abspath(path)), seen)  # noqa: PTH100  (keeps links as they are, unlike resolve)


def _find(path: Path, seen: set[tuple[int, int]]) -> Iterator[FoundFile | Skipped]:
    reason = unreadable_reason(path)
    if reason != "is a folder":
        yield FoundFile(path) if reason is None else Skipped(path, reason)
        return
    is_empty = True
    for found in _search(path, seen):
        is_empty = False
        yield found
    if is_empty:
        yield Skipped(path, "no PDF in this folder")


def _search(folder: Path, seen: set[tuple[int, int]]) -> Iterator[FoundFile | Skipped]:
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Skipped(folder, error.strerror or str(error))
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for entry in entries:
        path = folder / entry.name
        if _is_folder(entry):
            yield from _search(path, seen)
        elif entry.name.lower().endswith(".pdf"):
            reason = unreadable_reason(path)
            yield FoundFile(path) if reason is None else Skipped(path, reason)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in a circle
        return False


def unreadable_reason(path: Path) -> str | None:
    """Why the path is no file to read, by looking at it without opening it; None for a regular file."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return "a link to nothing" if path.is_symlink() else "no such file or folder"
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", None) or str(error)
    if stat.S_ISREG(mode):
        return None
    kinds = {
        stat.S_IFDIR: "is a folder",
        stat.S_IFIFO: "a pipe, not a file",
        stat.S_IFSOCK: "a socket, not a file",
        stat.S_IFCHR: "a device, not a file",
        stat.S_IFBLK: "a device, not a file",
    }
    return kinds.get(stat.S_IFMT(mode), "not a regular file")


def read_file(path: Path) -> bytes:
    """The bytes of a regular file.

    Raises:
        UnreadableFileError: anything but a regular file, also where it took a file's place after it was found.
    """
    with _opened(path) as stream:
        return stream.read()


def hash_file(path: Path) -> str:
    """The SHA-256 of a regular file's bytes in hexadecimal, read in pieces; raises like `read_file`."""
    digest = hashlib.sha256()
    with _opened(path) as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def _opened(path: Path) -> BinaryIO:
    reason = unreadable_reason(path)
    if reason is not None:
        raise UnreadableFileError(reason)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError as error:
        raise UnreadableFileError(error.strerror or str(error)) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UnreadableFileError("not a regular file")
    return os.fdopen(descriptor, "rb")
