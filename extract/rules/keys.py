"""How terms are compared: the pieces of a text that a lexicon entry and a mention share, whatever their spelling.

« IL-17A », « IL17A » and « IL 17 A » give the same pieces, as do « inhibiteur » and « inhibiteurs », « œdème » and
« oedeme », « TNF-α » and « TNF alpha ».
"""

import re
import unicodedata
from functools import lru_cache

LETTERS, GREEK_LETTERS, DIGITS = r"[A-Za-zÀ-\u024f\u1e00-\u1eff]", r"[\u0370-\u03ff]", r"\d"
"""Of each of these, as many as follow make one piece; a positive class is three times as fast as [^\\W\\d_]."""
DASH = "[-‐‑‒–−]"
"""A piece, save inside a word."""
SINGLE = r"[^\w\s\-‐‑‒–−]|_|\n"
"""Each a piece of its own."""
_PIECE = re.compile(rf"({LETTERS}+|{GREEK_LETTERS}+|{DIGITS}+|{DASH}(?<![^\W_].)|{DASH}(?![^\W_])|{SINGLE})")
_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "κ": "kappa", "ω": "omega"}
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_PLURAL_MIN = 4
"""Shorter words keep their s (« os », « pas »): in French none of them is the plural of a term."""


@lru_cache(maxsize=1 << 16)
def piece_key(piece: str) -> str:
    """The form by which a piece is compared: plain lower case, in the singular.

    >>> piece_key("Érythèmes"), piece_key("β")
    ('erytheme', 'beta')
    """
    lowered = piece.lower().translate(_LIGATURES)
    if lowered in _GREEK:
        return _GREEK[lowered]
    plain = "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    if len(plain) > _PLURAL_MIN + 1 and plain.endswith("aux"):
        return plain[:-3] + "al"
    if len(plain) >= _PLURAL_MIN and (plain.endswith("s") or plain.endswith(_PLURALS_IN_X)):
        return plain[:-1]
    return "'" if plain == "’" else plain


_PLURALS_IN_X = ("eaux", "eux")
"""« Celebrex » and « toux » end in x in the singular."""


@lru_cache(maxsize=1 << 16)  # the lexicons' terms are checked, then laid out
def spelled_pieces(term: str) -> tuple[str, ...]:
    """The pieces of `term` as they are written: what `term_key` compares.

    >>> spelled_pieces("IL-17A")
    ('IL', '17', 'A')
    """
    return tuple(_PIECE.findall(term))


def term_key(term: str) -> tuple[str, ...]:
    """The pieces by which a term is looked up; empty for a blank term.

    >>> term_key("Anti-TNFα") == term_key("anti TNF-alpha")
    True
    """
    return tuple(map(piece_key, spelled_pieces(term)))
