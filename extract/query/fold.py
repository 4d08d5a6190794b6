"""Names compared as people mean them: without case, accents, Greek letters' shape or the kind of dash."""

import re
import unicodedata

_PLAIN = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "ß": "ss", "α": "a", "β": "b", "γ": "g", "δ": "d", "κ": "k", "ƒ": "f", "’": "'"}
    | dict.fromkeys("‐‑‒–—−", "-")
)
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """The text in lower case without accents, blanks made single.

    >>> fold("Ritlécitinib"), fold("TNF-α  "), fold("Pelade  d’Œdème")
    ('ritlecitinib', 'tnf-a', "pelade d'oedeme")
    """
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name.

    >>> words("Photothérapie UVB (311 nm)"), words("F-VASI75")
    (('phototherapie', 'uvb', '311', 'nm'), ('f', 'vasi75'))
    """
    return tuple(_WORD.findall(fold(text)))
