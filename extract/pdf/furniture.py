"""Running heads, folios and printer's marks: lines at the edge of a page that are no part of the article."""

import re
from collections import Counter
from collections.abc import Sequence

from extract.pdf.lines import Line
from extract.pdf.page import Page

MARGIN_SHARE = 0.12
"""Share of the page height at the top and at the bottom in which running heads and folios stand."""

GRID_PT = 4.0
"""Two lines within this distance stand at the same place of their pages."""

MIN_PAGES = 2
"""Pages on which a line must recur at its place to be a running head."""

ISOLATION_EM = 1.6
"""White space, in font sizes, that parts an unrepeated running head or foot from the text."""

MAX_HEAD_CHARS = 110
"""A running head fits one line; longer lines at the edge are text."""

_FOLIO = re.compile(r"(?:p(?:age)?\.?\s*)?[–—-]?\s*\d{1,4}\s*(?:[/|]\s*\d{1,4}|[–—-])?", re.IGNORECASE)
"""« 28 », « – 28 – », « 3/12 », « page 4 »."""

_PRINTER = re.compile(r"\.indd\b|\.qxp\b|\b\d{2}/\d{2}/\d{2,4}\s+\d{1,2}[:h]\d{2}")
"""File name and time that layout programs print beside the trimmed page."""


def furniture_of(pages: Sequence[Page]) -> set[int]:
    """`id()` of every line of `pages` that is a running head, foot, folio or printer's mark."""
    repeated = _repeated_places(pages)
    found: set[int] = set()
    for page in pages:
        for line in page.lines:
            if _PRINTER.search(line.text) or (_in_margin(line, page) and _is_furniture(line, page, repeated)):
                found.add(id(line))
    return found


def _is_furniture(line: Line, page: Page, repeated: set[tuple[str, int, bool]]) -> bool:
    if len(line.text) > MAX_HEAD_CHARS:
        return False
    if _FOLIO.fullmatch(line.text.strip()) or _key(line, page) in repeated:
        return True
    return _is_outermost(line, page) and _is_isolated(line, page) and not line.text.rstrip().endswith((".", "?", ";"))


def _repeated_places(pages: Sequence[Page]) -> set[tuple[str, int, bool]]:
    counts = Counter(key for page in pages for key in {_key(li, page) for li in page.lines if _in_margin(li, page)})
    near: set[tuple[str, int, bool]] = set()
    for (text, cell, is_top), count in counts.items():
        if count + counts[text, cell + 1, is_top] + counts[text, cell - 1, is_top] >= MIN_PAGES:
            near.add((text, cell, is_top))
    return near


def _key(line: Line, page: Page) -> tuple[str, int, bool]:
    """Text with digits levelled, and height measured from the nearer edge of the page."""
    is_top = line.baseline < page.height / 2
    from_edge = line.baseline if is_top else page.height - line.baseline
    return re.sub(r"\d+", "0", line.text), round(from_edge / GRID_PT), is_top


def _in_margin(line: Line, page: Page) -> bool:
    margin = MARGIN_SHARE * page.height
    return line.bottom < margin or line.top > page.height - margin


def _is_outermost(line: Line, page: Page) -> bool:
    """Whether no other line stands between `line` and the page's edge, apart from those on its own baseline."""
    if line.baseline < page.height / 2:
        return all(other.bottom > line.top for other in page.lines if other is not line)
    return all(other.top < line.bottom for other in page.lines if other is not line)


def _is_isolated(line: Line, page: Page) -> bool:
    """Whether white space parts `line` from the text and it is not larger than the text (a title is)."""
    others = [o for o in page.lines if abs(o.baseline - line.baseline) > 2]
    if not others:
        return False
    gap = min(max(o.top - line.bottom, line.top - o.bottom) for o in others)
    sizes = sorted(o.size for o in others for _ in o.words)
    return gap > ISOLATION_EM * line.size and line.size <= sizes[len(sizes) // 2]
