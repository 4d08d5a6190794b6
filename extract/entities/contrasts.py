"""Contrasts between arms: RR, OR, HR, IRR, differences of risks and of means, numbers needed to treat.

A name is looked for first, then what may stand between it and its value. Ratios in percent are none: « réduction du
risque relatif de 45 % » is a change of the arm's own value.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.entities.model import Contrast
from extract.entities.numerals import END, NUMBER, PERCENT, WORDS, read_numeral
from extract.entities.spans import CLAIMED, Found, register_finder
from schema.vocabulary import EffectMeasure


class _Name(NamedTuple):
    """The spellings of a measure: `words` in folded lower case, `letters` in capitals."""

    measure: EffectMeasure
    words: str
    letters: str


_OF = r"(?:de |des |du |d')"
_PEOPLE = r"(?:sujets|patients|malades|personnes)"
_NAMES = (
    _Name(
        "HR",
        rf"hazards?[- ]ratios?|(?:rapports?|ratios?) {_OF}(?:hasards?|risques? instantanes?)"
        r"|risques? relatifs? instantanes?|rapports? des? taux instantanes?",
        "HR|RRI",
    ),
    _Name(
        "IRR",
        rf"(?:rapports?|ratios?) {_OF}(?:taux|densites)(?: d'incidence)?|rapports? d'incidences?|rate ratios?",
        "IRR",
    ),
    _Name(
        "RR",
        r"(?<!reduction du )(?<!reduction de )risques? relatifs?|(?:relative|risk) (?:risks?|ratios?)"
        rf"|(?:rapports?|ratios?) {_OF}risques?(?: relatifs?)?",
        "RRR?",
    ),
    _Name("OR", rf"odds?[- ]ratios?|(?:rapports?|ratios?) {_OF}(?:cotes?|chances?)", "OR|RCC?"),
    _Name(
        "SMD",
        rf"(?:differences? (?:moyennes?|{_OF}moyennes)|ecarts? moyens?) standardise?e?s?|g de hedges|d de cohen",
        "DMS|SMD",
    ),
    _Name(
        "MD",
        rf"differences? (?:moyennes?|medianes?|(?:entre |{_OF})(?:les |deux )?(?:moyennes|medianes))"
        r"|ecarts? (?:moyens?|des moyennes)",
        "DMP?|MD",
    ),
    _Name(
        "NNH",
        rf"nombres? (?:de |necessaire de ){_PEOPLE} (?:a traiter |necessaires? )?pour (?:nuire|observer"
        r" un effet indesirable|un effet (?:nocif|indesirable))(?: supplementaire)?",
        "NNH|NNN",
    ),
    _Name(
        "NNT",
        rf"nombres? (?:de |necessaire de ){_PEOPLE} (?:necessaires? )?a traiter|nombres? necessaires? a traiter",
        "NNT|NST|NTT",
    ),
    _Name(
        "RD",
        rf"(?:reductions?|augmentations?|differences?) (?:absolues?(?: {_OF}risques?)?|{_OF}risques? absolue?s?)"
        rf"|differences? {_OF}(?:risques?|proportions|taux|pourcentages)",
        "RRA|RAR|DR",
    ),
)
_UNNAMED = "differences?|ecarts?"
"""A difference whose kind the unit tells."""

_AMBIGUOUS = ("RC", "RCC", "DM", "DMP", "MD", "DR", "OR")
"""Letters with other meanings (rémission complète, diabète, molécule, docteur): they need an interval or p beside the
value, or the measure spelled out in the same document."""

_SPELLED = re.compile(
    "|".join(rf"(?P<m{i}>\b(?:{name.words})\b)" for i, name in enumerate(_NAMES)) + rf"|(?P<unnamed>\b(?:{_UNNAMED})\b)"
)
_LETTERS = re.compile(
    r"(?<![\w.-])a?(?:"
    + "|".join(rf"(?P<m{i}>{name.letters})" for i, name in enumerate(_NAMES))
    + r")(?:a|aj|aj\.)?(?![\w-])"
)

_EPITHET = (
    r"(?: ?(?:ajustee?s?|rajustee?s?|non ajustee?s?|multivariee?s?|brute?s?|global(?:e|es)?|globaux|combinee?s?"
    r"|poolee?s?"
    r"|(?:de|selon) peto|cumulee?s?|absolue?s?|relative|significative)\b)"
)
_BRACKET = r"(?: ?[(\[][^()\[\]\d]{2,25}[)\]]| ?[,:] ?[a-z]{2,4}(?= ?[:,=]))?"
_VERB = r"(?:est|sont|etait|etaient|a ete|ont ete|atteint|atteignait|atteignaient|serait)"
_WHAT = rf"(?P<what> [^.;:()\[\]\n|=]{{3,140}}?(?= {_VERB}\b))?"
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
_FURTHER = re.compile(
    rf"{_NO_RATE}(?: ?[(\[][^()\[\]]*[)\]])? ?(?:[,;] ?|et |puis ){{1,2}}(?:de |a )?{_VALUE}(?= ?[(\[,;.{CLAIMED}])"
)
_EVIDENCE = re.compile(rf"[ ,;:(\[]{{0,4}}{CLAIMED}")
_HEAD = re.compile(r"[^\d\n|]{0,30}\(?\[?(?:ic|ci) ?(?:a )?9\d|[^\n|]{0,30}\|")
_TIMES = ("jours", "semaines", "mois", "ans", "heures", "minutes")
_CLOSE = 150
"""Characters before an unnamed difference in points in which a percentage makes it a risk difference."""


def find_contrasts(text: str) -> Iterator[Found]:
    """The contrasts in folded text in which intervals and p values are already claimed, in order of their names.

    >>> [f.value.value for f in find_contrasts("HR ajuste = 0,52 ; difference de 31 points ; RR : 16/min")]
    [0.52, 31.0]
    """
    low = text.lower()
    read_to = 0
    names = [*_SPELLED.finditer(low), *_LETTERS.finditer(text)]
    for name in sorted(names, key=lambda n: (n.start(), -n.end())):
        if name.start() < read_to:
            continue
        for found in _read(name, text, low):
            read_to = found.end
            yield found


def _read(name: re.Match[str], text: str, low: str) -> Iterator[Found]:
    tail = _TAIL.match(low, name.end())
    if tail is None:
        if name.lastgroup != "unnamed" and _in_head(name, low):
            yield Found(name.start(), name.end(), Contrast(_measure_of(name), adjusted=_is_adjusted(name.group())))
        return
    contrast = _contrast(name, tail, text, low)
    if contrast is None or (name.group() in _AMBIGUOUS and not _is_meant(name, tail, low)):
        return
    yield Found(tail.start("value") if tail["what"] else name.start(), tail.end(), contrast)
    if name.group().endswith("s") or "respectivement" in tail["link"]:
        yield from _further(name, tail.end(), text, low)


def _further(name: re.Match[str], at: int, text: str, low: str) -> Iterator[Found]:
    """The other values of « les odds ratios étaient de 1,6 (…) et 1,9 (…) »."""
    while tail := _FURTHER.match(low, at):
        if contrast := _contrast(name, tail, text, low):
            yield Found(tail.start("value"), tail.end(), contrast)
        at = tail.end()


_OF_AGE = re.compile(r"d'age\b|\bages?\b")


def _contrast(name: re.Match[str], tail: re.Match[str], text: str, low: str) -> Contrast | None:
    value = read_numeral(tail["value"])
    unit = "%" if low[: name.start()].endswith("% de ") else _unit(tail["unit"])
    measure = _measure_of(name) if name.lastgroup != "unnamed" else _measure_by_unit(name, tail, unit, low)
    if name.lastgroup == "unnamed" and _OF_AGE.search(low, name.end(), tail.start("value")):
        return None
    if value is None or measure is None or not _is_possible(measure, value, unit, tail, low):
        return None
    return Contrast(measure, value, unit, _is_adjusted(text[name.start() : tail.start("value")]))


def _measure_of(name: re.Match[str]) -> EffectMeasure:
    return _NAMES[int(str(name.lastgroup).removeprefix("m"))].measure


def _measure_by_unit(name: re.Match[str], tail: re.Match[str], unit: str, low: str) -> EffectMeasure | None:
    before = low[max(0, name.start() - _CLOSE) : name.start()].rpartition(". ")[2]
    if unit == "%":
        return "RD"
    if re.search(r" a\b", tail.groupdict().get("link") or "") or (
        unit in _TIMES and not re.search(_VERB, low[name.end() : tail.start("value")])
    ):
        return None  # « pas de différence à 12 mois », « un écart de 2 semaines entre les visites »
    if unit == "points":
        return "RD" if "%" in before else "MD"
    return (
        "MD" if unit or _EVIDENCE.match(low, tail.end()) or "ajust" in low[name.end() : tail.start("value")] else None
    )


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
    if measure in ("RR", "OR", "HR", "IRR"):
        whole = value == int(value) and value >= 8
        return value > 0 and not unit and not (whole and not _EVIDENCE.match(low, tail.end()))
    return True


def _is_meant(name: re.Match[str], tail: re.Match[str], low: str) -> bool:
    if _EVIDENCE.match(low, tail.end()):
        return True
    return name.group() != "OR" and any(
        spelled.lastgroup == name.lastgroup for spelled in _SPELLED.finditer(low) if spelled.lastgroup
    )


def _is_adjusted(written: str) -> bool:
    return bool(re.search(r"(?<!non )(?i:ajust|multivari)|^a[A-Z]|[A-Z]{2}a", written))


def _in_head(name: re.Match[str], low: str) -> bool:
    """A measure without value is one where a table row or « (IC95 %) » follows: a column head, a caption."""
    line = low[low.rfind("\n", 0, name.start()) + 1 :].partition("\n")[0]
    return name.group() not in _AMBIGUOUS and (" | " in line or _HEAD.match(low, name.end()) is not None)


register_finder("contrasts", "contrast", find_contrasts)
