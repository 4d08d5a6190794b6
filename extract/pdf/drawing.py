"""A picture of a page with what was understood: items framed in their kind's colour, numbered in reading order."""

from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageDraw

from extract.pdf.blocks import Block
from extract.pdf.layout import Aside, Item, PageLayout
from extract.pdf.model import BlockKind
from extract.pdf.table import Table
from schema.source import Box

SCALE = 1.6
"""Pixels a point: an A4 page becomes about 950 pixels wide."""

COLOURS = {
    BlockKind.TITLE: "#b2182b",
    BlockKind.HEADING: "#d6604d",
    BlockKind.BODY: "#2166ac",
    BlockKind.BOX: "#bf812d",
    BlockKind.CAPTION: "#5aae61",
    BlockKind.TABLE: "#1b7837",
    BlockKind.CHART: "#762a83",
    BlockKind.FOOTNOTE: "#878787",
    BlockKind.FURNITURE: "#bababa",
}


def draw_layout(handle: Any, layouts: list[PageLayout]) -> Image.Image:
    """The open page rendered, with the items of its layouts (two for a spread) drawn over it."""
    picture: Image.Image = handle.render(scale=SCALE).to_pil().convert("RGB")
    pen = ImageDraw.Draw(picture)
    number = 0
    for layout in layouts:
        for line in layout.furniture:
            box = Box(line.x0, line.top, line.x1, line.bottom)
            _frame(pen, layout.displayed(box), BlockKind.FURNITURE, "")
        for item in layout.items:
            number += 1
            for box, kind in _frames(item):
                _frame(pen, layout.displayed(box), kind, f"{number} {kind.value}")
    return picture


def _frames(item: Item) -> Iterator[tuple[Box, BlockKind]]:
    if isinstance(item, Block):
        yield item.box, item.kind
        return
    if isinstance(item, Aside):
        yield item.box, BlockKind.BOX
        return
    yield (item.grid, BlockKind.TABLE) if isinstance(item, Table) else (item.drawn, BlockKind.CHART)
    yield from ((block.box, block.kind) for block in item.tied)


def _frame(pen: ImageDraw.ImageDraw, box: Box, kind: BlockKind, label: str) -> None:
    x0, top, x1, bottom = (round(edge * SCALE) for edge in (box.x0, box.top, box.x1, box.bottom))
    pen.rectangle((x0 - 2, top - 2, x1 + 2, bottom + 2), outline=COLOURS[kind], width=2)
    if label:
        pen.text((x0, top - 12), label, fill=COLOURS[kind])
