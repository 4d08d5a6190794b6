"""Tables of a page: ruled grids, and what stands under a table's caption; heads, caption and notes tied."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from extract.pdf.blocks import Block
from extract.pdf.columns import cells_of, columns_of, placed
from extract.pdf.grids import grids_of
from extract.pdf.lines import Line, line_of
from extract.pdf.model import BlockKind
from extract.pdf.page import Page
from extract.pdf.rows import rows_of
from extract.pdf.table import Cell, Table
from extract.pdf.tablerows import header_rows, logical_rows
from extract.pdf.word import Word
from schema.source import Box

CAPTION_REACH_EM = 4.0
"""Distance, in the caption's font sizes, between a caption and its table."""

ROW_REACH_EM = 2.6
"""Distance between two rows of one table, in font sizes; more is white space after the table."""

NOTES_REACH_EM = 1.5
"""Distance between a table and its notes, in font sizes."""

SAME_SIZE = 0.08
"""Relative difference of font size between the rows of one table."""

PROSE_CHARS_A_LINE = 28
"""Mean line length from which a block of three lines or more is prose and no column of cells."""


def tables_of(page: Page, blocks: Sequence[Block], captions: Sequence[Block], body: float) -> list[Table]:
    """The tables of a page: ruled grids first, then those under (or over) captions that have no grid."""
    tables = []
    left = list(captions)
    lines = [line for block in blocks for line in block.lines]
    ruled = [_ruled(cells, lines) for cells in grids_of(page.graphics.rules)]
    for table in [table for table in ruled if table]:
        near = [c for c in left if _distance(c.box, table.grid) < CAPTION_REACH_EM * c.size]
        caption = min(near, key=lambda c: _distance(c.box, table.grid), default=None)
        if caption:
            left.remove(caption)
        tables.append(replace(table, caption=caption))
    taken = {id(line) for table in tables for line in table.lines}
    for caption in left:
        lines = _lines_under(caption, blocks, taken, body)
        aligned = _unruled(lines, caption)
        if aligned:
            tables.append(aligned)
            taken |= {id(line) for line in lines}
    return [_with_notes(table, blocks, taken, body) for table in tables]


def _with_notes(table: Table, blocks: Sequence[Block], taken: set[int], body: float) -> Table:
    """The table with the small block right under it that explains marks and abbreviations."""
    size = min(line.size for line in table.lines)
    for block in blocks:
        free = block.kind in (BlockKind.BODY, BlockKind.FOOTNOTE) and id(block.lines[0]) not in taken
        under = _distance(block.box, table.grid) < NOTES_REACH_EM * size and block.box.top >= table.grid.bottom - 2
        if free and under and block.size <= size * (1 + SAME_SIZE) and block.size < 0.97 * body:
            return replace(table, notes=block)
    return table


def _distance(caption: Box, table: Box) -> float:
    """White space between a caption and a table over or under it; infinite where they stand side by side."""
    if min(caption.x1, table.x1) <= max(caption.x0, table.x0):
        return float("inf")
    return max(table.top - caption.bottom, caption.top - table.bottom, 0.0)


def _ruled(cells: Sequence[Box], lines: Sequence[Line]) -> Table | None:
    """A grid with the words inside each of its cells; None where it holds no words in two columns."""
    xs = _edges(x for c in cells for x in (c.x0, c.x1))
    ys = _edges(y for c in cells for y in (c.top, c.bottom))
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    words = [word for line in lines if _inside(line, box) for word in line.words]
    found: list[Cell] = []
    for cell in sorted(cells, key=lambda c: (c.top, c.x0)):
        row, column = _index(ys, cell.top), _index(xs, cell.x0)
        spans = _index(ys, cell.bottom) - row, _index(xs, cell.x1) - column
        inside = [w for w in words if _holds(cell, w)]
        found.append(Cell(tuple(_cell_lines(inside)), row, column, *spans))
    if len({cell.column for cell in found if cell.lines}) < 2:
        return None
    found = _with_open_head(found, xs, box, lines)
    return Table(tuple(found), _heads(found), box)


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


def _holds(cell: Box, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return cell.x0 <= x < cell.x1 and cell.top <= y < cell.bottom


def _cell_lines(words: Sequence[Word]) -> list[Line]:
    return [line_of(row) for row in rows_of(words)]


def _heads(cells: Sequence[Cell]) -> int:
    by_row = groupby(sorted(cells, key=lambda c: (c.row, c.column)), key=lambda c: c.row)
    rows = [[(c.column, " ".join(li.text for li in c.lines)) for c in row if c.lines] for _, row in by_row]
    return header_rows(rows)


def _lines_under(caption: Block, blocks: Sequence[Block], taken: set[int], body: float) -> list[Line]:
    """The lines of the rows under a caption, as far as they follow each other in one size and are no prose."""
    free = [
        (block, line)
        for block in blocks
        if block is not caption and block.kind in (BlockKind.BODY, BlockKind.HEADING, BlockKind.FOOTNOTE)
        for line in block.lines
        if id(line) not in taken and line.top > caption.box.bottom - 2
    ]
    free.sort(key=lambda pair: (pair[1].baseline, pair[1].x0))
    found: list[Line] = []
    x0, x1, bottom = caption.box.x0, caption.box.x1, caption.box.bottom
    for row in _same_baseline(free):
        under = [(block, line) for block, line in row if min(line.x1, x1) > max(line.x0, x0)]
        if not under:
            continue
        size = under[0][1].size
        reach = (ROW_REACH_EM if found else CAPTION_REACH_EM) * size
        changed = bool(found) and abs(size - found[0].size) > SAME_SIZE * found[0].size
        if under[0][1].top - bottom > reach or changed or any(_is_prose(b, (x0, x1), body) for b, _ in under):
            break
        kept = [li for b, li in row if abs(li.size - size) <= SAME_SIZE * size and not _is_prose(b, (x0, x1), body)]
        found += kept
        x0, x1 = min(x0, *(li.x0 for li in kept)), max(x1, *(li.x1 for li in kept))
        bottom = max(bottom, *(li.bottom for li in kept))
    return found


def _same_baseline(placed_lines: Sequence[tuple[Block, Line]]) -> list[list[tuple[Block, Line]]]:
    rows: list[list[tuple[Block, Line]]] = []
    for block, line in placed_lines:
        if rows and line.baseline - rows[-1][0][1].baseline < 0.3 * line.size:
            rows[-1].append((block, line))
        else:
            rows.append([(block, line)])
    return rows


def _is_prose(block: Block, window: tuple[float, float], body: float) -> bool:
    """Whether a block is running text: long lines, as wide as the table or outside of it."""
    long_lines = len(block.text) / len(block.lines) >= PROSE_CHARS_A_LINE
    box = block.box
    outside = box.x1 <= window[0] or box.x0 >= window[1]
    wide = box.x1 - box.x0 >= 0.8 * (window[1] - window[0])
    return long_lines and len(block.lines) >= 2 and (outside or wide) and block.size >= 0.95 * body


def _unruled(lines: Sequence[Line], caption: Block) -> Table | None:
    """The table that rows of lines make up by their alignment; None where they fill fewer than two columns."""
    words = [word for line in lines for word in line.words]
    if not words:
        return None
    rows = [cells_of(row) for row in rows_of(words)]
    columns = columns_of(rows)
    if len(columns) < 2 or sum(len(row) > 1 for row in rows) < 2:
        return None
    groups = logical_rows([placed(row, columns) for row in rows])
    cells = []
    for index, group in enumerate(groups):
        spans = sorted((s for printed in group for s in printed), key=lambda s: (s.first, s.line.baseline))
        for first, same in groupby(spans, key=lambda s: s.first):
            kept = list(same)
            last = max(s.last for s in kept)
            cells.append(Cell(tuple(s.line for s in kept), index, first, 1, last - first + 1))
    box = Box(
        min(li.x0 for li in lines),
        min(li.top for li in lines),
        max(li.x1 for li in lines),
        max(li.bottom for li in lines),
    )
    return Table(tuple(cells), _heads(cells), box, caption)
