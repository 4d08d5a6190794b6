"""Pooling on request: one estimate over studies, with its model and heterogeneity (statsmodels)."""

from dataclasses import dataclass
from math import exp
from typing import Literal

from extract.plots.rows import Forest
from extract.query.comparison import RATIOS
from schema.errors import MissingPartError, UsageError

Model = Literal["fixed", "random"]


@dataclass(frozen=True, slots=True)
class Pooled:
    """The pooled estimate with its 95 % interval, on the measure's own scale; `i2` in percent, `tau2` on the scale of
    pooling, `q_p` the p value of Cochran's Q.
    """

    model: Model
    studies: int
    effect: float
    low: float
    high: float
    i2: float
    tau2: float
    q_p: float

    @property
    def label(self) -> str:
        """`Random effects (DerSimonian–Laird), 3 studies: I² 12 %, τ² 0.01, Q p 0.32`."""
        name = "Fixed effect (inverse variance)" if self.model == "fixed" else "Random effects (DerSimonian–Laird)"
        return f"{name}, {self.studies} studies: I² {self.i2:.0f} %, τ² {self.tau2:.3f}, Q p {self.q_p:.2f}"


def pool(forest: Forest, model: Model) -> Pooled:
    """The studies' estimates in one, by inverse variance.

    Raises:
        UsageError: fewer than two studies; or the rows are not of one comparator, endpoint and time; or one study gives
            several of them, or sources differ on one.
        MissingPartError: statsmodels is not installed.
    """
    try:
        from numpy import array
        from scipy.stats import chi2
        from statsmodels.stats.meta_analysis import combine_effects
    except ModuleNotFoundError as error:
        raise MissingPartError(f"--pool needs {error.name}: pip install 'extract[plot]'") from error

    _check_poolable(forest)
    estimates = [row.comparison.estimate for row in forest.rows if row.comparison.estimate]
    result = combine_effects(array([e.yi for e in estimates]), array([e.sei**2 for e in estimates]), method_re="dl")
    has_spread = float(result.tau2) > 0  # else the method's estimate is cut at 0, where both models are one
    line = "random effect" if model == "random" and has_spread else "fixed effect"
    effect, _, low, high = (float(value) for value in result.summary_frame().loc[line].iloc[:4])
    if forest.measure in RATIOS:
        effect, low, high = exp(effect), exp(low), exp(high)
    elif forest.measure == "RD":
        effect, low, high = effect * 100, low * 100, high * 100
    return Pooled(
        model=model,
        studies=len(estimates),
        effect=effect,
        low=low,
        high=high,
        i2=100 * max(0.0, float(result.i2)),
        tau2=float(result.tau2) if model == "random" and has_spread else 0.0,
        q_p=float(chi2.sf(result.q, len(estimates) - 1)),
    )


def _check_poolable(forest: Forest) -> None:
    records = [row.comparison.record for row in forest.rows]
    if len(records) < 2:
        raise UsageError("--pool needs at least two studies")
    weeks = {None if record.timepoint_weeks is None else round(record.timepoint_weeks) for record in records}
    for name, option, values in (
        ("endpoint", "--endpoint", {record.endpoint for record in records}),
        ("comparator", "--comparator", {record.comparator for record in records}),
        ("time", "--weeks", weeks),
    ):
        if len(values) > 1:
            listed = ", ".join(sorted(str(value or "none stated") for value in values))
            raise UsageError(f"--pool needs one {name}, the rows have {listed}; choose with {option}")
    studies = [row.comparison.study for row in forest.rows]
    twice = sorted({study for study in studies if studies.count(study) > 1})
    if twice:
        raise UsageError(
            f"--pool counts a study once, several rows are of {', '.join(twice)}; choose with --drug or --document"
        )
