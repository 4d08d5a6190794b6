"""One spelling for many: accents, dashes, apostrophes, spaces and digits below the line, character for character."""

import re
import unicodedata

SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Every space that is not a line break; French typography writes several of them inside numbers and before `%`."""

_SPACE_TABLE = dict.fromkeys(map(ord, SPACES), " ")
_VARIANTS = {
    "'": "’‘ʼ′´‛",
    "-": "‐‑‒–—―−﹣－⁃",
    "/": "⁄∕",
    "<": "＜",
    ">": "＞",
    "≤": "⩽≦",
    "≥": "⩾≧",
    "%": "％﹪",
    "µ": "μ",
    "·": "∙⋅",
    "=": "＝",
}
_ACCENTED = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))  # Latin letters with accents


def _table() -> dict[int, str]:
    table = dict(_SPACE_TABLE)
    for plain, variants in _VARIANTS.items():
        table.update(dict.fromkeys(map(ord, variants), plain))
    for code in _ACCENTED:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base
    table.update({ord("₀") + digit: str(digit) for digit in range(10)})
    return table


_FOLDED = {chr(code): plain for code, plain in _table().items()}
_ANY_SPACE = re.compile(f"[{SPACES}]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def plain_spaces(text: str) -> str:
    """`text` with every space of French typography as an ordinary one; as long as before, line breaks untouched.

    >>> plain_spaces("51,2\\u202f%")
    '51,2 %'
    """
    return _ANY_SPACE.sub(" ", text)


def fold(text: str) -> str:
    """`text` without accents and typographic variants, case kept; as long as before, so that offsets still hold.

    >>> fold("À l’inclusion : −5,2 (IC₉₅ 1,9–4,8)")
    "A l'inclusion : -5,2 (IC95 1,9-4,8)"
    """
    for character in set(_NOT_ASCII.findall(text)):  # some dozen of them, however long the text
        if plain := _FOLDED.get(character):
            text = text.replace(character, plain)
    return text.replace("\t", " ")


def lowered(text: str) -> str:
    """`text` in lower case, accents kept; as long as before: « İ », which alone would grow, loses its dot.

    An expression that ignores case takes two to eight times as long as one on such a text.

    >>> lowered("Érythème")
    'érythème'
    """
    return text.replace("İ", "I").lower()


def fold_lower(text: str) -> str:
    """`fold` in lower case: what term lists and token norms are compared by; as long as `text`.

    >>> fold_lower("Érythème")
    'erytheme'
    """
    return fold(text).lower()  # no folded character is longer in lower case
