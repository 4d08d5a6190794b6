"""Figures: the labels of a chart or drawing, kept together, tied to their caption and out of the prose."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.pdf.blocks import Block
from extract.pdf.labels import Label, labels_of
from extract.pdf.lines import Line
from extract.pdf.model import BlockKind
from extract.pdf.page import Page
from extract.pdf.table import Table
from schema.source import Box

REACH_EM = 3.0
"""Distance, in body sizes, up to which drawn things and labels belong to one figure."""

CAPTION_REACH_EM = 6.0
"""Distance, in body sizes, up to which a figure stands above its caption."""

MIN_LABELS_UNDER = 4
"""Labels of a figure that stands under its caption at least: what follows a caption may be a box or the next figure."""

PROSE_LINE_CHARS = 24
"""Mean length of the lines in a frame above which it is a box with text; a chart's labels have 5 to 20 characters."""

PROSE_CHARS = 150
"""A block with more characters is text that stands beside or in a drawing, not a label."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The labels of one figure in reading order (rotated ones last), its rectangle, and its caption."""

    labels: tuple[Label, ...]
    drawn: Box
    caption: Block

    @property
    def tied(self) -> tuple[Block, ...]:
        """The blocks that belong to the figure."""
        return (self.caption,)

    @property
    def box(self) -> Box:
        """The rectangle around drawing and caption."""
        return _union(self.drawn, self.caption.box)


def figures_of(
    page: Page, blocks: Sequence[Block], captions: Sequence[Block], tables: Sequence[Table], body: float
) -> tuple[list[Figure], list[Block]]:
    """The figures above the captions of a page, and the blocks that belong to none; `tables` are known to be none."""
    graphics = page.graphics
    drawn = [*graphics.frames, *graphics.marks, *graphics.images, *graphics.rules]
    placed = [((b.box.x0 + b.box.x1) / 2, (b.box.top + b.box.bottom) / 2, b) for b in blocks]
    drawn = [box for box in drawn if not _holds_prose(box, placed) and not any(_near(box, t.grid, 2) for t in tables)]
    in_tables = {id(word) for table in tables for line in table.lines for word in line.words}
    figures: list[Figure] = []
    rest = list(blocks)
    for is_over in (True, False):  # a figure stands over its caption; under it only where none is over it
        for caption in [c for c in captions if all(c is not figure.caption for figure in figures)]:
            beside = [b for b in rest if _is_on_side(b.box, caption.box, is_over)]
            free = [b for b in beside if id(b.lines[0].words[0]) not in in_tables]
            undrawn = [d for d in drawn if not any(_contains(figure.drawn, d) for figure in figures)]
            box = _figure_box(caption, undrawn, rest, body, is_over)
            labels = _labels_around(box, free, body) if box else []
            if box is None or len(labels) < (1 if is_over else MIN_LABELS_UNDER):
                continue
            rest = _without(rest, labels)
            turned = [(line,) for line in page.rotated if _near(_line_box(line), box, REACH_EM * body)]
            upright = labels_of([line for label in labels for line in label.lines])
            figures.append(Figure((*upright, *turned), box, caption))
    return figures, rest


def _is_on_side(box: Box, caption: Box, is_over: bool) -> bool:
    return box.bottom <= caption.top + 2 if is_over else box.top >= caption.bottom - 2


def _labels_around(box: Box, blocks: Sequence[Block], body: float) -> list[Block]:
    """The blocks in and around a drawing, and those close to a label found before."""
    labels = [b for b in blocks if _is_label(b, box, body)]
    reached = box
    while more := [b for b in _without(blocks, labels) if _is_label(b, reached, body)]:
        labels += more
        for label in labels:
            reached = _union(reached, label.box)
    return labels


def _without(blocks: Sequence[Block], others: Sequence[Block]) -> list[Block]:
    dropped = set(map(id, others))
    return [block for block in blocks if id(block) not in dropped]


def _holds_prose(box: Box, placed: Sequence[tuple[float, float, Block]]) -> bool:
    """Whether a frame or tint holds running text, the blocks' middles given: lines longer than labels are."""
    inside = [block for x, y, block in placed if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom]
    lines = [line for block in inside for line in block.lines]
    length = sum([len(line.text) for line in lines])
    return any(map(_is_prose, inside)) or length > PROSE_LINE_CHARS * len(lines) > 0


def _is_prose(block: Block) -> bool:
    return block.kind is BlockKind.BODY and len(block.text) > PROSE_CHARS


def _line_box(line: Line) -> Box:
    return Box(line.x0, line.top, line.x1, line.bottom)


def _contains(outer: Box, inner: Box) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 <= x <= outer.x1 and outer.top <= y <= outer.bottom


def _near(a: Box, b: Box, reach: float) -> bool:
    return a.x0 <= b.x1 + reach and a.x1 >= b.x0 - reach and a.top <= b.bottom + reach and a.bottom >= b.top - reach


def _union(a: Box, b: Box) -> Box:
    return Box(min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))


def _figure_box(
    caption: Block, drawn: Sequence[Box], blocks: Sequence[Block], body: float, is_over: bool
) -> Box | None:
    """The rectangle of the drawn things over (or under) a caption, grown from the nearest; None without any."""
    below = caption.box
    left = [d for d in drawn if _is_on_side(d, below, is_over)]
    distances = {d: below.top - d.bottom if is_over else d.top - below.bottom for d in left}
    reach = CAPTION_REACH_EM * body
    near = [d for d in left if distances[d] <= reach and d.x1 > below.x0 and d.x0 < below.x1]
    if not near:
        return None
    figure = min(near, key=lambda d: distances[d])
    prose = [b.box for b in blocks if _is_prose(b) or b.kind in (BlockKind.CAPTION, BlockKind.TITLE)]
    while joining := [d for d in left if _near(d, figure, REACH_EM * body) and _stays_clear(_union(d, figure), prose)]:
        for item in joining:
            if _stays_clear(_union(item, figure), prose):
                figure = _union(figure, item)
        left = [d for d in left if d not in joining]
    return figure


def _stays_clear(box: Box, prose: Sequence[Box]) -> bool:
    return not any(_contains(box, other) for other in prose)


def _is_label(block: Block, box: Box, body: float) -> bool:
    if block.kind not in (BlockKind.BODY, BlockKind.HEADING) or _is_prose(block) or block.size > 1.1 * body:
        return False
    reach, inner = REACH_EM * body, block.box
    inside = box.x0 - reach <= inner.x0 and inner.x1 <= box.x1 + reach
    return inside and box.top - reach <= inner.bottom and inner.top <= box.bottom + reach
