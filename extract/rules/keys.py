"""How terms are compared: the pieces of a text that a lexicon entry and a mention share, whatever their spelling.

« IL-17A », « IL17A » and « IL 17 A » give the same pieces, as do « inhibiteur » and « inhibiteurs », « œdème » and
« oedeme », « TNF-α » and « TNF alpha ».
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_PIECE = re.compile(r"[^\W\d_\u0370-\u03ff]+|[\u0370-\u03ff]+|\d+|[^\w\s]|_|\n")
_DASHES = "-‐‑‒–−"
_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "κ": "kappa", "ω": "omega"}
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_PLURAL_MIN = 4
"""Shorter words keep their s (« os », « pas »): in French none of them is the plural of a term."""


class Piece(NamedTuple):
    """Characters `start` to `end` of a text and the form by which they are compared."""

    start: int
    end: int
    key: str


@lru_cache(maxsize=1 << 16)
def _key(piece: str) -> str:
    lowered = piece.lower().translate(_LIGATURES)
    if lowered in _GREEK:
        return _GREEK[lowered]
    plain = "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    if len(plain) > _PLURAL_MIN + 1 and plain.endswith("aux"):
        return plain[:-3] + "al"
    if len(plain) >= _PLURAL_MIN and plain[-1] in "sx":
        return plain[:-1]
    return plain.replace("’", "'")


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of `text` in order; a hyphen inside a word is none, a line break is one.

    >>> [piece.key for piece in pieces("l’IL-17A, inhibiteurs")]
    ['l', "'", 'il', '17', 'a', ',', 'inhibiteur']
    """
    for match in _PIECE.finditer(text):
        piece = match[0]
        if piece in _DASHES and _inside_word(text, match.start()):
            continue
        yield Piece(match.start(), match.end(), _key(piece))


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def term_key(term: str) -> tuple[str, ...]:
    """The pieces by which a term is looked up; empty for a blank term.

    >>> term_key("Anti-TNFα") == term_key("anti TNF-alpha")
    True
    """
    return tuple(piece.key for piece in pieces(term))
