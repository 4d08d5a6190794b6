"""The pieces of a whole text by which terms are found in it: those of `extract.rules.keys`, with their places.

A table tells what kind of character each is, so that numpy cuts a text ten times as fast as a regular expression.
"""

import re
from enum import IntEnum
from typing import NamedTuple

import numpy as np

from extract.rules.keys import DASH, DIGITS, GREEK_LETTERS, LETTERS, SINGLE, piece_key


class _Kind(IntEnum):
    """What a character is to the pieces; letters, Greek letters and digits make one piece where several follow."""

    UNKNOWN = 0
    LETTER = 1
    GREEK = 2
    DIGIT = 3
    SINGLE = 4
    DASH = 5
    GAP = 6


_PATTERNS = (
    (_Kind.LETTER, re.compile(LETTERS)),
    (_Kind.GREEK, re.compile(GREEK_LETTERS)),
    (_Kind.DIGIT, re.compile(DIGITS)),
    (_Kind.DASH, re.compile(DASH)),
    (_Kind.SINGLE, re.compile(SINGLE)),
)


class _Keys(dict[str, str]):
    """The key of each piece seen so far: a dictionary answers in a third of the time of a cached function."""

    def __missing__(self, piece: str) -> str:
        self[piece] = key = piece_key(piece)
        return key


_keys = _Keys()
_kinds = np.zeros(0x110000, dtype=np.uint8)
"""The kind of every character seen so far, by its code."""


class Pieces(NamedTuple):
    """The pieces of a text: the form by which each is compared, and its characters `starts[i]` to `ends[i]`."""

    keys: list[str]
    starts: list[int]
    ends: list[int]


def pieces(text: str) -> Pieces:
    """The pieces of `text`; a hyphen inside a word is none, a line break is one.

    >>> pieces("l’IL-17A, inhibiteurs").keys
    ['l', "'", 'il', '17', 'a', ',', 'inhibiteur']
    """
    kinds = _kinds_of(text)
    for dash in np.flatnonzero(kinds == _Kind.DASH).tolist():
        if text[dash - 1 : dash].isalnum() and text[dash + 1 : dash + 2].isalnum():
            kinds[dash] = _Kind.GAP
    first = kinds != _Kind.GAP
    last = first.copy()
    goes_on = (kinds[1:] == kinds[:-1]) & (kinds[1:] < _Kind.SINGLE)
    first[1:] &= ~goes_on
    last[:-1] &= ~goes_on
    starts, ends = np.flatnonzero(first).tolist(), (np.flatnonzero(last) + 1).tolist()
    keys = _keys
    return Pieces([keys[text[start:end]] for start, end in zip(starts, ends, strict=True)], starts, ends)


def _kinds_of(text: str) -> np.ndarray:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _kinds[codes]
    if not kinds.all():
        for character in set(text):
            _kinds[ord(character)] = next((kind for kind, one in _PATTERNS if one.match(character)), _Kind.GAP)
        kinds = _kinds[codes]
    return kinds
