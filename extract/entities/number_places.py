"""Where a number may begin: looked up once for a document, so that no component searches the whole text for numbers."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract.entities.numerals import ONES
from extract.entities.pieces import Pieces, pieces
from extract.entities.word_places import WordPlaces, Words

_WORDS = Words(*ONES)
_UNITS = (
    *("minute", "min", "heure", "h", "jour", "j", "semaine", "sem", "mois", "an", "ans", "annee"),
    *("trimestre", "semestre"),
)
_UNIT_KEYS = Words(*_UNITS)


class NumberPlaces(NamedTuple):
    """Offsets in a text, ascending: of runs of digits, their starts and ends, and of words that numbers begin with.

    What a component has claimed since holds none any more: a pattern tried there does not match.

    >>> places = NumberPlaces.of_text("de 10,5 mg en deux jours")
    >>> places.digits, places.digit_ends, places.words
    ([3, 6], [5, 7], [14])
    """

    digits: list[int]
    digit_ends: list[int]
    words: list[int]
    any: list[int]
    time_units: list[int]

    def open_digits(self, low: str) -> list[int]:
        """Where digits still stand in `low`, the text with what is claimed blotted out."""
        return [at for at in self.digits if low[at].isdecimal()]

    def open_last_digits(self, low: str) -> list[int]:
        """Where the last of these digits stand."""
        return [end - 1 for end in self.digit_ends if low[end - 1].isdecimal()]

    @staticmethod
    def of(cut: Pieces, places: WordPlaces) -> "NumberPlaces":
        """The places of a text that is cut into `cut`, given those of all its words."""
        digits, words = cut.digit_starts, places.of(_WORDS)
        return NumberPlaces(digits, cut.digit_ends, words, sorted(digits + words), places.of(_UNIT_KEYS))

    @staticmethod
    def of_text(low: str) -> "NumberPlaces":
        """The places of a text of its own."""
        cut = pieces(low)
        return NumberPlaces.of(cut, WordPlaces(cut))


def near_before(places: Sequence[int], words: Iterable[int], reach: int) -> list[int]:
    """Those of `places` that lie up to `reach` characters before one of `words`; both ascend.

    >>> near_before([3, 20, 28], [30, 35], 10)
    [20, 28]
    """
    near: list[int] = []
    read_to = 0
    for word in words:
        first, last = max(read_to, bisect_left(places, word - reach)), bisect_left(places, word)
        near += places[first:last]
        read_to = last
    return near


def first_from(
    places: Sequence[int], pattern: re.Pattern[str], text: str, start: int, end: int
) -> re.Match[str] | None:
    """The match of `pattern.search(text, start, end)`, where every match begins at one of `places`."""
    for at in places[bisect_left(places, start) : bisect_left(places, end)]:
        if match := pattern.match(text, at, end):
            return match
    return None
