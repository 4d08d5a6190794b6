"""All documents scored together: figures, slots, precision by rule, and whether confidence keeps its word."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.evaluate.gold import GoldDocument
from extract.evaluate.judge import DocumentScore, judge
from extract.evaluate.observation import Row
from extract.evaluate.pairing import SLOTS
from extract.evaluate.tally import Figure, Tally

DECILES = 10


@dataclass(frozen=True, slots=True)
class Precision:
    """Found facts of one rule or one band of confidence: how many, how many right, how many right in every slot."""

    found: int = 0
    right: int = 0
    strict: int = 0

    @property
    def share(self) -> float:
        """Share of right facts, 0 where none was found."""
        return self.right / self.found if self.found else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of a set of documents."""

    documents: tuple[DocumentScore, ...]
    tallies: dict[Figure, Tally]
    slots: dict[str, tuple[int, int]]
    rules: dict[str, Precision]
    deciles: tuple[Precision, ...]  # by confidence, from 0.0-0.1 to 0.9-1.0


def score(gold: Sequence[GoldDocument], rows: Mapping[str, Sequence[Row]]) -> Score:
    """Score `rows` (by document name without suffix) against the gold; a document without rows misses all its facts.

    Documents that no gold names are left out of the count.
    """
    documents = tuple(judge(one, rows.get(one.stem, ())) for one in gold)
    return Score(
        documents=documents,
        tallies={figure: sum((one.tallies[figure] for one in documents), Tally()) for figure in Figure},
        slots={slot: _add_pairs([one.slots[slot] for one in documents]) for slot in SLOTS},
        rules=_by_rule(documents),
        deciles=_by_decile(documents),
    )


def decile(confidence: float) -> int:
    """The band of a confidence, from 0 to 9; 1.0 falls into the last.

    >>> decile(0.0), decile(0.9), decile(0.85), decile(1.0)
    (0, 9, 8, 9)
    """
    return min(DECILES - 1, int(confidence * DECILES + 1e-9))


def _add_pairs(pairs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(right for right, _ in pairs), sum(stated for _, stated in pairs)


def _by_rule(documents: Sequence[DocumentScore]) -> dict[str, Precision]:
    counts: defaultdict[str, Precision] = defaultdict(Precision)
    for document in documents:
        for verdict in document.verdicts:
            rule = verdict.row.evidence.rule
            counts[rule] = _count(counts[rule], verdict.is_right, verdict.is_strict)
    return dict(sorted(counts.items()))


def _by_decile(documents: Sequence[DocumentScore]) -> tuple[Precision, ...]:
    counts = [Precision()] * DECILES
    for document in documents:
        for verdict in document.verdicts:
            band = decile(verdict.row.confidence)
            counts[band] = _count(counts[band], verdict.is_right, verdict.is_strict)
    return tuple(counts)


def _count(precision: Precision, is_right: bool, is_strict: bool) -> Precision:
    return Precision(precision.found + 1, precision.right + is_right, precision.strict + is_strict)
