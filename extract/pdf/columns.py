"""Columns of a table without ruling lines: cells whose horizontal extents overlap stand in one column."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.pdf.lines import Line, line_of
from extract.pdf.word import Word

CELL_GAP_EM = 0.75
"""Gap between words, in font sizes, from which they stand in different cells; a word space is 0.2 to 0.4 em."""


@dataclass(frozen=True, slots=True)
class Span:
    """A cell's line and the columns, from `first` to `last`, that it stands in."""

    line: Line
    first: int
    last: int


def cells_of(words: Sequence[Word]) -> list[Line]:
    """The words of one row, left to right, cut into cells at wide gaps."""
    parts = [[words[0]]]
    for left, right in pairwise(words):
        if right.x0 - left.x1 > CELL_GAP_EM * max(left.size, right.size):
            parts.append([])
        parts[-1].append(right)
    return [line_of(part) for part in parts]


def columns_of(rows: Sequence[Sequence[Line]]) -> list[tuple[float, float]]:
    """The extents of the columns that the rows' cells make up, left to right.

    Narrow cells settle first; a cell that lies across two settled columns spans them and settles nothing. Columns that
    no row fills together are one column with different alignment of head and values.
    """
    extents: list[list[float]] = []
    for cell in sorted((cell for row in rows for cell in row), key=lambda c: c.x1 - c.x0):
        touched = [e for e in extents if min(e[1], cell.x1) > max(e[0], cell.x0)]
        if not touched:
            extents.append([cell.x0, cell.x1])
        elif len(touched) == 1:
            touched[0][:] = [min(touched[0][0], cell.x0), max(touched[0][1], cell.x1)]
    extents = _without_overlap(sorted(extents))
    return _merged(extents, rows)


def _without_overlap(extents: list[list[float]]) -> list[list[float]]:
    kept: list[list[float]] = []
    for extent in extents:
        if kept and extent[0] < kept[-1][1]:
            kept[-1][1] = max(kept[-1][1], extent[1])
        else:
            kept.append(extent)
    return kept


def _merged(extents: list[list[float]], rows: Sequence[Sequence[Line]]) -> list[tuple[float, float]]:
    columns = [(a, b) for a, b in extents]
    index = 0
    while index + 1 < len(columns):
        left, right = columns[index], columns[index + 1]
        if any(_fills(row, left) and _fills(row, right) for row in rows):
            index += 1
        else:
            columns[index : index + 2] = [(left[0], right[1])]
    return columns


def _fills(row: Sequence[Line], column: tuple[float, float]) -> bool:
    return any(min(cell.x1, column[1]) > max(cell.x0, column[0]) for cell in row)


def placed(row: Sequence[Line], columns: Sequence[tuple[float, float]]) -> list[Span]:
    """The cells of a row with the columns that each stands in; a cell between two columns spans both."""
    spans = []
    for cell in row:
        touched = [i for i, (x0, x1) in enumerate(columns) if min(cell.x1, x1) > max(cell.x0, x0)]
        if not touched:
            touched = [i for i, (_, x1) in enumerate(columns) if x1 <= cell.x0][-1:] or [0]
        spans.append(Span(cell, touched[0], touched[-1]))
    return spans
