"""Lines of a page: rows cut at the gutters between columns and at wide gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.pdf.gutters import Gutter, find_gutters
from extract.pdf.rows import SCRIPT_SIZE, rows_of
from extract.pdf.words import Word

WIDE_GAP_EM = 1.8
"""A gap between words, in font sizes, that parts cells or labels where no gutter runs; justified lines stay below."""

MIN_CAPITALS = 5
"""Letters from which a line of capitals is a heading; shorter ones are symbols and labels."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one printed line in one column, left to right; size, weight and font are those of most characters."""

    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    is_bold: bool
    font: str
    angle: int = 0

    @property
    def text(self) -> str:
        """The words joined by spaces, glued pieces without."""
        return "".join(("" if w.glued or not i else " ") + w.text for i, w in enumerate(self.words))


def line_of(words: Sequence[Word]) -> Line:
    """The line made of `words`, which must not be empty and stand left to right."""
    weights: dict[tuple[float, bool, str], int] = {}
    for word in words:
        key = (word.pen.size, word.pen.is_bold, word.pen.font)
        weights[key] = weights.get(key, 0) + len(word.text)
    size, is_bold, font = max(weights, key=weights.__getitem__)
    main = [w for w in words if w.pen.size >= SCRIPT_SIZE * size] or words
    return Line(
        words=tuple(words),
        x0=min(w.x0 for w in words),
        top=min(w.top for w in main),
        x1=max(w.x1 for w in words),
        bottom=max(w.bottom for w in main),
        baseline=main[0].baseline,
        size=size,
        is_bold=is_bold,
        font=font,
        angle=words[0].pen.angle,
    )


def is_capitals(line: Line) -> bool:
    """Whether a line is set in capitals as headings are: some letters, no digits."""
    text = line.text
    return len(text) > MIN_CAPITALS and text.isupper() and not any(c.isdigit() for c in text)


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The lines of upright words, top to bottom and then left to right; empty for no words."""
    rows = rows_of(words)
    gutters = find_gutters(rows)
    return [line_of(part) for row in rows for part in _cut(row, gutters)]


def _cut(row: list[Word], gutters: Sequence[Gutter]) -> list[list[Word]]:
    parts = [[row[0]]]
    for left, right in pairwise(row):
        if _parts_columns(left, right, gutters):
            parts.append([right])
        else:
            parts[-1].append(right)
    return parts


def _parts_columns(left: Word, right: Word, gutters: Sequence[Gutter]) -> bool:
    if right.x0 - left.x1 > WIDE_GAP_EM * max(left.size, right.size):
        return True
    return any(gutter.lies_between(left, right) for gutter in gutters)
