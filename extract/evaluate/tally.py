"""What is counted, and the counts of right, wanted and found facts."""

from dataclasses import dataclass
from enum import StrEnum


class Figure(StrEnum):
    """What is counted: kinds of statement, and results at three levels of exactness."""

    MECHANISM = "mechanism"
    STUDY = "study"
    VALUE = "value"  # the number, under a measure of its family
    TUPLE = "tuple"  # a value with the right arm and endpoint
    STRICT = "strict"  # a tuple with every slot right that the gold states


@dataclass(frozen=True, slots=True)
class Tally:
    """Right, wanted and found facts of one figure; optional gold facts are in none of the three."""

    hits: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.hits + other.hits, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        """Share of the found facts that are right, 0 where none was found."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold facts that were found, 0 where there is none."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0
