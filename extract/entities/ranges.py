"""Whether a stretch of text lies in, over or around others, without a look at each of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Ranges:
    """Character ranges (start, end), in any order; may overlap.

    >>> ranges = Ranges([(0, 4), (10, 14)])
    >>> ranges.touch(3, 6), ranges.hold(11, 13), ranges.hold(3, 6), ranges.lie_in(5, 20)
    (True, True, False, True)
    """

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))
        self._ends = [end for _, end in ordered]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of the ranges has a character in `start` to `end`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start

    def hold(self, start: int, end: int) -> bool:
        """Whether one of the ranges holds all of `start` to `end`."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._furthest[before - 1] >= end

    def lie_in(self, start: int, end: int) -> bool:
        """Whether the first range that begins in `start` to `end` ends there too."""
        first = bisect_left(self._starts, start)
        return first < len(self._starts) and self._ends[first] <= end
