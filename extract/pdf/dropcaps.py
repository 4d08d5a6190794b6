"""Drop caps: one large letter over two or more lines, joined to the word that it begins."""

from collections.abc import Sequence
from dataclasses import replace

from extract.pdf.lines import Line, line_of

DROP_CAP_SIZE = 1.8
"""A drop cap spans two lines or more, so that its size is about twice the body's."""

MAX_CHARS = 2
"""« L », « À », « L’ »."""


def with_drop_caps(lines: Sequence[Line], body: float) -> list[Line]:
    """`lines` with each drop cap glued before the first word of the line beside its top; others stay as they are."""
    caps = [line for line in lines if _is_drop_cap(line, body)]
    result = list(lines)
    for cap in caps:
        beside = [line for line in result if line is not cap and _stands_beside(line, cap, body)]
        if beside:
            first = min(beside, key=lambda line: (line.baseline, line.x0))
            result[result.index(first)] = _joined(cap, first)
            result.remove(cap)
    return result


def _is_drop_cap(line: Line, body: float) -> bool:
    text = line.text
    return 0 < len(text) <= MAX_CHARS and text[0].isalpha() and text[0].isupper() and line.size >= DROP_CAP_SIZE * body


def _stands_beside(line: Line, cap: Line, body: float) -> bool:
    """Whether a body line starts right of the cap, close to it, within its height."""
    starts_close = -0.5 * body <= line.x0 - cap.x1 <= 1.5 * body
    return starts_close and cap.top - body <= line.top and line.baseline <= cap.baseline + 0.3 * body


def _joined(cap: Line, line: Line) -> Line:
    """One line; its box at the left keeps the body's indent, so that the block below stays one block."""
    words = (*cap.words, replace(line.words[0], glued=True), *line.words[1:])
    joined = line_of(words)
    return replace(
        joined, top=line.top, bottom=line.bottom, baseline=line.baseline, size=line.size, is_bold=line.is_bold
    )
