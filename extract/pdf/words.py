"""Words of a page: runs of characters without space, cut where size or baseline changes inside."""

import re

import numpy as np
import numpy.typing as npt

from extract.pdf.chars import HYPHEN_AT_LINE_END, FloatArray, Pen, TextLayer
from extract.pdf.raised import with_raised_digits
from extract.pdf.word import SPACE_EM, Word

IntArray = npt.NDArray[np.intp]

_WORD = re.compile(r"[^\s\x00\u00a0\u202f\u2009\u2007\u2002-\u200a]+")

BASELINE_JUMP_PT = 0.4
"""Change of the baseline inside a word that starts a new piece: a superscript or subscript."""

SIZE_JUMP = 0.08
"""Change of the font size inside a word, as a share of it, that starts a new piece: a superscript, small capitals."""

LETTERSPACED_SHARE = 0.5
"""Share of a word's gaps above SPACE_EM from which the word is letter-spaced rather than several words."""


def words_of(layer: TextLayer) -> list[Word]:
    """The words of a page in the order of its content stream, rotated ones included; empty for a page without text."""
    spans = [match.span() for match in _WORD.finditer(layer.chars.text)]
    if not spans:
        return []
    starts, ends = np.array(spans, dtype=np.intp).T
    boxes = layer.chars.boxes
    starts, baselines, pens = _pieces(layer, starts, ends)
    ends = _ends(starts, ends)
    sizes = np.array([pen.size if not pen.angle else np.inf for pen in pens])
    spaces = _lost_spaces(boxes, starts, ends, sizes)
    word_starts = {start for start, _ in spans} | set(spaces.tolist())
    cut = np.union1d(starts, spaces)
    piece = np.searchsorted(starts, cut, side="right") - 1
    pens = [pens[i] for i in piece.tolist()]
    words = _words(layer, cut, _ends(cut, ends), baselines[piece], pens, word_starts)
    return with_raised_digits(layer, words)


def _ends(starts: IntArray, ends: IntArray) -> IntArray:
    """The end of each piece: the next piece's start, or the end of its word where that comes first."""
    word_end = ends[np.searchsorted(ends, starts, side="right")]
    following = np.append(starts[1:], word_end[-1])
    end: IntArray = np.minimum(word_end, following)
    return end


def _pieces(layer: TextLayer, starts: IntArray, ends: IntArray) -> tuple[IntArray, FloatArray, list[Pen]]:
    """Starts of the pieces with their baselines and pens: words, cut where the size or baseline really jumps.

    A jump of a character's box is only a hint: some fonts give each glyph a box of its own.
    """
    lefts, heights = layer.chars.boxes[:, 0], layer.chars.boxes[:, 1::2]
    back = np.append(False, np.diff(lefts) < 0)
    moved = (np.abs(np.diff(heights, axis=0)) > BASELINE_JUMP_PT).any(axis=1)
    hints = np.flatnonzero(moved | back[1:]) + 1
    word = np.searchsorted(starts, hints, side="right") - 1
    hints = hints[(word >= 0) & (hints > starts[word]) & (hints < ends[word])]
    candidates = np.union1d(starts, hints)
    asked = candidates.tolist()
    pens = layer.pens(asked)
    baselines = _own_baselines(layer, asked, pens)
    sizes = np.array([pen.size for pen in pens])
    jump = np.abs(np.diff(baselines, prepend=baselines[:1])) > BASELINE_JUMP_PT
    jump |= np.abs(np.diff(sizes, prepend=sizes[:1])) > SIZE_JUMP * sizes
    jump |= back[candidates] & (lefts[candidates] < lefts[np.maximum(candidates - 1, 0)] - sizes)
    kept = jump | np.isin(candidates, starts)
    return candidates[kept], baselines[kept], [pen for pen, keep in zip(pens, kept.tolist(), strict=True) if keep]


def _own_baselines(layer: TextLayer, asked: list[int], pens: list[Pen]) -> FloatArray:
    """How far down, in its own direction of writing, each character named stands on the page."""
    origins, chars = layer.baselines(asked), layer.chars
    angles = np.array([pen.angle for pen in pens])
    x, y = origins[:, 0], origins[:, 1]
    return np.select([angles == 90, angles == 180, angles == 270], [x, chars.height - y, chars.width - x], y)


def _lost_spaces(boxes: FloatArray, starts: IntArray, ends: IntArray, sizes: FloatArray) -> IntArray:
    """Characters before which a piece has a gap wide enough to be a space that the PDF does not spell out."""
    lengths = ends - starts
    piece = np.repeat(np.arange(len(starts)), lengths)
    index = np.arange(len(piece)) - np.repeat(np.cumsum(lengths) - lengths, lengths) + starts[piece]
    later = index > starts[piece]
    index, piece = index[later], piece[later]
    wide = boxes[index, 0] - boxes[index - 1, 2] > SPACE_EM * sizes[piece]
    counts = np.bincount(piece[wide], minlength=len(starts))
    spaced = counts < LETTERSPACED_SHARE * np.maximum(lengths - 1, 1)
    found: IntArray = index[wide & spaced[piece]]
    return found


def _words(
    layer: TextLayer,
    starts: IntArray,
    ends: IntArray,
    baselines: FloatArray,
    pens: list[Pen],
    word_starts: set[int],
) -> list[Word]:
    text, boxes = layer.chars.text, layer.chars.boxes
    low = np.minimum(boxes[starts, :2], boxes[ends - 1, :2]).tolist()
    high = np.maximum(boxes[starts, 2:], boxes[ends - 1, 2:]).tolist()
    rows = zip(starts.tolist(), ends.tolist(), low, high, baselines.tolist(), pens, strict=True)
    return [
        Word(text[a:b], x0, top, x1, bottom, baseline, pen, a, a not in word_starts or text[a] == HYPHEN_AT_LINE_END)
        for a, b, (x0, top), (x1, bottom), baseline, pen in rows
    ]
