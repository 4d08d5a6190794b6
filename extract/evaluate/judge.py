"""One document judged: which gold facts were found, which found facts are wrong, and which slots of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from extract.evaluate.gold import GoldDocument, GoldMechanism, GoldResult, GoldStudy
from extract.evaluate.observation import FoundMechanism, FoundResult, Row, mechanisms, results, studies
from extract.evaluate.pairing import (
    SLOTS,
    STRICT_SLOTS,
    Verdicts,
    pair,
    result_merit,
    same_mechanism,
    same_study,
    same_value,
    slot_verdicts,
)
from extract.evaluate.tally import Figure, Tally

Pairs = Sequence[tuple[int, int]]
"""Indices of gold facts and of found facts that were paired."""


class GoldFact(Protocol):
    """What the three kinds of gold fact have in common."""

    @property
    def quote(self) -> str:
        """The passage that supports it."""

    @property
    def optional(self) -> bool:
        """Whether careful readers may differ on it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One found fact that counts: the row that states it, whether it is right, and right in every slot."""

    row: Row
    figure: Figure
    is_right: bool
    is_strict: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """One line of the list of errors: `label` is `missed …`, `spurious …` or `slot`; `text` names the fact."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """The judgement of one document."""

    name: str
    tallies: dict[Figure, Tally]
    slots: dict[str, tuple[int, int]]  # right and stated
    verdicts: tuple[Verdict, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Facts:
    """The facts of one kind on both sides, with the words that show them in the list of errors."""

    gold: Sequence[GoldFact]
    gold_shown: Sequence[str]
    rows: Sequence[Row]  # of the found facts, one each
    found_shown: Sequence[str]

    def tally(self, pairs: Pairs) -> Tally:
        free = sum(self.gold[i].optional for i, _ in pairs)
        required = sum(not fact.optional for fact in self.gold)
        return Tally(hits=len(pairs) - free, gold=required, found=len(self.rows) - free)

    def verdicts(self, figure: Figure, pairs: Pairs, strict: Pairs) -> list[Verdict]:
        gold_of = {j: i for i, j in pairs}
        exact = {j for _, j in strict}
        return [
            Verdict(row, figure, is_right=j in gold_of, is_strict=j in exact)
            for j, row in enumerate(self.rows)
            if j not in gold_of or not self.gold[gold_of[j]].optional
        ]

    def faults(self, kind: str, pairs: Pairs) -> list[Fault]:
        met, taken = {i for i, _ in pairs}, {j for _, j in pairs}
        missed = [
            Fault(f"missed {kind}", f"{shown} | {fact.quote}")
            for i, (fact, shown) in enumerate(zip(self.gold, self.gold_shown, strict=True))
            if i not in met and not fact.optional
        ]
        spurious = [
            Fault(f"spurious {kind}", f"{shown} | {row.evidence.passage} [{row.evidence.rule}]")
            for j, (row, shown) in enumerate(zip(self.rows, self.found_shown, strict=True))
            if j not in taken
        ]
        return missed + spurious


def judge(gold: GoldDocument, rows: Sequence[Row]) -> DocumentScore:
    """Score the rows of one document against its gold."""
    parts = (
        _judge_mechanisms(gold, mechanisms(rows)),
        _judge_studies(gold, studies(rows)),
        _judge_results(gold, results(rows)),
    )
    return DocumentScore(
        name=gold.name,
        tallies={figure: tally for part in parts for figure, tally in part.tallies.items()},
        slots=parts[-1].slots,
        verdicts=tuple(verdict for part in parts for verdict in part.verdicts),
        faults=tuple(fault for part in parts for fault in part.faults),
    )


def _judge_mechanisms(gold: GoldDocument, found: Sequence[FoundMechanism]) -> DocumentScore:
    def show(drug: str | None, target: str) -> str:
        return f"drug={drug}, target={target}"

    facts = _Facts(
        gold=gold.mechanisms,
        gold_shown=[show("/".join(fact.drug), fact.target) for fact in gold.mechanisms],
        rows=[one.row for one in found],
        found_shown=[show(one.drug, one.target) for one in found],
    )

    def merit(wanted: GoldMechanism, _: FoundMechanism) -> float:
        return -wanted.optional

    return _judge_kind(gold.name, Figure.MECHANISM, facts, pair(gold.mechanisms, found, same_mechanism, merit))


def _judge_studies(gold: GoldDocument, found: Sequence[Row]) -> DocumentScore:
    def show(drug: str | None, indication: str | None, phase: str | None, trial: str | None) -> str:
        return f"drug={drug}, indication={indication}, phase={phase}, trial={trial}"

    cells = [row.evidence for row in found]
    facts = _Facts(
        gold=gold.studies,
        gold_shown=[show("/".join(fact.drug), fact.indication, fact.phase, fact.trial) for fact in gold.studies],
        rows=found,
        found_shown=[show(one.drug, one.indication, one.phase, one.trial) for one in cells],
    )

    def merit(wanted: GoldStudy, _: Row) -> float:
        return -wanted.optional

    return _judge_kind(gold.name, Figure.STUDY, facts, pair(gold.studies, found, same_study, merit))


def _judge_kind(name: str, figure: Figure, facts: _Facts, pairs: Pairs) -> DocumentScore:
    return DocumentScore(
        name=name,
        tallies={figure: facts.tally(pairs)},
        slots={},
        verdicts=tuple(facts.verdicts(figure, pairs, pairs)),
        faults=tuple(facts.faults(figure, pairs)),
    )


def _judge_results(gold: GoldDocument, found: Sequence[FoundResult]) -> DocumentScore:
    wanted = gold.results
    facts = _Facts(
        gold=wanted,
        gold_shown=[_show(fact.arm, fact.endpoint, fact.measure, fact.value) for fact in wanted],
        rows=[one.row for one in found],
        found_shown=[_show((one.arm or "",), (one.endpoint or "",), one.measure, one.value) for one in found],
    )
    pairs = pair(wanted, found, same_value, result_merit)
    agreed = {(i, j): slot_verdicts(wanted[i], found[j]) for i, j in pairs}
    tuples = [at for at in pairs if agreed[at]["arm"] is not False and agreed[at]["endpoint"] is not False]
    strict = [at for at in pairs if all(agreed[at][slot] is not False for slot in STRICT_SLOTS)]
    misfilled = [
        Fault("slot", _wrong_slots(wanted[i], found[j], agreed[i, j])) for i, j in pairs if (i, j) not in strict
    ]
    return DocumentScore(
        name=gold.name,
        tallies={
            Figure.VALUE: facts.tally(pairs),
            Figure.TUPLE: facts.tally(tuples),
            Figure.STRICT: facts.tally(strict),
        },
        slots=_slot_counts([agreed[i, j] for i, j in pairs if not wanted[i].optional]),
        verdicts=tuple(facts.verdicts(Figure.TUPLE, tuples, strict)),
        faults=(*facts.faults(Figure.VALUE, pairs), *misfilled),
    )


def _slot_counts(agreed: Sequence[Verdicts]) -> dict[str, tuple[int, int]]:
    stated = {slot: [one[slot] for one in agreed if one[slot] is not None] for slot in SLOTS}
    return {slot: (sum(map(bool, verdicts)), len(verdicts)) for slot, verdicts in stated.items()}


def _wrong_slots(gold: GoldResult, found: FoundResult, verdicts: Verdicts) -> str:
    cells = found.row.evidence
    p = f"{found.p[0]}{found.p[1]:g}" if found.p else None
    pairs: dict[str, tuple[object, object]] = {
        "arm": ("/".join(gold.arm), found.arm),
        "versus": ("/".join(gold.versus), found.versus),
        "endpoint": ("/".join(gold.endpoint), found.endpoint),
        "timepoint": (gold.timepoint_weeks, cells.timepoint_weeks),
        "trial": (gold.trial, cells.trial),
        "phase": (gold.phase, cells.phase),
        "ci": (gold.ci, found.ci),
        "p": (gold.p, p),
    }
    wrong = [f"{slot} {pairs[slot][0]}→{pairs[slot][1]}" for slot in STRICT_SLOTS if verdicts[slot] is False]
    return f"{_show(gold.arm, gold.endpoint, gold.measure, gold.value)}: {'; '.join(wrong)} [{cells.rule}]"


def _show(arm: Sequence[str], endpoint: Sequence[str], measure: str, value: float) -> str:
    return f"{'/'.join(arm)}, {'/'.join(endpoint)}, {measure} {value:g}"
