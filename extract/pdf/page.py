"""One page as read: its lines and its drawn things, in points from the displayed page's top left."""

from dataclasses import dataclass, replace
from typing import Any

from extract.pdf.chars import TextLayer
from extract.pdf.graphics import Graphics, read_graphics
from extract.pdf.lines import Line, lines_of
from extract.pdf.rotated import rotated_lines
from extract.pdf.turn import turn_of, turned_graphics, turned_word
from extract.pdf.words import words_of


@dataclass(frozen=True, slots=True)
class Page:
    """What one page holds. `lines` are upright, top to bottom; `rotated` those written at an angle.

    Where most text runs sideways the page is turned: `turn` says by how many degrees, and all lengths are those of the
    turned page.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rotated: tuple[Line, ...]
    graphics: Graphics
    turn: int = 0


def read_page(page: Any, number: int) -> Page:
    """The content of an open pypdfium2 page; a page without text has no lines."""
    layer = TextLayer(page)
    try:
        words, chars, to_page = words_of(layer), layer.chars, layer.to_page
    finally:
        layer.close()
    width, height = chars.width, chars.height
    graphics, turn = read_graphics(page, to_page, width, height), turn_of(words)
    if turn:
        words = [turned_word(w, turn, width, height) for w in words]
        graphics = turned_graphics(graphics, turn, width, height)
        width, height = (height, width) if turn in (90, 270) else (width, height)
    rotated, upright = [w for w in words if w.pen.angle], words
    if rotated or not chars.are_on_page:
        upright = [
            w for w in words if not w.pen.angle and w.x1 > 0 and w.x0 < width and w.bottom > 0 and w.top < height
        ]
    return Page(number, width, height, tuple(lines_of(upright)), tuple(rotated_lines(rotated)), graphics, turn)


SPREAD_SHAPE = 1.15
"""A page wider than this times its height may be a spread of two pages; single pages are upright or slides."""

MIN_SPREAD_LINES = 5
"""Lines that each half of a spread holds at least."""


def halves(page: Page) -> list[Page]:
    """The two pages of a spread, left first, both with the spread's number; other pages as they are."""
    middle = page.width / 2
    sides = [[li for li in page.lines if li.x1 <= middle], [li for li in page.lines if li.x0 >= middle]]
    is_parted = sum(map(len, sides)) == len(page.lines) and min(map(len, sides)) >= MIN_SPREAD_LINES
    if page.width < SPREAD_SHAPE * page.height or not is_parted:
        return [page]
    return [
        _half(page, side, range_) for side, range_ in zip(sides, ((0.0, middle), (middle, page.width)), strict=True)
    ]


def _half(page: Page, lines: list[Line], sides: tuple[float, float]) -> Page:
    graphics = Graphics(
        *(
            tuple(b for b in boxes if sides[0] <= (b.x0 + b.x1) / 2 < sides[1])
            for boxes in (page.graphics.frames, page.graphics.rules, page.graphics.marks, page.graphics.images)
        )
    )
    rotated = tuple(li for li in page.rotated if sides[0] <= (li.x0 + li.x1) / 2 < sides[1])
    return replace(page, lines=tuple(lines), rotated=rotated, graphics=graphics)
