"""Ruled tables: the words inside each cell of a grid, and a head row that stands open over it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.pdf.columns import cells_of
from extract.pdf.lines import Line, line_of
from extract.pdf.rows import rows_of
from extract.pdf.table import Cell, Table
from extract.pdf.tablerows import heads_of
from extract.pdf.word import Word
from schema.source import Box

MAX_CELL_CHARS = 300
"""Characters in one cell above which a grid is no table: frames and column rules enclose text, too."""


def ruled_table(cells: Sequence[Box], lines: Sequence[Line]) -> Table | None:
    """A grid with the words inside each of its cells; None where it holds running text or fewer than two columns."""
    xs = _edges(x for c in cells for x in (c.x0, c.x1))
    ys = _edges(y for c in cells for y in (c.top, c.bottom))
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    words = [word for line in lines if _inside(line, box) for word in line.words]
    placed = [((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2, word) for word in words]
    found: list[Cell] = []
    for cell in sorted(cells, key=lambda c: (c.top, c.x0)):
        row, column = _index(ys, cell.top), _index(xs, cell.x0)
        spans = _index(ys, cell.bottom) - row, _index(xs, cell.x1) - column
        inside = [w for x, y, w in placed if cell.x0 <= x < cell.x1 and cell.top <= y < cell.bottom]
        found.append(Cell(tuple(_cell_lines(inside)), row, column, *spans))
    lengths = [sum(len(line.text) for line in cell.lines) for cell in found]
    if len({cell.column for cell in found if cell.lines}) < 2 or max(lengths) > MAX_CELL_CHARS:
        return None
    found = _with_open_head(found, xs, box, lines)
    return Table(tuple(found), heads_of(found), box)


def _with_open_head(cells: list[Cell], xs: Sequence[float], box: Box, lines: Sequence[Line]) -> list[Cell]:
    """The cells with the row right over the grid as their head, where it has no ruling line of its own above it."""
    over = [
        li for li in lines if 0 <= box.top - li.bottom + 2 < li.size and box.x0 - 2 <= li.x0 and li.x1 <= box.x1 + 2
    ]
    heads = [head for row in rows_of([word for line in over for word in line.words]) for head in cells_of(row)]
    columns = [bisect_right(xs, head.x0 + 2) - 1 for head in heads]
    crossing = any(head.x1 > xs[column + 1] + 2 for head, column in zip(heads, columns, strict=True))
    if len(heads) < 2 or crossing:
        return cells
    first = [Cell((head,), 0, column) for head, column in zip(heads, columns, strict=True)]
    return [*first, *(replace(cell, row=cell.row + 1) for cell in cells)]


def _edges(values: Iterable[float]) -> list[float]:
    return sorted(set(values))


def _index(edges: Sequence[float], value: float) -> int:
    return edges.index(value)


def _inside(line: Line, box: Box) -> bool:
    y = (line.top + line.bottom) / 2
    return box.top <= y <= box.bottom and line.x1 > box.x0 and line.x0 < box.x1


def _cell_lines(words: Sequence[Word]) -> list[Line]:
    return [line_of(row) for row in rows_of(words)]
