"""What rows of the evidence table state one by one: a row with two arms and a contrast is three observations."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.evaluate.likeness import CONTROL, family, fold, key, members
from schema.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the evidence table as it is scored: its cells and its rule's confidence, 0 to 1."""

    evidence: Evidence
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class FoundMechanism:
    """One drug on one target."""

    drug: str
    target: str
    row: Row


@dataclass(frozen=True, slots=True)
class FoundResult:
    """One value of one arm, or one contrast."""

    arm: str | None
    versus: str | None
    endpoint: str | None
    measure: str
    value: float
    row: Row
    value_high: float | None = None
    ci: tuple[float | None, float | None] = (None, None)
    n: float | None = None
    dose: str | None = None
    is_contrast: bool = False

    @property
    def p(self) -> tuple[str, float] | None:
        """Operator and number of the row's p, or None."""
        cells = self.row.evidence
        return None if cells.p_value is None else (cells.p_operator or "=", cells.p_value)


def mechanisms(rows: Iterable[Row]) -> list[FoundMechanism]:
    """The drug and target pairs that the rows state, each once, in order of appearance."""
    found: dict[tuple[str, str], FoundMechanism] = {}
    for row in rows:
        cells = row.evidence
        if cells.kind == "mechanism":
            for target in re.split(r"\s*;\s*", cells.target or ""):
                if target:
                    found.setdefault((fold(cells.drug), fold(target)), FoundMechanism(cells.drug or "", target, row))
    return list(found.values())


def studies(rows: Iterable[Row]) -> list[Row]:
    """The study rows, one a drug, indication, phase and trial, in order of appearance."""
    found: dict[tuple[str, ...], Row] = {}
    for row in rows:
        cells = row.evidence
        if cells.kind == "study":
            names = (cells.drug, cells.indication, cells.phase, cells.trial)
            found.setdefault(tuple(fold(name) for name in names), row)
    return list(found.values())


def results(rows: Iterable[Row]) -> list[FoundResult]:
    """The observations that the result rows state, each once; a control value shared by several rows is one."""
    stated = [observation for row in rows if row.evidence.kind == "result" for observation in explode(row)]
    once: dict[tuple[object, ...], FoundResult] = {}
    for observation in stated:
        once.setdefault(_identity(observation), observation)
    return _merge_controls(list(once.values()))


def explode(row: Row) -> list[FoundResult]:
    """The observations of one result row: intervention arm, comparator arm, contrast, as far as it holds them."""
    cells = row.evidence
    found = []
    base = FoundResult(cells.drug, cells.comparator, cells.endpoint, cells.measure or "proportion", 0.0, row)
    if cells.value is not None:
        arm = replace(base, value=cells.value, value_high=cells.value_high, ci=(cells.ci_low, cells.ci_high))
        found.append(replace(arm, n=cells.arm_n, dose=cells.dose))
    if cells.comparator_value is not None:
        ci = (cells.comparator_ci_low, cells.comparator_ci_high)
        arm = replace(base, arm=cells.comparator, versus=cells.drug, value=cells.comparator_value, ci=ci)
        found.append(replace(arm, value_high=cells.comparator_value_high, n=cells.comparator_n))
    if cells.effect is not None:
        ci = (cells.effect_ci_low, cells.effect_ci_high)
        contrast = replace(base, measure=cells.effect_measure or "", value=cells.effect, ci=ci, is_contrast=True)
        found.append(replace(contrast, n=cells.n, dose=cells.dose))
    return found


def _identity(observation: FoundResult) -> tuple[object, ...]:
    cells = observation.row.evidence
    names = (observation.arm, observation.endpoint, cells.trial, observation.measure, observation.dose)
    numbers = (cells.timepoint_weeks, observation.value, observation.value_high, observation.ci)
    comparison = fold(observation.versus) if observation.is_contrast else None
    return (*(fold(name) for name in names), *numbers, comparison)


def _merge_controls(observations: Sequence[FoundResult]) -> list[FoundResult]:
    seen: set[tuple[object, ...]] = set()
    merged = []
    for found in observations:
        if members(found.arm) == {CONTROL}:
            cells = found.row.evidence
            value = (cells.timepoint_weeks, fold(cells.trial), family(found.measure), found.value)
            shared = (fold(found.arm), key(found.endpoint), *value)
            if shared in seen:
                continue
            seen.add(shared)
        merged.append(found)
    return merged
