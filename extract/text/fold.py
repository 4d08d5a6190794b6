"""Spelling without case and accents, for comparisons only; offsets are not kept."""

import unicodedata

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "œ": "oe", "æ": "ae", "\u00a0": " ", "\u202f": " ", "\u2009": " "})

_FIRST_MARK = "\u0300"
"""No character before this one combines with another."""


def fold(text: str) -> str:
    """`text` in lower case without accents, apostrophes straight, ligature vowels spelt out.

    >>> fold("Matériel et Méthodes, cœur")
    'materiel et methodes, coeur'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.lower().translate(_APOSTROPHES))
    return "".join([c for c in decomposed if c < _FIRST_MARK or not unicodedata.combining(c)])
