"""The pieces of a whole text by which terms are found in it: those of `extract.rules.keys`, with their places.

A table tells what kind of character each is, so that numpy cuts a text ten times as fast as a regular expression.
"""

import re
from typing import NamedTuple

import numpy as np

from extract.rules.keys import DASH, DIGITS, GREEK_LETTERS, LETTERS, SINGLE, piece_key

_UNKNOWN, _LETTER, _GREEK, _DIGIT, _SINGLE, _DASH, _GAP = range(7)
"""What a character is to the pieces; letters, Greek letters and digits make one piece where several follow."""

_PATTERNS = (
    (_LETTER, re.compile(LETTERS)),
    (_GREEK, re.compile(GREEK_LETTERS)),
    (_DIGIT, re.compile(DIGITS)),
    (_DASH, re.compile(DASH)),
    (_SINGLE, re.compile(SINGLE)),
)


class _Keys(dict[str, str]):
    """The key of each piece seen so far: a dictionary answers in a third of the time of a cached function."""

    def __missing__(self, piece: str) -> str:
        self[piece] = key = piece_key(piece)
        return key


_keys = _Keys()
_kinds = np.full(0x110000, _UNKNOWN, dtype=np.uint8)
"""The kind of every character seen so far, by its code."""


class Pieces(NamedTuple):
    """The pieces of a text: the form by which each is compared, and its characters `starts[i]` to `ends[i]`.

    `digit_starts` and `digit_ends` are those of the pieces in digits.
    """

    keys: list[str]
    starts: list[int]
    ends: list[int]
    digit_starts: list[int]
    digit_ends: list[int]


def pieces(text: str) -> Pieces:
    """The pieces of `text`; a hyphen inside a word is none, a line break is one.

    >>> pieces("l’IL-17A, inhibiteurs").keys
    ['l', "'", 'il', '17', 'a', ',', 'inhibiteur']
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _kinds_of(text, codes)
    for dash in np.flatnonzero(kinds == _DASH).tolist():
        if text[dash - 1 : dash].isalnum() and text[dash + 1 : dash + 2].isalnum():
            kinds[dash] = _GAP
    kept = kinds != _GAP
    goes_on = (kinds[1:] == kinds[:-1]) & (kinds[1:] < _SINGLE)
    first, last = kept.copy(), kept.copy()
    first[1:] &= ~goes_on
    last[:-1] &= ~goes_on
    starts, ends = np.flatnonzero(first), np.flatnonzero(last) + 1
    is_digits = kinds[starts] == _DIGIT
    return Pieces(
        list(map(_keys.__getitem__, _cut(codes, kept, first))),
        *(places.tolist() for places in (starts, ends, starts[is_digits], ends[is_digits])),
    )


def _kinds_of(text: str, codes: np.ndarray) -> np.ndarray:
    kinds = _kinds.take(codes)
    if not kinds.all():
        for character in set(text):
            _kinds[ord(character)] = next((kind for kind, one in _PATTERNS if one.match(character)), _GAP)
        kinds = _kinds.take(codes)
    return kinds


def _cut(codes: np.ndarray, kept: np.ndarray, first: np.ndarray) -> list[str]:
    """The pieces themselves: the `kept` characters, written with a space before each `first` one, parted there at once.

    No piece holds a space, and a slice for each would take twice as long.
    """
    width = kept.astype(np.intp) + first
    spaced = codes.repeat(width)
    spaced[width.cumsum()[first] - 2] = ord(" ")
    return spaced.tobytes().decode("utf-32-le", "surrogatepass").split(" ")[1:]
