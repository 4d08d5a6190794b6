"""Names compared as people mean them: without case, accents, Greek letters' shape, plurals or the kind of dash."""

import re
import unicodedata

_LETTERS = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "α": "a", "β": "b", "γ": "g", "δ": "d", "κ": "k"}
_ACCENTED = {chr(code): unicodedata.normalize("NFD", chr(code))[0] for code in range(0xC0, 0x250)}
_PLAIN = str.maketrans(_ACCENTED | _LETTERS | dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("’ʼ", "'"))

_WORD = re.compile(r"[a-z]+|[0-9]+")
_PLURAL = re.compile(r"(?<=[a-z]{3})[sx]$")

Words = tuple[str, ...]


def fold(text: str) -> str:
    """The text in lower case without accents, blanks made single.

    >>> fold("Ritlécitinib"), fold("TNF-α  "), fold("Pelade  d’Œdème")
    ('ritlecitinib', 'tnf-a', "pelade d'oedeme")
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_PLAIN)
    return " ".join(text.casefold().split())


def words(text: str) -> Words:
    """The folded words of a name without the plural's s, letters and digits apart: « IL17A » is « IL-17 A ».

    >>> words("Inhibiteurs de JAK1"), words("F-VASI75"), words("IGA 0/1")
    (('inhibiteur', 'de', 'jak', '1'), ('f', 'vasi', '75'), ('iga', '0', '1'))
    """
    return tuple(_PLURAL.sub("", word) for word in _WORD.findall(fold(text)))
