"""Read a PDF: bytes in, reading-order text with places and one report a page out."""

from dataclasses import dataclass
from typing import Any, Literal

from extract.pdf.document import opened
from extract.pdf.layout import lay_out
from extract.pdf.page import Page, read_page
from extract.text.assemble import assemble
from extract.text.captions import is_figure_caption, is_table_caption
from extract.text.model import SourceText
from schema.source import PageReport


@dataclass(frozen=True, slots=True)
class Reading:
    """What one PDF gave: its text, and how the reading of each page ended."""

    source: SourceText
    pages: tuple[PageReport, ...]


def read_source(data: bytes) -> Reading:
    """Read a PDF's bytes; pages that cannot be read are reported, never dropped in silence.

    Raises PdfError (NotAPdfError, EncryptedError, DamagedError) where the file as a whole cannot be read.
    """
    pages, reports = [], []
    with opened(data) as document:
        for index in range(len(document)):
            page, report = _read_one(document, index)
            reports.append(report)
            if page is not None:
                pages.append(page)
    return Reading(assemble(lay_out(pages, _caption_of)), tuple(reports))


def _read_one(document: Any, index: int) -> tuple[Page | None, PageReport]:
    number = index + 1
    try:
        handle = document[index]
    except Exception as error:
        return None, PageReport(number, "unreadable", f"the page cannot be opened: {error}")
    try:
        page = read_page(handle, number)
    except Exception as error:
        return None, PageReport(number, "unreadable", f"{type(error).__name__} while reading: {error}")
    finally:
        handle.close()
    if not page.lines:
        return page, PageReport(number, "no text", "the page has no text layer")
    return page, PageReport(number, "ok")


def _caption_of(text: str) -> Literal["table", "figure"] | None:
    if is_table_caption(text):
        return "table"
    return "figure" if is_figure_caption(text) else None
