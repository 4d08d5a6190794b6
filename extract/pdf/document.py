"""Open a PDF and go through its pages one at a time, each closed before the next: memory stays flat."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.pdf.errors import DamagedError, EncryptedError, NotAPdfError
from extract.pdf.profiles import without_profiles

HEADER_WINDOW = 1024
"""Bytes in which `%PDF-` may start (ISO 32000-1, implementation note 13 of Annex H)."""


@contextmanager
def opened(data: bytes, *, for_pictures: bool = False) -> Iterator[Any]:
    """The pypdfium2 document of a PDF's bytes, closed on leaving; its colours are true only if it is `for_pictures`.

    Raises NotAPdfError, EncryptedError or DamagedError (also for zero pages), each with one line that says what to
    do.
    """
    if not data.strip():
        raise NotAPdfError("the file is empty: download or export it again")
    if b"%PDF-" not in data[:HEADER_WINDOW]:
        raise NotAPdfError("the file is no PDF (no %PDF- header in its first 1024 bytes): check what it is")
    document = _open(data if for_pictures else without_profiles(data))
    try:
        if not len(document):
            raise DamagedError("the PDF opens but has no page: download or export it again")
        yield document
    finally:
        document.close()


def _open(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = raw.FPDF_GetLastError()
        if code == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise EncryptedError("the PDF asks for a password: save a copy without one and read that") from error
        raise DamagedError(f"the PDF cannot be opened ({error}): repair or export it again") from error


def metadata_of(document: Any) -> dict[str, str]:
    """The document information (Title, Author, Subject …) of an open PDF; empty where it is missing or broken."""
    try:
        found: dict[str, str] = document.get_metadata_dict(skip_empty=True)
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return {}
    return {key: " ".join(value.split()) for key, value in found.items()}
