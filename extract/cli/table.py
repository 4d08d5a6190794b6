"""A table that fits the terminal: columns give way where they are widest, cells wrap, a shortened one ends in « … »."""

import os
import shutil
import sys
import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from extract.cli.terminal import one_line
from extract.query.phrases import bound

GAP = "  "
MAX_WORD = 12  # a column gives way down to its longest word, or to this where that is longer
MAX_LINES = 3  # of a cell


def terminal_width() -> int | None:
    """Columns of the terminal; None where the output goes to a file or pipe and COLUMNS does not say."""
    width = shutil.get_terminal_size((0, 0)).columns
    return width or None


def format_table(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int | None) -> list[str]:
    """The heading and each row, at most `width` characters wide and MAX_LINES high; None for as wide as the cells.

    >>> rows = [["ruxolitinib", "F-VASI75, semaine 24"], ["dupilumab", "EASI75"]]
    >>> for text in format_table(["drug", "endpoint"], rows, 25): print(text)
    drug         endpoint
    ruxolitinib  F-VASI75,
                 semaine 24
    dupilumab    EASI75
    """
    cells = [list(headings), *([one_line(cell) for cell in row] for row in rows)]
    natural = [max(len(row[place]) for row in cells) for place in range(len(headings))]
    if width is None:
        return [_row_text(row, natural) for row in cells]
    floors = [min(MAX_WORD, max(_longest_word(row[place]) for row in cells)) for place in range(len(headings))]
    widths = fit_widths(natural, floors, width - len(GAP) * (len(headings) - 1))
    return [_row_text(row, widths) for row in cells]


def fit_widths(natural: Sequence[int], floors: Sequence[int], total: int) -> list[int]:
    """The widths with the widest cut first until their sum is `total` or each is at its floor.

    >>> fit_widths([10, 40, 30], [8, 8, 8], 60), fit_widths([4, 20], [4, 8], 10)
    ([10, 25, 25], [4, 8])
    """
    widths = list(natural)
    while sum(widths) > total:
        above = [place for place, (width, floor) in enumerate(zip(widths, floors, strict=True)) if width > floor]
        if not above:
            break
        widths[max(above, key=lambda place: widths[place])] -= 1
    return widths


def bold(line: str) -> str:
    """The line in bold on a terminal that wants colour (https://no-color.org), else as it is."""
    wants_colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return f"\x1b[1m{line}\x1b[0m" if wants_colour else line


def _row_text(cells: Sequence[str], widths: Sequence[int]) -> str:
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    lines = zip_longest(*wrapped, fillvalue="")
    return "\n".join(
        GAP.join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip() for parts in lines
    )


def _longest_word(cell: str) -> int:
    return max(map(len, bound(cell).split(" ")), default=0)


def _wrapped(cell: str, width: int) -> list[str]:
    if len(cell) <= width:
        return [cell]
    lines = textwrap.wrap(bound(cell), width, max_lines=MAX_LINES, placeholder="…", break_on_hyphens=False)
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]
