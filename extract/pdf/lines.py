"""Lines of a page: rows cut at the gutters between columns and at wide gaps."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from operator import attrgetter

from extract.pdf.edges import edges_of
from extract.pdf.gutters import MIN_GAP_EM, Gutter, find_gutters, wide_gaps
from extract.pdf.rows import SCRIPT_SIZE, rows_of
from extract.pdf.word import Word

WIDE_GAP_EM = 1.8
"""A gap between words, in font sizes, that parts cells or labels where no gutter runs; justified lines stay below."""

EVEN_GAPS = 1.35
"""Ratio of the widest to the narrowest space of a justified line; punctuation makes some difference."""

NEAR_LINES_EM = 4.0
"""Distance, in font sizes, of the lines that show how wide a column is."""

EDGE_PT = 2.0
"""Difference up to which two lines end at the same edge; hyphens hang out a little."""

MIN_CAPITALS = 5
"""Letters from which a line of capitals is a heading; shorter ones are symbols and labels."""


@dataclass(slots=True)  # not frozen: a page makes a hundred, and freezing doubles the time for each
class Line:
    """Words of one printed line in one column, left to right; size, weight and font are those of most characters.

    `text` joins the words by spaces, glued pieces without; `is_capitals` where a line is set in capitals as headings
    are: some letters, no digits. A line is never changed once it is made.
    """

    words: tuple[Word, ...]
    text: str
    is_capitals: bool
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    is_bold: bool
    font: str
    angle: int = 0


def line_of(words: Sequence[Word]) -> Line:
    """The line made of `words`, which must not be empty and stand left to right."""
    pen, baseline = words[0].pen, words[0].baseline
    size, is_bold, font = pen.size, pen.is_bold, pen.font
    x0, top, x1, bottom = edges_of(words)
    if [word.pen for word in words].count(pen) < len(words):  # most lines are one text object
        size, is_bold, font = _main_style(words)
        least = SCRIPT_SIZE * size
        main = [w for w in words if w.pen.size >= least] or words
        baseline, (_, top, _, bottom) = main[0].baseline, edges_of(main)
    text = "".join([word.text if word.glued else " " + word.text for word in words]).lstrip(" ")
    is_capitals = text.isupper() and len(text) > MIN_CAPITALS and not any(map(str.isdigit, text))
    return Line(tuple(words), text, is_capitals, x0, top, x1, bottom, baseline, size, is_bold, font, pen.angle)


def _main_style(words: Sequence[Word]) -> tuple[float, bool, str]:
    """Size, weight and font of most characters; the first of styles as frequent."""
    weights: dict[tuple[float, bool, str], int] = {}
    for word in words:
        key = (word.pen.size, word.pen.is_bold, word.pen.font)
        weights[key] = weights.get(key, 0) + len(word.text)
    return max(weights, key=weights.__getitem__)


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The lines of upright words, top to bottom and then left to right; empty for no words."""
    rows = rows_of(words)
    gaps = [wide_gaps(row) for row in rows]
    gutters = find_gutters(rows, gaps)
    cut = [[line_of(part) for part in _cut(row, places, gutters)] for row, places in zip(rows, gaps, strict=True)]
    whole = sorted((line for row in cut for line in row), key=attrgetter("baseline"))
    baselines = [line.baseline for line in whole]

    def near(row: list[Line]) -> list[Line]:
        reach = NEAR_LINES_EM * row[0].size
        low, high = bisect_left(baselines, row[0].baseline - reach), bisect_right(baselines, row[0].baseline + reach)
        return whole[low:high]

    return [line for row in cut for line in (_rejoined(row, near(row)) if len(row) > 1 else row)]


def _rejoined(row: list[Line], lines: Sequence[Line]) -> list[Line]:
    """The parts of a row, those joined again that wide but even word spaces part inside one justified column."""
    for start in range(len(row) - 1):
        for end in range(len(row) - 1, start, -1):
            run = row[start : end + 1]
            if _is_justified(run) and any(_has_edges_of(line, run) for line in lines):
                joined = line_of([word for part in run for word in part.words])
                return [*row[:start], joined, *_rejoined(row[end + 1 :], lines)]
    return row


def _is_justified(run: Sequence[Line]) -> bool:
    """Whether the spaces between the words of a run are even; a table's first gap tells that they are not.

    The space before the second part is looked at first: between columns it is wider than any other.
    """
    words, following = run[0].words, run[1].words[0]
    has_spaces = len(words) > 1 and not words[1].glued and not following.glued
    if has_spaces and following.x0 - words[-1].x1 > EVEN_GAPS * (words[1].x0 - words[0].x1):
        return False
    narrowest, widest = inf, 0.0
    for left, right in pairwise([word for part in run for word in part.words]):
        if not right.glued:
            gap = right.x0 - left.x1
            narrowest, widest = min(gap, narrowest), max(gap, widest)
            if narrowest <= 0 or widest > EVEN_GAPS * narrowest:
                return False
    return widest > 0


def _has_edges_of(line: Line, run: Sequence[Line]) -> bool:
    """Whether a near line of several words fills the same column as the run."""
    first, last = run[0], run[-1]
    if abs(line.x0 - first.x0) >= EDGE_PT or abs(line.x1 - last.x1) >= EDGE_PT:
        return False
    return 0 < abs(line.baseline - first.baseline) < NEAR_LINES_EM * first.size and len(line.words) > 2


def _cut(row: list[Word], places: Sequence[int], gutters: Sequence[Gutter]) -> list[list[Word]]:
    cuts = [place for place in places if _parts_columns(row[place - 1], row[place], gutters)] if places else places
    return [row[start:end] for start, end in pairwise([0, *cuts, len(row)])] if cuts else [row]


def _parts_columns(left: Word, right: Word, gutters: Sequence[Gutter]) -> bool:
    gap, size, other_size = right.x0 - left.x1, left.pen.size, right.pen.size
    smaller, larger = (size, other_size) if size < other_size else (other_size, size)
    if gap < MIN_GAP_EM * smaller:
        return False
    return gap > WIDE_GAP_EM * larger or any(gutter.lies_between(left, right) for gutter in gutters)
