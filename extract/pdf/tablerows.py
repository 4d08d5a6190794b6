"""Logical rows of a table without ruling lines between them, and which of them are heads."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median_low

from extract.pdf.columns import Span
from extract.pdf.table import Cell

CONTINUED_PITCH = 0.85
"""A line nearer to the row above than this share of the usual pitch between full rows goes on with that row."""

_VALUE = re.compile(r"[<>≤≥=±~]?\s?[+\-−–]?\s?\d|—|–|-\Z|NS\b|ND\b|NA\b")
"""How a cell with a value starts."""
_WORDS = re.compile(r"[a-zà-ÿ]{2}|\bn ?=", re.IGNORECASE)


def logical_rows(rows: Sequence[Sequence[Span]]) -> list[list[list[Span]]]:
    """Printed rows, top to bottom, grouped into logical ones: a wrapped cell goes on with the row above it."""
    pitch, full = _usual_pitch(rows), _full(rows)
    grouped: list[list[list[Span]]] = []
    for place, row in enumerate(rows):
        below = rows[place + 1] if place + 1 < len(rows) else ()
        if grouped and _continues(grouped[-1], row, pitch) and not _begins(grouped[-1], row, below, pitch, full):
            grouped[-1].append(list(row))
        else:
            grouped.append([list(row)])
    return grouped


def _usual_pitch(rows: Sequence[Sequence[Span]]) -> float:
    """The distance between two rows that fill most columns, 0 if there are none.

    Two such rows of whole values right under each other tell it; else the lower median, as lines may stand between.
    """
    full = [row[0].line.baseline for row in rows if len(row) >= _full(rows)]
    near = [
        below[0].line.baseline - row[0].line.baseline
        for row, below in pairwise(rows)
        if min(len(row), len(below)) >= _full(rows) and _is_complete(row) and _is_complete(below)
    ]
    usual = median_low([b - a for a, b in pairwise(full)]) if len(full) > 1 else 0.0
    return min([*near, usual])


def _full(rows: Sequence[Sequence[Span]]) -> int:
    """How many cells a row has at least that fills most columns."""
    return max(2, max((len(row) for row in rows), default=0) - 1)


def _begins(
    group: Sequence[Sequence[Span]], row: Sequence[Span], below: Sequence[Span], pitch: float, full: int
) -> bool:
    """Whether a row near the one above begins the next logical row, where cells stand on their row's last line.

    « 33,0 (23,3– / JAVELIN | 43,8) | 11,4 »: the wrapped cell's first line stands over the row that it belongs to, its
    bracket still open, and the row below fills the columns a second time.
    """
    before = [printed for printed in group if len(printed) >= full]
    if not before:
        return False
    distance = row[0].line.baseline - before[-1][0].line.baseline
    if len(row) >= full:
        is_apart = distance >= CONTINUED_PITCH * pitch or (
            _is_complete(row) and (_is_complete(before[-1]) or not _has_values(before[-1]))
        )
        return row[0].first == 0 and is_apart
    return len(below) >= full and any(span.line.text.count("(") > span.line.text.count(")") for span in row)


def _is_complete(row: Sequence[Span]) -> bool:
    """Whether a printed row has a row head and beside it whole values, which no row above or below goes on with."""
    head, *beside = (span.line.text for span in row)
    is_head = head[0].isupper() or head.split()[0] == "p"
    return is_head and len(row) > 1 and all(_VALUE.match(text) and not _is_open(text) for text in beside)


def _is_open(text: str) -> bool:
    """Whether a cell's text goes on in the line below: a bracket or an interval is open."""
    return text.count("(") != text.count(")") or (len(text) > 1 and text[-1] in "–-")


def _has_values(row: Sequence[Span]) -> bool:
    """Whether a printed row has numbers beside its row head; « 100 mg (n = » goes on with a head."""
    return any(_VALUE.match(span.line.text) and not _WORDS.search(span.line.text) for span in row[1:])


def _continues(group: Sequence[Sequence[Span]], row: Sequence[Span], pitch: float) -> bool:
    above = group[-1]
    if min(s.line.top for s in row) < min(s.line.bottom for s in above) - 0.35 * row[0].line.size:
        return True  # cells of one row set at different heights
    distance = row[0].line.baseline - above[0].line.baseline
    if pitch and distance < CONTINUED_PITCH * pitch:
        return True
    started = {column for printed in group for span in printed for column in range(span.first, span.last + 1)}
    if not all(span.first in started for span in row):
        return False
    has_head = any(span.first == 0 for span in row)
    if has_head and len(row) > 1:
        return False
    text = row[0].line.text
    return (text[0].islower() or text[0] == "(") and distance < 1.35 * row[0].line.size


def header_rows(rows: Sequence[Sequence[tuple[int, str]]]) -> int:
    """How many of the first rows (column and text of each cell) are heads: those before the first row with values.

    A table has one head row at least; a row with nothing but a row head is no head.
    """
    count = 0
    for row in rows:
        beside = [text for column, text in row if column > 0]
        if not beside or sum(_VALUE.match(text) is not None for text in beside) * 2 >= len(beside):
            break
        count += 1
    return max(1, min(count, len(rows) - 1)) if len(rows) > 1 else 1


def heads_of(cells: Sequence[Cell]) -> int:
    """How many of the first rows of a table's cells are heads."""
    by_row = groupby(sorted(cells, key=lambda c: (c.row, c.column)), key=lambda c: c.row)
    return header_rows([[(c.column, " ".join(li.text for li in c.lines)) for c in row if c.lines] for _, row in by_row])
