"""Tables of a page: ruled grids, and what stands under a table's caption; heads, caption and notes tied."""

from collections.abc import Sequence
from dataclasses import replace

from extract.pdf.aligned import aligned_table
from extract.pdf.blocks import Block
from extract.pdf.grids import grids_of
from extract.pdf.model import BlockKind
from extract.pdf.page import Page
from extract.pdf.ruled import ruled_table
from extract.pdf.table import Table
from extract.pdf.tablelines import CAPTION_REACH_EM, SAME_SIZE, free_lines, lines_by_caption, lines_of_values
from schema.source import Box

NOTES_REACH_EM = 1.5
"""Distance between a table and its notes, in font sizes."""


def ruled_tables(page: Page, blocks: Sequence[Block], captions: Sequence[Block]) -> list[Table]:
    """The tables of a page in ruled grids, each with the caption next to it, if any is."""
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
    return tables


def tables_of(ruled: Sequence[Table], blocks: Sequence[Block], captions: Sequence[Block], body: float) -> list[Table]:
    """All tables of a page: the ruled ones, then those by captions that have no grid, then rows of values."""
    tables = list(ruled)
    left = [caption for caption in captions if all(caption is not table.caption for table in ruled)]
    taken = {id(word) for table in tables for line in table.lines for word in line.words}
    for caption in left:
        lines = lines_by_caption(caption, free_lines(blocks, taken), body)
        aligned = aligned_table(lines, caption)
        if aligned:
            tables.append(aligned)
            taken |= {id(word) for line in lines for word in line.words}
    for lines in lines_of_values(free_lines(blocks, taken), body):
        aligned = aligned_table(lines, None)
        if aligned:
            tables.append(aligned)
            taken |= {id(word) for line in lines for word in line.words}
    return [_with_notes(table, blocks, taken, body) for table in tables]


def _with_notes(table: Table, blocks: Sequence[Block], taken: set[int], body: float) -> Table:
    """The table with the small block right under it that explains marks and abbreviations."""
    if table.notes:
        return table
    size = min(line.size for line in table.lines)
    for block in blocks:
        free = block.kind in (BlockKind.BODY, BlockKind.FOOTNOTE) and id(block.lines[0].words[0]) not in taken
        under = _distance(block.box, table.grid) < NOTES_REACH_EM * size and block.box.top >= table.grid.bottom - 2
        if free and under and block.size <= size * (1 + SAME_SIZE) and block.size < 0.97 * body:
            return replace(table, notes=block)
    return table


def _distance(caption: Box, table: Box) -> float:
    """White space between a caption and a table over or under it; infinite where they stand side by side."""
    if min(caption.x1, table.x1) <= max(caption.x0, table.x0):
        return float("inf")
    return max(table.top - caption.bottom, caption.top - table.bottom, 0.0)
