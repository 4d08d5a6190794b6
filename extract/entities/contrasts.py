"""Contrasts between arms: RR, OR, HR, IRR, differences of risks and of means, numbers needed to treat.

A name is looked for first, then what may stand between it and its value. Ratios in percent are none: « réduction du
risque relatif de 45 % » is a change of the arm's own value.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.entities.contrast_names import AMBIGUOUS, ContrastName, find_names
from extract.entities.model import Contrast
from extract.entities.numerals import END, NUMBER, PERCENT, WORDS, read_numeral
from extract.entities.spans import CLAIMED, Found, register_finder
from extract.entities.word_places import WordPlaces
from schema.vocabulary import EffectMeasure

_EPITHET = (
    r"(?: ?(?:ajustee?s?|rajustee?s?|non ajustee?s?|multivariee?s?|brute?s?|global(?:e|es)?|globaux|combinee?s?"
    r"|poolee?s?"
    r"|(?:de|selon) peto|cumulee?s?|absolue?s?|relative|significative)\b)"
)
_BRACKET = r"(?:(?: [^.;:()\[\]\d\n|]{3,60})? ?[(\[][^()\[\]\d]{2,25}[)\]]| ?[,:] ?[a-z]{2,4}(?= ?[:,=]))?"
_VERB = (
    r"(?:est|sont|etait|etaient|a ete|ont ete|atteint|atteignait|atteignaient|serait"
    r"|s'(?:etablit|etablissait|etablissant|elevait|elevant|eleve|est etabli|est eleve)|ressort|ressortait|valait|vaut"
    r"|fait)"
)
_WHAT = (
    rf"(?P<what> [^.;:()\[\]\n|=]{{3,140}}?(?= {_VERB}\b)"
    r"| (?:des? |du |d'|pour )[^.;:()\[\]\n|=]{2,60}?(?= ?:))?"
)
"""What the contrast is of, before its verb: « le hazard ratio de décès était de 0,52 »."""
_LINK = (
    rf"(?P<link>(?: ?[:=,]| {_VERB}| (?:respectivement|estimee?s?|calculee?s?|egale?s?|evaluee?s?|chiffree?s?"
    r"|environ|de l'ordre|seulement)| (?:de|a)\b| d'(?=environ|un\b))*)"
)
_ACCENTED = {"metres": "mètres", "lesions": "lésions"}
_UNIT = (
    rf"(?: ?(?P<unit>{PERCENT}|points? de (?:pourcentage|pourcent|%)|(?:points?|pts|jours?|semaines?|mois|ans|heures?"
    r"|minutes?|metres?|watts?|lesions?|mm|cm|kg)\b|[a-zµ]{1,5}(?:/[a-z0-9]+)+\b))?"
)
_VALUE = rf" ?(?P<value>(?:[-+] ?)?{NUMBER}{END}|(?:{WORDS})\b(?! (?:mois|ans?|semaines?|jours?)\b))(?!\w){_UNIT}"
_NO_RATE = r"(?! ?/ ?\d| ?/ ?min| (?:cycles|bpm|battements|mmhg))"
"""No rate of breaths or beats, no blood pressure."""
_TAIL = re.compile(rf"{_EPITHET}*{_BRACKET}{_EPITHET}*{_WHAT}{_LINK}{_VALUE}{_NO_RATE}")
_TAIL_OF = re.compile(
    rf"{_EPITHET}*(?P<what> (?:de |du |des |d'|pour )[^.;:()\[\]\n|=\d]{{3,70}}?)(?P<link> de| a|){_VALUE}{_NO_RATE}"
)
"""« un odds ratio de décès de 1,00 (IC95 % : 0,58-1,75) »: no verb, but an interval or p behind the value."""
_FURTHER_COUPLE = re.compile(
    rf"(?: ?[(\[][^()\[\]]*[)\]])? (?:pour|sur|chez|concernant) [^.;()\[\]]{{3,120}} ?; ?(?:et )?(?:de |a )?{_VALUE}"
    rf"(?= ?[(\[,;.]{{1,2}} ?{CLAIMED})"
)
"""« … étaient de 1,1 (…) et 0,9 (…) pour A et B, respectivement ; de 0,8 (…) et 0,7 (…) pour C et D »."""
_ARM = r"(?: (?:pour|avec|sous|dans|a)(?: [^\s.;()\[\]]+){1,6}?)?"
_FURTHER = re.compile(
    rf"{_NO_RATE}{_ARM}(?: ?[(\[][^()\[\]]*[)\]])? ?(?:[,;] ?|et |puis ){{1,2}}(?:de |a )?{_VALUE}"
    rf"(?={_ARM} ?[(\[,;.{CLAIMED}])"
)
_FURTHER_OF = re.compile(
    rf"{_ARM}(?: ?\([^()]*\))?{_ARM} et de {_VALUE}(?= ?[(\[,;.{CLAIMED}]| (?:pour|avec|sous|dans|a)\b)"
)
"""« … de -12 points (…) pour la dose de 300 mg et de -10 points pour 150 mg »."""
_PLURAL = re.compile(r"\w+s\b|.*s\Z")
_EVIDENCE = re.compile(rf"[ ,;:(\[]{{0,4}}{CLAIMED}")
_EVIDENCE_OF = re.compile(rf"(?: (?:de |du |des |d')[^\d.;:()\n]{{2,25}})?[ ,;:(\[]{{0,4}}{CLAIMED}")
"""« -2,2 points d'EASI ; IC 95 % … »"""
_HEAD = re.compile(r"[^\d\n|]{0,30}\(?\[?(?:ic|ci) ?(?:a )?9\d|[^\n|]{0,30}\|")
_RATIOS = ("RR", "OR", "HR", "IRR")
_TIMES = ("jours", "semaines", "mois", "ans", "heures", "minutes")
_OF_AGE = re.compile(r"\bages?\b")
_CLOSE = 150
"""Characters before an unnamed difference in points in which a percentage makes it a risk difference."""


class _Text(NamedTuple):
    """A folded text, the same in lower case, and the measures that it spells out."""

    written: str
    low: str
    spelled: frozenset[EffectMeasure | None]


def find_contrasts(text: str, low: str, words: WordPlaces | None = None) -> Iterator[Found]:
    """The contrasts in folded text in which intervals and p values are already claimed, in order of their names.

    `low` is the text in lower case.

    >>> text = "HR ajuste = 0,52 ; difference de 31 points ; RR : 16/min"
    >>> [f.value.value for f in find_contrasts(text, text.lower())]
    [0.52, 31.0]
    """
    names = find_names(text, low, words)
    spelled = frozenset(name.measure for name in names if name.written.islower())
    read_to = 0
    for name in names:
        if name.start >= read_to:
            for found in _read(name, _Text(text, low, spelled)):
                read_to = found.end
                yield found


def _read(name: ContrastName, text: _Text) -> Iterator[Found]:
    tail = _TAIL.match(text.low, name.end) or _tail_of(name, text.low)
    if tail is None:
        if name.measure and _in_head(name, text.low):
            yield Found(name.start, name.end, Contrast(name.measure, adjusted=_is_adjusted(name.written)))
        return
    contrast = _contrast(name, tail, text)
    if contrast is None or (name.written in AMBIGUOUS and not _is_meant(name, tail, text)):
        return
    apart = tail["what"] or CLAIMED in text.low[name.end : tail.start("value")]
    yield Found(tail.start("value") if apart else name.start, tail.end(), contrast)
    if _PLURAL.match(name.written) or "respectivement" in tail["link"]:
        yield from _further(name, (_FURTHER, _FURTHER_COUPLE), tail.end(), text)
    elif contrast.unit:
        yield from (f for f in _further(name, (_FURTHER_OF,), tail.end(), text) if _unit_of(f) == contrast.unit)


def _tail_of(name: ContrastName, low: str) -> re.Match[str] | None:
    tail = _TAIL_OF.match(low, name.end) if name.measure in _RATIOS else None
    return tail if tail and _EVIDENCE.match(low, tail.end()) else None


def _unit_of(found: Found) -> str:
    assert isinstance(found.value, Contrast)
    return found.value.unit


def _further(name: ContrastName, patterns: Sequence[re.Pattern[str]], at: int, text: _Text) -> Iterator[Found]:
    """The other values of « les odds ratios étaient de 1,6 (…) et 1,9 (…) »."""
    while tail := next(filter(None, (pattern.match(text.low, at) for pattern in patterns)), None):
        if contrast := _contrast(name, tail, text):
            yield Found(tail.start("value"), tail.end(), contrast)
        at = tail.end()


def _contrast(name: ContrastName, tail: re.Match[str], text: _Text) -> Contrast | None:
    value = read_numeral(tail["value"])
    unit = "%" if text.low.endswith("% de ", 0, name.start) else _unit(tail["unit"])
    measure = name.measure or _measure_by_unit(name, tail, unit, text.low)
    if value is None or measure is None or not _is_possible(measure, value, unit, tail, text.low):
        return None
    return Contrast(measure, value, unit, _is_adjusted(text.written[name.start : tail.start("value")]))


def _measure_by_unit(name: ContrastName, tail: re.Match[str], unit: str, low: str) -> EffectMeasure | None:
    """What a mere « différence » is; None for one of ages, of visits, or « à 12 mois »."""
    between = low[name.end : tail.start("value")]
    if _OF_AGE.search(between) or between.endswith(" a") or (unit in _TIMES and not re.search(_VERB, between)):
        return None
    if unit == "%":
        return "RD"
    if unit == "points":
        return "RD" if "%" in low[max(0, name.start - _CLOSE) : name.start].rpartition(". ")[2] else "MD"
    stated = unit or "ajust" in between or _EVIDENCE.match(low, tail.end())
    return "MD" if stated else None


def _unit(written: str | None) -> str:
    if not written:
        return ""
    if re.fullmatch(rf"{PERCENT}|points? de .*", written):
        return "%"
    return "points" if written.startswith(("point", "pts")) else _ACCENTED.get(written, written)


def _is_possible(measure: EffectMeasure, value: float, unit: str, tail: re.Match[str], low: str) -> bool:
    """A ratio is positive and has no unit; a whole number of 8 or more needs an interval or p beside it."""
    if measure in ("NNT", "NNH"):
        return unit == ""
    if measure in _RATIOS:
        whole = value.is_integer() and value >= 8
        return value > 0 and not unit and not (whole and not _EVIDENCE.match(low, tail.end()))
    return True


def _is_meant(name: ContrastName, tail: re.Match[str], text: _Text) -> bool:
    """Whether ambiguous letters stand for their measure: beside an interval or p, before a decimal alone in brackets
    (« (DM 3,5) »), or spelled out in the document."""
    alone = text.low[name.start - 1 : name.start] == "(" and "," in tail["value"] and text.low[tail.end() :][:1] == ")"
    return alone or name.measure in text.spelled or _EVIDENCE_OF.match(text.low, tail.end()) is not None


def _is_adjusted(written: str) -> bool:
    return bool(re.search(r"(?<!non )(?i:ajust|multivari)|^a[A-Z]|[A-Z]{2}a", written))


def _in_head(name: ContrastName, low: str) -> bool:
    """A measure without value is one where a table row or « (IC95 %) » follows: a column head, a caption."""
    line = low[low.rfind("\n", 0, name.start) + 1 :].partition("\n")[0]
    return name.written not in AMBIGUOUS and (" | " in line or _HEAD.match(low, name.end) is not None)


register_finder(
    "contrasts", "contrast", lambda layers: find_contrasts(layers.unclaimed, layers.unclaimed_low, layers.words)
)
