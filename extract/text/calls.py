"""Reference calls: « [10] », « [2, 3] », « [4-6] » in the text, told apart from intervals in brackets."""

import re
from itertools import pairwise

_CALL = re.compile(r"\[\s?\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\s?\]")

_INTERVAL_BEFORE = re.compile(
    r"(?:\bIC(?:R|\s?\d{2}(?:[,.]\d)?)?\s?%?|\bintervalle\b[^.;]{0,40}|\bCI\b|\bIQR\b|\bEIQ?\b|\bQ1\s?[-–]\s?Q3\b|%"
    r"|\bétendue\b|\bextrêmes\b|\bmin(?:imum)?\b[^.;]{0,8}|\b(?:ans|jours|semaines|mois|points|kg|cm|mm)\b)\s?[:=(,]?\s?\Z",
    re.IGNORECASE,
)
"""What stands before an interval in brackets: its name, a percentage or a unit."""

WINDOW = 60
"""Characters looked at before a bracket."""


def find_calls(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges of all reference calls, brackets included, in text order.

    >>> [text[a:b] for text in ["F-VASI 75 [10] à S24 (51 %, IC95 % [44-58])"] for a, b in find_calls(text)]
    ['[10]']
    """
    return tuple(m.span() for m in _CALL.finditer(text) if _is_call(m, text))


def _is_call(match: re.Match[str], text: str) -> bool:
    numbers = [int(n) for n in re.findall(r"\d+", match[0])]
    rising = all(a < b for a, b in pairwise(numbers))
    before = text[max(0, match.start() - WINDOW) : match.start()]
    is_single = len(numbers) == 1
    decimal = bool(re.search(r"[,.]0\d", match[0]) or (not is_single and re.search(r"\d[,.]\d+\s?\Z", before)))
    return rising and numbers[0] > 0 and not decimal and (is_single or not _INTERVAL_BEFORE.search(before))
