"""Differences between arms that are told in a clause of their own: « la différence était de 9 points (IC95 % …) »."""

import re
from collections.abc import Sequence

from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue
from extract.tuples.estimate import Estimate
from schema.vocabulary import EffectMeasure

_VERB_BEFORE = r"\b(?:étai(?:t|ent)|est|a été|fut|atteignait) (?:donc |ainsi |alors |en moyenne )?(?:de |d['’])?$"
_ENDS_IN_VERB = re.compile(_VERB_BEFORE)
_VERB = 40
"""Characters that hold it."""
_DIFFERENCE = Cue(rf"\b(?:différence|écart)s?\b[^;.:\d]{{0,60}}(?:\w+-\d+)?[^;.:\d]{{0,80}}{_VERB_BEFORE}", "diff écar")
"""A difference told in a full clause: « la différence de variation du score en faveur de X a été de … »."""
_BESIDE = Cue(
    r"\b(?:différence|écart)s?\b[^;.:%()]{0,80}?"
    r"(?:(?:\s(?:de|d['’]|étant|valait|vaut|fait|faisait|atteint|à|de l['’]ordre de|estimée?s? à)|[,:(])\s*)$",
    "diff écar",
)
"""« la différence (4 points ; IC …) », « l'écart ajusté étant de »: a number with an interval or p behind it."""
_GAIN = Cue(
    r"\b(?:gain|avantage|bénéfice|surcroît)\s+(?:absolu\s+|moyen\s+|net\s+)?(?:de|d['’])\s*$", "gain avan béné surc"
)
_APART = Cue(r"^\s*(?:d['’](?:écart|avance)|de (?:différence|mieux))\b", "écar avan diff mieu")
"""« cela fait 21 points d'écart »."""
APART_BY = Cue(
    r"\b(?:différ(?:e|é|ait|aient|ent)|(?:supérieur|inférieur)e?s?) (?:en moyenne )?(?:de |d['’])$",
    "diff supé infé",
)
"""« supérieur de 12 points »: how far two groups lie apart; of a percentage nobody can tell whether it is a ratio."""
_SHARES = Cue(r"\b(?:taux|proportions?|pourcentages?)\b", "taux prop pour")
_RELATIVE = Cue(
    r"^\W*(?:par rapport|comparativement|par comparaison|en comparaison) [^;:]{3,160}"
    r"\b(?:s['’]allong|augment|diminu|rédui|baiss|amélior|progress|gagn|raccourci)\w*\b[^;:]{0,60}\b(?:de|d['’])\s*$",
    "par comp en",
)
"""« Par rapport au placebo, le délai s'allongeait de 50 minutes »; of a percentage nobody can tell what it is of."""
_OPENING = 45
"""Characters within which « par rapport au placebo » opens a sentence; « par rapport au début » names no arm."""
_EVIDENCE = re.compile(r"\s*(?:de pourcentage|de %)?\s*[,;(\[]{0,2}\s*")
_LISTED = re.compile(r"(?:[^;.\d]|\d(?=-[A-Z])){0,50}(?:\d+ mg[^;.\d]{0,5})?\s*(?:et|,)\s+(?:de\s+|d['’])?")
_BRACKETS = re.compile(r"\([^()]*\)")
_IN_POINTS = ("%", "points")


def with_differences(clauses: Clauses, estimates: Sequence[Estimate]) -> list[Estimate]:
    """The estimates, each difference between arms marked as a contrast, and so a number listed behind one: « la
    différence était de 21 % pour 11 mg (…) et de 7 % pour 6 mg »."""
    found: list[Estimate] = []
    for estimate in estimates:
        if estimate.contrast is None and not estimate.share and _is_difference(clauses, estimate, found):
            estimate = estimate._replace(contrast=_kind_of_difference(clauses, estimate))
        found.append(_as_listed(clauses, found[-1], estimate) if found else estimate)
    return found


def _as_listed(clauses: Clauses, last: Estimate, estimate: Estimate) -> Estimate:
    same_unit = last.unit == estimate.unit or (last.unit in _IN_POINTS and estimate.unit in ("", "points"))
    if not last.contrast or not same_unit or estimate.share or estimate.noun:
        return estimate
    gap = clauses.slice(last.end, estimate.start)
    listed = _LISTED.fullmatch(_BRACKETS.sub("", gap)) is not None
    return estimate._replace(contrast=last.contrast, unit=last.unit) if listed else estimate


_OPENS_BRACKET = re.compile(r"^[^(),;]{0,40}\(\s*$")
_ROUNDED_TWICE = 1.0
"""Points by which two shares, each rounded to a whole one, may miss their difference."""


def _is_difference(clauses: Clauses, estimate: Estimate, before: Sequence[Estimate]) -> bool:
    if _DIFFERENCE.may_match(clauses):
        told = _without_names(clauses, estimate.start)
        if _ENDS_IN_VERB.search(told[-_VERB:]) and _DIFFERENCE.pattern.search(told):
            return True
    if estimate.unit not in ("", "%") and not before and _RELATIVE.search_in(clauses, clauses.start, estimate.start):
        return any(m.start - clauses.start < _OPENING for m in clauses.of("drug", "control", "arm_reference"))
    compared = len([e for e in before if e.unit == "%" and not e.contrast]) > 1
    proven = clauses.has("interval", "p_value") and _has_evidence(clauses, estimate)
    if (proven or compared) and _BESIDE.search_in(clauses, clauses.start, estimate.start):
        return True
    if estimate.unit == "points" and _is_apart(clauses, estimate):
        return True
    if estimate.unit == "points" and compared and proven and clauses.slice(estimate.start - 1, estimate.start) == "(":
        return True  # « 12 % contre 54 % (42 points ; IC95 % : 33-51) »
    if estimate.unit == "%" and proven and _parts_last_two(clauses, estimate, before):
        return True
    return _is_gain(clauses, estimate, compared=compared)


def _without_names(clauses: Clauses, end: int) -> str:
    """The sentence up to `end`, in lower case, without brackets and without the digits of names: « la différence de
    PASI 90 entre A (anti-IL-23) et B »."""
    text = clauses.slice_low(clauses.start, end)
    for mention in clauses.of("endpoint", "target", "drug", "trial", "dose"):
        low, high = mention.start - clauses.start, mention.end - clauses.start
        if mention.end <= end:
            text = text[:low] + re.sub(r"\d|[.;:]", "x", text[low:high]) + text[high:]
    return _BRACKETS.sub("", text)


def _kind_of_difference(clauses: Clauses, estimate: Estimate) -> EffectMeasure:
    """Points of a rate are one of risks, whatever the unit is called."""
    of_shares = estimate.unit == "%" or _SHARES.search_in(clauses, clauses.start, estimate.start)
    return "RD" if of_shares else "MD"


def _parts_last_two(clauses: Clauses, estimate: Estimate, before: Sequence[Estimate]) -> bool:
    """« 38 % vs 26 % (12,2 % [4,6 ; 19,8]) »: a percentage in a bracket that is how far the two before it part."""
    last_two = before[-2:]
    if len(last_two) < 2 or any(e.contrast or e.unit != "%" for e in last_two):
        return False
    if not _OPENS_BRACKET.search(clauses.slice(last_two[1].end, estimate.start)):
        return False
    return abs(abs(last_two[0].value - last_two[1].value) - estimate.value) <= _ROUNDED_TWICE


def _has_evidence(clauses: Clauses, estimate: Estimate) -> bool:
    """Whether an interval or a p stands right behind the number."""
    gap = _EVIDENCE.match(clauses.slice(estimate.end, clauses.end))
    at = estimate.end + (gap.end() if gap else 0)
    return any(estimate.end <= m.start <= at for m in clauses.of("interval", "p_value"))


def _is_apart(clauses: Clauses, estimate: Estimate) -> bool:
    """« le taux de succès était supérieur de 12 points sous A », « 12 points d'écart »; « de 20 % » may be a ratio."""
    behind = _APART.search_in(clauses, estimate.end, clauses.end)
    return behind is not None or APART_BY.search_in(clauses, clauses.start, estimate.start) is not None


def _is_gain(clauses: Clauses, estimate: Estimate, *, compared: bool) -> bool:
    """« soit, par rapport au placebo, un gain de 29 points »: an advantage over what a cue compares with, or behind
    the values of both arms.

    « contre un gain de 2 points sous placebo » is the placebo's own value.
    """
    if not _GAIN.search_in(clauses, clauses.start, estimate.start):
        return False
    if compared and estimate.unit == "points":
        return True
    arms = [m.start for m in clauses.of("drug", "control", "arm_reference") if m.end <= estimate.start]
    return any(b.end <= arm for b in clauses.comparisons for arm in arms)
