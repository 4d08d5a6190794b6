"""Blocks of a page: lines that follow each other in one column, in one size, at one pitch."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extract.pdf.edges import box_around
from extract.pdf.lines import Line
from extract.pdf.model import BlockKind
from schema.source import Box

MAX_PITCH_EM = 1.75
"""Baseline distance, in font sizes, up to which a line continues the block above; body leading is 1.1 to 1.5."""

SAME_SIZE = 0.06
"""Relative difference of font size up to which two lines belong to one block."""

FULL_LINES = 3
"""Lines after which a block's edges are those of its column."""

COLUMN_SLACK_EM = 2.5
"""How far, in font sizes, a line may reach beyond the lines above it: hanging marks and indents do, other text not."""

SAME_ROW_EM = 0.3
"""Lines whose baselines differ by less, in font sizes, stand beside each other."""

MIN_SHARED_WIDTH = 0.5
"""Share of the narrower line's width that must lie under the line above."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one block, top to bottom, with what the block is; `level` ranks headings, 1 the highest.

    `box` is the rectangle around all lines, `text` the lines joined by spaces, as printed.
    """

    lines: tuple[Line, ...]
    box: Box
    text: str
    kind: BlockKind = BlockKind.BODY
    level: int = 1

    @property
    def size(self) -> float:
        """Font size of the first line, in points."""
        return self.lines[0].size

    def as_kind(self, kind: BlockKind, level: int = 1) -> "Block":
        """The same lines as a block of another kind."""
        return Block(self.lines, self.box, self.text, kind, level)


def block_of(lines: Sequence[Line]) -> Block:
    """A body block of `lines`, which must not be empty and stand top to bottom."""
    return Block(tuple(lines), box_around(lines), " ".join([line.text for line in lines]))


def blocks_of(lines: Sequence[Line], regions: Sequence[Box] = (), rules: Sequence[Box] = ()) -> list[Block]:
    """Lines, by baseline from the top, grouped into blocks.

    No block crosses a ruling line or the edge of a region (a filled or framed box), and none goes on from a line into
    one of several columns under it.
    """
    done: list[_OpenBlock] = []
    open_blocks: list[_OpenBlock] = []
    baselines = [line.baseline for line in lines]
    reach = MAX_PITCH_EM * max([line.size for line in lines], default=0.0)
    region = {id(line): region_of(line, regions) for line in lines} if regions else {}
    flat = [rule for rule in rules if rule.x1 - rule.x0 > rule.bottom - rule.top]
    for line in lines:
        open_blocks = [b for b in open_blocks if line.baseline - b.last.baseline <= reach]
        x0, x1 = line.x0, line.x1
        above = [b for b in open_blocks if b.last.x0 <= x1 and b.last.x1 >= x0 and _follows(b, line)]
        if above and region:
            above = [b for b in above if region[id(b.last)] == region[id(line)]]
        if above:
            near = SAME_ROW_EM * line.size
            row = lines[bisect_left(baselines, line.baseline - near) : bisect_right(baselines, line.baseline + near)]
            if len(row) > 1:
                above = [b for b in above if not _spans_several(b.last, row)]
            if flat:
                above = [b for b in above if not _are_parted(b.last, line, flat)]
        if above:
            max(above, key=lambda b: b.last.baseline).add(line)
        else:
            open_blocks.append(_OpenBlock([line], line, line.x0, line.x1))
            done.append(open_blocks[-1])
    return [block_of(block.lines) for block in done]


@dataclass(slots=True)
class _OpenBlock:
    """The lines of a block in the making, the last of them, and the edges of all."""

    lines: list[Line]
    last: Line
    x0: float
    x1: float

    def add(self, line: Line) -> None:
        self.lines.append(line)
        self.last = line
        self.x0, self.x1 = min(self.x0, line.x0), max(self.x1, line.x1)


def _spans_several(above: Line, row: Sequence[Line]) -> bool:
    """Whether a line stands over more than one line of the row below it: a caption, a title over columns."""
    return sum([min(above.x1, line.x1) > max(above.x0, line.x0) for line in row]) > 1


def _are_parted(above: Line, line: Line, rules: Sequence[Box]) -> bool:
    """Whether one of the horizontal rules parts two lines."""
    return any(
        above.baseline < (rule.top + rule.bottom) / 2 < line.baseline and rule.x0 < line.x1 and rule.x1 > line.x0
        for rule in rules
    )


def _follows(block: _OpenBlock, line: Line) -> bool:
    """Whether a line goes on with the block over it, which shares some of its width, by style, pitch and edges."""
    last, size = block.last, line.size
    pitch = line.baseline - last.baseline
    if not 0.5 * size < pitch <= MAX_PITCH_EM * max(size, last.size):
        return False
    if abs(size - last.size) > SAME_SIZE * last.size or line.is_bold != last.is_bold:
        return False
    if last.is_capitals and not line.is_capitals:
        return False
    shared = min(line.x1, last.x1) - max(line.x0, last.x0)
    if shared < MIN_SHARED_WIDTH * min(line.x1 - line.x0, last.x1 - last.x0):
        return False
    if len(block.lines) >= FULL_LINES and not _fits_column(line, block):
        return False
    return not (len(block.lines) > 1 and pitch > 1.25 * (last.baseline - block.lines[-2].baseline) + 0.1 * size)


def _fits_column(line: Line, block: _OpenBlock) -> bool:
    slack = COLUMN_SLACK_EM * line.size
    return line.x1 <= block.x1 + slack and line.x0 >= block.x0 - slack


def region_of(line: Line, regions: Sequence[Box]) -> Box | None:
    """The smallest region that holds the middle of `line`, or None."""
    x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    holding = [r for r in regions if r.x0 <= x <= r.x1 and r.top <= y <= r.bottom]
    return min(holding, key=lambda r: (r.x1 - r.x0) * (r.bottom - r.top)) if holding else None


def without_lines(blocks: Sequence[Block], lines: Sequence[Line]) -> list[Block]:
    """The blocks without the words of `lines`, which may be parts of theirs; blocks left empty fall out."""
    taken = {id(word) for line in lines for word in line.words}
    kept = []
    for block in blocks:
        rest = tuple(line for line in block.lines if id(line.words[0]) not in taken)
        if rest:
            kept.append(block if len(rest) == len(block.lines) else block_of(rest).as_kind(block.kind, block.level))
    return kept
