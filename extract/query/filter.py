"""`Filter`: what a reviewer asks of the evidence; every criterion that is given must hold."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from `low` to `high`, both included; None leaves a side open."""

    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Criteria on the evidence table. A row meets a criterion that lists several values when it meets one of them.

    Names are as the user wrote them: any case, synonyms, brands, classes; `matching` finds the stored names they mean.
    `weeks` is the time of measurement in weeks. `flagged` asks for rows with (True) or without (False) a check flag.
    """

    drugs: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    indications: tuple[str, ...] = ()
    endpoints: tuple[str, ...] = ()
    trials: tuple[str, ...] = ()
    registries: tuple[str, ...] = ()
    comparators: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    certainties: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    weeks: Range | None = None
    years: Range | None = None
    flagged: bool | None = None
    min_confidence: float | None = None
    text: str | None = None
    superseded: bool = False
