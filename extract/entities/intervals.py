"""Confidence intervals in every bracket, order and level; also one that follows an estimate without a name."""

import re
from collections.abc import Iterator

from extract.entities.model import Interval
from extract.entities.numerals import END, NUMBER, PERCENT, SIGNED, START, to_float
from extract.entities.spans import Found, register_finder

_LEVEL = rf"(?:(?:a|de|au seuil de|au niveau de) )?(?P<{{}}>(?:8|9)\d(?:[.,]\d{{{{1,2}}}})?) ?{PERCENT}?"
_SHORT = r"(?:ic|ci)"
_NAME = rf"(?:intervalles? de (?:confiance|credibilite)|{_SHORT}(?![a-z]))"
_ABBREVIATED = rf"(?: ?[(\[]{_SHORT}[)\]]| ?, ?{_SHORT}(?= ?[,:=]))?"
_LINK = (
    r"(?:[ :=,;]| ?etait| ?est| ?compris(?:e|es)?| ?allant| ?variant| ?va| ?bilatera(?:l|ux)| ?unilateral| ?ajustee?)*"
)
_OPEN = r"(?P<open>[(\[\]])?"
_PREPOSITION = r"(?:de|entre|d'|:)? ?"
_UNIT = rf"(?: ?(?:{PERCENT}|points?\b|pts\b))?"
_TO = r"(?: ?(?:;|/|\|) ?| ?, (?=[-+\d])| (?:a|et|to|jusqu'a) (?:de )?| ?- ?)"
_BOUNDS = rf" ?(?P<low>{SIGNED}){END}{_UNIT}{_TO}(?P<high>{SIGNED}){END}(?P<unit>(?: ?{PERCENT})?)"
_NAMED = re.compile(
    rf"(?<![\w-])(?:{_LEVEL.format('before')} ?)?{_NAME}{_ABBREVIATED},? ?"
    rf"(?:[(\[]?{_LEVEL.format('after')}[)\]]?)?{_ABBREVIATED}{_LINK}{_OPEN}{_PREPOSITION}{_BOUNDS}"
    rf"(?P<close> ?[)\]\[])?"
)
_BARE = re.compile(
    rf"(?<![-+])(?P<estimate>{START}{NUMBER}){END} ?{PERCENT}? ?(?P<interval>[(\[] ?(?:de )?{_BOUNDS} ?[)\]])"
)
_RANGE_WORDS = re.compile(
    r"interquartil|ecart|extreme|etendue|eventail|min-max|minimum|q1|eiq|iqr|quartile|\bage|amplitude"
)
"""Words that make a bracketed range no confidence interval; looked for in the sentence before it."""
_CLOSING = {"(": ")", "[": "]", "]": "["}


def find_intervals(text: str) -> Iterator[Found]:
    """The confidence intervals in folded text.

    A bracketed range after an estimate that it encloses is one without a level, unless the sentence speaks of ages,
    quartiles or extremes.

    >>> [f.value for f in find_intervals("RR 3,0 (IC95 % : 1,9-4,8)")]
    [Interval(low=1.9, high=4.8, level=95.0)]
    """
    low = text.lower()
    named_ends = 0
    for mention in _NAMED.finditer(low):
        bounds = _bounds(mention)
        if bounds is None:
            continue
        level = mention["before"] or mention["after"]
        named_ends = _end(mention)
        yield Found(mention.start(), named_ends, Interval(*bounds, level=to_float(level) if level else 95.0))
    yield from _bare(low)


def _bounds(mention: re.Match[str]) -> tuple[float, float] | None:
    low, high = to_float(mention["low"]), to_float(mention["high"])
    return (low, high) if low <= high else None


def _end(mention: re.Match[str]) -> int:
    """The interval's own closing bracket belongs to it, that of a bracket around « IC95 % … » does not."""
    closing = (mention["close"] or "").strip()
    return mention.end() if closing and closing == _CLOSING.get(mention["open"] or "") else mention.end("unit")


def _bare(low: str) -> Iterator[Found]:
    for mention in _BARE.finditer(low):
        bounds = _bounds(mention)
        sentence = low[max(0, mention.start() - 120) : mention.start()].rpartition(". ")[2]
        encloses = bounds is not None and bounds[0] < to_float(mention["estimate"]) < bounds[1]
        if bounds and encloses and "/" not in mention["interval"] and not _RANGE_WORDS.search(sentence):
            yield Found(mention.start("interval"), mention.end("interval"), Interval(*bounds))


register_finder("intervals", "interval", find_intervals)
