"""What a picture shows, chosen from the rows: one measure for a forest plot, responder shares for a timeline."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from extract.query.comparison import RATIOS, Comparison, read_comparisons, study_label
from extract.query.concordance import is_finding
from extract.query.phrases import interval, numeral
from extract.query.record import Record
from schema.errors import UsageError


@dataclass(frozen=True, slots=True)
class ForestRow:
    """One study's line: its printed estimate and interval, with the label and number of participants."""

    comparison: Comparison
    label: str
    n: str
    effect: float
    low: float
    high: float

    @property
    def estimate_text(self) -> str:
        """`4 [1.9–8.4]` as printed."""
        return f"{numeral(self.effect)} {interval(self.low, self.high)}"


@dataclass(frozen=True, slots=True)
class Forest:
    """The lines of a forest plot of one measure, and the rows left out by reason."""

    measure: str
    rows: tuple[ForestRow, ...]
    left_out: dict[str, int]

    @property
    def heading(self) -> str:
        """`RR [95 % CI]`; without the level where the rows' levels differ."""
        levels = {row.comparison.record.ci_level or 0.0 for row in self.rows}
        return f"{self.measure} [{numeral(levels.pop())} % CI]" if len(levels) == 1 else f"{self.measure} [CI]"

    @property
    def is_ratio(self) -> bool:
        """True for measures of which 1 means no difference."""
        return self.measure in RATIOS


@dataclass(frozen=True, slots=True)
class Curve:
    """Responder shares of one arm over time: weeks, percent, and intervals where the text gives them."""

    label: str
    points: tuple[tuple[float, float, float | None, float | None], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The curves of a timeline of one endpoint, and the rows left out by reason."""

    endpoint: str
    curves: tuple[Curve, ...]
    left_out: dict[str, int]


def choose_forest(records: Iterable[Record], measure: str | None = None) -> Forest:
    """The printed estimates of one measure: the one asked for, else the one that most rows have.

    Raises:
        UsageError: no row has an estimate with its interval, or none of the measure asked for.
    """
    comparisons = read_comparisons(records)
    with_estimate = [c for c in comparisons.kept if c.estimate]
    held = Counter(c.estimate.measure for c in with_estimate if c.estimate)
    chosen = measure or min(held, key=lambda m: (-held[m], m), default=None)
    rows = tuple(_forest_row(c) for c in with_estimate if c.estimate and c.estimate.measure == chosen)
    if not rows or chosen is None:
        have = f"; the rows have {', '.join(sorted(held))}" if held else ""
        raise UsageError(f"no {measure or 'estimate'} with its interval to draw{have}")
    left_out = dict(comparisons.left_out)
    if len(rows) < len(comparisons.kept):
        left_out[f"no printed {chosen} with its interval"] = len(comparisons.kept) - len(rows)
    return Forest(chosen, rows, left_out)


def choose_timeline(records: Iterable[Record]) -> Timeline:
    """The responder shares of the endpoint that most rows have, one curve a study and arm.

    Raises:
        UsageError: no row has a share at a time.
    """
    held = list(records)
    shares = [r for r in held if is_finding(r) and r.measure == "proportion" and r.timepoint_weeks is not None]
    endpoints = Counter(record.endpoint or "" for record in shares)
    if not endpoints:
        raise UsageError("no responder share at a stated time to draw")
    endpoint = min(endpoints, key=lambda name: (-endpoints[name], name))
    curves: dict[str, dict[float, tuple[float, float, float | None, float | None]]] = defaultdict(dict)
    drawn = [record for record in shares if record.endpoint == endpoint]
    for record in drawn:
        _add_points(record, curves)
    found = tuple(
        Curve(label, tuple(points[week] for week in sorted(points))) for label, points in sorted(curves.items())
    )
    left_out = {f"no share of {endpoint} at a stated time": len(held) - len(drawn)} if len(drawn) < len(held) else {}
    return Timeline(endpoint, found, left_out)


def _add_points(
    record: Record, curves: dict[str, dict[float, tuple[float, float, float | None, float | None]]]
) -> None:
    """Add the treated arm's point and the comparator's; the first row that gives an arm's value at a time counts."""
    weeks = record.timepoint_weeks
    if weeks is None:
        return
    study = study_label(record)
    treated = " ".join(part for part in (record.drug, record.dose) if part)
    if record.value is not None:
        curves[f"{study}: {treated}"].setdefault(weeks, (weeks, record.value, record.ci_low, record.ci_high))
    if record.comparator_value is not None and record.comparator:
        point = (weeks, record.comparator_value, record.comparator_ci_low, record.comparator_ci_high)
        curves[f"{study}: {record.comparator}"].setdefault(weeks, point)


def _forest_row(comparison: Comparison) -> ForestRow:
    record = comparison.record
    week = f" S{record.timepoint_weeks:.0f}" if record.timepoint_weeks is not None else ""
    mark = " (sources differ)" if comparison.is_conflict else ""
    label = f"{comparison.study}: {comparison.treated.name} vs {record.comparator}, {record.endpoint}{week}{mark}"
    sizes = [arm.n for arm in (comparison.treated, comparison.control) if arm.n]
    n = " / ".join(map(str, sizes)) if len(sizes) == 2 else str(record.n or "")
    effect, low, high = (float(x or 0) for x in (record.effect, record.effect_ci_low, record.effect_ci_high))
    return ForestRow(comparison, label, n, effect, low, high)
