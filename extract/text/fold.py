"""Spelling without case and accents, for comparisons only; offsets are not kept."""

import unicodedata

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "œ": "oe", "æ": "ae", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


def fold(text: str) -> str:
    """`text` in lower case without accents, apostrophes straight, ligature vowels spelt out.

    >>> fold("Matériel et Méthodes, cœur")
    'materiel et methodes, coeur'
    """
    decomposed = unicodedata.normalize("NFD", text.lower().translate(_APOSTROPHES))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
