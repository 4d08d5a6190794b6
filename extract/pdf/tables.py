"""Tables of a page: ruled grids, and what stands under a table's caption; heads, caption and notes tied."""

from collections.abc import Sequence
from dataclasses import replace

from extract.pdf.aligned import aligned_table
from extract.pdf.blocks import Block
from extract.pdf.grids import grids_of
from extract.pdf.lines import Line
from extract.pdf.model import BlockKind
from extract.pdf.page import Page
from extract.pdf.ruled import ruled_table
from extract.pdf.table import Table
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
    ruled = [ruled_table(cells, lines) for cells in grids_of(page.graphics.rules)]
    for table in [table for table in ruled if table]:
        near = [c for c in left if _distance(c.box, table.grid) < CAPTION_REACH_EM * c.size]
        caption = min(near, key=lambda c: _distance(c.box, table.grid), default=None)
        if caption:
            left.remove(caption)
        tables.append(replace(table, caption=caption))
    taken = {id(line) for table in tables for line in table.lines}
    for caption in left:
        lines = _lines_under(caption, blocks, taken, body)
        aligned = aligned_table(lines, caption)
        if aligned:
            tables.append(aligned)
            taken |= {id(line) for line in lines}
    return [_with_notes(table, blocks, taken, body) for table in tables]


def _with_notes(table: Table, blocks: Sequence[Block], taken: set[int], body: float) -> Table:
    """The table with the small block right under it that explains marks and abbreviations."""
    if table.notes:
        return table
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
