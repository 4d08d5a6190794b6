"""A result row as meta-analysis needs it: two arms with events and sizes, or means with deviations, or an estimate.

Everything is computed from the row's own numbers or left out with the reason; nothing is filled in.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import log, sqrt
from pathlib import PurePath
from statistics import NormalDist

from extract.query.concordance import COMPARED_CELLS, is_finding, quote_of, same_number
from extract.query.fold import fold
from extract.query.phrases import numeral
from extract.query.record import Record

RATIOS = ("RR", "OR", "HR", "IRR")
DIFFERENCES = ("RD", "MD", "SMD")

MIN_N_FOR_NORMAL = 60
"""Arms from this size on: the normal quantile stands for Student's (Cochrane Handbook, 6.5.2.2)."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm: its name, size, and events (stated, or computed from the percentage) or mean with deviation."""

    name: str
    n: int | None
    events: int | None = None
    is_computed: bool = False
    mean: float | None = None
    sd: float | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """A contrast on the scale on which it is pooled: ratios as their logarithm, RD as a fraction (not percent)."""

    measure: str
    yi: float
    sei: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """A result of one study: treated arm against control arm, and the printed estimate where it has an interval.

    `is_conflict` marks rows of one trial, endpoint and time whose numbers differ between documents.
    """

    record: Record
    study: str
    treated: Arm
    control: Arm
    estimate: Estimate | None
    is_conflict: bool = False

    @property
    def has_events(self) -> bool:
        """True where both arms have events and size."""
        return all(arm.events is not None and arm.n for arm in (self.treated, self.control))

    @property
    def has_means(self) -> bool:
        """True where both arms have mean, deviation and size."""
        return all(arm.sd is not None and arm.n for arm in (self.treated, self.control))


@dataclass(frozen=True, slots=True)
class Comparisons:
    """The comparisons that rows hold, one a study, endpoint and time, and the rows left out by reason."""

    kept: tuple[Comparison, ...]
    left_out: dict[str, int]


def read_comparisons(records: Iterable[Record]) -> Comparisons:
    """The comparisons in the rows, in their order; what a second document repeats is left out and counted."""
    left_out: Counter[str] = Counter()
    held: list[Comparison] = []
    for record in records:
        found = read_comparison(record)
        if isinstance(found, Comparison):
            held.append(found)
        else:
            left_out[found] += 1
    kept, repeated = _independent(held)
    if repeated:
        left_out["repeats a study that another row already gives"] = repeated
    return Comparisons(kept, dict(left_out))


def read_comparison(record: Record) -> Comparison | str:
    """The comparison that the row holds, or the reason why it holds none."""
    if not is_finding(record):
        return "no stated result of a drug on an endpoint"
    if not record.comparator or record.comparator == "baseline":
        return "no comparator arm"
    treated, control = _arms(record)
    comparison = Comparison(record, study_label(record), treated, control, read_estimate(record))
    if comparison.estimate is None and not comparison.has_events and not comparison.has_means:
        return "neither events with arm sizes, nor means with deviations, nor an estimate with its interval"
    return comparison


def study_label(record: Record) -> str:
    """What a study is called: its trial, its registry number, else its document.

    >>> study_label(Record(id="a", document="peau 2.pdf", page=1, passage="", kind="result", rule="r"))
    'peau 2'
    """
    return record.trial or record.registry or PurePath(record.document).stem


def read_estimate(record: Record) -> Estimate | None:
    """The printed contrast with its standard error from the interval; None where either is missing or makes no sense.

    se = (upper − lower) / (2 z), for ratios on the log scale (Cochrane Handbook, 6.3.1 and 6.3.2).

    >>> row = Record(id="a", document="a.pdf", page=1, passage="", kind="result", rule="r",
    ...     effect_measure="RR", effect=4.0, effect_ci_low=1.9, effect_ci_high=8.4, ci_level=95.0)
    >>> estimate = read_estimate(row); round(estimate.yi, 3), round(estimate.sei, 3)
    (1.386, 0.379)
    """
    values = (record.effect, record.effect_ci_low, record.effect_ci_high)
    measure, level = record.effect_measure, record.ci_level
    if measure not in (*RATIOS, *DIFFERENCES) or level is None or None in values:
        return None
    point, low, high = (float(value) for value in values if value is not None)
    if not low <= point <= high or low == high or (measure in RATIOS and low <= 0):
        return None
    if measure in RATIOS:
        point, low, high = log(point), log(low), log(high)
    elif measure == "RD":
        point, low, high = point / 100, low / 100, high / 100
    return Estimate(measure, point, (high - low) / (2 * quantile(level)))


def quantile(level: float) -> float:
    """The normal quantile of a two-sided interval, its level in percent.

    >>> round(quantile(95), 2)
    1.96
    """
    return NormalDist().inv_cdf(0.5 + level / 200)


def events_from_percent(percent: float, n: int) -> int | None:
    """The number of events that the printed percentage of `n` stands for, or None where no number rounds to it.

    >>> events_from_percent(38.0, 224), events_from_percent(29.8, 221)
    (85, None)
    """
    events = round(percent * n / 100)
    digits = len(numeral(percent).partition(".")[2])
    is_exact = 0 <= events <= n and abs(events / n * 100 - percent) <= 0.5 * 10.0**-digits + 1e-9
    return events if is_exact else None


def _arms(record: Record) -> tuple[Arm, Arm]:
    treated = _arm(
        record,
        " ".join(part for part in (record.drug, record.dose) if part),
        (record.events, record.arm_n),
        (record.value, record.value_high),
        (record.ci_low, record.ci_high),
    )
    control = _arm(
        record,
        record.comparator or "",
        (record.comparator_events, record.comparator_n),
        (record.comparator_value, record.comparator_value_high),
        (record.comparator_ci_low, record.comparator_ci_high),
    )
    return treated, control


def _arm(
    record: Record,
    name: str,
    counts: tuple[int | None, int | None],
    values: tuple[float | None, float | None],
    interval: tuple[float | None, float | None],
) -> Arm:
    events, n = counts
    value, value_high = values
    if n is None or n == 0 or (events is not None and events > n):
        return Arm(name, None)
    if events is not None:
        return Arm(name, n, events)
    if value is None or value_high is not None or record.approximate:
        return Arm(name, n)
    if record.measure == "proportion":
        computed = events_from_percent(value, n)
        return Arm(name, n, computed, is_computed=computed is not None)
    if record.measure in ("mean", "mean_change"):
        return Arm(name, n, mean=value, sd=_deviation(n, interval, record.ci_level))
    return Arm(name, n)


def _deviation(n: int, interval: tuple[float | None, float | None], level: float | None) -> float | None:
    """The standard deviation behind a mean's interval (Cochrane Handbook, 6.5.2.2), for arms large enough."""
    low, high = interval
    if low is None or high is None or level is None or n < MIN_N_FOR_NORMAL or high <= low:
        return None
    return sqrt(n) * (high - low) / (2 * quantile(level))


def _independent(held: list[Comparison]) -> tuple[tuple[Comparison, ...], int]:
    """Each study's comparison once: equal quotes of other documents fall away, unequal ones are all kept and marked."""
    groups: dict[tuple[object, ...], list[Comparison]] = defaultdict(list)
    for comparison in held:
        groups[_identity(comparison.record)].append(comparison)
    kept: list[Comparison] = []
    for same in groups.values():
        fullest = max(same, key=lambda c: (c.has_events, c.estimate is not None, c.has_means))
        if all(_agree(fullest.record, other.record) for other in same):
            kept.append(fullest)
        else:
            kept += [replace(comparison, is_conflict=True) for comparison in same]
    return tuple(kept), len(held) - len(kept)


def _identity(record: Record) -> tuple[object, ...]:
    """What makes two rows the same observation; rows without a trial are the same only inside one document."""
    week = None if record.timepoint_weeks is None else round(record.timepoint_weeks)
    arms = (record.drug, fold(record.dose or ""), record.comparator)
    study = record.trial or record.registry or ("document", record.document, record.id)
    return (study, *arms, record.endpoint, week, record.measure)


def _agree(one: Record, other: Record) -> bool:
    """No number that both rows give differs beyond rounding."""
    pairs = ((quote_of(one, cell), quote_of(other, cell)) for cell in COMPARED_CELLS)
    return all(a is None or b is None or same_number(a, b) for a, b in pairs)
