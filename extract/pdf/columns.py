"""Columns of a table without ruling lines: cells whose horizontal extents overlap stand in one column."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.pdf.lines import Line, line_of
from extract.pdf.word import Word

CELL_GAP_EM = 0.75
"""Gap between words, in font sizes, from which they stand in different cells; a word space is 0.2 to 0.4 em."""

EDGE_GAP_EM = 0.35
"""Gap that is enough where other rows show the edge of a column in it: narrow tables leave little white."""

SPARSE_SHARE = 0.2
"""Share of the rows that a column fills at least; gaps inside justified heads make columns that one row fills."""

Extent = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Span:
    """A cell's line and the columns, from `first` to `last`, that it stands in."""

    line: Line
    first: int
    last: int


def grid_of(rows: Sequence[Sequence[Word]]) -> tuple[list[list[Span]], int]:
    """The cells of each row of words with the columns that they stand in, and how many columns there are.

    A first guess cuts rows at wide gaps; the columns found so show where narrower gaps part cells, too.
    """
    wide = [cells_of(row) for row in rows]
    edges = [(left[1], right[0]) for left, right in pairwise(columns_of(_full(wide)))]
    cells = [[part for cell in row for part in _cut_at(cell, edges)] for row in wide]
    columns = columns_of(_full(cells))
    return [_placed(row, columns) for row in cells], len(columns)


def _full(rows: Sequence[Sequence[Line]]) -> list[Sequence[Line]]:
    """The rows with more than half as many cells as the fullest: heads that stand over columns show no edge."""
    most = max(map(len, rows), default=0)
    return [row for row in rows if 2 * len(row) > most]


def cells_of(words: Sequence[Word]) -> list[Line]:
    """The words of one row, left to right, cut into cells at wide gaps."""
    cuts = [
        at
        for at, (left, right) in enumerate(pairwise(words), 1)
        if right.x0 - left.x1 > CELL_GAP_EM * max(left.pen.size, right.pen.size)
    ]
    return [line_of(words[start:end]) for start, end in pairwise([0, *cuts, len(words)])]


def _cut_at(cell: Line, edges: Sequence[Extent]) -> list[Line]:
    """A cell cut at the smaller gaps that lie over the white edge between two columns into which it reaches."""
    words = cell.words
    edges = [(x0, x1) for x0, x1 in edges if cell.x0 < x0 and cell.x1 > x1]
    cuts = [
        at
        for at, (left, right) in enumerate(pairwise(words), 1)
        if right.x0 - left.x1 > EDGE_GAP_EM * max(left.pen.size, right.pen.size)
        and any(left.x1 <= x1 and right.x0 >= x0 for x0, x1 in edges)
    ]
    return [line_of(words[start:end]) for start, end in pairwise([0, *cuts, len(words)])] if cuts else [cell]


def columns_of(rows: Sequence[Sequence[Line]]) -> list[Extent]:
    """The extents of the columns that the rows' cells make up, left to right.

    Narrow cells settle first; a cell that lies across two settled columns spans them and settles nothing. Columns that
    no row fills together are one column with different alignment of head and values, and one that hardly any row fills
    is a gap inside its neighbour.
    """
    extents: list[list[float]] = []
    for cell in sorted((cell for row in rows for cell in row), key=lambda c: c.x1 - c.x0):
        touched = [e for e in extents if _overlap(cell, (e[0], e[1]))]
        if not touched:
            extents.append([cell.x0, cell.x1])
        elif len(touched) == 1:
            touched[0][:] = [min(touched[0][0], cell.x0), max(touched[0][1], cell.x1)]
    return _without_sparse(_merged(_without_overlap(sorted(extents)), rows), rows)


def _overlap(cell: Line, column: Extent) -> bool:
    return cell.x0 < column[1] and cell.x1 > column[0] and cell.x1 > cell.x0 and column[1] > column[0]


def _without_overlap(extents: list[list[float]]) -> list[Extent]:
    kept: list[list[float]] = []
    for extent in extents:
        if kept and extent[0] < kept[-1][1]:
            kept[-1][1] = max(kept[-1][1], extent[1])
        else:
            kept.append(extent)
    return [(x0, x1) for x0, x1 in kept]


def _merged(columns: list[Extent], rows: Sequence[Sequence[Line]]) -> list[Extent]:
    index = 0
    while index + 1 < len(columns):
        left, right = columns[index], columns[index + 1]
        if any(_fills(row, left) and _fills(row, right) for row in rows):
            index += 1
        else:
            columns[index : index + 2] = [(left[0], right[1])]
    return columns


def _without_sparse(columns: list[Extent], rows: Sequence[Sequence[Line]]) -> list[Extent]:
    """Columns that hardly any row fills joined with the nearer neighbour."""
    least = max(2, SPARSE_SHARE * len(rows))
    while len(columns) > 2:
        own = Counter(index for row in rows for index in _own_columns(row, columns))
        support = [own[index] for index in range(len(columns))]
        index = min(range(len(columns)), key=lambda i: support[i])
        if support[index] >= least or len(rows) < 4:
            break
        left_gap = columns[index][0] - columns[index - 1][1] if index else float("inf")
        right_gap = columns[index + 1][0] - columns[index][1] if index + 1 < len(columns) else float("inf")
        start = index - 1 if left_gap <= right_gap else index
        columns = [*columns[:start], (columns[start][0], columns[start + 1][1]), *columns[start + 2 :]]
    return columns


def _own_columns(row: Sequence[Line], columns: Sequence[Extent]) -> set[int]:
    """The columns in which a row has a cell that stands in no other."""
    touched = [_touched(cell, columns) for cell in row]
    return {found[0] for found in touched if len(found) == 1}


def _touched(cell: Line, columns: Sequence[Extent]) -> list[int]:
    """The columns that a cell stands in."""
    return [index for index, column in enumerate(columns) if _overlap(cell, column)]


def _fills(row: Sequence[Line], column: Extent) -> bool:
    return any(_overlap(cell, column) for cell in row)


def _placed(row: Sequence[Line], columns: Sequence[Extent]) -> list[Span]:
    """The cells of a row with the columns that each stands in; a cell between two columns stands in the left one."""
    spans = []
    for cell in row:
        touched = _touched(cell, columns)
        if not touched:
            touched = [i for i, (_, x1) in enumerate(columns) if x1 <= cell.x0][-1:] or [0]
        spans.append(Span(cell, touched[0], touched[-1]))
    return spans
