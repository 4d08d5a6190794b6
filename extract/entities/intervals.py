"""Confidence intervals in every bracket, order and level; also one that follows an estimate without a name."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.entities.anchors import matches_at
from extract.entities.model import Interval
from extract.entities.numerals import END, NUMBER, PERCENT, SIGNED, START, to_float
from extract.entities.spans import CLAIMED, Found, register_finder
from extract.entities.word_places import BRACKETS, WordPlaces, Words

_PERCENTAGE = rf"(?:8|9)\d(?:[.,]\d{{1,2}})? ?{PERCENT}?"
_LEVEL_BEFORE = re.compile(rf"(?<![\w,.-])(?P<level>{_PERCENTAGE}) ?\Z")
_SHORT = r"(?:ic|ci)"
_NAME = re.compile(
    rf"{_SHORT}(?![a-z])|intervalles? de (?:confiance|credibilite)"
    r"|(?:marges?|fourchettes?|intervalles?) d(?:'incertitude|'erreur|e confiance)(?= a 9\d)"
)
_NAME_KEYS = Words("ic", "ci", "intervalle", "marge", "fourchette")
_ABBREVIATED = rf"(?: ?[(\[]{_SHORT}[)\]]| ?, ?{_SHORT}(?: ?9\d ?%)?(?= ?[,:=]))?"
_LEVEL = (
    r"(?:[(\[]?(?:(?:a|de|au seuil de|au niveau de) )?"
    rf"(?P<level>(?:8|9)\d(?:[.,]\d{{1,2}})? ?{PERCENT}|(?<=[ci])9\d(?:[.,]\d)?(?!\d)"
    r"|9[059](?=[ :,;=(\[])(?![.,]\d| ?(?:[-;]|a )))"
    r"[)\]]?)?"
)
"""With its percent sign, close to the name (« IC95 »), or one of the usual ones where no bound can stand."""
_LINK = (
    r"(?:[ :=,;]| ?etait| ?est| ?compris(?:e|es)?| ?allant| ?variant| ?va| ?bilatera(?:l|ux)| ?unilateral| ?ajustee?)*"
)
_OPEN = r"(?P<open>[(\[\]])?(?:de|entre|d'|:)? ?"
_UNIT = rf"(?: ?(?:{PERCENT}|points?\b|pts\b))?"
_TO = r"(?: ?(?:;|/|\|) ?| ?, (?=[-+\d])| (?:a|et|to|jusqu'a) (?:de )?| ?- ?)"
_BOUNDS = rf" ?(?P<low>{SIGNED}){END}{_UNIT}{_TO}(?P<high>{SIGNED}){END}(?P<unit>(?: ?{PERCENT})?)"
_AFTER_NAME = re.compile(rf"{_ABBREVIATED},? ?{_LEVEL}{_ABBREVIATED}{_LINK}{_OPEN}{_BOUNDS}(?P<close> ?[)\]\[])?")
_BRACKETED = re.compile(
    rf"[(\[] ?(?:intervalle )?(?:de |entre )?{_BOUNDS}(?: ?[)\]]|(?P<with_p>(?= ?[;,] ?(?:p ?[=<>]|{CLAIMED}))))"
)
_RATIO_KEYS = Words("hr", "rr", "or", "irr", "rc", "hra", "ora", "rra")
_BEHIND_RATIO = re.compile(
    rf"(?:i?rr|[ho]r|rc)a? ?[:=]? ?(?P<estimate>{NUMBER}) ?[;,] ?"
    rf"(?P<range>(?P<low>{NUMBER}) ?(?:-|a) ?(?P<high>{NUMBER}))(?= ?[)\];])"
)
"""« (RR 30,3 ; 25,1-36,4) »: the interval of a ratio that is named beside it."""
_ESTIMATE = re.compile(
    rf"(?P<sign>(?<![\w)] )[-+] ?|(?<= )[-+])?(?P<estimate>{START}{NUMBER})"
    rf" ?(?:{PERCENT}|points?(?: de pourcentage)?|pts|mois|jours|semaines|ans|heures)? ?[(]?\Z"
)
_OF_ARMS = re.compile(r" (?:pour|avec|sous|chez|du|des|dans|apres|en faveur d[eu]) [^().;%]{2,60} ?\Z")
"""Between an estimate and the bracket of its interval and p: « 0,48 pour A contre B (0,32-0,71 ; p < 0,001) »."""
_REACH = 34
"""Characters of an estimate with its unit: « -24,3 points de pourcentage »."""
_SAME_SENTENCE = 250
"""Characters within which the interval named before stands."""
_SENTENCE_END = re.compile(r"[.!?] |\n")
_RANGE_WORDS = re.compile(
    r"interquartil|ecarts?[- ](?:type|inter)|extreme|etendue|eventail|min-max|minimum|q1|eiq|iqr|quartile|\bage"
    r"|amplitude"
)
"""Words that make a bracketed range no confidence interval; looked for in the sentence before it."""
_USUAL_LEVEL = 95.0
"""The level of an interval that names none, in percent."""
_CLOSING = {"(": ")", "[": "]", "]": "["}


def find_intervals(low: str, words: WordPlaces | None = None) -> Iterator[Found]:
    """The confidence intervals in folded lower-case text.

    A bracketed range after an estimate that it encloses is one without a level, unless the sentence speaks of ages,
    quartiles or extremes.

    >>> [f.value for f in find_intervals("rr 3,0 (ic95 % : 1,9-4,8)")]
    [Interval(low=1.9, high=4.8, level=95.0)]
    """
    words = words or WordPlaces.of_text(low)
    named = list(_named(low, words))
    yield from named
    for bare in (*_bare(low, named, words), *_behind_ratios(low, words)):
        if not any(one.start < bare.end and bare.start < one.end for one in named):
            yield bare


def _named(low: str, words: WordPlaces) -> Iterator[Found]:
    read_to = 0
    starts = (start for start in words.of(_NAME_KEYS) if not _goes_on(low[start - 1 : start]))
    for name in matches_at(starts, _NAME, low):
        rest = _AFTER_NAME.match(low, name.end())
        bounds = _bounds(rest) if rest else None
        if rest and bounds and name.start() >= read_to:
            before = _LEVEL_BEFORE.search(low, max(0, name.start() - 10), name.start())
            level = before["level"] if before else rest["level"]
            read_to = _end(rest)
            start = before.start() if before else name.start()
            yield Found(start, read_to, Interval(*bounds, level=_read_level(level) if level else _USUAL_LEVEL))


def _goes_on(before: str) -> bool:
    """Whether the character before a name makes it a part of a word: « indic », « anti-CI »."""
    return before.isalnum() or before in ("_", "-")


def _read_level(written: str) -> float:
    return to_float(re.sub(rf" ?{PERCENT}", "", written))


def _bounds(mention: re.Match[str]) -> tuple[float, float] | None:
    low, high = to_float(mention["low"]), to_float(mention["high"])
    return (low, high) if low <= high else None


def _end(mention: re.Match[str]) -> int:
    """The interval's own closing bracket belongs to it, that of a bracket around « IC95 % … » does not."""
    closing = (mention["close"] or "").strip()
    return mention.end() if closing and closing == _CLOSING.get(mention["open"] or "") else mention.end("unit")


def _bare(low: str, named: Sequence[Found], words: WordPlaces) -> Iterator[Found]:
    for bracket in matches_at(words.of(BRACKETS), _BRACKETED, low):
        estimate = _ESTIMATE.search(low, max(0, bracket.start() - _REACH), bracket.start())
        may_be_far = bracket["with_p"] is not None or _goes_on_from(named, bracket.start(), low)
        if (
            estimate is None
            and may_be_far
            and (arms := _OF_ARMS.search(low, max(0, bracket.start() - 80), bracket.start()))
        ):
            estimate = _ESTIMATE.search(low, max(0, arms.start() - _REACH), arms.start())
        bounds = _bounds(bracket)
        if estimate is None or bounds is None or "/" in bracket.group():
            continue
        sentence = low[max(0, estimate.start() - 120) : estimate.start()].rpartition(". ")[2]
        if bounds[0] < to_float((estimate["sign"] or "") + estimate["estimate"]) < bounds[
            1
        ] and not _RANGE_WORDS.search(sentence):
            yield Found(bracket.start(), bracket.end(), Interval(*bounds))


def _behind_ratios(low: str, words: WordPlaces) -> Iterator[Found]:
    """« HR 0,51 ; 0,42-0,61 »: a range that holds the ratio before it."""
    for ratio in matches_at(words.of(_RATIO_KEYS), _BEHIND_RATIO, low):
        bounds = to_float(ratio["low"]), to_float(ratio["high"])
        if bounds[0] < to_float(ratio["estimate"]) < bounds[1]:
            yield Found(ratio.start("range"), ratio.end("range"), Interval(*bounds))


def _goes_on_from(named: Sequence[Found], at: int, low: str) -> bool:
    """Whether the sentence names an interval before: « 72 % sous A (IC95 % 66-79) et 83 % sous B (78-89) »."""
    last = bisect_left(named, at, key=lambda one: one.end) - 1
    return last >= 0 and at - named[last].end < _SAME_SENTENCE and not _SENTENCE_END.search(low, named[last].end, at)


register_finder("intervals", "interval", lambda layers: find_intervals(layers.unclaimed_low, layers.words))
