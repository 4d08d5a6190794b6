"""Where the words of a text stand: looked up once for a document, so that no component searches all of it for a few.

A rule on wording whose every match holds one of some words is tried around those words only. Words are found by their
pieces (`extract.rules.keys`): the plural with the singular, and more than a rule needs, for its pattern has the say.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from extract.entities.pieces import Pieces, pieces
from extract.rules.keys import term_key


def keys_of(*words: str) -> tuple[str, ...]:
    """The pieces of some words and signs, each once: what `WordPlaces.of` looks up."""
    return tuple(dict.fromkeys(key for word in words for key in term_key(word)))


class WordPlaces:
    """Offsets at which the pieces of a text begin, by what they are; ascending. `keys` are all there are, sorted.

    >>> places = WordPlaces.of_text("doses : une dose, un dosage (100 mg)")
    >>> places.of(keys_of("dose", "(")), places.beginning("dos")
    ([0, 12, 28], [0, 12, 21])
    """

    def __init__(self, cut: Pieces) -> None:
        """The places of a text that is cut into `cut`."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for key, start in zip(cut.keys, cut.starts, strict=True):
            places[key].append(start)
        self._places = dict(places)
        self.keys = sorted(places)

    @staticmethod
    def of_text(text: str) -> "WordPlaces":
        """The places of a text of its own."""
        return WordPlaces(pieces(text))

    def of(self, keys: Iterable[str]) -> list[int]:
        """Where one of `keys` stands as a whole piece."""
        places = self._places
        return _merged([places[key] for key in keys if key in places])

    def beginning(self, *beginnings: str) -> list[int]:
        """Where a word begins that has one of `beginnings`: folded, in lower case, and no plurals.

        A beginning in s, x or u may be lost with the plural: « bras » is kept as « bra », « initiaux » as « initial ».
        """
        keys, found = self.keys, []
        for beginning in beginnings:
            at = bisect_left(keys, beginning)
            while at < len(keys) and keys[at].startswith(beginning):
                found.append(self._places[keys[at]])
                at += 1
        return _merged(found)


def _merged(places: list[list[int]]) -> list[int]:
    return sorted([place for each in places for place in each])
