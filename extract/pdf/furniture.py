"""Running heads, folios and printer's marks: lines at the edge of a page that are no part of the article."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median_high

from extract.pdf.lines import Line
from extract.pdf.page import Page

MARGIN_SHARE = 0.12
"""Share of the page height at the top and at the bottom in which running heads and folios stand."""

MIN_MARGIN_PT = 60.0
"""Margin of small pages in which running heads stand, whatever the share."""

GRID_PT = 4.0
"""Two lines within this distance stand at the same place of their pages."""

MIN_PAGES = 2
"""Pages on which a line must recur at its place to be a running head."""

ISOLATION_EM = 1.6
SMALL_ISOLATION_EM = 1.0
"""White space, in font sizes, between an unrepeated running head or foot and the text; less if it is set smaller."""

FAR_EM = 2.5
FAR_MARGIN_SHARE = 0.2
MAX_FAR_CHARS = 60
"""A short small line this far from the text (in font sizes) is furniture in a wider margin, too."""

SMALL = 0.92
"""Share of the text's median size up to which a line is set smaller than the text."""

MAX_HEAD_CHARS = 110
"""A running head fits one line; longer lines at the edge are text."""

_FOLIO = re.compile(r"(?:p(?:age)?\.?\s*)?[–—-]?\s*\d{1,4}\s*(?:[/|]\s*\d{1,4}|[–—-])?", re.IGNORECASE)
"""« 28 », « – 28 – », « 3/12 », « page 4 »."""

_DIGITS = re.compile(r"\d+")

_PRINTER = re.compile(r"\.indd\b|\.qxp\b|\b\d{2}/\d{2}/\d{2,4}\s+\d{1,2}[:h]\d{2}")
"""File name and time that layout programs print beside the trimmed page."""


def furniture_of(pages: Sequence[Page]) -> set[int]:
    """`id()` of every line of `pages` that is a running head, foot, folio or printer's mark."""
    repeated = _repeated_places(pages)
    found: set[int] = set()
    for page in pages:
        reach = max(_margin(page), FAR_MARGIN_SHARE * page.height)
        foot = page.height - reach
        for line in page.lines:
            is_near_edge = line.bottom < reach or line.top > foot
            if _is_printers(line.text) or (is_near_edge and _is_head_or_foot(line, page, repeated)):
                found.add(id(line))
    return found


def _is_printers(text: str) -> bool:
    return ("/" in text or ".indd" in text or ".qxp" in text) and _PRINTER.search(text) is not None


def _is_head_or_foot(line: Line, page: Page, repeated: set[tuple[str, int, bool]]) -> bool:
    return (_in_margin(line, page) and _is_furniture(line, page, repeated)) or _is_far(line, page)


def _is_furniture(line: Line, page: Page, repeated: set[tuple[str, int, bool]]) -> bool:
    if len(line.text) > MAX_HEAD_CHARS:
        return False
    if _key(line, page) in repeated:
        return True
    if not _is_outermost(line, page):
        return False
    if _FOLIO.fullmatch(line.text):
        return True
    is_apart = _is_isolated(line, page) or _is_beside_folio(line, page)
    return is_apart and not line.text.endswith((".", "?", ";"))


def _is_beside_folio(line: Line, page: Page) -> bool:
    return any(
        other is not line and abs(other.baseline - line.baseline) < 1 and _FOLIO.fullmatch(other.text)
        for other in page.lines
    )


def _is_far(line: Line, page: Page) -> bool:
    """Whether a short small line stands far from the text, outside of it and near the edge."""
    margin = FAR_MARGIN_SHARE * page.height
    near_edge = line.bottom < margin or line.top > page.height - margin
    return (
        near_edge and len(line.text) <= MAX_FAR_CHARS and _is_outermost(line, page) and _is_isolated(line, page, FAR_EM)
    )


def _repeated_places(pages: Sequence[Page]) -> set[tuple[str, int, bool]]:
    counts = Counter(key for page in pages for key in {_key(line, page) for line in _lines_in_margins(page)})
    near: set[tuple[str, int, bool]] = set()
    for (text, cell, is_top), count in counts.items():
        if count + counts[text, cell + 1, is_top] + counts[text, cell - 1, is_top] >= MIN_PAGES:
            near.add((text, cell, is_top))
    return near


def _key(line: Line, page: Page) -> tuple[str, int, bool]:
    """Text with digits levelled, and height measured from the nearer edge of the page."""
    is_top = line.baseline < page.height / 2
    from_edge = line.baseline if is_top else page.height - line.baseline
    return _DIGITS.sub("0", line.text), round(from_edge / GRID_PT), is_top


def _margin(page: Page) -> float:
    return max(MARGIN_SHARE * page.height, MIN_MARGIN_PT)


def _in_margin(line: Line, page: Page) -> bool:
    margin = _margin(page)
    return line.bottom < margin or line.top > page.height - margin


def _lines_in_margins(page: Page) -> list[Line]:
    margin = _margin(page)
    foot = page.height - margin
    return [line for line in page.lines if line.bottom < margin or line.top > foot]


def _is_outermost(line: Line, page: Page) -> bool:
    """Whether no other line stands between `line` and the page's edge, apart from those on its own baseline."""
    if line.baseline < page.height / 2:
        return all(other.bottom > line.top for other in page.lines if other is not line)
    return all(other.top < line.bottom for other in reversed(page.lines) if other is not line)


def _is_isolated(line: Line, page: Page, at_least: float = 0.0) -> bool:
    """Whether white space parts `line` from the text and it is not larger than the text (a title is).

    With `at_least` that much white space is asked for, in font sizes, and a line smaller than the text.
    """
    others = [o for o in page.lines if abs(o.baseline - line.baseline) > 2]
    if not others:
        return False
    gap = min([max(o.top - line.bottom, line.top - o.bottom) for o in others])
    if gap <= (at_least or SMALL_ISOLATION_EM) * line.size:
        return False
    median = median_high(o.size for o in others for _ in o.words)
    if at_least:
        return line.size < SMALL * median
    white = SMALL_ISOLATION_EM if line.size < SMALL * median else ISOLATION_EM
    return gap > white * line.size and line.size <= median
