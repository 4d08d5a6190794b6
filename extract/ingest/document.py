"""One PDF's bytes to all that it says: a pure function of the bytes, the rules and the version of the program."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from extract.entities.pipeline import read_entities
from extract.ingest.options import WorkerOptions, rules_path
from extract.ingest.worker import Extractor
from extract.pdf.errors import DamagedError, EncryptedError, NotAPdfError
from extract.pdf.ocr import require_tesseract
from extract.text.plain import source_from_plain
from extract.text.read import read_source
from extract.text.words import french_words
from extract.tuples import find_statements
from schema.clean import clean_text
from schema.source import Bibliography, ExtractedDocument, PageReport
from schema.vocabulary import DocumentOutcome

_WARM_UP = "Le baricitinib a permis un SALT20 chez 38,8 % des patients à S36, contre 6,2 % sous placebo (p < 0,001)."

_MAX_UNREADABLE_AT_END = 1000
"""A file of some bytes may claim a million pages; so many of those that are not there are listed one by one."""


def make_extractor(options: WorkerOptions) -> Extractor:
    """`extract_document` with the options' rules, which are loaded and tried once here, before workers are forked.

    Raises:
        RuleError: the user's rules have an error.
        MissingPartError: OCR is asked for and not installed.
    """
    if options.ocr:
        require_tesseract()
    rules_dir = rules_path(options)
    french_words()
    source = source_from_plain(_WARM_UP)
    find_statements(read_entities(source, rules_dir), source, sha256().hexdigest(), "warm-up.pdf", rules_dir)
    return partial(extract_document, rules_dir=rules_dir, ocr=options.ocr)


def extract_document(data: bytes, name: str, rules_dir: Path | None = None, *, ocr: bool = False) -> ExtractedDocument:
    """All that a PDF says, as statements with their places, and how its reading ended.

    Args:
        data: the file's bytes.
        name: the file's name, which the rows carry.
        rules_dir: rules that add to or replace ours.
        ocr: recognise pages without usable text by Tesseract.

    A file that is no PDF, asks for a password or is damaged gives a document without text and the outcome that says so.

    Raises:
        RuleError: the rules of `rules_dir` have an error.
        MemoryError: the process may not take the memory that the file needs.

    >>> extract_document(b"%!PS-Adobe-3.0", "dessin.pdf").outcome
    'not a PDF'
    """
    digest = sha256(data).hexdigest()
    try:
        reading = read_source(data, ocr)
    except NotAPdfError as error:
        return ExtractedDocument(digest, name, "not a PDF", str(error))
    except EncryptedError as error:
        return ExtractedDocument(digest, name, "password needed", str(error))
    except DamagedError as error:
        return ExtractedDocument(digest, name, "damaged", str(error))
    source = replace(reading.source, text=clean_text(reading.source.text))
    doc = read_entities(source, rules_dir)
    statements = find_statements(doc, source, digest, name, rules_dir)
    outcome, reason = _outcome(reading.pages, bool(statements))
    record = _clean_record(source.bibliography)
    return ExtractedDocument(
        digest, name, outcome, reason, record, _kept_reports(reading.pages), source.text, statements
    )


def _outcome(pages: Sequence[PageReport], has_statements: bool) -> tuple[DocumentOutcome, str]:
    """The document's outcome from its pages': some not read, all without text, or read whole."""
    unread = [page for page in pages if page.outcome in ("unreadable", "unreadable font")]
    if unread:
        kinds = dict.fromkeys(page.outcome for page in unread)
        return "partly read", "; ".join(f"{k}: {_page_ranges(p.page for p in unread if p.outcome == k)}" for k in kinds)
    if all(page.outcome == "no text" for page in pages):
        return "no text", "no page has a text layer; try --ocr"
    return ("ok", "") if has_statements else ("no statement", "")


def _page_ranges(numbers: Iterable[int]) -> str:
    """Page numbers as a reader writes them.

    >>> _page_ranges([2]), _page_ranges([2, 3, 4, 9])
    ('page 2', 'pages 2-4, 9')
    """
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    shown = [str(first) if first == last else f"{first}-{last}" for first, last in ranges]
    return ("page " if len(ranges) == 1 and ranges[0][0] == ranges[0][1] else "pages ") + ", ".join(shown)


def _kept_reports(pages: tuple[PageReport, ...]) -> tuple[PageReport, ...]:
    """The page reports, without those of pages that a false page count claims beyond the last readable one."""
    last = max((at for at, page in enumerate(pages) if page.outcome != "unreadable"), default=-1)
    return pages[: last + 1 + _MAX_UNREADABLE_AT_END]


def _clean_record(record: Bibliography) -> Bibliography:
    return Bibliography(
        title=record.title and clean_text(record.title),
        authors=tuple(clean_text(author) for author in record.authors),
        journal=record.journal and clean_text(record.journal),
        year=record.year,
        doi=record.doi and clean_text(record.doi),
    )
