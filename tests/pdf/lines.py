"""Words and lines made by hand, for tests of what is built on them."""

from collections.abc import Iterable

from extract.pdf.chars import Pen
from extract.pdf.lines import Line, line_of
from extract.pdf.word import Word

EM = 0.5
"""Width of a character in font sizes."""


def word(text: str, x0: float, baseline: float, size: float = 10, bold: bool = False, first: int = 0) -> Word:
    """A word of half-em characters standing on `baseline`."""
    pen = Pen("Test-Bold" if bold else "Test", size, bold, False, 0)
    x1 = x0 + EM * size * len(text)
    return Word(text, x0, baseline - 0.75 * size, x1, baseline + 0.25 * size, baseline, pen, first)


def words(text: str, x0: float, baseline: float, size: float = 10, bold: bool = False) -> list[Word]:
    """The words of `text` set from `x0` with spaces of half an em, in the order of the content stream."""
    result = []
    at = 0
    for part in text.split(" "):
        result.append(word(part, x0 + EM * size * at, baseline, size, bold, first=at + round(1000 * baseline)))
        at += len(part) + 1
    return result


def line(text: str, x0: float, baseline: float, size: float = 10, bold: bool = False) -> Line:
    """A line of `text`."""
    return line_of(words(text, x0, baseline, size, bold))


def texts(lines: Iterable[Line]) -> list[str]:
    """What each line says."""
    return [li.text for li in lines]
