"""Which lines of a page are rows of a table without a grid: those by a caption, or rows of values."""

import re
from collections.abc import Sequence

from extract.pdf.blocks import Block
from extract.pdf.edges import box_around
from extract.pdf.lines import Line
from extract.pdf.model import BlockKind
from schema.source import Box

CAPTION_REACH_EM = 4.0
"""Distance, in font sizes, between a caption and its table."""

ROW_REACH_EM = 2.6
"""Distance between two rows of one table, in font sizes; more is white space around the table."""

SAME_SIZE = 0.08
"""Relative difference of font size between the rows of one table."""

PROSE_CHARS_A_LINE = 28
"""Mean line length from which a block of two lines or more is prose and no column of cells."""

FILLED_EM = 2.0
FILLED_SHARE = 0.6
"""A line is full that ends this near to its block's right edge, in font sizes; running text has so many full lines."""

MIN_CELLS = 3
MIN_VALUE_ROWS = 2
MAX_CELL_CHARS = 30
"""Rows of a table without caption: at least so many cells a row and rows in sequence, and no longer cells."""

MAX_LINES = 1500
"""Lines on a page above which tables without caption are not looked for: it is a drawing or a page of data."""

MAX_CELL_GAP_EM = 16.0
"""Gap between two cells of a table without caption, in font sizes; more is another column of the page."""

_VALUE = re.compile(r"[<>≤≥±~]?\s?[+\-−–]?\s?\d")

Placed = tuple[Block, Line]


def free_lines(blocks: Sequence[Block], taken: set[int]) -> list[Placed]:
    """The lines that may belong to a table, from the top; `taken` holds the `id()` of words in other tables."""
    kinds = (BlockKind.BODY, BlockKind.HEADING, BlockKind.FOOTNOTE)
    free = [(b, line) for b in blocks if b.kind in kinds for line in b.lines if id(line.words[0]) not in taken]
    return sorted(free, key=lambda pair: (pair[1].baseline, pair[1].x0))


def lines_by_caption(caption: Block, free: Sequence[Placed], body: float) -> list[Line]:
    """The rows under a caption, or over it where none are under it; empty where there is no table by it."""
    under = _rows_from(caption.box, [p for p in free if p[1].top > caption.box.bottom - 2], 1, body)
    if len(under) > 1:
        return under
    return _rows_from(caption.box, [p for p in free if p[1].bottom < caption.box.top + 2], -1, body)


def lines_of_values(free: Sequence[Placed], body: float) -> list[list[Line]]:
    """The rows of each table that has no caption (it may go on from another column or page): rows of short values."""
    if len(free) > MAX_LINES:
        return []
    tables: list[list[Line]] = []
    taken: set[int] = set()
    rows = [_cells(row, body) if len(row) >= MIN_CELLS else [] for row in _same_baseline(free)]
    for index, row in enumerate(rows):
        if not _is_value_row(row) or any(id(line) in taken for line in row):
            continue
        follows = rows[index + 1 : index + 4]
        if sum(_is_value_row(other) and _is_near(row, other) for other in follows) + 1 < MIN_VALUE_ROWS:
            continue
        box = box_around(row)
        over = _rows_from(box, [p for p in free if p[1].bottom < box.top + 2], -1, body)
        under = _rows_from(box, [p for p in free if p[1].top > box.bottom - 2], 1, body)
        tables.append([*over, *row, *under])
        taken |= {id(line) for line in tables[-1]}
    return tables


def _cells(row: Sequence[Placed], body: float) -> list[Line]:
    """The lines of a row that can be cells of one table: short, of one size, no prose, not far from each other."""
    cells = [line for block, line in row if len(line.text) <= MAX_CELL_CHARS and not _is_long(block, body)]
    kept: list[Line] = []
    for line in sorted(cells, key=lambda li: li.x0):
        is_far = bool(kept) and line.x0 - kept[-1].x1 > MAX_CELL_GAP_EM * line.size
        if is_far and len(kept) >= MIN_CELLS:
            break
        if is_far or (kept and abs(line.size - kept[0].size) > SAME_SIZE * line.size):
            kept = []
        kept.append(line)
    return kept


def _is_value_row(row: Sequence[Line]) -> bool:
    if len(row) < MIN_CELLS:
        return False
    values = sum([_VALUE.match(line.text) is not None for line in row[1:]])
    return values >= 0.5 * (len(row) - 1)


def _is_near(row: Sequence[Line], other: Sequence[Line]) -> bool:
    shares = min(other[-1].x1, row[-1].x1) > max(other[0].x0, row[0].x0)
    return shares and 0 < other[0].baseline - row[0].baseline < 2 * ROW_REACH_EM * row[0].size


def _rows_from(start: Box, free: Sequence[Placed], direction: int, body: float) -> list[Line]:
    """The rows that follow `start` downwards (1) or upwards (-1), in one size and no prose, from the top."""
    found: list[list[Line]] = []
    beside: list[list[Placed]] = []
    x0, x1 = start.x0, start.x1
    edge = start.bottom if direction > 0 else start.top
    for row in _same_baseline(free)[::direction]:
        under = [(block, line) for block, line in row if min(line.x1, x1) > max(line.x0, x0)]
        if not under:
            beside.append(row)
            continue
        size = under[0][1].size
        if not found and direction > 0 and (heads := _heads_beside(beside, row, edge, body)):
            found = heads
            edge = box_around(heads[-1]).bottom
        white = under[0][1].top - edge if direction > 0 else edge - under[0][1].bottom
        changed = bool(found) and abs(size - found[0][0].size) > SAME_SIZE * found[0][0].size
        reach = (ROW_REACH_EM if found else CAPTION_REACH_EM) * size
        if white > reach or changed or any(_is_prose(b, (x0, x1), body) for b, _ in under):
            break
        kept = [li for b, li in row if abs(li.size - size) <= SAME_SIZE * size and not _is_prose(b, (x0, x1), body)]
        found.append(kept)
        around = box_around(kept)
        x0, x1 = min(x0, around.x0), max(x1, around.x1)
        edge = max(edge, around.bottom) if direction > 0 else min(edge, around.top)
    return [line for row in found[::direction] for line in row]


def _heads_beside(
    rows: Sequence[Sequence[Placed]], first: Sequence[Placed], edge: float, body: float
) -> list[list[Line]]:
    """The heads over the `first` row of a table that stand beside its caption, the corner over the row heads empty.

    « Tableau 2. Réponses » over « Succès, % | 41,2 | 9,0 » ends before the heads begin.
    """
    cells = [line for block, line in first if not _is_long(block, body)]
    if len(cells) < 2 or not rows:
        return []
    found: list[list[Line]] = []
    for row in rows:
        over = [line for block, line in row if cells[0].x1 < line.x0 < cells[-1].x1 and not _is_long(block, body)]
        size = cells[0].size
        same = all(abs(line.size - size) <= SAME_SIZE * size for line in over)
        if over and same and box_around(over).top - edge < CAPTION_REACH_EM * size:
            found.append(over)
            edge = box_around(over).bottom
    return found


def _same_baseline(placed_lines: Sequence[Placed]) -> list[list[Placed]]:
    rows: list[list[Placed]] = []
    for block, line in placed_lines:
        if rows and line.baseline - rows[-1][0][1].baseline < 0.3 * line.size:
            rows[-1].append((block, line))
        else:
            rows.append([(block, line)])
    return rows


def _is_long(block: Block, body: float) -> bool:
    """Whether a block has the long lines of running text, at the size of the text."""
    long_lines = len(block.text) / len(block.lines) >= PROSE_CHARS_A_LINE
    return long_lines and len(block.lines) >= 2 and block.size >= 0.95 * body


def _is_prose(block: Block, window: tuple[float, float], body: float) -> bool:
    """Whether a block is running text: long lines, as wide as the table or outside of it."""
    box = block.box
    outside = box.x1 <= window[0] or box.x0 >= window[1]
    wide = box.x1 - box.x0 >= 0.8 * (window[1] - window[0])
    return (outside or wide or _is_filled(block)) and _is_long(block, body)


def _is_filled(block: Block) -> bool:
    """Whether most lines reach the right edge, as running text does and the heads of a table's rows do not."""
    full = sum(block.box.x1 - line.x1 < FILLED_EM * line.size for line in block.lines)
    return len(block.lines) >= 3 and full >= FILLED_SHARE * len(block.lines)
