"""Limits that make an event of a measure: « une kaliémie dépassant 6 mmol/l », « une pression inférieure à 90 »."""

import re

from extract.tuples.clauses import Clauses

_LIMIT = re.compile(
    r"\b(?:dépassant|excédant|(?:supérieur|inférieur)e?s? (?:ou égale?s? )?à|au-(?:dessus|dessous|delà) de)\s"
    r"\d+(?:[.,]\d+)?(?:\s?(?:%|[a-zµ]{1,6}(?:/[a-z0-9]+)?\b))?",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"\b(?:étai(?:t|ent)|est|sont|été|rest\w+|demeur\w+)\s+$")
_LOOK_BACK = 32
"""Characters before a number that hold the words of a limit."""
_PLAIN = "0123456789,.%/"
_SHIELDED = {ord(mark): chr(0xE000 + place) for place, mark in enumerate(_PLAIN)}
_OPENED = {ord(shield): chr(mark) for mark, shield in _SHIELDED.items()}
"""Marks of the private use area stand for those that would end a noun phrase."""


def is_limit(clauses: Clauses, start: int, end: int) -> bool:
    """Whether the number from `start` to `end` is the limit that makes an event of a measure.

    Behind a verb it is what was measured: « la kaliémie restait inférieure à 5 mmol/l ».
    """
    near = clauses.slice(start - _LOOK_BACK, end)
    told = _LIMIT.search(near)
    return told is not None and not _MEASURED.search(near, 0, told.start())


def shielded(phrase: str) -> str:
    """The phrase with the numbers of its limits written so that they do not end it.

    >>> opened(shielded("une glycémie dépassant 1,4 g/l")) == "une glycémie dépassant 1,4 g/l"
    True
    """
    return _LIMIT.sub(lambda limit: limit[0].translate(_SHIELDED), phrase)


def opened(phrase: str) -> str:
    """A shielded phrase as it was written."""
    return phrase.translate(_OPENED)
