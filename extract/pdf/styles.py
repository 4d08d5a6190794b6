"""The typography of a document: its body size, and from it which blocks are headings and which the title."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.pdf.blocks import Block
from extract.pdf.lines import Line

HEADING_SIZE = 1.07
"""A heading in the body's weight is larger than the body at least by this factor (9.6 on 9 pt)."""

MAX_HEADING_CHARS = 180
"""Longer blocks are text, however they are set."""

MAX_HEADING_LINES = 4

TITLE_SIZE = 1.3
"""The article's title is larger than the body at least by this factor."""

_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Style:
    """The body's font size in points and whether it is bold."""

    size: float
    is_bold: bool


def style_of(lines: Iterable[Line]) -> Style:
    """The style of most characters; size 0 for no lines.

    Sizes are counted to a fifth of a point, because some programs scale every line a little.
    """
    exact: defaultdict[tuple[float, bool], int] = defaultdict(int)
    for line in lines:
        exact[line.size, line.is_bold] += len(line.text) - line.text.count(" ")
    counts: Counter[tuple[float, bool]] = Counter()
    for (size, is_bold), count in exact.items():
        counts[round(size * 5) / 5, is_bold] += count
    sizes: Counter[float] = Counter()
    for (size, _), count in counts.items():
        sizes[size] += count
    body = max(sizes, key=lambda s: (sizes[s], s), default=0.0)
    return Style(body, counts[body, True] > counts[body, False])


def is_heading(block: Block, style: Style) -> bool:
    """Whether a block is set as a heading: short, and larger or bolder than the body, or a line of capitals."""
    text = block.text.rstrip()
    if len(text) > MAX_HEADING_CHARS or len(block.lines) > MAX_HEADING_LINES or not _LETTERS.search(text):
        return False
    if text.endswith((".", ",", ";")) and not text.endswith("..."):
        return False
    larger = block.size >= HEADING_SIZE * style.size
    bolder = block.lines[0].is_bold and not style.is_bold and block.size >= 0.9 * style.size
    return larger or bolder or (block.lines[0].is_capitals and len(block.lines) == 1)


def title_of(blocks: Sequence[Block], style: Style) -> Block | None:
    """The largest block of a first page, if it is clearly larger than the body; the longer of two as large."""
    large = [b for b in blocks if b.size >= TITLE_SIZE * style.size and len(b.text.split()) > 1]
    return max(large, key=lambda b: (round(b.size), len(b.text)), default=None)


def style_key(block: Block) -> tuple[float, bool]:
    """What ranks a heading: its size to half a point, and bold before regular."""
    return round(block.size * 2) / 2, block.lines[0].is_bold


def ranks(styles: Iterable[tuple[float, bool]]) -> dict[tuple[float, bool], int]:
    """Rank of each heading style from 1, larger before smaller and bold before regular."""
    return {style: rank for rank, style in enumerate(sorted(set(styles), reverse=True), start=1)}
