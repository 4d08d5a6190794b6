"""Words of a page: runs of characters without space, cut where size or baseline changes inside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from extract.pdf.chars import HYPHEN_AT_LINE_END, BoolArray, IntArray, Pen, TextLayer
from extract.pdf.native import FloatArray
from extract.pdf.raised import with_raised_digits
from extract.pdf.word import SPACE_EM, Word

_HYPHEN = re.compile(HYPHEN_AT_LINE_END)

BASELINE_JUMP_PT = 0.4
"""Change of the baseline inside a word that starts a new piece: a superscript or subscript."""

SIZE_JUMP = 0.08
"""Change of the font size inside a word, as a share of it, that starts a new piece: a superscript, small capitals."""

LETTERSPACED_SHARE = 0.5
"""Share of a word's gaps above SPACE_EM from which the word is letter-spaced rather than several words."""


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Where words start, and where the size or baseline jumps inside one; baseline, pen (by its place) of each."""

    starts: IntArray
    baselines: FloatArray
    pen: IntArray

    def at(self, which: BoolArray | IntArray) -> "_Pieces":
        return _Pieces(self.starts[which], self.baselines[which], self.pen[which])


def words_of(layer: TextLayer) -> list[Word]:
    """The words of a page in the order of its content stream, rotated ones included; empty for a page without text."""
    inked = np.concatenate(((False,), layer.chars.inked, (False,)))
    edges = np.flatnonzero(inked[1:] != inked[:-1])
    if not len(edges):
        return []
    is_start = np.zeros(len(layer.chars.text), dtype=np.bool_)
    is_start[edges[::2]] = True
    is_inner = layer.chars.inked & ~is_start
    pieces, pens = _pieces(layer, is_start, is_inner)
    ends = _ends(pieces.starts, edges[1::2])
    is_inner[pieces.starts] = False
    spaces = _lost_spaces(layer.chars.boxes, pieces, ends, is_inner, pens)
    if len(spaces):  # few PDFs lose any
        is_start[spaces] = True
        cut = np.union1d(pieces.starts, spaces)
        pieces = replace(pieces.at(np.searchsorted(pieces.starts, cut, side="right") - 1), starts=cut)
        ends = _ends(cut, ends)
    return with_raised_digits(layer, _words(layer, pieces, ends, pens, is_start))


def _ends(starts: IntArray, ends: IntArray) -> IntArray:
    """The end of each piece: the next piece's start, or the end of its word where that comes first."""
    if len(starts) == len(ends):
        return ends
    word_end = ends[np.searchsorted(ends, starts, side="right")]
    following = np.append(starts[1:], word_end[-1])
    end: IntArray = np.minimum(word_end, following)
    return end


def _pieces(layer: TextLayer, is_start: BoolArray, is_inner: BoolArray) -> tuple[_Pieces, list[Pen]]:
    """The pieces with their pens: words, cut where the size or baseline really jumps.

    A jump of a character's box is only a hint: some fonts give each glyph a box of its own.
    """
    lefts, tops, _, bottoms = layer.chars.boxes.T
    back = lefts[1:] < lefts[:-1]
    moved = (np.abs(np.diff(tops)) > BASELINE_JUMP_PT) | (np.abs(np.diff(bottoms)) > BASELINE_JUMP_PT)
    is_asked = is_start.copy()
    is_asked[1:] |= (moved | back) & is_inner[1:]
    starts = np.flatnonzero(is_asked)
    asked = starts.tolist()
    pens, pen = layer.pens(asked)
    pieces = _Pieces(starts, _own_baselines(layer, asked, pens, pen), pen)
    kept = is_start[starts]
    if kept.all():
        return pieces, pens
    sizes = np.array([each.size for each in pens])[pen]
    before = np.maximum(starts - 1, 0)
    kept |= (lefts[starts] < lefts[before]) & (lefts[starts] < lefts[before] - sizes)
    kept[1:] |= np.abs(np.diff(pieces.baselines)) > BASELINE_JUMP_PT
    kept[1:] |= np.abs(np.diff(sizes)) > SIZE_JUMP * sizes[1:]
    return pieces.at(kept), pens


def _own_baselines(layer: TextLayer, asked: Sequence[int], pens: Sequence[Pen], pen: IntArray) -> FloatArray:
    """How far down, in its own direction of writing, each character named stands on the page."""
    chars = layer.chars
    x: FloatArray
    y: FloatArray
    x, y = layer.baselines(asked)
    angles = np.array([each.angle for each in pens])
    if not angles.any():
        return y
    angles = angles[pen]
    return np.select([angles == 90, angles == 180, angles == 270], [x, chars.height - y, chars.width - x], y)


def _lost_spaces(
    boxes: FloatArray, pieces: _Pieces, ends: IntArray, is_inner: BoolArray, pens: Sequence[Pen]
) -> IntArray:
    """Characters before which a piece has a gap wide enough to be a space that the PDF does not spell out."""
    spaces = np.array([SPACE_EM * pen.size if not pen.angle else np.inf for pen in pens])
    index = np.flatnonzero(is_inner[1:] & (boxes[1:, 0] - boxes[:-1, 2] > spaces.min())) + 1
    if not len(index):
        return index
    piece = np.searchsorted(pieces.starts, index, side="right") - 1
    is_wide = boxes[index, 0] - boxes[index - 1, 2] > spaces[pieces.pen[piece]]
    counts = np.bincount(piece[is_wide], minlength=len(ends))
    is_spaced = counts < LETTERSPACED_SHARE * np.maximum(ends - pieces.starts - 1, 1)
    found: IntArray = index[is_wide & is_spaced[piece]]
    return found


def _words(layer: TextLayer, pieces: _Pieces, ends: IntArray, pens: Sequence[Pen], is_start: BoolArray) -> list[Word]:
    text, edges = layer.chars.text, layer.chars.boxes.T
    first, last = edges.take(pieces.starts, axis=1), edges.take(ends - 1, axis=1)
    x0, top = np.minimum(first[:2], last[:2]).tolist()
    x1, bottom = np.maximum(first[2:], last[2:]).tolist()
    starts = pieces.starts.tolist()
    texts = [text[a:b] for a, b in zip(starts, ends.tolist(), strict=True)]
    is_glued = ~is_start
    is_glued[[match.start() for match in _HYPHEN.finditer(text)]] = True
    own_pens = map(pens.__getitem__, pieces.pen.tolist())
    glued = is_glued[pieces.starts].tolist()
    return list(map(Word, texts, x0, top, x1, bottom, pieces.baselines.tolist(), own_pens, starts, glued))
