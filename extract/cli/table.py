"""A table that fits the terminal: columns give way where they are widest, a shortened cell ends in an ellipsis."""

import os
import shutil
import sys
from collections.abc import Sequence

from extract.cli.terminal import one_line

GAP = "  "
MIN_WIDTH = 8  # a column gives way down to this, so that its cells can still be told apart


def terminal_width() -> int | None:
    """Columns of the terminal; None where the output goes to a file or pipe and COLUMNS does not say."""
    width = shutil.get_terminal_size((0, 0)).columns
    return width or None


def format_table(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int | None) -> list[str]:
    """The lines of a table at most `width` characters wide; None for as wide as the cells.

    >>> for line in format_table(["drug", "endpoint"], [["ruxolitinib", "F-VASI75, semaine 24"]], 25): print(line)
    drug         endpoint
    ruxolitinib  F-VASI75, s…
    """
    cells = [list(headings), *([one_line(cell) for cell in row] for row in rows)]
    natural = [max(len(row[place]) for row in cells) for place in range(len(headings))]
    widths = natural if width is None else fit_widths(natural, width - len(GAP) * (len(headings) - 1))
    return [GAP.join(_fit(cell, w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in cells]


def fit_widths(natural: Sequence[int], total: int) -> list[int]:
    """The widths with the widest cut first until their sum is `total`, none below MIN_WIDTH unless it was.

    >>> fit_widths([10, 40, 30], 60), fit_widths([4, 20], 10)
    ([10, 25, 25], [4, 8])
    """
    widths = list(natural)
    while sum(widths) > total:
        widest = max(range(len(widths)), key=lambda place: widths[place])
        if widths[widest] <= MIN_WIDTH:
            break
        widths[widest] -= 1
    return widths


def bold(line: str) -> str:
    """The line in bold on a terminal that wants colour (https://no-color.org), else as it is."""
    wants_colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return f"\x1b[1m{line}\x1b[0m" if wants_colour else line


def _fit(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else cell[: width - 1].rstrip() + "…"
