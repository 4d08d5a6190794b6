"""The typography of a document: its body size, and from it which blocks are headings and which the title."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

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


def body_size(lines: Iterable[Line]) -> float:
    """The font size of most characters, in points; 0 for no lines.

    Sizes are counted to a fifth of a point, because some programs scale every line a little.
    """
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size * 5) / 5] += sum(len(w.text) for w in line.words)
    return max(counts, key=lambda s: (counts[s], s), default=0.0)


def body_is_bold(lines: Iterable[Line]) -> bool:
    """Whether most characters are bold, so that bold tells no heading."""
    bold = regular = 0
    for line in lines:
        length = sum(len(w.text) for w in line.words)
        bold, regular = bold + length * line.is_bold, regular + length * (not line.is_bold)
    return bold > regular


def is_heading(block: Block, body: float, bold_body: bool) -> bool:
    """Whether a block is set as a heading: short, and larger or bolder than the body."""
    text = block.text
    if len(text) > MAX_HEADING_CHARS or len(block.lines) > MAX_HEADING_LINES or not _LETTERS.search(text):
        return False
    if text.rstrip().endswith((".", ",", ";")) and not text.rstrip().endswith("..."):
        return False
    larger = block.size >= HEADING_SIZE * body
    bolder = block.lines[0].is_bold and not bold_body and block.size >= 0.9 * body
    capitals = text.isupper() and len(block.lines) == 1 and block.size >= 0.85 * body and len(text) > 5
    return larger or bolder or capitals


def title_of(blocks: Sequence[Block], body: float) -> Block | None:
    """The largest block of a first page, if it is clearly larger than the body; the longer of two as large."""
    large = [b for b in blocks if b.size >= TITLE_SIZE * body and len(b.text) > 8 and len(b.text.split()) > 1]
    return max(large, key=lambda b: (round(b.size), len(b.text)), default=None)


def ranks(sizes: Iterable[tuple[float, bool]]) -> dict[tuple[float, bool], int]:
    """Rank of each heading style from 1, larger before smaller and bold before regular."""
    return {style: rank for rank, style in enumerate(sorted(set(sizes), reverse=True), start=1)}
