"""Raised digits that a font sets as glyphs of their own: same size and baseline, but superscripts to the eye."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.pdf.chars import TextLayer
from extract.pdf.word import Word

_DIGITS = re.compile(r"(?<=\S)\d+(?:[,–-]\d+)*|\A\d{1,3}(?=\D?\Z)")
"""Digits that follow a character, and short numbers that may stand beside one."""

_DIGIT = re.compile(r"\d")

RAISED_EM = 0.18
"""Height of a digit's lower edge over the baseline, in font sizes, from which it is raised; others stand on it."""

RAISED_SIZE = 0.6
"""Size of such digits in relation to the font, as superscripts are set."""


def with_raised_digits(layer: TextLayer, words: Sequence[Word]) -> list[Word]:
    """`words` with raised digits at the end or inside of a word cut out as superscripts of their own."""
    asked = [
        (word.first + at, word)
        for word in _with_digits(words)
        for match in _DIGITS.finditer(word.text)
        for at in range(*match.span())
        if word.text[at] not in ",–-"
    ]
    if not asked:
        return list(words)
    bottoms = layer.ink_bottoms([index for index, _ in asked]).tolist()
    found = [
        (index, word)
        for (index, word), bottom in zip(asked, bottoms, strict=True)
        if word.baseline - bottom > RAISED_EM * word.pen.size
    ]
    if not found:
        return list(words)
    raised, touched = {index for index, _ in found}, {id(word) for _, word in found}
    return [piece for word in words for piece in (_cut(word, raised, layer) if id(word) in touched else (word,))]


def _with_digits(words: Sequence[Word]) -> list[Word]:
    """The upright words that have a digit; most words are letters alone."""
    return [word for word in words if not word.text.isalpha() and _DIGIT.search(word.text) and not word.pen.angle]


def _cut(word: Word, raised: set[int], layer: TextLayer) -> Iterator[Word]:
    """The parts of a word on and over the baseline."""
    flags = [word.first + at in raised for at in range(len(word.text))]
    bounds = [0, *(i for i in range(1, len(flags)) if flags[i] != flags[i - 1]), len(flags)]
    boxes = layer.chars.boxes
    for start, end in pairwise(bounds):
        first = word.first + start
        x0, x1 = float(boxes[first, 0]), float(boxes[word.first + end - 1, 2])
        part = replace(word, text=word.text[start:end], x0=x0, x1=x1, first=first, glued=word.glued or start > 0)
        if flags[start]:
            pen = replace(word.pen, size=round(RAISED_SIZE * word.size, 2))
            part = replace(part, pen=pen, baseline=word.baseline - 0.35 * word.size)
        yield part
