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
    result = paragraph
    for match in reversed(list(_WORD_WITH_LOSS.finditer(paragraph.text))):
        places = [match.start() + at for at, character in enumerate(match[0]) if character == LOST]
        for place, ligature in reversed(list(zip(places, _fitting(match[0], lexicon), strict=False))):
            result = result.replaced(place, place + 1, ligature)
    return result


def restored(word: str, lexicon: Lexicon) -> str:
    """`word` with its lost ligatures, or as it is where none or several fit.

    >>> restored("in\ufffdammatoire", Lexicon([])), restored("Broda\ufffdkizumab", Lexicon([]))
    ('inflammatoire', 'Brodafikizumab')
    """
    ligatures = _fitting(word, lexicon)
    return _filled(word, ligatures) if ligatures else word


def _fitting(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The one choice of ligatures that fits the word's gaps; empty where none or several do."""
    count = word.count(LOST)
    if count > MAX_LOST:
        return ()
    choices = list(product(_LIGATURES, repeat=count))
    weights = {choice: lexicon.weight(_filled(word, choice)) for choice in choices}
    best, second = sorted(choices, key=lambda choice: -weights[choice])[:2]
    if weights[best]:
        return best if weights[best] >= CLEAR_LEAD * weights[second] else ()
    sayable = [choice for choice in choices if _is_sayable(word, choice)]
    return sayable[0] if len(sayable) == 1 else ()


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
