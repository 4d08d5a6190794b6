"""Is a paragraph English? French journals print an English abstract that must not be read as French."""

import re

_ENGLISH = frozenset({
    "the", "of", "and", "in", "with", "was", "were", "to", "for", "is", "are", "that", "by", "from", "this",
    "which", "we", "than", "at", "not", "or", "after"
})  # fmt: skip
_FRENCH = frozenset({
    "le", "la", "les", "des", "et", "du", "en", "de", "un", "une", "dans", "est", "pour", "par", "avec", "sur",
    "que", "qui", "au", "aux", "ont", "été", "chez", "ou"
})  # fmt: skip
"""The most frequent function words of each language that the other does not share."""

_WORD = re.compile(r"[^\W\d_]+")

MIN_WORDS = 12
"""Words below which a paragraph is too short to tell; a reference or a drug name may well be English."""


def is_english(paragraph: str) -> bool:
    """Whether English function words outnumber the French ones in a paragraph long enough to tell.

    >>> is_english("Vitiligo is an autoimmune disease of the skin and the response was higher with the cream.")
    True
    >>> is_english("La rosacée rougit le visage de l’adulte et la réponse était meilleure avec la crème.")
    False
    """
    words = _WORD.findall(paragraph.lower())
    if len(words) < MIN_WORDS:
        return False
    english = sum(map(_ENGLISH.__contains__, words))
    return english * 10 >= len(words) and english > 2 * sum(map(_FRENCH.__contains__, words))
