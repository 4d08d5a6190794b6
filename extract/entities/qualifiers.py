"""What stands before a number and makes it approximate or a bound: « environ », « plus de », « au moins »."""

import re
from typing import Literal, NamedTuple


class Qualifier(NamedTuple):
    """Whether the number is approximate, and the bound that it is, if any."""

    approximate: bool
    bound: Literal["<", ">", "≤", "≥"] | None


NONE = Qualifier(False, None)

_WORDINGS: tuple[tuple[str, Qualifier], ...] = (
    (r"environ|pres d[e']|autour d[e']|quelque|de l'ordre d[e']|approximativement|a peu pres|presque"
     r"|quasi(?:ment)?|~|≈",
     Qualifier(True, None)),
    (r"superieure?s? ou egale?s? a|au moins|au minimum|≥|>=", Qualifier(False, "≥")),
    (r"inferieure?s? ou egale?s? a|jusqu'a|au plus|au maximum|≤|<=", Qualifier(False, "≤")),
    (r"plus d[e']|superieure?s? a|depassa(?:it|ient)|>", Qualifier(True, ">")),
    (r"moins d[e']|inferieure?s? a|<", Qualifier(True, "<")),
)  # fmt: skip
"""Spellings in folded lower-case text; the evidence table counts « plus de » and « moins de » as approximate."""

_QUALIFIER = re.compile(
    "(?:" + "|".join(rf"(?P<q{i}>{wording})" for i, (wording, _) in enumerate(_WORDINGS)) + r") ?\Z"
)
_ENDINGS = (
    *("environ", "pres de", "pres d'", "tour de", "tour d'", "ordre de", "ordre d'", "quelque", "ivement", "iment"),
    *("presque", "peu pres", "quasi", "moins", "minimum", "jusqu'a", "plus", "maximum", "plus de", "plus d'"),
    *("moins de", "moins d'", "sait", "saient", "~", "≈", "<", ">", "=", "≤", "≥"),
    *(f"{word}{ending} a" for word in ("superieur", "inferieur", "egal") for ending in ("", "e", "s", "es")),
)
"""Some of these ends every wording above: few numbers need the costlier search."""
_LONGEST = 28
"""Characters of the longest wording above, and a space."""


def read_qualifier(low: str, start: int) -> tuple[int, Qualifier]:
    """The qualifier that ends at `start` in folded lower-case text, and where the number with it begins.

    >>> read_qualifier("chez pres de 20 %", 13)
    (5, Qualifier(approximate=True, bound=None))
    """
    if not low.endswith(_ENDINGS, 0, start - 1 if low.startswith(" ", start - 1) else start):
        return start, NONE
    found = _QUALIFIER.search(low, max(0, start - _LONGEST), start)
    if found is None or (found.start() and low[found.start() - 1].isalnum()):
        return start, NONE
    return found.start(), _WORDINGS[int(str(found.lastgroup)[1:])][1]
