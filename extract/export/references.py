"""ris and bibtex: the documents that the rows come from, for a reference manager."""

from collections.abc import Iterable
from typing import BinaryIO

from extract.export.result import Written
from extract.query.record import DocumentRecord
from schema.clean import for_terminal

_BIBTEX = str.maketrans(
    {character: f"\\{character}" for character in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def write_ris(documents: Iterable[DocumentRecord], out: BinaryIO) -> Written:
    """Write one RIS record a document (type JOUR, tags of the RIS specification); unknown fields are left out."""
    written = 0
    for document in documents:
        fields = [
            ("TY", "JOUR"),
            *(("AU", author) for author in document.authors),
            ("TI", document.title or document.name),
            ("JO", document.journal),
            ("PY", document.year),
            ("DO", document.doi),
            ("L1", document.name),
            ("N1", f"{document.rows} statements; SHA-256 {document.sha256}"),
        ]
        lines = [f"{tag}  - {_one_line(str(value))}" for tag, value in fields if value is not None]
        out.write("".join(f"{line}\r\n" for line in [*lines, "ER  - ", ""]).encode())
        written += 1
    return Written(written)


def write_bibtex(documents: Iterable[DocumentRecord], out: BinaryIO) -> Written:
    """Write one `@article` a document, its key the first twelve digits of the file's SHA-256."""
    written = 0
    for document in documents:
        fields = {
            "author": " and ".join(_bibtex(author) for author in document.authors) or None,
            "title": f"{{{_bibtex(document.title or document.name)}}}",  # braces keep the capitals
            "journal": _bibtex(document.journal) if document.journal else None,
            "year": document.year,
            "doi": document.doi,
            "file": _bibtex(document.name),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value is not None]
        out.write("\n".join([f"@article{{{document.sha256[:12]},", *lines, "}", "", ""]).encode())
        written += 1
    return Written(written)


def _one_line(text: str) -> str:
    return " ".join(for_terminal(text).split())


def _bibtex(text: str) -> str:
    return _one_line(text.translate(_BIBTEX))
