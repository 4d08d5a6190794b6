"""What all documents together say of a drug, comparator, endpoint and time, and whether they agree.

Documents that quote the same trial should print the same numbers, up to rounding. Numbers of different trials differ
by nature and are never set against each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.query.fold import fold
from extract.query.phrases import numeral
from extract.query.record import Record


@dataclass(frozen=True, slots=True)
class Quote:
    """A number as one document prints it; `value_high` closes a range; `approximate` for « environ »."""

    record: Record
    value: float
    value_high: float | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class TrialQuotes:
    """The numbers that at least two documents print for one cell of one trial, one a document.

    `agreeing` is the size of the largest set of documents that agree pair by pair.
    """

    trial: str
    cell: str
    quotes: tuple[Quote, ...]
    agreeing: int

    @property
    def is_conflict(self) -> bool:
        """True where two documents disagree."""
        return self.agreeing < len(self.quotes)


@dataclass(frozen=True, slots=True)
class Finding:
    """All result rows of one drug, comparator, endpoint and time; `weeks` is rounded to whole weeks."""

    drug: str
    comparator: str | None
    endpoint: str
    weeks: int | None
    records: tuple[Record, ...]
    quotes: tuple[TrialQuotes, ...]

    @property
    def conflicts(self) -> tuple[TrialQuotes, ...]:
        """The trials' cells on which documents disagree."""
        return tuple(quoted for quoted in self.quotes if quoted.is_conflict)


COMPARED_CELLS = ("value", "comparator_value", "effect")


def findings(records: Iterable[Record]) -> list[Finding]:
    """One finding a drug, comparator, endpoint and week, sorted; rows that are no result, or lack drug or endpoint, or
    were rejected in review, or only suppose a result, are left out.
    """
    groups: dict[tuple[str, str, str, float], list[Record]] = defaultdict(list)
    for record in records:
        if is_finding(record):
            week = -1 if record.timepoint_weeks is None else round(record.timepoint_weeks)
            groups[record.drug or "", record.endpoint or "", record.comparator or "", week].append(record)
    return [
        Finding(drug, comparator or None, endpoint, None if week < 0 else int(week), tuple(held), tuple(_quotes(held)))
        for (drug, endpoint, comparator, week), held in sorted(groups.items())
    ]


def is_finding(record: Record) -> bool:
    """True for a result of a drug on an endpoint that nobody rejected and the text does not only suppose."""
    is_stated = record.certainty != "hypothetical" and record.review != "rejected"
    return record.kind == "result" and is_stated and bool(record.drug and record.endpoint)


def same_number(one: Quote, other: Quote) -> bool:
    """True where two printed numbers can be the same number: equal when the finer is rounded as the coarser is.

    A range agrees with what it holds; an approximate number may be off by one in its last digit.

    >>> row = Record(id="a", document="a.pdf", page=1, passage="", kind="result", rule="r")
    >>> quote = lambda value, high=None, approximate=False: Quote(row, value, high, approximate)
    >>> same_number(quote(29.8), quote(30.0)), same_number(quote(29.8), quote(29.6))
    (True, False)
    >>> same_number(quote(30.0, 40.0), quote(34.5)), same_number(quote(31.0), quote(30.0, approximate=True))
    (True, True)
    """
    digits = min(_decimals(one.value), _decimals(other.value))
    is_loose = one.approximate or other.approximate
    allowed = 10.0**-digits * (1.0 if is_loose else 0.5) + 1e-9
    one_high = one.value if one.value_high is None else one.value_high
    other_high = other.value if other.value_high is None else other.value_high
    return one.value <= other_high + allowed and other.value <= one_high + allowed


def quote_of(record: Record, cell: str) -> Quote | None:
    """The number that the row has in one of COMPARED_CELLS; None where the cell is empty."""
    value = getattr(record, cell)
    if value is None:
        return None
    return Quote(record, value, getattr(record, f"{cell}_high", None), bool(record.approximate))


def _quotes(records: list[Record]) -> Iterator[TrialQuotes]:
    by_trial: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        if record.trial:
            by_trial[record.trial, record.measure or ""].append(record)
    for (trial, _), held in sorted(by_trial.items()):
        for same_dose in _by_dose(held):
            for cell in COMPARED_CELLS:
                quotes = _one_a_document(same_dose, cell)
                if len(quotes) > 1:
                    yield TrialQuotes(trial, cell, quotes, _largest_agreement(quotes))


def _by_dose(records: list[Record]) -> list[list[Record]]:
    """The rows of each dose; a row without a dose belongs to the only dose there is, to none where there are more."""
    doses = sorted({_dose(record) for record in records if record.dose})
    if len(doses) < 2:
        return [records]
    return [[record for record in records if _dose(record) == dose] for dose in doses]


def _dose(record: Record) -> str:
    return fold(record.dose or "").replace(" ", "")


def _one_a_document(records: list[Record], cell: str) -> tuple[Quote, ...]:
    """Each document's finest number for the cell; effects only of the measure that most rows have."""
    measures = sorted((r.effect_measure or "" for r in records if r.effect is not None), key=lambda m: (m == "", m))
    best: dict[str, Quote] = {}
    for record in records:
        quote = quote_of(record, cell)
        if quote is None or (cell == "effect" and record.effect_measure != measures[0]):
            continue
        held = best.get(record.document)
        if held is None or _decimals(quote.value) > _decimals(held.value):
            best[record.document] = quote
    return tuple(best[document] for document in sorted(best))


def _largest_agreement(quotes: tuple[Quote, ...]) -> int:
    """The most documents that agree pair by pair."""
    best = 1
    for first in quotes:
        agreeing = [quote for quote in quotes if same_number(first, quote)]
        best = max(best, sum(all(same_number(quote, other) for other in agreeing) for quote in agreeing))
    return best


def _decimals(value: float) -> int:
    return len(numeral(value).partition(".")[2])
