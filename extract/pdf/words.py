"""Words of a page: runs of characters without space, cut where size or baseline changes inside."""

import re
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from extract.pdf.chars import HYPHEN_AT_LINE_END, BoolArray, FloatArray, Pen, TextLayer
from extract.pdf.raised import with_raised_digits
from extract.pdf.word import SPACE_EM, Word

_HYPHEN = re.compile(HYPHEN_AT_LINE_END)

IntArray = npt.NDArray[np.intp]

BASELINE_JUMP_PT = 0.4
"""Change of the baseline inside a word that starts a new piece: a superscript or subscript."""

SIZE_JUMP = 0.08
"""Change of the font size inside a word, as a share of it, that starts a new piece: a superscript, small capitals."""

LETTERSPACED_SHARE = 0.5
"""Share of a word's gaps above SPACE_EM from which the word is letter-spaced rather than several words."""


def words_of(layer: TextLayer) -> list[Word]:
    """The words of a page in the order of its content stream, rotated ones included; empty for a page without text."""
    inked = np.concatenate(((False,), layer.chars.inked, (False,)))
    edges = np.flatnonzero(inked[1:] != inked[:-1])
    if not len(edges):
        return []
    is_start = np.zeros(len(layer.chars.text), dtype=np.bool_)
    is_start[edges[::2]] = True
    starts, baselines, pens, sizes = _pieces(layer, is_start)
    ends = _ends(starts, edges[1::2])
    if any(map(attrgetter("angle"), pens)):
        sizes = np.array([pen.size if not pen.angle else np.inf for pen in pens])
    spaces = _lost_spaces(layer.chars.boxes, starts, ends, sizes)
    if len(spaces):  # few PDFs lose any
        is_start[spaces] = True
        cut = np.union1d(starts, spaces)
        piece = np.searchsorted(starts, cut, side="right") - 1
        baselines, pens = baselines[piece], [pens[i] for i in piece.tolist()]
        starts, ends = cut, _ends(cut, ends)
    return with_raised_digits(layer, _words(layer, starts, ends, baselines, pens, is_start))


def _ends(starts: IntArray, ends: IntArray) -> IntArray:
    """The end of each piece: the next piece's start, or the end of its word where that comes first."""
    word_end = ends[np.searchsorted(ends, starts, side="right")]
    following = np.append(starts[1:], word_end[-1])
    end: IntArray = np.minimum(word_end, following)
    return end


def _pieces(layer: TextLayer, is_start: BoolArray) -> tuple[IntArray, FloatArray, list[Pen], FloatArray]:
    """Starts of the pieces with their baselines, pens and sizes: words, cut where the size or baseline really jumps.

    A jump of a character's box is only a hint: some fonts give each glyph a box of its own.
    """
    lefts, tops, _, bottoms = layer.chars.boxes.T
    inked = layer.chars.inked
    back = np.append(False, np.diff(lefts) < 0)
    moved = (np.abs(np.diff(tops)) > BASELINE_JUMP_PT) | (np.abs(np.diff(bottoms)) > BASELINE_JUMP_PT)
    is_asked = is_start.copy()
    is_asked[1:] |= (moved | back[1:]) & inked[:-1] & inked[1:]
    candidates = np.flatnonzero(is_asked)
    asked = candidates.tolist()
    pens = layer.pens(asked)
    baselines = _own_baselines(layer, asked, pens)
    sizes = np.array([pen.size for pen in pens])
    jump = back[candidates] & (lefts[candidates] < lefts[np.maximum(candidates - 1, 0)] - sizes)
    jump[1:] |= np.abs(np.diff(baselines)) > BASELINE_JUMP_PT
    jump[1:] |= np.abs(np.diff(sizes)) > SIZE_JUMP * sizes[1:]
    kept = jump | is_start[candidates]
    if kept.all():  # as on most pages
        return candidates, baselines, pens, sizes
    kept_pens = [pen for pen, keep in zip(pens, kept.tolist(), strict=True) if keep]
    return candidates[kept], baselines[kept], kept_pens, sizes[kept]


def _own_baselines(layer: TextLayer, asked: list[int], pens: list[Pen]) -> FloatArray:
    """How far down, in its own direction of writing, each character named stands on the page."""
    origins, chars = layer.baselines(asked), layer.chars
    x, y = origins[:, 0], origins[:, 1]
    angles = np.array([pen.angle for pen in pens])
    if not angles.any():
        return y
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
    layer: TextLayer, starts: IntArray, ends: IntArray, baselines: FloatArray, pens: list[Pen], is_start: BoolArray
) -> list[Word]:
    text, boxes = layer.chars.text, layer.chars.boxes
    x0, top = np.minimum(boxes[starts, :2], boxes[ends - 1, :2]).T.tolist()
    x1, bottom = np.maximum(boxes[starts, 2:], boxes[ends - 1, 2:]).T.tolist()
    first = starts.tolist()
    texts = [text[a:b] for a, b in zip(first, ends.tolist(), strict=True)]
    is_glued = ~is_start
    is_glued[[match.start() for match in _HYPHEN.finditer(text)]] = True
    glued = is_glued[starts].tolist()
    return list(map(Word, texts, x0, top, x1, bottom, baselines.tolist(), pens, first, glued))
