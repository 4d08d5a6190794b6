"""Reading order by geometry alone."""

import pytest

from extract.pdf.order import reading_order
from schema.source import Box

LEFT, MIDDLE, RIGHT = Box(0, 50, 90, 200), Box(100, 50, 190, 200), Box(200, 50, 290, 200)
TITLE, FOOT = Box(0, 0, 290, 30), Box(0, 220, 290, 240)
LEFT_BELOW, RIGHT_BELOW = Box(0, 250, 140, 400), Box(150, 250, 290, 400)


@pytest.mark.parametrize(
    ("boxes", "order"),
    [
        ([], []),
        ([RIGHT, LEFT, MIDDLE], [1, 2, 0]),
        ([RIGHT, LEFT, MIDDLE, TITLE], [3, 1, 2, 0]),
        ([RIGHT_BELOW, LEFT_BELOW, FOOT, RIGHT, MIDDLE, LEFT], [5, 4, 3, 2, 1, 0]),
        ([Box(0, 0, 90, 20), Box(0, 30, 90, 50)], [0, 1]),
    ],
    ids=["nothing", "three columns", "title first", "columns, full width, columns", "one under the other"],
)
def test_order(boxes: list[Box], order: list[int]) -> None:
    assert reading_order(boxes) == order
