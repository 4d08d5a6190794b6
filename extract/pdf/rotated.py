"""Rotated text: axis titles and margin notes, whose letters pdfium hands out one by one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import cos, radians, sin

from extract.pdf.lines import Line, line_of
from extract.pdf.word import SPACE_EM, Word

MAX_GAP_EM = 1.5
"""Gap along the writing direction, in font sizes, that ends a rotated line."""


def rotated_lines(words: Sequence[Word]) -> list[Line]:
    """The lines of rotated words, by angle and in their own direction of writing; empty for no words."""
    lines = []
    for angle in sorted({w.pen.angle for w in words}):
        placed = [(*_along(w, angle), w) for w in words if w.pen.angle == angle]
        lines += [line_of(part) for part in _parts(placed)]
    return lines


def _along(word: Word, angle: int) -> tuple[float, float, float]:
    """The word's line (distance across the writing direction), and its start and end along it."""
    right, up = cos(radians(angle)), sin(radians(angle))
    corners = [(x, y) for x in (word.x0, word.x1) for y in (word.top, word.bottom)]
    along = [x * right - y * up for x, y in corners]
    across = [x * up + y * right for x, y in corners]
    return round(sum(across) / 4), min(along), max(along)


def _parts(placed: list[tuple[float, float, float, Word]]) -> list[list[Word]]:
    placed.sort(key=lambda p: (p[0], p[1]))
    parts: list[list[Word]] = [[placed[0][3]]]
    for (across, _, end, last), (next_across, start, _, word) in pairwise(placed):
        gap = start - end
        if abs(next_across - across) > 0.3 * word.size or gap > MAX_GAP_EM * word.size:
            parts.append([word])
        else:
            parts[-1].append(replace(word, glued=gap < SPACE_EM * word.size and bool(last)))
    return parts
