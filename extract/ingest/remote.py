"""Files anywhere that fsspec reaches (a bucket, a web folder, a disk), named by URL: found and read whole."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from extract.ingest.files import UnreadableFileError
from schema.clean import shown_name
from schema.errors import MissingPartError


def find_urls(locations: Iterable[str]) -> Iterator[str]:
    """The URL of each PDF below the locations, by name; a location that is a file stands for itself.

    Raises:
        UnreadableFileError: a location that is not there, or that the service refuses; the message names it.
        MissingPartError: no program for this kind of URL is installed.
    """
    for location in locations:
        try:
            system, path = _filesystem(location)
            found = sorted(system.find(path)) if system.isdir(path) else [path] if system.exists(path) else []
        except ImportError as error:
            raise MissingPartError(f"{location}: {error}") from error
        except Exception as error:  # each service has errors of its own kind
            raise UnreadableFileError(f"{shown_name(location)}: {_told(error)}") from error
        if not found:
            raise UnreadableFileError(f"{shown_name(location)}: no such file or folder, or nothing in it")
        yield from (system.unstrip_protocol(name) for name in found if name == path or name.lower().endswith(".pdf"))


def read_url(url: str) -> bytes:
    """The bytes at a URL; raises UnreadableFileError with the service's reason."""
    try:
        system, path = _filesystem(url)
        return bytes(system.cat_file(path))
    except Exception as error:
        raise UnreadableFileError(_told(error)) from error


def name_of(url: str) -> str:
    """The file name at the end of a URL, printable.

    >>> name_of("s3://journaux/2024/pelade%20et%20JAK.pdf")
    'pelade et JAK.pdf'
    """
    return shown_name(unquote(PurePosixPath(url.split("?")[0]).name))


def place_of(url: str) -> str:
    """What the base calls a URL's place: a file on a disk by its path, as an ingest without a cluster does.

    >>> place_of("file:///articles/pelade.pdf"), place_of("s3://journaux/pelade.pdf")
    ('/articles/pelade.pdf', 's3://journaux/pelade.pdf')
    """
    return shown_name(url.removeprefix("file://"))


def _filesystem(url: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs

    system, path = url_to_fs(url)
    return system, str(path)


def _told(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "access denied; check the credentials"
    return f"{type(error).__name__}: {error}".splitlines()[0]
