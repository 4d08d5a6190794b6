"""Read a PDF: bytes in, reading-order text with places and one report a page out."""

from dataclasses import dataclass
from typing import Any

from extract.pdf.document import metadata_of, opened
from extract.pdf.layout import PageLayout, lay_out
from extract.pdf.ocr import recognised
from extract.pdf.page import Page, read_page
from extract.text.assemble import assemble
from extract.text.captions import caption_of
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


@dataclass(frozen=True, slots=True)
class Laid:
    """A document laid out: pages that could be read, a report for every page, the PDF's document information."""

    layouts: list[PageLayout]
    reports: tuple[PageReport, ...]
    metadata: dict[str, str]


def read_source(data: bytes, ocr: bool = False) -> Reading:
    """Read a PDF's bytes; pages that cannot be read are reported, never dropped in silence.

    With `ocr`, pages without a text layer or in unreadable fonts are recognised by Tesseract.
    Raises PdfError (NotAPdfError, EncryptedError, DamagedError) where the file as a whole cannot be read, and
    MissingPartError where `ocr` is asked for and Tesseract is not installed.
    """
    laid = read_layouts(data, ocr)
    return Reading(assemble(laid.layouts, laid.metadata), laid.reports)


def read_layouts(data: bytes, ocr: bool = False) -> Laid:
    """The layout of every page that could be read, and a report for every page; raises as `read_source` does."""
    with opened(data, for_pictures=ocr) as document:
        read = [_read_one(document, index) for index in range(len(document))]
        fonts = unreadable_fonts(page for page, _ in read if page)
        checked = [_checked(page, report, fonts) for page, report in read]
        if ocr:
            checked = [_recognised(document, page, report) for page, report in checked]
        metadata = metadata_of(document)
    pages = [page for page, _ in checked if page is not None]
    layouts = lay_out(pages, caption_of)
    failures = {layout.number: layout.failure for layout in layouts if layout.failure}
    reports = tuple(_with_failure(report, failures.get(report.page)) for _, report in checked)
    return Laid(layouts, reports, metadata)


def _with_failure(report: PageReport, failure: str | None) -> PageReport:
    return PageReport(report.page, "unreadable", failure) if failure else report


def _read_one(document: Any, index: int) -> tuple[Page | None, PageReport]:
    """One page, opened and closed again; a page that pdfium or the reading of it fails on is named with the reason."""
    number = index + 1
    handle = None
    try:
        handle = document[index]
        page = read_page(handle, number)
    except Exception as error:  # odd files raise TypeError, IndexError, RecursionError and pdfium's own
        return None, PageReport(number, "unreadable", f"{type(error).__name__}: {error}".splitlines()[0])
    finally:
        if handle is not None:
            handle.close()
    if not page.lines:
        return page, PageReport(number, "no text", "no text layer; a scanned page can be read with --ocr")
    return page, PageReport(number, "ok")


def _checked(page: Page | None, report: PageReport, fonts: frozenset[str]) -> tuple[Page | None, PageReport]:
    """The page without the text of unreadable fonts, and a report of them where that is more than a few signs."""
    if page is None or not fonts:
        return page, report
    kept, dropped = legible(page, fonts)
    if dropped < MIN_JUNK_CHARS:
        return kept, report
    names = font_names(fonts, page.lines)
    reason = f"{dropped} characters left out: no usable character map in font {names}; try --ocr"
    return kept, PageReport(page.number, "unreadable font", reason)


def _recognised(document: Any, page: Page | None, report: PageReport) -> tuple[Page | None, PageReport]:
    if page is None or report.outcome not in ("no text", "unreadable font"):
        return page, report
    handle = document[page.number - 1]
    try:
        found = recognised(handle, page)
    finally:
        handle.close()
    if not found.lines:
        return page, report
    return found, PageReport(page.number, "ok", "read by OCR")
