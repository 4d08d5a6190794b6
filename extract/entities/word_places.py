"""Where the words of a text stand that rules look for: looked up once for a document, so that no component searches all
of it for a few.

A rule on wording whose every match holds one of some words is tried around those words only. Words are found by their
pieces (`extract.rules.keys`): the plural with the singular, and more than a rule needs, for its pattern has the say.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import compress

from extract.entities.pieces import Pieces, pieces
from extract.rules.keys import term_key


class Words:
    """Some words and signs that a rule looks for: `whole` ones, those with one of `beginnings`, or of `endings`.

    A beginning is folded, in lower case, and no plural; one in s, x or u may be lost with the plural: « bras » is kept
    as « bra », « initiaux » as « initial ». The instances are made where a module is loaded, before any text is read,
    for one look-up of a piece serves all of them.
    """

    def __init__(self, *whole: str, beginnings: Iterable[str] = (), endings: Iterable[str] = ()) -> None:
        self.number = _sought.add(_keys_of(whole), tuple(beginnings), _keys_of(endings))


def _keys_of(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for word in words for key in term_key(word)))


class _Sought(dict[str, tuple[int, ...]]):
    """The numbers of the `Words` that a piece is one of, by that piece, as far as texts have held it."""

    def __init__(self) -> None:
        super().__init__()
        self.size = 0
        self._whole: defaultdict[str, set[int]] = defaultdict(set)
        self._beginnings: defaultdict[str, set[int]] = defaultdict(set)
        self._endings: list[tuple[tuple[str, ...], int]] = []

    def add(self, whole: tuple[str, ...], beginnings: tuple[str, ...], endings: tuple[str, ...]) -> int:
        """The number of further words."""
        self.clear()
        number, self.size = self.size, self.size + 1
        for key in whole:
            self._whole[key].add(number)
        for beginning in beginnings:
            self._beginnings[beginning].add(number)
        if endings:
            self._endings.append((endings, number))
        return number

    def __missing__(self, key: str) -> tuple[int, ...]:
        numbers = set(self._whole.get(key, ()))
        for end in range(1, len(key) + 1):
            numbers.update(self._beginnings.get(key[:end], ()))
        numbers.update(number for endings, number in self._endings if key.endswith(endings))
        self[key] = found = tuple(numbers)
        return found


_sought = _Sought()
BRACKETS = Words("(", "[")


class WordPlaces:
    """Offsets at which the pieces of a text begin that one of the `Words` is about; ascending.

    >>> places = WordPlaces.of_text("doses : une dose, un dosage (100 mg)")
    >>> places.of(BRACKETS)
    [28]
    """

    def __init__(self, cut: Pieces) -> None:
        """The places of a text that is cut into `cut`."""
        places: list[list[int]] = [[] for _ in range(_sought.size)]
        numbers = list(map(_sought.__getitem__, cut.keys))
        for start, several in compress(zip(cut.starts, numbers, strict=True), numbers):
            for number in several:
                places[number].append(start)
        self._places = places

    @staticmethod
    def of_text(text: str) -> "WordPlaces":
        """The places of a text of its own."""
        return WordPlaces(pieces(text))

    def of(self, words: Words) -> list[int]:
        """Where one of `words` stands."""
        return self._places[words.number]
