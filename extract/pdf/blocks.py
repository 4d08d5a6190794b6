"""Blocks of a page: lines that follow each other in one column, in one size, at one pitch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.pdf.lines import Line
from extract.pdf.model import BlockKind
from schema.source import Box

MAX_PITCH_EM = 1.75
"""Baseline distance, in font sizes, up to which a line continues the block above; body leading is 1.1 to 1.5."""

SAME_SIZE = 0.06
"""Relative difference of font size up to which two lines belong to one block."""

MIN_SHARED_WIDTH = 0.5
"""Share of the narrower line's width that must lie under the line above."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one block, top to bottom, with what the block is; `level` ranks headings, 1 the highest."""

    lines: tuple[Line, ...]
    kind: BlockKind = BlockKind.BODY
    level: int = 1

    @property
    def box(self) -> Box:
        """The rectangle around all lines."""
        return Box(
            min(line.x0 for line in self.lines),
            min(line.top for line in self.lines),
            max(line.x1 for line in self.lines),
            max(line.bottom for line in self.lines),
        )

    @property
    def text(self) -> str:
        """The lines joined by spaces, as printed."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """Font size of the first line, in points."""
        return self.lines[0].size

    def as_kind(self, kind: BlockKind, level: int = 1) -> "Block":
        """The same lines as a block of another kind."""
        return replace(self, kind=kind, level=level)


def blocks_of(lines: Sequence[Line], regions: Sequence[Box] = ()) -> list[Block]:
    """Lines (top to bottom) grouped into blocks; no block crosses the edge of a region (a filled or framed box)."""
    open_blocks: list[list[Line]] = []
    for line in lines:
        above = [b for b in open_blocks if _follows(b, line, regions)]
        if above:
            max(above, key=lambda b: b[-1].baseline).append(line)
        else:
            open_blocks.append([line])
    return [Block(tuple(block)) for block in open_blocks]


def _follows(block: list[Line], line: Line, regions: Sequence[Box]) -> bool:
    last = block[-1]
    pitch = line.baseline - last.baseline
    if not 0.5 * line.size < pitch <= MAX_PITCH_EM * max(line.size, last.size):
        return False
    if abs(line.size - last.size) > SAME_SIZE * last.size or line.is_bold != last.is_bold:
        return False
    shared = min(line.x1, last.x1) - max(line.x0, last.x0)
    if shared < MIN_SHARED_WIDTH * min(line.x1 - line.x0, last.x1 - last.x0):
        return False
    if len(block) > 1 and pitch > 1.25 * (last.baseline - block[-2].baseline) + 0.1 * line.size:
        return False
    return region_of(line, regions) == region_of(last, regions)


def region_of(line: Line, regions: Sequence[Box]) -> Box | None:
    """The smallest region that holds the middle of `line`, or None."""
    x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    holding = [r for r in regions if r.x0 <= x <= r.x1 and r.top <= y <= r.bottom]
    return min(holding, key=lambda r: (r.x1 - r.x0) * (r.bottom - r.top), default=None)
