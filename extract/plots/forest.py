"""The forest plot: one line a study with its printed estimate and interval, the null line, pooled only on request."""

from pathlib import Path
from typing import Any

from extract.plots.canvas import ACCENT, INK, QUIET, new_axes, save
from extract.plots.pool import Pooled
from extract.plots.rows import Forest
from extract.query.phrases import interval, numeral

AXIS_NAMES = {
    "RR": "Relative risk",
    "OR": "Odds ratio",
    "HR": "Hazard ratio",
    "IRR": "Incidence rate ratio",
    "RD": "Risk difference (percentage points)",
    "MD": "Mean difference",
    "SMD": "Standardised mean difference",
}

ROW_IN = 0.3
SQUARE_POINTS = (3.0, 9.0)  # from the least to the most precise study


def draw_forest(forest: Forest, path: Path, pooled: Pooled | None = None) -> None:
    """Write the plot as PNG, SVG or PDF, by the file's suffix; ratios on a log axis."""
    lines = len(forest.rows) + (2 if pooled else 0)
    figure, axes = new_axes(6.0, 1.2 + ROW_IN * lines)
    axes.axvline(1.0 if forest.is_ratio else 0.0, color=QUIET, linewidth=1, zorder=0)
    for place, row in enumerate(forest.rows):
        axes.plot([row.low, row.high], [place, place], color=INK, linewidth=1.2, solid_capstyle="butt")
        axes.plot([row.effect], [place], marker="s", color=ACCENT, markersize=_size(forest, place))
        _texts(axes, place, row.label, row.n, row.estimate_text)
    if pooled:
        _draw_pooled(axes, len(forest.rows) + 0.6, pooled)
    _texts(axes, -1, "Study", "n", forest.heading, weight="bold")
    _finish(axes, forest, lines)
    save(figure, path)


def _size(forest: Forest, place: int) -> float:
    """The marker's width: its area grows with the study's precision."""
    precisions = [1 / row.comparison.estimate.sei for row in forest.rows if row.comparison.estimate]
    smallest, largest = SQUARE_POINTS
    return smallest + (largest - smallest) * precisions[place] / max(precisions)


def _draw_pooled(axes: Any, place: float, pooled: Pooled) -> None:
    half = 0.28
    corners = [(pooled.low, place), (pooled.effect, place - half), (pooled.high, place), (pooled.effect, place + half)]
    axes.fill([x for x, _ in corners], [y for _, y in corners], color=ACCENT)
    text = f"{numeral(round(pooled.effect, 2))} {interval(round(pooled.low, 2), round(pooled.high, 2))}"
    _texts(axes, place, "Pooled", "", text, weight="bold")
    axes.text(-0.03, place + 0.9, pooled.label, transform=axes.get_yaxis_transform(), ha="right", va="center", size=7.5)


def _texts(axes: Any, place: float, label: str, n: str, estimate: str, weight: str = "normal") -> None:
    beside = {"transform": axes.get_yaxis_transform(), "va": "center", "weight": weight}
    axes.text(-0.22, place, label, ha="right", **beside)
    axes.text(-0.03, place, n, ha="right", **beside)
    axes.text(1.03, place, estimate, ha="left", **beside)


def _finish(axes: Any, forest: Forest, lines: int) -> None:
    if forest.is_ratio:
        from matplotlib.ticker import LogLocator, NullFormatter, StrMethodFormatter

        axes.set_xscale("log")
        axes.xaxis.set_major_locator(LogLocator(base=10, subs=(1.0, 2.0, 5.0)))
        axes.xaxis.set_major_formatter(StrMethodFormatter("{x:g}"))
        axes.xaxis.set_minor_formatter(NullFormatter())
    axes.set_ylim(lines - 0.2, -1.6)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(AXIS_NAMES[forest.measure])
