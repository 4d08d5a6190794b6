"""A word on a page: what all later steps of the reading work on."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from extract.pdf.chars import Pen

SPACE_EM = 0.12
"""Gap inside a word, in font sizes, that is a lost space: a thin space is 1/8 to 1/5 em, letter-spacing rarely more."""


@dataclass(slots=True)  # not frozen: that takes three times as long to make, and a page has hundreds
class Word:
    """A run of characters in one size on one baseline; `glued` where no space parts it from the piece before.

    `first` is its first character's index on the page. Lengths are points from the displayed page's top left; the
    baseline is measured downwards in the word's own direction of writing. A word is never changed once it is made.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    pen: Pen
    first: int
    glued: bool = False

    @property
    def size(self) -> float:
        """The font's size in points."""
        return self.pen.size


def smallest_size(words: Iterable[Word]) -> float:
    """The least font size of all words; for the few of a line, a plain loop takes half the time of `min`."""
    least = inf
    for word in words:
        if word.pen.size < least:
            least = word.pen.size
    return least
