"""Ligatures that a PDF lost: « e�cacité » becomes « efficacité » where one word of the language fits."""

import re
from itertools import product

from extract.text.traced import Traced
from extract.text.words import Lexicon

LOST = "\ufffd"
"""What stands for a character without a code."""

_LIGATURES = ("fi", "ff", "fl", "ffi", "ffl")
_WORD_WITH_LOSS = re.compile(rf"[^\W\d_]*{LOST}[^\W\d_{LOST}]*(?:{LOST}[^\W\d_{LOST}]*)*")
_VOWEL = "aàâeéèêëiîïoôuùûyœ"

MAX_LOST = 3
"""Lost characters in one word up to which all ligatures are tried; 5³ words to look up."""

CLEAR_LEAD = 20
"""How many times more frequent than the second the best of several fitting words must be."""


def with_ligatures(paragraph: Traced, lexicon: Lexicon) -> Traced:
    """The paragraph with each lost ligature restored where the document or the language has just one word for it.

    A word that neither knows (a drug's name) is restored where only one ligature can be pronounced.
    """
    if LOST not in paragraph.text:
        return paragraph
    return paragraph.repaired(_WORD_WITH_LOSS, lambda match: restored(match[0], lexicon))


def restored(word: str, lexicon: Lexicon) -> str:
    """`word` with its lost ligatures, or as it is where none or several fit.

    >>> restored("in\ufffdammatoire", Lexicon([])), restored("Broda\ufffdkizumab", Lexicon([]))
    ('inflammatoire', 'Brodafikizumab')
    """
    count = word.count(LOST)
    if count > MAX_LOST:
        return word
    candidates = [_filled(word, choice) for choice in product(_LIGATURES, repeat=count)]
    weights = {c: lexicon.weight(c) for c in candidates}
    ranked = sorted(candidates, key=lambda c: -weights[c])
    best, second = ranked[0], ranked[1]
    if weights[best] and weights[best] >= CLEAR_LEAD * weights[second]:
        return best
    sayable = [_filled(word, choice) for choice in product(_LIGATURES, repeat=count) if _is_sayable(word, choice)]
    return sayable[0] if not weights[best] and len(sayable) == 1 else word


def _filled(word: str, ligatures: tuple[str, ...]) -> str:
    parts = word.split(LOST)
    return "".join(part + ligature for part, ligature in zip(parts, (*ligatures, ""), strict=True))


def _is_sayable(word: str, ligatures: tuple[str, ...]) -> bool:
    """Whether each ligature can stand between its neighbours: « fl », « ff » want a vowel after, « ffi » before it."""
    parts = word.split(LOST)
    for before, ligature, after in zip(parts, ligatures, parts[1:], strict=False):
        next_is_vowel = after[:1].lower() in _VOWEL if after else True
        if ligature in ("fl", "ff", "ffl") and not next_is_vowel:
            return False
        if ligature == "ffi" and before[-1:].lower() not in ("e", "o", "u"):
            return False
    return True
