"""One page as read: its lines and its drawn things, in points from the displayed page's top left."""

from dataclasses import dataclass
from typing import Any

from extract.pdf.chars import TextLayer
from extract.pdf.graphics import Graphics, read_graphics
from extract.pdf.lines import Line, lines_of
from extract.pdf.rotated import rotated_lines
from extract.pdf.words import words_of


@dataclass(frozen=True, slots=True)
class Page:
    """What one page holds. `lines` are upright, top to bottom; `rotated` those written at an angle."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rotated: tuple[Line, ...]
    graphics: Graphics


def read_page(page: Any, number: int) -> Page:
    """The content of an open pypdfium2 page; a page without text has no lines."""
    layer = TextLayer(page)
    try:
        words = words_of(layer)
        width, height = layer.chars.width, layer.chars.height
    finally:
        layer.close()
    upright = [w for w in words if not w.pen.angle and w.x1 > 0 and w.x0 < width and w.bottom > 0 and w.top < height]
    turned = [w for w in words if w.pen.angle]
    return Page(number, width, height, tuple(lines_of(upright)), tuple(rotated_lines(turned)), read_graphics(page))
