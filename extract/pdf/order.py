"""Reading order of a page's blocks by geometry: down a column, then the next column, full-width blocks in between."""

from collections.abc import Sequence
from heapq import heappop, heappush

import numpy as np
import numpy.typing as npt

from schema.source import Box

BoolArray = npt.NDArray[np.bool_]

MIN_OVERLAP = 0.1
"""Share of the narrower block's width from which two blocks stand one under the other rather than side by side."""


MAX_BOXES = 1200
"""Blocks on a page above which they are read from the top down: a map or drawing, where no order is right."""


def reading_order(boxes: Sequence[Box]) -> list[int]:
    """Indices of `boxes` in reading order; boxes that geometry does not order keep the order given.

    The rules are those of Breuel (High performance document layout analysis, 2003): a block comes before another that
    it stands above where the two share columns; and before another wholly to its right, unless a third block that
    spans both lies between them in height.

    >>> reading_order([Box(110, 20, 200, 90), Box(10, 20, 100, 90), Box(10, 0, 200, 10)])
    [2, 1, 0]
    """
    if len(boxes) < 2:
        return list(range(len(boxes)))
    if len(boxes) > MAX_BOXES:
        return sorted(range(len(boxes)), key=lambda i: (boxes[i].top, boxes[i].x0))
    before = _precedence(boxes)
    followers: list[list[int]] = [[] for _ in boxes]
    for first, second in np.argwhere(before).tolist():
        followers[first].append(second)
    waiting: dict[int, int] = dict(enumerate(before.sum(axis=0).tolist()))  # how many unread ones come before each
    free = [index for index, count in waiting.items() if not count]  # a heap, for it is sorted
    order: list[int] = []
    while waiting:
        # rules that contradict each other leave none free: take the block that the fewest come before
        following = heappop(free) if free else min(waiting, key=waiting.__getitem__)
        order.append(following)
        del waiting[following]
        for index in followers[following]:
            if index in waiting:
                waiting[index] -= 1
                if not waiting[index]:
                    heappush(free, index)
    return order


def _precedence(boxes: Sequence[Box]) -> BoolArray:
    """`before[i, j]`: block i is read before block j."""
    x0, top, x1, bottom = np.array([(b.x0, b.top, b.x1, b.bottom) for b in boxes]).T
    width = x1 - x0
    overlap = np.minimum(x1[:, None], x1) - np.maximum(x0[:, None], x0)
    shares = overlap > MIN_OVERLAP * np.minimum(width[:, None], width)
    middle = (top + bottom) / 2
    above = middle[:, None] < middle
    left = (x0[:, None] < x0) & ~shares
    wholly_above = bottom[:, None] <= top + 1
    # a | third | b: the third block spans both and lies between them in height
    down = (shares & wholly_above).astype(np.float32)  # floats: numpy multiplies them far faster than integers
    between_down = down @ down > 0
    separated = between_down | between_down.T
    before: BoolArray = (shares & above) | (left & ~separated)
    np.fill_diagonal(before, False)
    return before
