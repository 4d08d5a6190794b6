"""The layout of a document: every page's blocks in reading order, each with its kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.pdf.blocks import Block, blocks_of, region_of
from extract.pdf.dropcaps import with_drop_caps
from extract.pdf.figures import Figure, figures_of
from extract.pdf.footnotes import are_footnotes
from extract.pdf.furniture import furniture_of
from extract.pdf.graphics import Graphics
from extract.pdf.lines import Line
from extract.pdf.model import BlockKind
from extract.pdf.order import reading_order
from extract.pdf.page import Page
from extract.pdf.styles import body_is_bold, body_size, is_heading, ranks, title_of
from schema.source import Box

CaptionKind = Literal["table", "figure"]
CaptionTest = Callable[[str], CaptionKind | None]
"""Says of a block's text whether it starts as a caption; the words for it belong to the language, not to the page."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page's blocks in reading order and its figures (labels and caption)."""

    number: int
    width: float
    height: float
    blocks: tuple[Block, ...]
    figures: tuple[Figure, ...]
    furniture: tuple[Line, ...]


def lay_out(pages: Sequence[Page], caption_of: CaptionTest) -> list[PageLayout]:
    """The layout of every page of a document; styles and running heads are judged over all pages together."""
    furniture = furniture_of(pages)
    text_lines = [line for page in pages for line in page.lines if id(line) not in furniture]
    style = Style(body_size(text_lines), body_is_bold(text_lines))
    layouts = [_lay_out_page(page, furniture, style, caption_of) for page in pages]
    return _with_ranks(_with_title(layouts, style))


@dataclass(frozen=True, slots=True)
class Style:
    """The body's font size in points and whether it is bold."""

    size: float
    is_bold: bool


def _lay_out_page(page: Page, furniture: set[int], style: Style, caption_of: CaptionTest) -> PageLayout:
    lines = [line for line in page.lines if id(line) not in furniture]
    lines = with_drop_caps(lines, style.size)
    regions = _text_regions(page.graphics, lines, page)
    blocks = [_classified(block, style, caption_of) for block in blocks_of(lines, regions)]
    blocks = are_footnotes(blocks, page, style.size)
    captions = [b for b in blocks if b.kind is BlockKind.CAPTION and caption_of(b.text) == "figure"]
    figures, rest = figures_of(page, blocks, captions, style.size)
    rest = [_boxed(block, regions) for block in rest]
    ordered = [rest[i] for i in reading_order([block.box for block in rest])]
    edge = tuple(line for line in page.lines if id(line) in furniture)
    return PageLayout(page.number, page.width, page.height, tuple(ordered), tuple(figures), edge)


def _text_regions(graphics: Graphics, lines: Sequence[Line], page: Page) -> list[Box]:
    """Frames and tints that hold at least two lines and are not the page itself."""
    regions = []
    for frame in graphics.frames:
        inside = sum(region_of(line, [frame]) is not None for line in lines)
        whole_page = (frame.x1 - frame.x0) * (frame.bottom - frame.top) > 0.6 * page.width * page.height
        if inside >= 2 and not whole_page:
            regions.append(frame)
    return regions


def _classified(block: Block, style: Style, caption_of: CaptionTest) -> Block:
    if caption_of(block.text):
        return block.as_kind(BlockKind.CAPTION)
    if is_heading(block, style.size, style.is_bold):
        return block.as_kind(BlockKind.HEADING)
    return block


def _boxed(block: Block, regions: Sequence[Box]) -> Block:
    inside = region_of(block.lines[0], regions) is not None
    return block.as_kind(BlockKind.BOX) if inside and block.kind in (BlockKind.BODY, BlockKind.HEADING) else block


def _with_title(layouts: list[PageLayout], style: Style) -> list[PageLayout]:
    if not layouts:
        return layouts
    first = layouts[0]
    title = title_of([b for b in first.blocks if b.kind is BlockKind.HEADING], style.size)
    blocks = tuple(b.as_kind(BlockKind.TITLE) if b is title else b for b in first.blocks)
    return [replace(first, blocks=blocks), *layouts[1:]]


def _with_ranks(layouts: list[PageLayout]) -> list[PageLayout]:
    headings = [b for page in layouts for b in page.blocks if b.kind is BlockKind.HEADING]
    rank = ranks(_style_key(b) for b in headings)
    return [
        replace(
            page,
            blocks=tuple(
                b.as_kind(b.kind, rank[_style_key(b)]) if b.kind is BlockKind.HEADING else b for b in page.blocks
            ),
        )
        for page in layouts
    ]


def _style_key(block: Block) -> tuple[float, bool]:
    return round(block.size * 2) / 2, block.lines[0].is_bold
