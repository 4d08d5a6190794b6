"""Responder endpoints on a scale: scale × threshold × direction, abbreviated or spelled out.

« PASI 75/90 », « IGA de 0 ou 1 », « SALT ≤ 20 », « amélioration d'au moins 75 % du score PASI », « gain d'au moins
4 points sur l'échelle de prurit ». Labels are those of the evidence table: PASI75, IGA0/1, SALT20, NRS4, UAS7=0.
"""

import re
from collections.abc import Iterator
from typing import cast

from extract.entities.model import Endpoint
from extract.entities.spans import Found
from extract.rules.model import ScaleEntry

_NUMBER = r"(?P<n>\d+)(?![\w,.]*\d)"
_AT_LEAST = (
    r"(?:d'au moins|au moins|d'au minimum|>=|≥|>|superieure?s? ou egale?s? a|superieure?s? a|d'au moins egale? a"
    r"|minimale? de|atteignant(?: au moins)?|de plus de|d')"
)
_AT_MOST = r"(?:<=|≤|<|inferieure?s? ou egale?s? a|inferieure?s? a|d'au plus|au plus|ne depassant pas|maximal de)"
_CHANGE = (
    r"(?:ameliorations?|reductions?|diminutions?|baisses?|gains?|regressions?|reculs?|reponses?|declins?"
    r"|augmentations?)"
)
_GAINED = r"(?:gagn|perd|progress|amelior|redui|diminu|baiss)\w*"
_COUNT = r"(?:\d+|deux|trois|quatre|cinq|six)"
_COUNTS = {"deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6"}
_CHANGED = r"(?:amelior|redui|diminu|baiss|regress)\w*"
_OF_SCALE = (
    r"(?:[ ](?:du|de la|de l'|de leur|de son|des|de|d'|sur|au|a la|a l'|par rapport au|en|dans|selon|avec)){1,2}[ ]?"
    r"(?:(?:le|la|l'|leur|son)[ ]?)?"
    r"(?:(?:score|indice|echelle)s?[ ](?:(?:numerique|visuelle|analogique)s?[ ])*(?:de |du |de l'|d')?)?$"
)
_SCALE_LINK = r"(?:[ ](?:score|total|global|de prurit|du prurit|prurit|maximal|hebdomadaire|moyen))*"

_ATTACHED = re.compile(
    r"[ ]?-?[ ]?(?:\()?(?P<n>\d+)(?![.,]\d|\w|[ ]?(?:patients|sujets|malades|participants|semaines))"
)
_SIBLING = re.compile(r"[ ]?(?:/|,|et|ou|puis|-)[ ]?(?:le |l'|de )?(?P<n>\d+)(?![.,]\d|\w|[ ]?%)")
_ZERO_ONE = re.compile(
    r"(?:[ ]?[(:,=]|[ ]?(?:<=|≤)|(?:[ ]score)?[ ](?:de|a|egale?s? a|entre|etait de|cote|compris entre))?[ ]?"
    r"0[ ]?(?:/|-|,|ou(?: de| a)?|et|a)[ ]?1(?![\d,.]*\d|[ ]?%)"
)
_AT_MOST_ONE = re.compile(rf"{_SCALE_LINK}[ ]?{_AT_MOST}[ ]?1(?![\d,.]*\d|\w)")
_ZERO = re.compile(
    r"(?:[ ]?[=:]|[ ](?:de|a|egale?s? a))?[ ]?0(?![\d,./]*\d|\w|[ ]?(?:%|ou|a|/|-))|[ ](?:nul|egal a zero|a zero)\b"
)
_FOUR_FIVE = re.compile(r"[ ]?(?:de |a |[(=:])?[ ]?4[ ]?(?:/|-|ou|et|a)[ ]?5(?![\d,.]*\d)")
_CUT_AFTER = re.compile(
    rf"{_SCALE_LINK}[ ]?(?:etait |restait )?(?:(?P<most>{_AT_MOST})|(?P<least>{_AT_LEAST})|=|egal a)[ ]?{_NUMBER}"
    r"(?P<percent>[ ]?%)?(?P<points>[ ]points?)?"
)
_OR_LESS = re.compile(r"[ ](?:de |a |[=:] ?)?(?P<n>\d+)[ ]ou moins\b")
_POINTS_AFTER = re.compile(
    rf"{_SCALE_LINK}[ ](?:(?:{_CHANGED}|en {_CHANGE})[ ])?(?:{_AT_LEAST}|de)[ ]?(?P<n>{_COUNT})[ ](?:points?|grades?)\b"
)
_PERCENT_AFTER = re.compile(
    rf"{_SCALE_LINK}[ ](?:{_CHANGED}[ ])?{_AT_LEAST}[ ]?{_NUMBER}[ ]?%"
    rf"|{_SCALE_LINK}[ ]{_CHANGED}[ ]de[ ](?P<m>\d+)[ ]?%"
)
_PARTS = {"deux": "50", "quatre": "75", "dix": "90", "moitie": "50"}
_DIVIDED_AFTER = re.compile(
    rf"{_SCALE_LINK}[ ](?:(?:avait|a|etait|ete|est)[ ]){{0,2}}"
    rf"(?:divisee?[ ](?:au moins[ ])?par[ ](?P<by>deux|quatre|dix)|{_CHANGED}[ ](?:d'au moins[ ]|au moins[ ])?"
    r"(?:de[ ]|d'au moins[ ]|(?<=moins[ ])(?:de[ ])?)(?:la[ ])?(?P<half>moitie))(?:[ ]au moins|[ ]ou plus)?"
)
"""« un CLASI divisé par deux », « le PASI a diminué d'au moins la moitié »."""
_AND_TWO_POINTS = re.compile(
    rf"(?:,? (?:et|avec|associee? a|accompagnee? d')[ ]?(?:une |d'une )?(?:{_CHANGE}|variation|ecart) )"
    rf"(?:{_AT_LEAST}|de)[ ]?(?:2|deux)[ ](?:points|grades)(?: ou plus)?"
)
_PERCENT_BEFORE = re.compile(
    rf"(?:\b{_CHANGE}[ ](?:{_AT_LEAST}|(?P<bare>de))[ ]?(?P<a>\d+)[ ]?%"
    rf"|(?:{_AT_LEAST}[ ]?)?(?P<b>\d+)[ ]?%[ ](?:de |d')(?:{_CHANGE})){_OF_SCALE}"
)
_POINTS_BEFORE = re.compile(
    rf"(?:\b(?:{_CHANGE}|{_GAINED})[ ](?:{_AT_LEAST}|de)[ ]?(?P<a>{_COUNT})[ ]points?(?: ou plus)?"
    rf"|{_AT_LEAST}[ ]?(?P<b>{_COUNT})[ ]points?[ ](?:de |d')(?:{_CHANGE}|moins)){_OF_SCALE}"
)
_CUT_BEFORE = re.compile(
    rf"\b(?:score|indice|note)s?[ ](?:(?:{_AT_MOST}|de)[ ]?(?P<a>\d+)(?P<less>[ ]ou moins)?|nul){_OF_SCALE}"
)
_ZERO_ONE_BEFORE = re.compile(
    rf"\b(?:score|note|cotation|grade)s?[ ](?:de |a |egale?s? a )?0[ ]?(?:/|-|ou(?: de)?|a)[ ]?1"
    rf"(?:[ ]\([^()]{{3,40}}\))?{_OF_SCALE}"
)
_BASELINE = re.compile(r"[ ](?:a l'inclusion|a l'entree|initial|au depart|a baseline|de base)")
_REACH = 90
"""Characters before a scale's name in which a spelled-out threshold may stand."""


def read_scale(text: str, find: Found) -> list[Found]:
    """The endpoints that a scale's name and the words beside it make: at least one, the bare scale where no threshold.

    `text` is folded; the finds cover the words that say the threshold, so that its number is no result.
    """
    scale = cast(ScaleEntry, find.value)
    for rule in (_attached, _zero_or_one, _cutoff_after, _spelled_after, _spelled_before):
        found = list(rule(text, find, scale))
        if found:
            return found
    return [Found(find.start, find.end, _bare(scale))]


def _bare(scale: ScaleEntry) -> Endpoint:
    label = scale.default or scale.scale
    return Endpoint(label, scale.scale, kind="response" if scale.default == scale.scale else "score")


def _responder(scale: ScaleEntry, threshold: str, label: str | None = None) -> Endpoint:
    gap = " " if " " in scale.scale and threshold[0].isdigit() else ""
    label = label or f"{scale.scale}{gap}{threshold}"
    if label == f"{scale.default}50" == f"{scale.scale}50":
        label = scale.default  # HiSCR is HiSCR50
    return Endpoint(label, scale.scale, threshold, "response")


def _attached(text: str, find: Found, scale: ScaleEntry) -> Iterator[Found]:
    """« PASI75 », « EASI-90 », « PASI 75, 90 et 100 », « NRS4 », « SALT20 »."""
    allowed = {*scale.percent, *scale.points, *(part for part in scale.cutoff if part.isdigit())}
    match = _ATTACHED.match(text, find.end)
    start = find.start
    while match is not None and match["n"] in allowed:
        end = match.end("n")
        yield Found(start, end, _responder(scale, match["n"]))
        match = _SIBLING.match(text, end)
        start = match.start("n") if match else end


def _zero_or_one(text: str, find: Found, scale: ScaleEntry) -> Iterator[Found]:
    """« IGA 0/1 », « score IGA de 0 ou 1 avec une réduction d'au moins 2 points », « DLQI 0 »; « VNS 4 ou 5 »."""
    if "4/5" in scale.cutoff and (match := _FOUR_FIVE.match(text, find.end)):
        yield Found(find.start, match.end(), _responder(scale, "4/5"))
    if not scale.zero_one:
        return
    if match := _ZERO_ONE.match(text, find.end) or _AT_MOST_ONE.match(text, find.end):
        more = _AND_TWO_POINTS.match(text, match.end())
        yield Found(find.start, more.end() if more else _closed(text, match), _zero_one(scale))
    elif match := _ZERO.match(text, find.end):
        yield Found(find.start, match.end(), _responder(scale, "0"))
    elif match := _before(_ZERO_ONE_BEFORE, text, find):
        more = _AND_TWO_POINTS.match(text, find.end)
        yield Found(match.start(), more.end() if more else find.end, _zero_one(scale))


def _closed(text: str, match: re.Match[str]) -> int:
    """The end of a match with the bracket that closes right behind what it opened: « IGA (0,1) »."""
    return match.end() + ("(" in match.group() and text.startswith(")", match.end()))


def _zero_one(scale: ScaleEntry) -> Endpoint:
    label = scale.default if scale.default.endswith("0/1") else f"{scale.scale}0/1"
    return _responder(scale, "0/1", label)


def _cutoff_after(text: str, find: Found, scale: ScaleEntry) -> Iterator[Found]:
    """« SALT ≤ 20 », « UAS7 = 0 », « NRS ≥ 4 points », « EASI ≥ 75 % »; « PASI ≥ 12 » is a criterion of inclusion."""
    if "=0" in scale.cutoff and (match := _ZERO.match(text, find.end)):
        yield Found(find.start, match.end(), _responder(scale, "=0"))
    elif (match := _OR_LESS.match(text, find.end)) and {match["n"], f"≤{match['n']}"} & {*scale.cutoff}:
        yield Found(find.start, match.end(), _at_most(scale, match["n"]))
    elif match := _CUT_AFTER.match(text, find.end):
        is_baseline = _BASELINE.match(text, match.end()) is not None
        if value := _bare(scale) if is_baseline else _cut(scale, match):
            yield Found(find.start, match.end(), value)


def _cut(scale: ScaleEntry, match: re.Match[str]) -> Endpoint | None:
    n = match["n"]
    if match["most"]:
        return _at_most(scale, n)
    if match["least"] and (n in scale.percent or n in scale.points):
        return _responder(scale, n)
    if match["least"] and f"≥{n}" in scale.cutoff:
        return _responder(scale, f"≥{n}")
    return None if match["percent"] else _bare(scale)


def _counted(number: str) -> str:
    return _COUNTS.get(number, number)


def _at_most(scale: ScaleEntry, n: str) -> Endpoint:
    return _responder(scale, f"≤{n}", f"{scale.scale}{n}" if n in scale.cutoff else f"{scale.scale}≤{n}")


def _spelled_after(text: str, find: Found, scale: ScaleEntry) -> Iterator[Found]:
    """« PASI amélioré d'au moins 75 % », « prurit NRS réduit d'au moins 4 points »."""
    if match := _PERCENT_AFTER.match(text, find.end):
        n = match["n"] or match["m"]
        if n in scale.percent:
            yield Found(_change_before(text, find), match.end(), _responder(scale, n))
    elif match := _DIVIDED_AFTER.match(text, find.end):
        n = _PARTS[match["by"] or match["half"]]
        if n in scale.percent:
            yield Found(find.start, match.end(), _responder(scale, n))
    elif (match := _POINTS_AFTER.match(text, find.end)) and (n := _counted(match["n"])) in scale.points:
        yield Found(_change_before(text, find), match.end(), _responder(scale, n))


_HEAD_BEFORE = re.compile(rf"\b{_CHANGE}{_OF_SCALE}")


def _change_before(text: str, find: Found) -> int:
    match = _before(_HEAD_BEFORE, text, find)
    return match.start() if match else find.start


def _spelled_before(text: str, find: Found, scale: ScaleEntry) -> Iterator[Found]:
    """« amélioration d'au moins 75 % du score PASI », « 50 % d'amélioration avec F-VASI », « score de 20 au SALT »."""
    if match := _before(_PERCENT_BEFORE, text, find):
        n = match["a"] or match["b"]
        if n in scale.percent:
            yield Found(match.start(), find.end, _responder(scale, n))
    elif match := _before(_POINTS_BEFORE, text, find):
        n = _counted(match["a"] or match["b"])
        if n in scale.points:
            yield Found(match.start(), find.end, _responder(scale, n))
    elif match := _before(_CUT_BEFORE, text, find):
        n = match["a"] or "0"
        if n == "0" and "=0" in scale.cutoff:
            yield Found(match.start(), find.end, _responder(scale, "=0"))
        elif {n, f"≤{n}"} & {*scale.cutoff}:
            yield Found(match.start(), find.end, _at_most(scale, n))


_OF_SCALE_ENDS = tuple(
    word + gap
    for word in (
        *("du", "la", "l'", "leur", "son", "des", "de", "d'", "sur", "au", "en", "dans", "selon", "avec", "le"),
        *("score", "scores", "indice", "indices", "echelle", "echelles", "numerique", "numeriques"),
        *("visuelle", "visuelles", "analogique", "analogiques"),
    )
    for gap in ("", " ")
)
"""How `_OF_SCALE` may end, and with it all that is looked for before a scale."""


def _before(pattern: re.Pattern[str], text: str, find: Found) -> re.Match[str] | None:
    if not text.endswith(_OF_SCALE_ENDS, 0, find.start):
        return None
    start = max(0, find.start - _REACH, text.rfind("\n", 0, find.start) + 1)
    return pattern.search(text, start, find.start)
