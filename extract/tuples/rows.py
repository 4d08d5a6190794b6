"""From a series whose slots are told to drafts: one a treatment, comparator, endpoint, time and trial."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from extract.entities.model import Endpoint, Interval
from extract.tuples.arm import Arm
from extract.tuples.cells import Cell
from extract.tuples.distribution import BASELINE, Member, Moment, Observation
from extract.tuples.estimate import Estimate
from extract.tuples.frame import Frame
from extract.tuples.model import ArmValue, ContrastValue, Draft, PrintedP
from extract.tuples.outcomes import Outcome, own_moment
from extract.tuples.programmes import expand
from extract.tuples.series import Series
from schema.vocabulary import EffectMeasure, Measure

_CONFIDENCE = {"named_arms": 0.9, "in_order": 0.85, "contrast": 0.8, "carried_arm": 0.75}
"""The author's own estimate by the way in which the arms were found; gold measures it (confidence.yaml)."""


class Told(NamedTuple):
    """A series with all that is told of it; `written` gives the text of a time, `p` a p by the offset of its value."""

    series: Series
    outcome: Outcome
    measure: Measure | None
    moment: Moment | None
    trials: tuple[str, ...]
    pooled: bool
    frame: Frame
    start: int
    end: int
    p: Mapping[int, PrintedP]
    time_text: Mapping[Moment, str]
    casting: str  # how the arms were found, part of the rule's name


def rows(told: Told) -> Iterator[Draft]:
    """The drafts of one series; a member without an arm gives none."""
    treatments, comparators = sides(told.series, told.frame)
    contrasts = [] if _lacks_its_treatment(told.series, treatments) else list(told.series.contrasts)
    for index, treatment in enumerate(treatments):
        mine = _contrasts_of(told.series, treatments, index, contrasts)
        opposite: Sequence[Member | None] = comparators or [None]
        for comparator in opposite:
            yield from _pairs(
                told, treatment, comparator, mine if comparator is opposite[-1] or len(opposite) == 1 else []
            )
    if not treatments:
        for cell in contrasts:
            yield from _contrast_alone(told, cell)


def _lacks_its_treatment(series: Series, treatments: Sequence[Member]) -> bool:
    """Whether a control stands alone only because nobody knows the treatment beside it: the ratio is of both."""
    return any(m.arm is None for m in series.members) and all(m.arm and m.arm.is_control for m in treatments)


def sides(series: Series, frame: Frame) -> tuple[list[Member], list[Member]]:
    """Treatments and comparators of a series: controls and what a cue compares with are comparators, else of two the
    second; of three or more treatments without a reference none is. A control that is told first stays one."""
    unit = series.members[0].observations[0].estimate.unit if series.members else ""
    members = [m for m in series.members if m.arm and _same_unit(unit, m.observations[0].estimate.unit)]
    controls = [m for m in members if m.arm and m.arm.is_control]
    if controls and controls[0] is members[0] and not members[0].compared and len(controls) < len(members):
        return [m for m in members if m not in controls], controls  # « 40 % sous placebo, contre 8 % sous X »
    comparators = [m for m in members if m.compared or m in controls]
    treatments = [m for m in members if m not in comparators]
    if not treatments and any(m.arm == BASELINE for m in comparators):
        treatments = [m for m in comparators if m.arm != BASELINE]  # « de 2,5 à 2,0 sous placebo »
        comparators = [m for m in comparators if m not in treatments]
    if not treatments:
        lone = len(comparators) == 1 and comparators[0].at_hand and comparators[0].arm != BASELINE
        return (comparators, []) if lone else ([], [])
    head = next((m.arm for m in treatments if m.arm and m.arm.name in frame.drugs), treatments[0].arm)
    others = [m for m in treatments if m.arm and head and m.arm.name != head.name]
    listed = len(treatments) > 2 and not comparators
    behind = [m for m in others if comparators and comparators[0].compared and m.start > comparators[0].start]
    if behind and not listed:  # « 9 %, versus 8 % avec le placebo et 7 % avec Y »
        return [m for m in treatments if m not in behind], [*comparators, *behind]
    if others and not listed and not any(m.compared for m in members):
        first = [m for m in treatments if m not in others]
        return (others, first) if _is_of_second(series, first, others) else (first, [*others, *comparators])
    return treatments, comparators


def _is_of_second(series: Series, first: Sequence[Member], second: Sequence[Member]) -> bool:
    """« 37 % sous A, 14 % sous B (OR 3,6) » of an article on B: a ratio above one is of the arm with the higher share.

    Told only where two arms without a control have one ratio of events, and its interval leaves one out.
    """
    ratio = series.contrasts[0].estimate if len(series.contrasts) == 1 else None
    if ratio is None or ratio.contrast not in ("RR", "OR") or len(series.members) != 2 or ratio.interval is None:
        return False
    one, other = (m[0].observations[0].estimate for m in (first, second))
    if one.unit != "%" or one.value == other.value or ratio.interval.low <= 1 <= ratio.interval.high:
        return False
    return (ratio.value > 1) != (one.value > other.value)


def _same_unit(one: str, other: str) -> bool:
    """Whether two values can be of one measure; a unit may be left out after the first (« 6 points et 4 »)."""
    return one == other or ("%" not in (one, other) and "" in (one, other))


def _contrasts_of(series: Series, treatments: Sequence[Member], index: int, contrasts: Sequence[Cell]) -> list[Cell]:
    """The contrasts of one treatment: all where there is one, in order where they are as many, else those behind it."""
    if len(treatments) == 1:
        return list(contrasts)
    if len(contrasts) == len(treatments):
        return [contrasts[index]]
    following = treatments[index + 1].start if index + 1 < len(treatments) else series.end
    return [c for c in contrasts if treatments[index].end <= c.estimate.start < following]


def _pairs(told: Told, treatment: Member, comparator: Member | None, contrasts: Sequence[Cell]) -> Iterator[Draft]:
    """The rows of one treatment against one comparator, a single value shared by several times or trials."""
    left, right = treatment.observations, comparator.observations if comparator else (None,)
    size = max(len(left), len(right))
    for index in range(size):
        one = left[index] if len(left) == size else left[0]
        other = right[index] if len(right) == size else right[0]
        for trials in _trials(told, one, other):
            yield from _row(told, treatment, comparator, (one, other), trials, contrasts if index == 0 else ())


def _trials(told: Told, one: Observation, other: Observation | None) -> list[tuple[str, ...]]:
    own = one.trials or (other.trials if other else ())
    if own or told.pooled or len(told.trials) < 2:
        return [expand(own or told.trials, (study.trial for study in told.frame.studies))]
    return [(trial,) for trial in told.trials]


def _row(
    told: Told, treatment: Member, comparator: Member | None, pair: tuple[Observation, Observation | None],
    trials: tuple[str, ...], contrasts: Sequence[Cell],
) -> Iterator[Draft]:  # fmt: skip
    one, other = pair
    arms = treatment.arm, comparator.arm if comparator else told.series.against
    estimate = one.estimate
    p = _p_of(told, [estimate.start, *([other.estimate.start] if other else [])])
    first = contrasts[0] if contrasts else None
    values = (
        _arm_value(estimate, told.frame.size_of(treatment.arm)),
        _arm_value(other.estimate, told.frame.size_of(comparator.arm)) if other and comparator else _NO_VALUE,
    )
    p_here = p or (_p_of(told, [first.estimate.start]) if first else None)
    moment = one.moment or (other.moment if other else None) or told.moment
    endpoint = one.endpoint or (other.endpoint if other else None)
    yield _draft(told, (moment, endpoint), arms, trials, first, p_here, estimate, values)
    for cell in contrasts[1:]:
        p_here = _p_of(told, [cell.estimate.start]) or p
        yield _draft(told, (moment, endpoint), arms, trials, cell, p_here)


_NO_VALUE = ArmValue()


def _draft(
    told: Told, about: tuple[Moment | None, Endpoint | None], arms: tuple[Arm | None, Arm | None],
    trials: tuple[str, ...], contrast: Cell | None, p: PrintedP | None, estimate: Estimate | None = None,
    values: tuple[ArmValue, ArmValue] = (_NO_VALUE, _NO_VALUE),
) -> Draft:  # fmt: skip
    """One row, made in one go; `estimate` is the value of the first of the `arms`, where the row holds `values`."""
    (moment, endpoint), (arm, comparator) = about, arms
    compared = contrast.estimate if contrast else None
    level_of = compared or estimate
    return Draft(
        kind="result",
        rule=f"result.{told.casting}",
        confidence=_CONFIDENCE[told.casting],
        start=told.start,
        end=told.end,
        drug=arm.name if arm else None,
        dose=arm.dose if arm else None,
        indication=told.frame.indication,
        phase=told.frame.phase_of(trials),
        trials=trials,
        registry=told.frame.registry,
        n=(compared.participants if compared else None) or told.frame.n,
        endpoint=endpoint.label if endpoint else told.outcome.label,
        timepoint=told.time_text.get(moment) if moment else None,
        timepoint_weeks=moment.timepoint.weeks if moment else None,
        measure=told.measure if estimate else None,
        unit=_unit(estimate, told.outcome) if estimate else None,
        arm=values[0],
        comparator=_comparator_name(arm, comparator),
        comparator_arm=values[1],
        contrast=_contrast(told, contrast) if contrast else None,
        ci_level=_level(level_of) if level_of else None,
        p=p,
        approximate=estimate is not None and estimate.approximate,
    )


def _comparator_name(arm: Arm | None, comparator: Arm | None) -> str | None:
    """The comparator; another dose of the same drug goes by that dose."""
    if comparator is None:
        return None
    return comparator.dose if arm and comparator.name == arm.name and comparator.dose else comparator.name


def _contrast_alone(told: Told, cell: Cell) -> Iterator[Draft]:
    """A contrast whose arms' values the text does not give: « RR 0,65 (IC95 % 0,54-0,78) »."""
    if cell.arm is None:
        return
    against = cell.against or told.series.against
    for trials in [told.trials] if told.pooled or len(told.trials) < 2 else [(t,) for t in told.trials]:
        p = _p_of(told, [cell.estimate.start])
        yield _draft(told, (_own_time(told, cell), None), (cell.arm, against), trials, cell, p)


def _own_time(told: Told, cell: Cell) -> Moment | None:
    """« un RR de 0,65 à 6 mois, de 0,58 à 12 mois »: the time told with each contrast, else that of the series."""
    moment = own_moment(cell)
    return moment if moment in told.time_text else told.moment


def _p_of(told: Told, offsets: Sequence[int]) -> PrintedP | None:
    return next((told.p[at] for at in offsets if at in told.p), None)


def _arm_value(estimate: Estimate, size: int | None) -> ArmValue:
    interval = estimate.interval
    return ArmValue(
        estimate.value,
        estimate.value_high,
        (interval.low, interval.high) if isinstance(interval, Interval) else None,
        estimate.events,
        estimate.n if estimate.n is not None else size,
    )


def _contrast(told: Told, cell: Cell) -> ContrastValue:
    estimate = cell.estimate
    assert estimate.contrast
    interval = estimate.interval
    return ContrastValue(
        _difference_kind(estimate.contrast, told.outcome, told.measure),
        estimate.value,
        (interval.low, interval.high) if interval else None,
    )


def _difference_kind(measure: EffectMeasure, outcome: Outcome, of_arms: Measure | None) -> EffectMeasure:
    """A difference is one of risks or of means by what the arms' values are, whatever unit the text prints."""
    if measure not in ("RD", "MD"):
        return measure
    if of_arms == "proportion" or (of_arms is None and outcome.kind == "response"):
        return "RD"
    if of_arms in ("mean", "median", "mean_change", "percent_change"):
        return "MD"
    return "MD" if outcome.scored else measure


def _level(estimate: Estimate) -> float | None:
    return estimate.interval.level if estimate.interval else None


def _unit(estimate: Estimate, outcome: Outcome) -> str | None:
    if estimate.unit:
        return estimate.unit
    return "points" if outcome.scored else None
