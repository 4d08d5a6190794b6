"""n of N: « 80/108 (74 %) », « 12 patients sur 30 », « 72 % (218/301) », « 19 des 35 patients », « un seul sur 18 »."""

import re
from collections.abc import Iterator

from extract.entities.model import Fraction
from extract.entities.numerals import NUMBER, PERCENT, START, WORDS, read_numeral, to_float, to_optional
from extract.entities.spans import Found, register_finder

_WHOLE = r"\d{1,3}(?: \d{3})+(?!\d)|\d+"
_N = rf"(?:{START}(?:{_WHOLE})(?![\d.,]\d)|\b(?:aucun|aucune|(?:{WORDS}))\b(?: seule?)?)"
_PEOPLE = r"(?: (?!sur\b|des\b|parmi\b|a\b|et\b|ou\b|contre\b|vs\b|en\b|dans\b)[^\W\d]+){0,3}?"
_SUR = r" ?(?: sur(?: les| un total de| un effectif de)? | des | parmi (?:les )?| d'entre les )"
_PERCENT_AFTER = (
    rf"(?P<between>(?: (?!sur\b|et\b|contre\b"
    rf"|ou\b)[^\W\d]+){{0,7}}) ?[(\[](?:soit )?(?P<percent>{NUMBER}) ?{PERCENT} ?(?P<close>[)\]])?"
)
_SLASH = re.compile(
    rf"(?:{START}(?P<percent_before>{NUMBER}) ?{PERCENT} ?(?:[(\[,;]|soit|:)? ?(?:n ?[=:] ?|soit )?)?"
    rf"(?P<events>{START}(?:{_WHOLE})) ?/ ?(?P<total>(?:{_WHOLE}))(?![\d/]|[.,]\d|-\d| ?[a-z]*/)"
)
_SPELLED = re.compile(
    rf"(?:{START}(?P<percent_before>{NUMBER}) ?{PERCENT} ?[(\[,;] ?(?:soit |n ?[=:] ?)?)?"
    rf"(?P<events>{_N}){_PEOPLE}{_SUR}(?P<total>(?:{_WHOLE})(?![.,]\d))(?!\w)"
)
_AFTER = re.compile(_PERCENT_AFTER)
_CLOSE = re.compile(r" ?[)\]]")
_SCALE_BEFORE = re.compile(r"(?:\beva|score|note|echelle|cotee?s?|intensite|nrs|\bgrade|tension|acuite)[^.;:]{0,25}$")
_ROUNDING = 1.0
"""Percentage points by which a printed share may differ from its fraction: rounding to whole percents, and a slip."""
_NOT_OF = re.compile(r" ?(?:semaines?|mois|ans?|jours?|heures?|h|minutes?|ml|mg|mmhg|essais|etudes|ecr|%)\b")
"""What a total is not made of: times, doses; and studies are no participants."""


_STUDIES = re.compile(r"\b(?:essais|etudes|ecr|revues|centres|publications)\b")
"""« 15 essais portant sur 1 896 participants » is no share of anything."""


def find_fractions(text: str) -> Iterator[Found]:
    """The fractions in folded text whose events are no more than their total.

    A percentage in brackets beside it belongs to it. « 7/10 » on a scale, « IGA 0/1 » and « 120/80 » are none.

    >>> [f.value for f in find_fractions("85 patients sur 224 (38 %), 72 % (218/301)")]
    [Fraction(events=85, total=224, percent=38.0), Fraction(events=218, total=301, percent=72.0)]
    """
    low = text.lower()
    read_to = 0
    mentions = [*_SLASH.finditer(low), *_SPELLED.finditer(low)]
    for mention in sorted(mentions, key=lambda m: m.start()):
        found = _read(mention, low) if mention.start() >= read_to else None
        if found is not None:
            read_to = found.end
            yield found


def _read(mention: re.Match[str], low: str) -> Found | None:
    events, total = _count(mention["events"]), read_numeral(mention["total"])
    if events is None or total is None or events > total or _NOT_OF.match(low, mention.end()):
        return None
    if _STUDIES.search(low, mention.end("events"), mention.start("total")):
        return None
    slash = mention.re is _SLASH
    after = _AFTER.match(low, mention.end())
    if after and not _belongs(after, events, total):
        after = None
    percent = mention["percent_before"] or (after["percent"] if after else None)
    if percent is None and not _is_plausible(events, total, mention, low, slash=slash):
        return None
    start = mention.start() if mention["percent_before"] else mention.start("events")
    return Found(start, _end(mention, after, low), Fraction(int(events), int(total), to_optional(percent)))


def _belongs(after: re.Match[str], events: float, total: float) -> bool:
    """Whether a percentage in brackets some words later is that of the fraction: next to it, or the same share."""
    return after["between"].count(" ") <= 1 or abs(100 * events / total - to_float(after["percent"])) <= _ROUNDING


def _count(written: str) -> float | None:
    return 0.0 if written.startswith("aucun") else read_numeral(written.removesuffix(" seule").removesuffix(" seul"))


def _is_plausible(events: float, total: float, mention: re.Match[str], low: str, *, slash: bool) -> bool:
    """Without a percentage, a small denominator is a grade (0/1), a scale (7/10) or a share (2/3)."""
    if _SCALE_BEFORE.search(low, max(0, mention.start() - 40), mention.start()):
        return False
    if slash:
        return total >= 5 and (events, total) != (24, 7)
    return total >= 3


def _end(mention: re.Match[str], after: re.Match[str] | None, low: str) -> int:
    """The bracket that the fraction opened belongs to it where it is closed right away."""
    if mention["percent_before"]:
        opened = re.search(r"[(\[]", low[mention.start() : mention.start("events")])
        close = _CLOSE.match(low, mention.end())
        return close.end() if opened and close else mention.end()
    if after is None:
        return mention.end()
    return after.end()


register_finder("fractions", "fraction", find_fractions)
