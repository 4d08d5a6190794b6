"""What the rows of a document depend on besides its bytes: program, libraries, rules and options, as one short hash."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import extract
import schema

_STAGES = ("pdf", "text", "entities", "rules", "tuples", "ingest/document.py")
"""The parts of `extract` that decide what is read."""

LIBRARIES = ("pypdfium2", "pdfplumber", "pdfminer.six", "spacy", "text2num", "pyspellchecker", "rapidfuzz")
"""The libraries that decide what is read."""


def fingerprint(rules_dir: Path | None, ocr: bool) -> str:
    """16 hexadecimal digits, equal where the same bytes give the same rows."""
    digest = hashlib.sha256(f"ocr={ocr}".encode())
    for library in LIBRARIES:
        digest.update(f"{library}={library_version(library)}".encode())
    for file in _files(rules_dir):
        digest.update(file.name.encode(errors="surrogateescape"))
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def library_version(library: str) -> str:
    """The installed version of a library; `none` where it is not installed."""
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"


def _files(rules_dir: Path | None) -> Iterator[Path]:
    package = Path(extract.__file__).parent
    for stage in _STAGES:
        yield from _below(package / stage)
    yield from _below(Path(schema.__file__).parent / "evidence.py")
    if rules_dir is not None:
        yield from _below(rules_dir)


def _below(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(p for p in path.rglob("*") if p.suffix in (".py", ".csv", ".yaml", ".yml") and p.is_file())
