"""What both pictures share: a figure in our type, and writing it so that equal rows give equal bytes."""

from pathlib import Path
from typing import Any

from schema.errors import MissingPartError, UsageError

SUFFIXES = (".png", ".svg", ".pdf")

INK, QUIET, ACCENT = "#1b1f24", "#8a929b", "#0b5cad"
CURVE_COLOURS = ("#0b5cad", "#c2410c", "#15803d", "#7e22ce", "#a16207", "#be123c", "#0f766e", "#475569")
"""Told apart in print and by most colour-blind readers; arms beyond them repeat with another marker."""

_STYLE = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": QUIET,
    "text.color": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "svg.fonttype": "none",
    "svg.hashsalt": "extract",
    "pdf.fonttype": 42,
}


def check_suffix(path: Path) -> None:
    """Raise UsageError where the file's suffix names no picture format."""
    if path.suffix.casefold() not in SUFFIXES:
        raise UsageError(f"--out: {path.name} is no picture; end it in {', '.join(SUFFIXES)}")


def new_axes(width_in: float, height_in: float) -> tuple[Any, Any]:
    """A figure of that size in inches with one pair of axes.

    Raises:
        MissingPartError: matplotlib is not installed.
    """
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        raise MissingPartError(f"plots need {error.name}: pip install 'extract[plot]'") from error
    matplotlib.rcParams.update(_STYLE)
    figure = Figure(figsize=(width_in, height_in))
    return figure, figure.add_subplot()


def save(figure: Any, path: Path) -> None:
    """Write the picture in the format of the file's suffix, without a date."""
    undated = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}.get(path.suffix.casefold(), {})
    figure.savefig(path, dpi=200, bbox_inches="tight", metadata=undated)
