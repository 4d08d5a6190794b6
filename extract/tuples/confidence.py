"""How sure a row is: the measured precision of the rule that made it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from extract.tuples.model import Draft

PRIOR_ROWS = 4
"""Weight, in rows, of the rule author's own estimate: a rule seen five times is not certain, one seen a hundred is."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What gold said of one rule: `right` of its `found` rows."""

    right: int
    found: int


def calibrated(draft: Draft) -> float:
    """The confidence of the row, 0 to 1 in hundredths: its rule's precision on gold, drawn towards the rule's own
    estimate (`Draft.confidence`) where gold has seen few rows of it."""
    return blend(draft.confidence, measured_rules().get(draft.rule, Measured(0, 0)))


def blend(estimate: float, measured: Measured) -> float:
    """`estimate` counted as `PRIOR_ROWS` rows beside the measured ones.

    >>> blend(0.5, Measured(0, 0)), blend(0.5, Measured(96, 96))
    (0.5, 0.98)
    """
    return round((measured.right + PRIOR_ROWS * estimate) / (measured.found + PRIOR_ROWS), 2)


@cache
def measured_rules() -> Mapping[str, Measured]:
    """The rules of `extract/rules/confidence.yaml` by name."""
    data = yaml.safe_load(files("extract.rules").joinpath("confidence.yaml").read_text(encoding="utf-8"))
    return {rule: Measured(**counts) for rule, counts in data["rules"].items()}


def measure(rows: Iterable[tuple[str, bool]]) -> dict[str, Measured]:
    """Counts by rule of (rule, was right) rows: what `confidence.yaml` holds.

    >>> measure([("a", True), ("a", False), ("b", True)])
    {'a': Measured(right=1, found=2), 'b': Measured(right=1, found=1)}
    """
    counts: dict[str, Measured] = {}
    for rule, right in sorted(rows):
        seen = counts.get(rule, Measured(0, 0))
        counts[rule] = Measured(seen.right + right, seen.found + 1)
    return counts
