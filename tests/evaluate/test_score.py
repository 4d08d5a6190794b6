"""Figures over documents, by rule and by confidence."""

from extract.evaluate.score import Precision, score
from extract.evaluate.tally import Figure
from tests.evaluate.rows import arm, gold, row

GOLD = gold(arm("guselkumab", 73.3), arm("adalimumab", 49.7), arm("placebo", 2.9), arm("étanercept", 48))
ROWS = [
    row("result", 0.95, drug="guselkumab", value=73.3, endpoint="PASI90", rule="a"),
    row("result", 0.95, drug="adalimumab", value=49.7, endpoint="PASI75", rule="a"),
    row("result", 0.5, drug="placebo", value=2.9, endpoint="PASI90", rule="b"),
]


def test_figures_of_a_set() -> None:
    tallies = score([GOLD], {"a": ROWS, "unknown": ROWS}).tallies
    value, tuple_ = tallies[Figure.VALUE], tallies[Figure.TUPLE]
    assert (value.precision, value.recall, round(value.f1, 3)) == (1.0, 0.75, 0.857)
    assert (round(tuple_.precision, 3), tuple_.recall, round(tuple_.f1, 3)) == (0.667, 0.5, 0.571)


def test_precision_by_rule() -> None:
    assert score([GOLD], {"a": ROWS}).rules == {"a": Precision(2, 1, 1), "b": Precision(1, 1, 1)}


def test_precision_by_confidence() -> None:
    deciles = score([GOLD], {"a": ROWS}).deciles
    assert (deciles[9], deciles[5], sum(one.found for one in deciles)) == (Precision(2, 1, 1), Precision(1, 1, 1), 3)


def test_no_document_gives_zeros() -> None:
    assert [tally.f1 for tally in score([], {}).tallies.values()] == [0.0] * 5
