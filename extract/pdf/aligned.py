"""Tables without a grid: rows and columns inferred from how their cells are aligned."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from extract.pdf.blocks import Block, block_of
from extract.pdf.columns import Span, grid_of
from extract.pdf.lines import Line
from extract.pdf.rows import rows_of
from extract.pdf.table import Cell, Table
from extract.pdf.tablerows import heads_of, logical_rows

LEFT_SET_EM = 1.0
"""A head this near to the middle of the first head below, in font sizes, is set over that column alone."""

Group = list[list[Span]]
"""The printed rows of one logical row."""


def aligned_table(lines: Sequence[Line], caption: Block | None) -> Table | None:
    """The table that rows of lines make up by their alignment; None where they fill fewer than two columns."""
    rows, width = grid_of(rows_of([word for line in lines for word in line.words]))
    if width < 2 or sum(len(row) > 1 for row in rows) < 2:
        return None
    groups, notes = _without_notes(logical_rows(rows))
    cells = [cell for index, group in enumerate(groups) for cell in _cells(index, group)]
    header_rows = heads_of(cells)
    spread = _with_spanning_heads(cells, header_rows, width)
    grid = block_of([line for cell in cells for line in cell.lines]).box
    return Table(tuple(spread), header_rows, grid, caption, block_of(notes) if notes else None)


def _without_notes(groups: list[Group]) -> tuple[list[Group], list[Line]]:
    """The rows without the last ones that are single lines across columns, which are the table's notes."""
    end = len(groups)
    while end > 2 and all(len(printed) == 1 and printed[0].last > printed[0].first for printed in groups[end - 1]):
        end -= 1
    return groups[:end], [span.line for group in groups[end:] for printed in group for span in printed]


def _cells(index: int, group: Group) -> list[Cell]:
    """The cells of one logical row; lines that start in one column make one cell."""
    spans = sorted(
        (s for printed in group for s in printed), key=lambda s: (s.first, round(s.line.baseline), s.line.x0)
    )
    cells = []
    for first, same in groupby(spans, key=lambda s: s.first):
        kept = list(same)
        last = max(s.last for s in kept)
        cells.append(Cell(tuple(s.line for s in kept), index, first, 1, last - first + 1))
    return cells


def _with_spanning_heads(cells: list[Cell], header_rows: int, width: int) -> list[Cell]:
    """The cells, those of incomplete head rows over a complete one spread over the columns nearest to them."""
    result = []
    for row in range(max(c.row for c in cells) + 1):
        in_row = [cell for cell in cells if cell.row == row]
        heads = [cell for cell in in_row if cell.column > 0]
        is_spanning = row < header_rows - 1 and 0 < len(heads) < width - 1
        below = [cell for cell in cells if cell.row == row + 1 and cell.column > 0]
        result += [cell for cell in in_row if cell.column == 0] + _spread(heads, below) if is_spanning else in_row
    return result


def _spread(row: list[Cell], below: list[Cell]) -> list[Cell]:
    """The heads of a row, each over the columns of the heads below that are nearest to it.

    Where the first head is set over the first column alone, each reaches to the next: heads centred over several
    columns stand between them, or over the second of three.
    """
    middles = [_middle(cell) for cell in row]
    starts = [_nearest(middle, [_middle(cell) for cell in below]) for middle in middles]
    owned: list[list[int]] = [[] for _ in row]
    for at, cell in enumerate(below):
        is_left_set = starts[0] == 0 and abs(middles[0] - _middle(below[0])) < LEFT_SET_EM * row[0].lines[0].size
        over = sum(start <= at for start in starts) - 1 if is_left_set else _nearest(_middle(cell), middles)
        owned[over].append(cell.column)
    return [
        replace(cell, column=columns[0], column_span=columns[-1] - columns[0] + 1) if columns else cell
        for cell, columns in zip(row, owned, strict=True)
    ]


def _nearest(place: float, others: Sequence[float]) -> int:
    """The index of the nearest of `others`, the first of two as near."""
    distances = [abs(place - other) for other in others]
    return distances.index(min(distances))


def _middle(cell: Cell) -> float:
    return sum((line.x0 + line.x1) / 2 for line in cell.lines) / len(cell.lines)
