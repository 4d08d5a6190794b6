"""Unseen medicines by the stem of their international nonproprietary name.

The stems are those of the WHO (« The use of stems in the selection of INNs », 2018 and its supplements) that end no
word of a list of 325,000 French ones; `-stat` and `-tide` do, and are left out.
"""

import re
from collections.abc import Iterator

STEMS = (
    *("tinib", "anib", "enib", "inib", "degib", "zomib", "ciclib", "parib", "lisib", "sertib", "trectinib"),
    *("mab", "kibart", "tobart", "kitug", "kinra", "nercept", "tacept", "tercept", "kibep", "fusp", "leucel"),
    *("limus", "milast", "siran", "nersen", "quimod", "gimod", "clax", "degron", "borole"),
    *("gliptine", "gliflozine", "conazole", "buvir", "previr", "tegravir", "navir", "xaban"),
)
_WORD = re.compile(r"[a-z]{6,}")
_THERAPY = re.compile(r"therapies?(?![\w-])")
_MEANS = re.compile(r"(?<![\w-])[a-z]{4,20}\Z")
_NO_MEANS = ("mono", "bi", "tri", "quadri", "poly", "multi", "pharmaco", "pre", "auto", "immuno", "bio")
"""What comes before « -thérapie » and says how many or of what kind, not by which means."""


def named_therapies(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every word of the folded `text` that names a treatment by its means and no lexicon has.

    >>> list(named_therapies("une thermotherapie, pas une bitherapie"))
    [(4, 18)]
    """
    low = text.lower()
    for therapy in _THERAPY.finditer(low):  # rare, so that few words are looked at
        means = _MEANS.search(low, max(0, therapy.start() - 21), therapy.start())
        if means and means[0] not in _NO_MEANS:
            yield means.start(), therapy.end()


def stemmed_words(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every word of the folded `text` that ends in a stem.

    >>> list(stemmed_words("le zorbatinib, le lapin"))
    [(3, 13)]
    """
    for match in _WORD.finditer(text.lower()):
        if match[0].endswith(STEMS):
            yield match.span()
