"""Gutters: strips without text between columns, found where gaps between words line up over several lines."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from operator import attrgetter
from typing import NamedTuple

from extract.pdf.word import Word, smallest_size

MIN_GAP_EM = 0.55
"""Width from which a gap between words can belong to a gutter; a word space is 0.2 to 0.4 em, stretched 0.6."""

MIN_ROWS = 4
"""Lines over which gaps must line up: rivers of word spaces in justified text rarely hold over four."""

MAX_STRETCHES = 2000
"""Stretches of text on one page above which no gutters are looked for: a map or drawing has no columns."""

MAX_PITCH_EM = 4.0
"""Gaps further apart than this, in font sizes, do not belong to one gutter: headings and formulas leave such holes."""

SAME_SIZE = 0.15
"""Relative difference of font size up to which two gaps belong to one gutter: a table's columns are no text columns."""

BESIDE_SHARE = 0.3
"""Two stretches of text stand side by side where this share of the left one's height faces the other."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """An empty strip `x0` to `x1` that parts columns from `top` to `bottom`."""

    x0: float
    top: float
    x1: float
    bottom: float

    def lies_between(self, left: Word, right: Word) -> bool:
        """Whether the strip runs through the gap between two words of a row."""
        middle = (left.top + left.bottom) / 2
        return self.top <= middle <= self.bottom and left.x1 <= self.x0 + 1 and right.x0 >= self.x1 - 1


class _Gap(NamedTuple):
    x0: float
    x1: float
    top: float
    bottom: float
    size: float


@dataclass(slots=True)
class _Chain:
    """A gutter in the making: the strip that all its gaps leave free, and how far down it was seen."""

    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    rows: int = 1

    def add(self, gap: _Gap) -> None:
        self.x0, self.x1 = max(self.x0, gap.x0), min(self.x1, gap.x1)
        self.bottom = max(self.bottom, gap.bottom)
        self.rows += 1


class _Stretches:
    """Stretches of text without a wide gap inside."""

    def __init__(self, rows: Sequence[Sequence[Word]], gaps: Sequence[Sequence[int]]) -> None:
        ends = [end for row, places in zip(rows, gaps, strict=True) for end in _stretches(row, places)]
        self._edges = [(a.x0, a.top, z.x1, a.bottom, a.pen.size) for a, z in ends]
        by_middle = sorted([((top + bottom) / 2, x0, x1) for x0, top, x1, bottom, _ in self._edges])
        self._middles = [each[0] for each in by_middle]
        self._by_middle = by_middle

    def __len__(self) -> int:
        return len(self._edges)

    def gaps(self) -> list[_Gap]:
        """The gap between each stretch and the nearest one beside it, top to bottom."""
        by_left = sorted([(x0, top, bottom, at) for at, (x0, top, _, bottom, _) in enumerate(self._edges)])
        lefts = [each[0] for each in by_left]
        found: list[_Gap] = []
        for at, (_, top, x1, bottom, size) in enumerate(self._edges):
            least = BESIDE_SHARE * (bottom - top) if bottom > top else inf
            for x0, upper, lower, other in by_left[bisect_right(lefts, x1 - 0.5 * size) :]:
                # the height that the two share exceeds the least: told without min and max, for most are far apart
                if lower - top > least and bottom - upper > least and lower - upper > least and at != other:
                    if x0 - x1 >= MIN_GAP_EM * size:
                        found.append(_Gap(x1, x0, top, bottom, size))
                    break
        return sorted(found, key=attrgetter("top", "x0"))

    def cross(self, x0: float, x1: float, top: float, bottom: float) -> bool:
        """Whether some stretch lies across the strip `x0` to `x1` between two heights."""
        low, high = bisect_right(self._middles, top), bisect_left(self._middles, bottom)
        return any(left < x0 + 1 and right > x1 - 1 for _, left, right in self._by_middle[low:high])


def find_gutters(rows: Sequence[Sequence[Word]], gaps: Sequence[Sequence[int]]) -> list[Gutter]:
    """The gutters between the rows' words, the wide gaps of each row given, left to right; empty for one column."""
    stretches = _Stretches(rows, gaps)
    if not 2 * MIN_ROWS <= len(stretches) <= MAX_STRETCHES:
        return []
    chains: list[_Chain] = []
    open_chains: list[_Chain] = []
    for gap in stretches.gaps():
        x0, x1, top, _, size = gap
        open_chains = [c for c in open_chains if top - c.bottom <= MAX_PITCH_EM * (c.size if c.size > size else size)]
        for chain in reversed(open_chains):
            if chain.x0 <= x1 and x0 <= chain.x1 and _continues(chain, gap, stretches):
                chain.add(gap)
                break
        else:
            open_chains.append(_Chain(*gap))
            chains.append(open_chains[-1])
    found = [Gutter(c.x0, c.top, c.x1, c.bottom) for c in chains if c.rows >= MIN_ROWS]
    return sorted(found, key=lambda g: (g.x0, g.top))


def _continues(chain: _Chain, gap: _Gap, stretches: _Stretches) -> bool:
    """Whether a gap goes on with the chain that it reaches."""
    x0, x1, top, _, size = gap
    x0, x1 = max(chain.x0, x0), min(chain.x1, x1)
    if x1 - x0 < MIN_GAP_EM * size or abs(size - chain.size) > SAME_SIZE * chain.size:
        return False
    if top - chain.bottom > MAX_PITCH_EM * size:
        return False
    return not stretches.cross(x0, x1, chain.bottom - 0.5 * size, top + 0.5 * size)


def _stretches(row: Sequence[Word], places: Sequence[int]) -> Iterator[tuple[Word, Word]]:
    """The first and last word of each part of a row, cut at those wide gaps that may belong to a gutter."""
    first = row[0]
    for place in places:
        left, right = row[place - 1], row[place]
        gap = right.x0 - left.x1
        if gap >= MIN_GAP_EM * left.pen.size and gap >= MIN_GAP_EM * right.pen.size:
            yield first, left
            first = right
    yield first, row[-1]


def wide_gaps(row: Sequence[Word]) -> list[int]:
    """The places in a row before which a gap is wide for its smallest word: no gutter runs elsewhere."""
    least, right, places = MIN_GAP_EM * smallest_size(row), inf, []
    for place, word in enumerate(row):
        if word.x0 - right >= least:
            places.append(place)
        right = word.x1
    return places
