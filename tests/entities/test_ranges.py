"""Overlap, hold and containment at the edges; no ranges at all."""

from extract.entities.ranges import Ranges


def test_touch() -> None:
    ranges = Ranges([(10, 14), (0, 4)])
    assert [ranges.touch(*r) for r in [(3, 6), (4, 10), (4, 11), (13, 20), (14, 20)]] == [
        True,
        False,
        True,
        True,
        False,
    ]


def test_a_long_range_before_a_short_one() -> None:
    ranges = Ranges([(0, 100), (2, 4)])
    assert (ranges.touch(50, 60), ranges.hold(50, 60), ranges.hold(50, 101)) == (True, True, False)


def test_lie_in() -> None:
    ranges = Ranges([(5, 8), (20, 22)])
    assert [ranges.lie_in(*r) for r in [(5, 8), (6, 19), (0, 30), (21, 30)]] == [True, False, True, False]


def test_no_ranges() -> None:
    none = Ranges([])
    assert (none.touch(0, 9), none.hold(0, 9), none.lie_in(0, 9)) == (False, False, False)
