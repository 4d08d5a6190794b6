"""The layout of a document: for every page its blocks, asides, tables and figures in reading order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.pdf.blocks import Block, blocks_of, region_of, without_lines
from extract.pdf.dropcaps import with_drop_caps
from extract.pdf.edges import box_around
from extract.pdf.figures import Figure, figures_of
from extract.pdf.footnotes import with_footnotes
from extract.pdf.furniture import furniture_of
from extract.pdf.graphics import Graphics
from extract.pdf.lines import Line
from extract.pdf.model import BlockKind
from extract.pdf.order import reading_order
from extract.pdf.page import Page, halves
from extract.pdf.styles import Style, is_heading, ranks, style_key, style_of, title_of
from extract.pdf.table import Table
from extract.pdf.tables import ruled_tables, tables_of
from extract.pdf.turn import turned_back
from schema.source import Box

CaptionKind = Literal["table", "figure"]
CaptionTest = Callable[[str], CaptionKind | None]
"""Says of a block's text whether it starts as a caption; the words for it belong to the language, not to the page."""

BAND_WIDTH_PT, BAND_HEIGHT_PT = 100.0, 7.0
"""From which a drawn shape too low to frame text is a band behind a row of a table; marks of a chart are smaller."""

MAX_REGION_SHARE = 0.6
"""Share of the page's area above which a tinted or framed region is the page's background."""


@dataclass(frozen=True, slots=True)
class Aside:
    """The blocks of one framed or tinted box, in reading order."""

    blocks: tuple[Block, ...]

    @property
    def box(self) -> Box:
        """The rectangle around all blocks."""
        return box_around(block.box for block in self.blocks)


Item = Block | Aside | Table | Figure
"""What is read as one: a table and a figure bring their captions and notes with them."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page's items in reading order, and the lines at its edges that are no part of the text.

    Lengths are those of the page turned upright by `turn` degrees (0 for most pages). `failure` says what went wrong
    where the page could only be cut into blocks.
    """

    number: int
    width: float
    height: float
    items: tuple[Item, ...]
    furniture: tuple[Line, ...]
    turn: int = 0
    failure: str = ""

    def displayed(self, box: Box) -> Box:
        """A rectangle of the layout as it lies on the page as displayed."""
        sideways = self.turn in (90, 270)
        width, height = (self.height, self.width) if sideways else (self.width, self.height)
        return turned_back(box, self.turn, width, height)


def lay_out(pages: Sequence[Page], caption_of: CaptionTest) -> list[PageLayout]:
    """The layout of every page of a document, two for a spread; styles are judged over all pages together."""
    singles = [half for page in pages for half in halves(page)]
    furniture = furniture_of(singles)
    style = style_of(line for page in singles for line in page.lines if id(line) not in furniture)
    layouts = [_lay_out_or_simply(page, furniture, style, caption_of) for page in singles]
    return _with_ranks(_with_title(layouts, style))


def _lay_out_or_simply(page: Page, furniture: set[int], style: Style, caption_of: CaptionTest) -> PageLayout:
    """The page laid out; where that fails on an odd page, its blocks alone, with the failure named."""
    try:
        return _lay_out_page(page, furniture, style, caption_of)
    except Exception as error:  # no page may take the document down; the report says what happened
        blocks = blocks_of([line for line in page.lines if id(line) not in furniture])
        failure = f"tables, boxes and figures not recognised ({type(error).__name__}: {error})"
        return PageLayout(page.number, page.width, page.height, tuple(blocks), (), page.turn, failure)


def _bands(graphics: Graphics) -> list[Box]:
    """The tinted bands behind rows of tables: no block goes on from one into another."""
    return [b for b in graphics.marks if b.x1 - b.x0 >= BAND_WIDTH_PT and b.bottom - b.top >= BAND_HEIGHT_PT]


def _lay_out_page(page: Page, furniture: set[int], style: Style, caption_of: CaptionTest) -> PageLayout:
    lines = with_drop_caps([line for line in page.lines if id(line) not in furniture], style.size)
    regions = _text_regions(page, lines)
    areas = [*regions, *_bands(page.graphics)]
    blocks = [_classified(b, style, caption_of) for b in blocks_of(lines, areas, page.graphics.rules)]
    blocks = with_footnotes(blocks, page, style.size)
    captioning = [b for b in blocks if b.kind is BlockKind.CAPTION]
    captions = {kind: [b for b in captioning if caption_of(b.text) == kind] for kind in ("figure", "table")}
    ruled = ruled_tables(page, blocks, captions["table"])
    captioned = [table for table in ruled if table.caption]
    figures, rest = figures_of(page, blocks, captions["figure"], captioned, style.size)
    in_figures = {id(word) for figure in figures for label in figure.labels for line in label for word in line.words}
    ruled = [t for t in ruled if t.caption or not any(id(w) in in_figures for line in t.lines for w in line.words)]
    tables = tables_of(ruled, rest, captions["table"], style.size)
    rest = without_lines(rest, [line for table in tables for line in table.taken])
    tied = [block for figure in figures for block in figure.tied] + [block for table in tables for block in table.tied]
    asides, rest = _asides([b for b in rest if b not in tied], regions)
    items: list[Item] = [*rest, *asides, *tables, *figures]
    ordered = [items[i] for i in reading_order([item.box for item in items])]
    beside = [line for line in page.rotated if id(line.words[0]) not in in_figures]
    edge = (*(line for line in page.lines if id(line) in furniture), *beside)
    return PageLayout(page.number, page.width, page.height, tuple(ordered), edge, page.turn)


def _text_regions(page: Page, lines: Sequence[Line]) -> list[Box]:
    """Frames and tints that hold at least two lines and are not the page itself."""
    regions = []
    middles = [((line.x0 + line.x1) / 2, (line.top + line.bottom) / 2) for line in lines]
    for frame in page.graphics.frames:
        inside = sum([frame.x0 <= x <= frame.x1 and frame.top <= y <= frame.bottom for x, y in middles])
        area = (frame.x1 - frame.x0) * (frame.bottom - frame.top)
        if inside >= 2 and area <= MAX_REGION_SHARE * page.width * page.height:
            regions.append(frame)
    return regions


def _classified(block: Block, style: Style, caption_of: CaptionTest) -> Block:
    if caption_of(block.text):
        return block.as_kind(BlockKind.CAPTION)
    return block.as_kind(BlockKind.HEADING) if is_heading(block, style) else block


def _asides(blocks: Sequence[Block], regions: Sequence[Box]) -> tuple[list[Aside], list[Block]]:
    """The blocks inside each region as one aside, and the others."""
    inside: dict[Box, list[Block]] = {}
    outside = []
    for block in blocks:
        region = region_of(block.lines[0], regions)
        if region is None or block.kind not in (BlockKind.BODY, BlockKind.HEADING):
            outside.append(block)
        else:
            inside.setdefault(_outermost(region, regions), []).append(block.as_kind(BlockKind.BOX))
    return [Aside(tuple(found[i] for i in reading_order([b.box for b in found]))) for found in inside.values()], outside


def _outermost(region: Box, regions: Sequence[Box]) -> Box:
    """The largest region around the middle of `region`: a box's title bar belongs to the box."""
    x, y = (region.x0 + region.x1) / 2, (region.top + region.bottom) / 2
    around = [r for r in regions if r.x0 <= x <= r.x1 and r.top <= y <= r.bottom]
    return max(around, key=lambda r: (r.x1 - r.x0) * (r.bottom - r.top))


def _with_title(layouts: list[PageLayout], style: Style) -> list[PageLayout]:
    if not layouts:
        return layouts
    first = layouts[0]
    headings = [b for b in first.items if isinstance(b, Block) and b.kind is BlockKind.HEADING]
    title = title_of(headings, style)
    items = tuple(b.as_kind(BlockKind.TITLE) if isinstance(b, Block) and b is title else b for b in first.items)
    return [replace(first, items=items), *layouts[1:]]


def _with_ranks(layouts: list[PageLayout]) -> list[PageLayout]:
    headings = [b for p in layouts for b in p.items if isinstance(b, Block) and b.kind is BlockKind.HEADING]
    rank = ranks(style_key(b) for b in headings)

    def ranked(item: Item) -> Item:
        is_ranked = isinstance(item, Block) and item.kind is BlockKind.HEADING
        return item.as_kind(item.kind, rank[style_key(item)]) if is_ranked and isinstance(item, Block) else item

    return [replace(page, items=tuple(ranked(item) for item in page.items)) for page in layouts]
