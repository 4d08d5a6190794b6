"""Optical character recognition of pages without usable text, by Tesseract with its French data."""

from collections import defaultdict
from dataclasses import replace
from statistics import median
from typing import Any

from extract.pdf.chars import Pen
from extract.pdf.lines import lines_of
from extract.pdf.page import Page
from extract.pdf.word import Word
from schema.errors import MissingPartError

RESOLUTION_DPI = 300
"""Tesseract's documentation asks for 300 dpi at least."""

MIN_CONFIDENCE = 30.0
"""Tesseract's confidence, 0 to 100, below which a sign without letter or digit is a speck or part of a drawing."""

CAPS_TO_SIZE = 1.05
"""Font size over the height of a line's box from the highest ascender to the lowest descender, about 0.95 em."""

LANGUAGE = "fra"
_HINT = "install Tesseract with French (apt install tesseract-ocr tesseract-ocr-fra) and the extra extract[ocr]"


def recognised(handle: Any, page: Page) -> Page:
    """`page` with the text that Tesseract sees on it in place of its own; no lines where it sees none.

    Raises MissingPartError where Tesseract, its French data or pytesseract is missing.
    """
    scale = RESOLUTION_DPI / 72
    words = _words(_table(handle, scale), scale)
    return replace(page, lines=tuple(lines_of(words)), rotated=())


def require_tesseract() -> None:
    """Raise MissingPartError where Tesseract, its French data or pytesseract is missing; else nothing happens."""
    try:
        import pytesseract
    except ImportError as error:
        raise MissingPartError(f"OCR needs pytesseract: {_HINT}") from error
    try:
        languages = pytesseract.get_languages()
    except pytesseract.TesseractNotFoundError as error:
        raise MissingPartError(f"OCR needs the program tesseract: {_HINT}") from error
    if LANGUAGE not in languages:
        raise MissingPartError(f"Tesseract has no French data: {_HINT}")


def _table(handle: Any, scale: float) -> dict[str, list[Any]]:
    """Tesseract's words with their boxes in pixels, one list a column."""
    try:
        import pytesseract
    except ImportError as error:
        raise MissingPartError(f"OCR needs pytesseract: {_HINT}") from error
    image = handle.render(scale=scale, grayscale=True).to_pil()
    try:
        found: dict[str, list[Any]] = pytesseract.image_to_data(
            image, lang=LANGUAGE, config="--psm 1", output_type=pytesseract.Output.DICT
        )
    except pytesseract.TesseractNotFoundError as error:
        raise MissingPartError(f"OCR needs the program tesseract: {_HINT}") from error
    except pytesseract.TesseractError as error:
        raise MissingPartError(f"Tesseract cannot read French here: {_HINT}") from error
    return found


def _words(found: dict[str, list[Any]], scale: float) -> list[Word]:
    """The words in points; those of one printed line share baseline and size, as Tesseract gives neither."""
    rows: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for index, text in enumerate(found["text"]):
        is_word = any(c.isalnum() for c in text) and float(found["conf"][index]) >= 0
        if is_word or (text.strip() and float(found["conf"][index]) >= MIN_CONFIDENCE):
            rows[found["block_num"][index], found["par_num"][index], found["line_num"][index]].append(index)
    if not rows:
        return []
    heights = {key: max(found["height"][i] for i in row) / scale for key, row in rows.items()}
    usual = median(heights.values())
    words = []
    for key, row in rows.items():
        height = usual if 0.7 < heights[key] / usual < 1.3 else heights[key]
        baseline = median((found["top"][i] + found["height"][i]) / scale for i in row)
        pen = Pen("OCR", round(height * CAPS_TO_SIZE, 1), False, False, 0)
        words += [_word(found, i, scale, baseline, pen) for i in row]
    return words


def _word(found: dict[str, list[Any]], index: int, scale: float, baseline: float, pen: Pen) -> Word:
    x0, x1 = found["left"][index] / scale, (found["left"][index] + found["width"][index]) / scale
    return Word(
        found["text"][index], x0, baseline - 0.75 * pen.size, x1, baseline + 0.2 * pen.size, baseline, pen, index
    )
