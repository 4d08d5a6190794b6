"""n of N: « 80/108 (74 %) », « 12 patients sur 30 », « 72 % (218/301) », « 19 des 35 patients », « un seul sur 18 ».

What joins the two numbers is looked for first, then the events before it and the total after it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.entities.anchors import matches_at
from extract.entities.model import Fraction
from extract.entities.number_places import NumberPlaces, first_from
from extract.entities.numerals import NUMBER, PERCENT, START, WORDS, read_numeral, to_float, to_optional
from extract.entities.sample_sizes import PEOPLE
from extract.entities.spans import Found, register_finder
from extract.entities.word_places import WordPlaces, Words

_WHOLE = r"(?:\d{1,3}(?: \d{3}){1,3}(?!\d)|\d{1,9}(?!\d))"
_JOINT = re.compile(
    r"/(?<=[a-z\d]/) ?(?=\d)"
    r"| (?:/(?<=[a-z\d] /) ?(?=\d)|(?:sur|des|parmi|d'entre)(?: les| un total de| un effectif de)? (?=\d))"
)
_SLASH, _PREPOSITIONS, _ENTRE = Words("/"), Words("sur", "des", "parmi"), Words("entre")
_NO_PART = (
    r"(?:sur|des|parmi|et|ou|contre|vs|en|dans|par|pour|portant|porte|menee?s?|conduite?s?|realisee?s?"
    r"|etudes?|essais?|ecr|revues?|series?|cohortes?|articles?|centres?|publications|pages?|fois|doses?|reduction|baisse)\b"
)
_EVENTS = re.compile(
    rf"(?P<events>{START}{_WHOLE}|\b(?:aucune?|{WORDS})\b)(?P<what>(?: (?!{_NO_PART})[^\W\d]+){{0,3}})\Z"
)
_SLASHED_EVENTS = re.compile(rf"(?<!/)(?P<events>{START}{_WHOLE})(?P<what>(?: {PEOPLE})?)\Z")
_TOTAL = re.compile(rf"(?P<total>{_WHOLE})(?![\w/]|[.,]\d|-\d| ?[a-z]*/)")
_ONE = re.compile(rf"(?: seule?)?(?: {PEOPLE})?")
"""What may stand between « un » and its total: other nouns only introduce something (« une étude sur 30 »)."""
_NOT_OF = re.compile(r" ?(?:semaines?|mois|ans?|jours?|heures?|h|minutes?|ml|mg|mmhg|essais|etudes|ecr)\b|e\b| ?%")
"""What a total is not made of: times, doses; and studies are no participants."""

_PERCENT_BEFORE = re.compile(
    rf"(?P<percent>{START}{NUMBER}) ?{PERCENT} ?(?P<open>[(\[])?(?:[,;:] )?(?:soit )?(?:n ?[=:] ?)?\Z"
)
_PERCENT_AFTER = re.compile(
    rf"(?P<between>(?: (?!sur\b|et\b|contre\b|ou\b)[^\W\d]+){{0,7}}) ?[(\[](?:soit )?(?P<percent>{NUMBER}) ?{PERCENT}"
    r"(?: ?[)\]])?"
)
_CLOSE = re.compile(r" ?[)\]]")
_ROUND_OF = 10
"""« 1 malade sur 3 » of so few is a share in round terms and no count."""
_ROUNDING = 1.0
"""Percentage points by which a printed share may differ from its fraction: rounding to whole percents, and a slip."""
_SCALE_BEFORE = re.compile(
    r"(?:\beva|score|note|echelle|cotee?s?|intensite|nrs|\bgrade|tension|acuite)[^.;:\n]{0,25}\Z"
)
_LOOK_BACK = 60
"""Characters before a joint that can hold the events and three words."""


class _Parts(NamedTuple):
    """A fraction before its percentage is looked for; `slash` where it is written « n/N »."""

    start: int
    end: int
    events: int
    total: int
    slash: bool


def find_fractions(low: str, places: NumberPlaces | None = None, words: WordPlaces | None = None) -> Iterator[Found]:
    """The fractions in folded lower-case text whose events are no more than their total.

    A percentage in brackets beside it belongs to it. « 7/10 » on a scale, « IGA 0/1 » and « 120/80 » are none.

    >>> [f.value for f in find_fractions("85 patients sur 224 (38 %), 72 % (218/301)")]
    [Fraction(events=85, total=224, percent=38.0), Fraction(events=218, total=301, percent=72.0)]
    """
    places = places or NumberPlaces.of_text(low)
    read_to = 0
    for joint in matches_at(_joints(words or WordPlaces.of_text(low)), _JOINT, low):
        parts = _parts(joint, low, places)
        found = _with_percent(parts, low) if parts and parts.start >= read_to else None
        if found is not None:
            read_to = found.end
            yield found


def _joints(words: WordPlaces) -> list[int]:
    """Where a joint may begin: at a slash, or at the space before it or before a preposition."""
    slashes = words.of(_SLASH)
    spaces = [at - 1 for at in (*slashes, *words.of(_PREPOSITIONS))]
    return sorted([*slashes, *spaces, *(at - len(" d'") for at in words.of(_ENTRE))])


def _parts(joint: re.Match[str], low: str, places: NumberPlaces) -> _Parts | None:
    total = _TOTAL.match(low, joint.end())
    if total is None or _NOT_OF.match(low, total.end()):
        return None
    slash = "/" in joint.group()
    window = max(0, joint.start() - _LOOK_BACK), joint.start()
    if slash:
        events = first_from(places.digits, _SLASHED_EVENTS, low, *window)
    elif "aucun" in low[window[0] : window[1]]:
        events = _EVENTS.search(low, *window)
    else:
        events = first_from(places.any, _EVENTS, low, *window)
    if events is None or (events["events"] in ("un", "une") and not _ONE.fullmatch(events["what"])):
        return None
    count = 0.0 if events["events"].startswith("aucun") else read_numeral(events["events"])
    of = int(total["total"].replace(" ", ""))
    if count is None or count > of:
        return None
    return _Parts(events.start(), total.end(), int(count), of, slash)


def _with_percent(parts: _Parts, low: str) -> Found | None:
    """The fraction with the percentage that stands before or after it; None where it is no fraction of people."""
    before = _PERCENT_BEFORE.search(low, max(0, parts.start - 20), parts.start)
    if before and _is_told_twice(before, parts):
        closing = _CLOSE.match(low, parts.end) if before["open"] else None
        end = closing.end() if closing else parts.end
        return Found(before.start(), end, _value(parts, to_float(before["percent"])))
    after = _PERCENT_AFTER.match(low, parts.end)
    if after and _belongs(after, parts):
        return Found(parts.start, after.end(), _value(parts, to_optional(after["percent"])))
    return Found(parts.start, parts.end, _value(parts, None)) if _is_plausible(parts, low) else None


def _is_told_twice(before: re.Match[str], parts: _Parts) -> bool:
    """Whether a percentage is the fraction's own: in one bracket with it, or the same share, and no full clause before;
    « 60 % ; deux des 55 » are two values."""
    same = abs(100 * parts.events / max(parts.total, 1) - to_float(before["percent"])) <= _ROUNDING
    return same or (bool(before["open"]) and ";" not in before.group())


def _value(parts: _Parts, percent: float | None) -> Fraction:
    return Fraction(parts.events, parts.total, percent)


def _belongs(after: re.Match[str], parts: _Parts) -> bool:
    """Whether a percentage in brackets some words later is that of the fraction: next to it, or the same share."""
    if after["between"].count(" ") <= 1:
        return True
    return abs(100 * parts.events / max(parts.total, 1) - to_float(after["percent"])) <= _ROUNDING


def _is_plausible(parts: _Parts, low: str) -> bool:
    """Without a percentage, a small denominator is a grade (0/1), a scale (7/10) or a share (2/3)."""
    if _SCALE_BEFORE.search(low, max(0, parts.start - 40), parts.start):
        return False
    if parts.slash:
        return parts.total >= 5 and (parts.events, parts.total) != (24, 7)
    return parts.total >= 3 and not (parts.events == 1 and parts.total <= _ROUND_OF)


register_finder(
    "fractions", "fraction", lambda layers: find_fractions(layers.unclaimed_low, layers.numbers, layers.words)
)
