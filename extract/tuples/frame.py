"""`Frame`: what holds at one sentence, from itself and from what stands before it."""

import re
from functools import lru_cache
from typing import NamedTuple

from extract.tuples.arm import Arm, Cast
from schema.vocabulary import Phase


class KnownStudy(NamedTuple):
    """What the document has said of one trial, so that a later mention brings it back."""

    trial: str
    drug: str | None = None
    phase: Phase | None = None
    n: int | None = None
    indication: str | None = None
    arms: tuple[Arm, ...] = ()


class Frame(NamedTuple):
    """What holds at the sentence of characters `start` to `end`, from itself and from what stands before it.

    `drugs` are the treatments under study, first named first; more than one means that the sentence alone must say
    which is meant. `arms` are the groups of the study in the order named, `series` the trials of the treatment in
    the order named (« les deux essais »). Cells that nothing before supports are None or empty.
    """

    start: int
    end: int
    drugs: tuple[str, ...] = ()
    arms: tuple[Arm, ...] = ()
    comparators: tuple[str, ...] = ()
    indication: str | None = None
    phase: Phase | None = None
    named: tuple[str, ...] = ()  # drugs that the document has named so far
    phase_open: int = 0  # of so many studies not yet named: « deux essais de phase III »
    phase_of_all: Phase | None = None  # of every study that the text goes on to: « les essais, tous de phase III »
    phases_told: tuple[tuple[str | None, Phase], ...] = ()  # « A et B ont des essais de phase III », trials to be named
    trials: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    studies: tuple[KnownStudy, ...] = ()
    registry: str | None = None
    n: int | None = None
    untold: tuple[str, ...] = ()  # trials that the sentence names first, and no drug: one may follow
    pooled: bool = False  # the trials are told of together: « les deux études réunies »
    reference: Arm | None = None  # of all contrasts: « les résultats sont exprimés en DM par rapport au placebo »
    sizes: tuple[tuple[Arm, int], ...] = ()  # participants of each arm, where its name tells them in brackets

    def at(self, start: int, end: int) -> "Frame":
        """The same at the sentence of characters `start` to `end`; `_replace` takes four times as long.

        >>> Frame(0, 9, n=12).at(10, 20)[:2]
        (10, 20)
        """
        return Frame(start, end, *self[2:])

    @property
    def cast(self) -> Cast:
        """The arms that the next sentence may refer to."""
        return _cast(self.drugs, self.arms, self.comparators, self.named, self.reference)

    def size_of(self, arm: Arm | None) -> int | None:
        """How many participants the document gives this arm, or None."""
        return next((n for named, n in self.sizes if arm and named.name == arm.name and named.dose == arm.dose), None)

    def known(self, trial: str) -> KnownStudy | None:
        """What the document has said of this trial so far, or None."""
        return next((s for s in self.studies if s.trial == trial), None)

    def drug_of(self, trial: str) -> str | None:
        """The drug that the document gives this trial, or None."""
        known = self.known(trial)
        return known.drug if known else None

    def phase_of_drug(self, drug: str) -> Phase | None:
        """The one phase that the document has told of all trials of a drug so far, or None."""
        told = {study.phase for study in self.studies if study.drug == drug}
        return told.pop() if len(told) == 1 else None

    def phase_announced(self, drugs: tuple[str, ...]) -> Phase | None:
        """The one phase that the document has told of trials of a drug, or else of any, unnamed; or None."""
        told = {phase for drug, phase in self.phases_told if (drug,) == drugs}
        told = told or {phase for drug, phase in self.phases_told if drug is None}
        return told.pop() if len(told) == 1 else None

    def phase_of(self, trials: tuple[str, ...]) -> Phase | None:
        """The phase that the document tells of these trials; without trials, the phase that holds here."""
        if not trials:
            return self.phase
        told = {s.phase for s in self.studies if s.phase and any(_is_of(t, s.trial) for t in trials)}
        return told.pop() if len(told) == 1 else None if told else self.phase_of_all


@lru_cache(maxsize=64)  # most sentences leave it as it was, and several rules ask for it
def _cast(
    drugs: tuple[str, ...], arms: tuple[Arm, ...], comparators: tuple[str, ...], told: tuple[str, ...],
    reference: Arm | None,
) -> Cast:  # fmt: skip
    if not drugs and not arms:
        return Cast(told=told, reference=reference)
    topic = next((a for a in arms if a.name in drugs), None) if len(drugs) == 1 else None
    doses = {_amount(a.dose) for a in arms if topic and a.name == topic.name and a.dose}
    topic = topic._replace(dose=None) if topic and len(doses) > 1 else topic  # no dose is the one meant
    topic = topic or (Arm(drugs[0]) if len(drugs) == 1 else None)
    others = {a.name: a for a in arms if a.name in comparators}
    return Cast(topic, arms, next(iter(others.values())) if len(others) == 1 else None, told, reference)


def _amount(dose: str) -> str:
    """The first number of a dose: « 300 mg » and « 300 mg toutes les 2 semaines » are one."""
    number = re.search(r"\d+(?:[.,]\d+)?", dose)
    return number[0] if number else dose


def _is_of(trial: str, program: str) -> bool:
    """Whether a trial is that one or of that programme: « PERFECT 1 » is one of the PERFECT trials."""
    return trial == program or trial.startswith(program + " ")
