"""Read a PDF: bytes in, reading-order text with places and one report a page out."""

from dataclasses import dataclass
from typing import Any, Literal

from extract.pdf.document import opened
from extract.pdf.layout import lay_out
from extract.pdf.page import Page, read_page
from extract.text.assemble import assemble
from extract.text.captions import is_figure_caption, is_table_caption
from extract.text.legibility import font_names, legible, unreadable_fonts
from extract.text.model import SourceText
from schema.source import PageReport

MIN_JUNK_CHARS = 40
"""Characters of unreadable fonts from which a page counts as not read whole."""


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
    fonts = unreadable_fonts(pages)
    read = [_without_junk(page, fonts) for page in pages]
    noted = {report.page: report for _, report in read if report}
    source = assemble(lay_out([page for page, _ in read], _caption_of))
    return Reading(source, tuple(noted.get(report.page, report) for report in reports))


def _without_junk(page: Page, fonts: frozenset[str]) -> tuple[Page, PageReport | None]:
    """The page without the text of unreadable fonts, and a report where that is more than a few signs."""
    kept, dropped = legible(page, fonts)
    if dropped < MIN_JUNK_CHARS:
        return kept, None
    names = font_names(fonts, page.lines)
    reason = f"{dropped} characters left out: the font ({names}) has no usable character map; try --ocr"
    return kept, PageReport(page.number, "unreadable font", reason)


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
