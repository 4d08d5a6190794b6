"""Pages whose text runs sideways, as wide tables do: turned upright for the reading, places turned back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.pdf.graphics import Graphics
from extract.pdf.word import Word
from schema.source import Box

QUARTERS = (90, 180, 270)


def turn_of(words: Sequence[Word]) -> int:
    """The angle, in degrees counter-clockwise, at which most characters of a page run; 0 for upright or none."""
    if {word.pen.angle for word in words} <= {0}:
        return 0  # as on most pages
    counts: Counter[int] = Counter()
    for word in words:
        counts[word.pen.angle] += len(word.text)
    angle, count = counts.most_common(1)[0] if counts else (0, 0)
    return angle if angle in QUARTERS and 2 * count > counts.total() else 0


def turned(box: Box, angle: int, width: float, height: float) -> Box:
    """A rectangle of a page (its displayed width and height given) as it lies when text at `angle` is upright.

    >>> turned(Box(10, 100, 20, 180), 90, 200, 300)
    Box(x0=120, top=10, x1=200, bottom=20)
    """
    if angle == 90:
        return Box(height - box.bottom, box.x0, height - box.top, box.x1)
    if angle == 180:
        return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
    if angle == 270:
        return Box(box.top, width - box.x1, box.bottom, width - box.x0)
    return box


def turned_back(box: Box, angle: int, width: float, height: float) -> Box:
    """The inverse of `turned`; width and height are those of the page as displayed.

    >>> turned_back(Box(120, 10, 200, 20), 90, 200, 300)
    Box(x0=10, top=100, x1=20, bottom=180)
    """
    if angle in (90, 270):
        return turned(box, 360 - angle, height, width)
    return turned(box, angle, width, height)


def turned_word(word: Word, angle: int, width: float, height: float) -> Word:
    """A word as `turned` lays it; its baseline is measured in its own direction of writing already."""
    box = turned(Box(word.x0, word.top, word.x1, word.bottom), angle, width, height)
    pen = replace(word.pen, angle=(word.pen.angle - angle) % 360)
    return replace(word, x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom, pen=pen)


def turned_graphics(graphics: Graphics, angle: int, width: float, height: float) -> Graphics:
    """All drawn things as `turned` lays them."""

    def each(boxes: Sequence[Box]) -> tuple[Box, ...]:
        return tuple(turned(box, angle, width, height) for box in boxes)

    return Graphics(each(graphics.frames), each(graphics.rules), each(graphics.marks), each(graphics.images))
