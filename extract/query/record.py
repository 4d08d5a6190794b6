"""A stored row and a stored document as the reading side sees them: plain, typed, and quick to import.

`schema.Evidence` says the same with validation, but Pydantic takes 0.1 s to import, a quarter of what a whole query
may. A test holds the two to the same columns and types.
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of the evidence table, column by column in its order; then how sure its rule is (0 to 1).

    Proportions are in percent, times in weeks, pages count from 1; several targets or trials are joined by `;`.

    >>> Record(id="a1", document="a.pdf", page=1, passage="…", kind="study", drug="apremilast", rule="study.phase").drug
    'apremilast'
    """

    id: str
    document: str
    title: str | None = None
    doi: str | None = None
    year: int | None = None
    page: int
    section: str | None = None
    passage: str
    kind: str
    drug: str | None = None
    atc: str | None = None
    route: str | None = None
    dose: str | None = None
    target: str | None = None
    target_source: str | None = None
    indication: str | None = None
    phase: str | None = None
    trial: str | None = None
    registry: str | None = None
    status: str | None = None
    n: int | None = None
    endpoint: str | None = None
    timepoint: str | None = None
    timepoint_weeks: float | None = None
    measure: str | None = None
    value: float | None = None
    value_high: float | None = None
    unit: str | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    events: int | None = None
    arm_n: int | None = None
    comparator: str | None = None
    comparator_value: float | None = None
    comparator_value_high: float | None = None
    comparator_ci_low: float | None = None
    comparator_ci_high: float | None = None
    comparator_events: int | None = None
    comparator_n: int | None = None
    effect_measure: str | None = None
    effect: float | None = None
    effect_ci_low: float | None = None
    effect_ci_high: float | None = None
    ci_level: float | None = None
    p_operator: str | None = None
    p_value: float | None = None
    approximate: bool | None = None
    certainty: str = "affirmed"
    check: str | None = None
    rule: str
    review: str = "unreviewed"
    confidence: float = 1.0


COLUMNS: tuple[str, ...] = tuple(f.name for f in fields(Record) if f.name != "confidence")
"""The columns of the evidence table, in the contract's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """A stored document: its name, how its reading ended, its bibliographic record and its number of rows."""

    sha256: str
    name: str
    outcome: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    journal: str | None = None
    year: int | None = None
    doi: str | None = None
    rows: int = 0
