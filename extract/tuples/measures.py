"""What a value measures: a share of patients, a mean, a change, a rate or a count; None where it is no result."""

import re

from extract.entities.folding import lowered
from extract.rules.word_lists import holds_any
from extract.tuples.estimate import Estimate
from schema.vocabulary import Measure

_PEOPLE = (
    r"patient(?:e?s)?|malades?|sujets?|participante?s?|enfants?|nourrissons?|nouveau-nés?|adultes?|femmes?|hommes?|cas"
    r"|personnes?|individus?|volontaires|répondeurs|répondants|chiens?|lésions?|yeux|paupières|formes|groupes?|bras"
    r"|premiers?|seconde?s?"
    r"|parturientes|ceux|celles|traitée?s|réponses?|succès|guérisons?|rechutes?|répondeu\w+|fermetures"
)
_SHARE_RIGHT = re.compile(
    rf"^\s*(?:\)\s*)?(?:des?|d['’]|de ces|parmi les|d['’]entre)\s*(?:l['’]ensemble des )?(?:{_PEOPLE})\b", re.I
)
_SHARE_LEFT = re.compile(
    r"(?:chez|par|parmi|dans|concern\w+|touch\w+|affect\w+|survenu\w* (?:chez|dans)|observée?s? (?:chez|dans))"
    r"\s*(?:environ |près de |moins de |plus de |seulement )?$",
    re.I,
)
_CHANGE = re.compile(
    r"\b(?:réduction|baisse|diminution|augmentation|hausse|variation|évolution"
    r"|recul(?!\s+(?:moyen |médian )?de\s+\d+ (?:ans?|mois|semaines))|chute|déclin|perte|repigmentation"
    r"|amélioration(?=s?\s+(?:moyenne|médiane|relative|absolue|du|de la|de l['’]|des|de\s*$)))s?"
    r"(?!\s+d['’](?:au moins|un)|\s+≥)\b"
    r"|\b(?:abaiss|baiss|diminu|recul|augment|chut|vari|progress|régress)(?:é|ée|és|ait|aient|e|er|ant|it|ées)\b"
    r"|\b(?:rédui|réduct)(?:t|te|ts|tes|sait|sant|re)\b|\baméliorée?s? de\b"
    r"|\bs['’](?:(?:était|est) (?:améliorée?|réduite?)|amélior(?:ait|aient|e|ent)\b)",
)
_CHANGE_OF = re.compile(
    r"\b(?:réduction|baisse|diminution|augmentation|hausse|chute)"
    r"(?: (?:moyenne|médiane|relative))? (?:de|d['’]environ)\s*$",
    re.I,
)
"""« une baisse de 78 % des lésions »: a change, although a share is of people or lesions too."""
_OTHER_CLAUSE = re.compile(r"[;(]|\bjugée?s?\b|,[^,]*\b(?:taux|proportion|pourcentage|fréquence|incidence)\b", re.I)
"""What takes a value out of a change's reach: « après une baisse du prurit, le taux de succès était »."""
_CHANGE_RIGHT = re.compile(
    r"^\s*(?:de|d['’])\s*(?:réduction|baisse|diminution|augmentation|hausse|repigmentation)s?\b", re.I
)
_UNCHANGED = re.compile(r"\bn(?:e |['’])(?:\w+ )?(?:pas|guère|plus|point) (?:\w+ment )?$", re.I)
"""« le risque n'a pas diminué : 12 % contre 11 % » tells the risks, not by how much they fell."""
_MEDIAN = re.compile(r"\bmédiane?s?\b", re.I)
_MEAN = re.compile(r"\bmoyen(?:ne)?s?\b|\ben moyenne\b", re.I)
_RATE_UNIT = re.compile(r"personnes?-années|patients?-années|pour (?:100|1 ?000|mille)|par an\b")
_RATE_CORES = ("années", "pour ", "par an")
_NOT_MEASURED = re.compile(
    r"^(?:ans?|années?|euros?|€|dollars?|études?|essais?|ECR|articles?|publications?|revues?|centres?|pays|mg|g|kg|µg|ml|cm|mm"
    r"|semaines?|injections?|prises?|comprimés?|consultations?|auteurs?|dermatologistes?|habitants?)$",
    re.I,
)
_PEOPLE_NOUN = re.compile(rf"^(?:{_PEOPLE})$", re.I)
_EVENT_NOUN = re.compile(
    r"^(?:décès|événements?|évènements?|épisodes?|infections?|cancers?|chutes?|poussées?|récidives?|arrêts?"
    r"|interruptions?|réactions?|hospitalisations?|accidents?)$",
    re.I,
)


_IN_NUMBER = re.compile(r"\bau nombre de\s*$", re.I)
_NUMBER = 20
"""Characters that hold it."""


def is_rate(text: str) -> bool:
    """Whether the words of a series give events by person-time.

    >>> is_rate("5,3 et 7,0 pour 100 personnes-années")
    True
    """
    low = lowered(text)
    return holds_any(low, _RATE_CORES) and _RATE_UNIT.search(low) is not None


def measure_of(estimate: Estimate, left: str, right: str, scored: bool) -> Measure | None:
    """The measure of an arm's value from the words of its clause left and right of it; None where it is no result.

    `scored` tells that its endpoint is a score or a number of lesions, whose bare values are means.

    >>> measure_of(Estimate(0, 4, 47.4, unit="%"), "une réduction de ", " du prurit", False)
    'percent_change'
    >>> measure_of(Estimate(0, 4, 47.4, unit="%"), "une réponse chez ", " des patients", False)
    'proportion'
    """
    if estimate.share:
        return "proportion"
    if estimate.is_tally or _IN_NUMBER.search(left, max(0, len(left) - _NUMBER)):
        return "count"
    changed = _changes(left) or bool(_CHANGE_RIGHT.match(right))
    if estimate.unit == "%":
        shared = not _CHANGE_OF.search(left) and is_share_of_people(left, right)
        return "percent_change" if (changed or estimate.signed) and not shared else "proportion"
    if _NOT_MEASURED.match(estimate.unit) or _NOT_MEASURED.match(estimate.noun or ""):
        return "mean_change" if changed else _central(left)
    if re.search(r"\b(?:sur|parmi(?: les)?)\s*$", left, re.I):
        return None
    if estimate.noun and not _central(left):
        if _is_counted(estimate.noun, left, right):
            return "count"
        if _PEOPLE_NOUN.match(estimate.noun):
            return None
    if changed or (estimate.signed and scored):
        return "mean_change"
    return _central(left) or ("mean" if scored or estimate.unit == "points" else None)


def is_share_of_people(left: str, right: str) -> bool:
    """Whether the words left or right of a percentage make it one of people, or of lesions counted like them.

    >>> is_share_of_people("une réponse chez ", ""), is_share_of_people("une baisse de ", " du prurit")
    (True, False)
    """
    return bool(_SHARE_RIGHT.match(right) or _SHARE_LEFT.search(left))


def is_event_noun(noun: str) -> bool:
    """Whether the noun names what befalls patients: « décès », « poussées »."""
    return bool(_EVENT_NOUN.match(noun))


def is_people(noun: str | None) -> bool:
    """Whether the noun counts people or lesions: « patients », « lésions »."""
    return bool(noun and _PEOPLE_NOUN.match(noun))


def _is_counted(noun: str, left: str, right: str) -> bool:
    """Events are counted; people where something befell them: « chez deux patients », « trois malades ont … »."""
    if _EVENT_NOUN.match(noun):
        return True
    return bool(
        _PEOPLE_NOUN.match(noun) and (_SHARE_LEFT.search(left) or re.match(r"\s*(?:ont|avaient|a|sont)\b", right))
    )


def _changes(left: str) -> bool:
    """Whether a word of change governs the number: nothing of a share stands between."""
    last = None
    for last in _CHANGE.finditer(lowered(left)):  # noqa: B007 - the last match is wanted
        pass
    if last is None or _OTHER_CLAUSE.search(left, last.end()):
        return False
    if _UNCHANGED.search(left, 0, last.start()) and ":" in left[last.end() :]:
        return False
    return bool(re.search(r"\bde\s*$", left)) or not re.search(r"chez|\bpatients\b", left[last.end() :])


def _central(left: str) -> Measure | None:
    if _MEDIAN.search(left):
        return "median"
    return "mean" if _MEAN.search(left) else None
