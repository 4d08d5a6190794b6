"""The timeline: responder shares of each arm over the weeks, with intervals where the text gives them."""

from pathlib import Path

from extract.plots.canvas import CURVE_COLOURS, new_axes, save
from extract.plots.rows import Timeline

MARKERS = ("o", "s", "^", "D")


def draw_timeline(timeline: Timeline, path: Path) -> None:
    """Write the plot as PNG, SVG or PDF, by the file's suffix; one line an arm of a study."""
    figure, axes = new_axes(7.0, 4.2)
    for place, curve in enumerate(timeline.curves):
        colour = CURVE_COLOURS[place % len(CURVE_COLOURS)]
        marker = MARKERS[place // len(CURVE_COLOURS) % len(MARKERS)]
        weeks, shares = [p[0] for p in curve.points], [p[1] for p in curve.points]
        axes.plot(weeks, shares, color=colour, marker=marker, markersize=5, linewidth=1.4, label=curve.label)
        for week, _, low, high in curve.points:
            if low is not None and high is not None:
                axes.plot([week, week], [low, high], color=colour, linewidth=1)
    axes.set_ylim(0, 100)
    axes.set_xlim(left=0)
    axes.set_xlabel("Weeks")
    axes.set_ylabel(f"{timeline.endpoint} (% of patients)")
    axes.grid(axis="y", color="#e5e7eb", linewidth=0.8)
    axes.set_axisbelow(True)
    axes.legend(loc="upper left", bbox_to_anchor=(1.02, 1), frameon=False, fontsize=8)
    save(figure, path)
