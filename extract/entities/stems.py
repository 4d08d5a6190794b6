"""Unseen medicines by the stem of their international nonproprietary name.

The stems are those of the WHO (« The use of stems in the selection of INNs », 2018 and its supplements) that end no
word of a list of 325,000 French ones; `-stat` and `-tide` do, and are left out.
"""

import re
from collections.abc import Iterator

from extract.entities.anchors import matches_at, starts_of
from extract.entities.word_places import WordPlaces, Words

STEMS = (
    *("tinib", "anib", "enib", "inib", "degib", "zomib", "ciclib", "parib", "lisib", "sertib", "trectinib"),
    *("mab", "kibart", "tobart", "kitug", "kinra", "nercept", "tacept", "tercept", "kibep", "fusp", "leucel"),
    *("limus", "milast", "siran", "nersen", "quimod", "gimod", "clax", "degron", "borole"),
    *("gliptine", "gliflozine", "conazole", "buvir", "previr", "tegravir", "navir", "xaban"),
)
_STEMMED = Words(endings=STEMS)
_WORD = re.compile(r"[a-z]{6,}")
_THERAPY = re.compile(r"therapies?(?![\w-])")
_MEANS = re.compile(r"(?<![\w-])[a-z]{4,20}\Z")
_NO_MEANS = ("mono", "bi", "tri", "quadri", "poly", "multi", "pharmaco", "pre", "auto", "immuno", "bio")
"""What comes before « -thérapie » and says how many or of what kind, not by which means."""


def named_therapies(low: str) -> Iterator[tuple[int, int]]:
    """Start and end of every word that names a treatment by its means, in folded lower-case text.

    >>> list(named_therapies("une thermotherapie, pas une bitherapie"))
    [(4, 18)]
    """
    for therapy in matches_at(starts_of(("therapie",), low), _THERAPY, low):  # rare, so that few words are looked at
        means = _MEANS.search(low, max(0, therapy.start() - 21), therapy.start())
        if means and means[0] not in _NO_MEANS:
            yield means.start(), therapy.end()


def stemmed_words(low: str, words: WordPlaces | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of every word that ends in a stem, in folded lower-case text.

    >>> list(stemmed_words("le zorbatinib, le lapin"))
    [(3, 13)]
    """
    words = words or WordPlaces.of_text(low)
    for start in words.of(_STEMMED):
        word = _WORD.match(low, start)
        if word and word[0].endswith(STEMS):
            yield word.span()
