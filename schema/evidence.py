"""The evidence record: one statement found in a document, column by column in the table's order.

Its table is `schema.tables.EvidenceRow`: the processes that read documents know the record and no database.
"""

from typing import Any

from pydantic import BaseModel, Field, model_validator

from schema.vocabulary import (
    Certainty,
    EffectMeasure,
    Kind,
    Measure,
    Phase,
    POperator,
    ReviewState,
    Status,
    TargetSource,
)


class Evidence(BaseModel):
    """One row of the evidence table, validated; a cell that the text does not support is None.

    Proportions are in percent, times in weeks, pages count from 1. Several targets or trials are joined by `;`.

    >>> Evidence(id="a1", document="a.pdf", page=1, passage="Le baricitinib inhibe JAK1.", kind="mechanism",
    ...          drug="baricitinib", target="JAK1", target_source="text", rule="mechanism.inhibits").target
    'JAK1'
    """

    id: str
    document: str
    title: str | None = None
    doi: str | None = None
    year: int | None = Field(default=None, ge=1500, le=2200)
    page: int = Field(ge=1)
    section: str | None = None
    passage: str
    kind: Kind
    drug: str | None = None
    atc: str | None = None
    route: str | None = None
    dose: str | None = None
    target: str | None = None
    target_source: TargetSource | None = None
    indication: str | None = None
    phase: Phase | None = None
    trial: str | None = None
    registry: str | None = None
    status: Status | None = None
    n: int | None = Field(default=None, ge=0)
    endpoint: str | None = None
    timepoint: str | None = None
    timepoint_weeks: float | None = Field(default=None, ge=0)
    measure: Measure | None = None
    value: float | None = None
    value_high: float | None = None
    unit: str | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    events: int | None = Field(default=None, ge=0)
    arm_n: int | None = Field(default=None, ge=0)
    comparator: str | None = None
    comparator_value: float | None = None
    comparator_value_high: float | None = None
    comparator_ci_low: float | None = None
    comparator_ci_high: float | None = None
    comparator_events: int | None = Field(default=None, ge=0)
    comparator_n: int | None = Field(default=None, ge=0)
    effect_measure: EffectMeasure | None = None
    effect: float | None = None
    effect_ci_low: float | None = None
    effect_ci_high: float | None = None
    ci_level: float | None = Field(default=None, gt=0, lt=100)
    p_operator: POperator | None = None
    p_value: float | None = Field(default=None, ge=0, le=1)
    approximate: bool | None = None
    certainty: Certainty = "affirmed"
    check: str | None = None
    rule: str
    review: ReviewState = "unreviewed"

    @model_validator(mode="before")
    @classmethod
    def _empty_is_none(cls, cells: Any) -> Any:
        """An empty or blank cell of a file or form is an absent value, never an empty string."""
        if not isinstance(cells, dict):
            return cells
        empty = [name for name, cell in cells.items() if isinstance(cell, str) and not cell.strip()]
        return {**cells, **dict.fromkeys(empty)} if empty else cells

    @model_validator(mode="after")
    def _bounds_in_order(self) -> "Evidence":
        for low, high in (("ci_low", "ci_high"), ("comparator_ci_low", "comparator_ci_high")):
            if (getattr(self, low) is None) != (getattr(self, high) is None):
                raise ValueError(f"{low} and {high} come together: {getattr(self, low)}, {getattr(self, high)}")
        return self


EVIDENCE_COLUMNS: tuple[str, ...] = tuple(Evidence.model_fields)
"""The columns of `extract export --format csv`, in the contract's order."""
