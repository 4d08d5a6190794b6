"""What the tuple rules hand on before a row is complete: `Draft`, one a row, without document-level cells."""

from typing import NamedTuple

from schema.vocabulary import Certainty, EffectMeasure, Kind, Measure, Phase, POperator, Status


class ArmValue(NamedTuple):
    """What one arm showed: value (percent for proportions), range end, confidence interval, events and size."""

    value: float | None = None
    value_high: float | None = None
    ci: tuple[float, float] | None = None
    events: int | None = None
    n: int | None = None


class ContrastValue(NamedTuple):
    """A contrast between two arms with its interval; `value` None where only a p compares them."""

    measure: EffectMeasure
    value: float | None = None
    ci: tuple[float, float] | None = None


class PrintedP(NamedTuple):
    """A p value as printed; `value` None for « NS »."""

    operator: POperator
    value: float | None


class Draft(NamedTuple):
    """One statement as a rule found it; `start` and `end` are the passage's characters in the source text.

    Names are canonical (INN, symbols, labels); cells that the text does not support stay None. `confidence` is the
    rule's calibrated precision, 0 to 1. `target` on a result or study is filled later from the lexicon.
    """

    kind: Kind
    rule: str
    confidence: float
    start: int
    end: int
    drug: str | None = None
    dose: str | None = None
    route: str | None = None
    target: str | None = None
    indication: str | None = None
    phase: Phase | None = None
    trials: tuple[str, ...] = ()
    registry: str | None = None
    status: Status | None = None
    n: int | None = None
    endpoint: str | None = None
    timepoint: str | None = None
    timepoint_weeks: float | None = None
    measure: Measure | None = None
    unit: str | None = None
    arm: ArmValue = ArmValue()
    comparator: str | None = None
    comparator_arm: ArmValue = ArmValue()
    contrast: ContrastValue | None = None
    ci_level: float | None = None
    p: PrintedP | None = None
    approximate: bool = False
    certainty: Certainty = "affirmed"
