"""How terms are compared: the pieces of a text that a lexicon entry and a mention share, whatever their spelling.

« IL-17A », « IL17A » and « IL 17 A » give the same pieces, as do « inhibiteur » and « inhibiteurs », « œdème » and
« oedeme », « TNF-α » and « TNF alpha ».
"""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

_DASH = "[-‐‑‒–−]"
_PIECE = re.compile(
    r"([A-Za-zÀ-\u024f\u1e00-\u1eff]+|[\u0370-\u03ff]+|\d+"  # a positive class is three times as fast as [^\W\d_]
    rf"|{_DASH}(?<![^\W_].)|{_DASH}(?![^\W_])"  # a hyphen inside a word is no piece
    r"|[^\w\s\-‐‑‒–−]|_|\n)"
)
_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "κ": "kappa", "ω": "omega"}
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_PLURAL_MIN = 4
"""Shorter words keep their s (« os », « pas »): in French none of them is the plural of a term."""


@lru_cache(maxsize=1 << 16)
def _key(piece: str) -> str:
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


class Pieces(NamedTuple):
    """The pieces of a text: the form by which each is compared, and its characters `starts[i]` to `ends[i]`."""

    keys: list[str]
    starts: list[int]
    ends: list[int]


def pieces(text: str) -> Pieces:
    """The pieces of `text`; a hyphen inside a word is none, a line break is one.

    >>> pieces("l’IL-17A, inhibiteurs").keys
    ['l', "'", 'il', '17', 'a', ',', 'inhibiteur']
    """
    parts = _PIECE.split(text)  # gap, piece, gap, piece, …, gap
    bounds = list(accumulate(map(len, parts)))
    return Pieces(list(map(_key, parts[1::2])), bounds[:-1:2], bounds[1::2])


@lru_cache(maxsize=1 << 16)  # the lexicons' terms are checked, then laid out
def spelled_pieces(term: str) -> tuple[str, ...]:
    """The pieces of `term` as they are written: what `pieces` compares, without places.

    >>> spelled_pieces("IL-17A")
    ('IL', '17', 'A')
    """
    return tuple(_PIECE.findall(term))


def term_key(term: str) -> tuple[str, ...]:
    """The pieces by which a term is looked up; empty for a blank term.

    >>> term_key("Anti-TNFα") == term_key("anti TNF-alpha")
    True
    """
    return tuple(map(_key, spelled_pieces(term)))
