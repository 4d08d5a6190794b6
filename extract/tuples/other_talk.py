"""Numbers that are no result: who was studied, what was given, how common a disease is, how a trial was planned."""

import re
from collections.abc import Iterable, Sequence

from extract.entities.model import Certainty
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue
from extract.tuples.estimates import Estimate
from extract.tuples.words import words

_ENROLLED = re.compile(
    r"\b(?:sur|parmi|inclu\w+|réuni\w*|randomis\w+|enrôl\w+|recrut\w+)\s*(?:\d[\d ]*(?:et|,|puis)\s*)?$", re.IGNORECASE
)
"""« portant sur 870 et 785 patients »: who was studied."""
_DEALT = Cue(
    r"\b(?:randomisée?s?|inclus(?:es)?|répartie?s?|tirée?s? au sort|enrôlée?s?|recrutée?s?|opérée?s?|irradiée?s?"
    r"|analysée?s?|étudiée?s?|suivie?s?)"
    r"\s*[:(,][^;.%]{0,80}$",
    "rand incl répa tiré enrô recr opér irra anal étud suiv",
)
_RECEIVED_SO = re.compile(r"\D{0,12}(?:dans|pour|sous|par|recev|ont (?:eu|reçu))\b")
_DEFINED = re.compile(r"définie?s?\b", re.IGNORECASE)
_TOLD_ON = re.compile(
    r"[,)]\s+\D|\b(?:étai(?:t|ent)|a été|ont été|fut|furent|a atteint|passai(?:t|ent))\b", re.IGNORECASE
)
"""Where a definition told in passing ends and the sentence goes on."""
_SUPPOSED = re.compile(r"\s*(?:\w+\W+){0,5}?\w{2,}r(?:ait|aient)\b", re.IGNORECASE)
"""A conditional behind the number: « 37 % d'entre eux souffriraient de prurit »."""
_FREQUENCY = Cue(r"\b(?:prévalence|incidence)s?\b", "prév inci")
_IN_BRACKETS = re.compile(r"\(\s*(?:incidence|prévalence)\b[^()]*$", re.IGNORECASE)
_PERSON_TIME = re.compile(r"(?:personnes?|patients?|malades)-(?:années|mois)", re.IGNORECASE)
_AT_LARGE = re.compile(
    r"\s*(?:(?:des|de nos|d['’])\s*(?:adultes|Français|Européens|habitants)|de la population"
    r"|de (?:notre|nos) consultations?)\b"
)
_PAST = re.compile(
    r"\b(?:a|ont|fut|furent|\w{2,}ai(?:t|ent)|\w{3,}èrent|(?:est|sont) \w+(?:é|i|u|nt)e?s?)\b", re.IGNORECASE
)
"""Results are told in a past tense; « touche un adulte sur dix » is what is always so."""
_OF_WHOM = re.compile(
    r"\s*(?:concernai(?:t|ent)|touchai(?:t|ent)|étaient)\s+(?:des|les)\s+"
    r"(?:sujets|patients|malades|femmes|hommes|enfants)\b",
    re.IGNORECASE,
)
"""« 38 % concernaient des sujets de plus de 65 ans »: who they were."""
_STRIKES = Cue(
    r"\b(?:(?:représente|altère|touche|concerne|affecte|frappe|atteint|dure|débute)(?:nt)?"
    r"|(?:représente|touche|concerne|affecte|frappe|atteind)r(?:ait|aient))\b[^;]*$",
    "repr altè touc conc affe frap atte dure débu",
)
_HOLDING = Cue(
    r"\b(?:contenant|renfermant|titrée?s?|dosée?s?|crèmes?|gels?|solutions?|suspensions?|lotions?|pommades?|émulsions?"
    r"|concentrations?)\b(?:\s+(?:à|de|d['’]|en|au|topique|orale))*\s*\(?$",
    "cont renf titr dosé crèm gel gels solu susp loti pomm émul conc",
)
_OF_DRUG = re.compile(r"\s*(?:de\s+(?:la\s+|l['’])?|d['’]\s*)", re.IGNORECASE)
"""« une lotion à 3 % de minoxidil »: the strength of a product, behind one of its holders."""
_RECEIVED = re.compile(
    r"\s*(?:(?:des|de ces|d['’]entre)\s+(?:\w+\s+){1,2})?(?:ont|avaient|a)\s+(?:été traitée?s|reçu|bénéficié|utilisé)\b"
    r"(?![^,;.]*\b(?:secours|sauvetage|transfusion)\b)|\s*(?:(?:des|de ces|d['’]entre)\s+(?:\w+\s+){1,2})?"
    r"(?:recevai(?:t|ent)|prenai(?:t|ent)|étaient traitée?s|étaient sous)\b(?![^,;.]*\b(?:secours|sauvetage)\b)",
    re.IGNORECASE,
)
"""« 60 % recevaient la forme injectable »: who was given what; a rescue treatment is an outcome."""
_BOUND = re.compile(r"(?:inférieure?s?|supérieure?s?|moins|plus|[<>≤≥])", re.IGNORECASE)
_TO_CONTRAST = re.compile(r"[^\d(\[;,.:]{0,20}[(\[]\s*")
_LASTED = Cue(r"\bdurée\s+(?:moyenne\s+|médiane\s+|totale\s+)?(?:de\s+(?:la\s+|l['’])?|du\s+|d['’])", "duré")


def without_other_talk(clauses: Clauses, estimates: Iterable[Estimate]) -> list[Estimate]:
    """The estimates of a sentence, without those whose clause speaks of who was studied, how common a disease is or
    how a trial was planned."""
    estimates = list(estimates)
    is_suspect = bool(estimates) and words("not_results").search(clauses.text) is not None
    return [one for one in estimates if one.contrast or not _is_other_talk(clauses, one, is_suspect)]


def _is_other_talk(clauses: Clauses, estimate: Estimate, is_suspect: bool) -> bool:
    """Whether the number is no result; `is_suspect` where the sentence has a word that tells so of numbers near it."""
    start, end = _span_between(clauses, estimate, (";", "mais"))
    enrolled = estimate.unit == "" and not estimate.share and _ENROLLED.search(clauses.slice(start, estimate.start))
    if enrolled or _is_arm_size(clauses, estimate) or _is_defining(clauses, start, estimate):
        return True
    if _is_subgroup(clauses, estimate) or _is_given(clauses, estimate) or _is_of_people_at_large(clauses, estimate):
        return True
    right = clauses.slice(estimate.end, end)
    if ("rai" in right.lower() and _SUPPOSED.match(right)) or _is_assumed(clauses, start, end):
        return True
    return (is_suspect and _is_near_suspect(clauses, estimate)) or _is_prevalence(clauses, estimate)


def _is_assumed(clauses: Clauses, start: int, end: int) -> bool:
    """« en supposant une réponse de 30 % »: a cue of assumption between two offsets."""
    return any(
        isinstance(m.value, Certainty)
        and m.value.kind == "assumption"
        and start <= m.start < end
        and not _DEFINED.match(clauses.slice(m.start, m.end))
        for m in clauses.of("certainty")
    )


def _is_near_suspect(clauses: Clauses, estimate: Estimate) -> bool:
    near = clauses.slice(*_span_between(clauses, estimate, (";", "mais", ",", "(", ")")))
    return words("not_results").search(near) is not None


def _is_arm_size(clauses: Clauses, estimate: Estimate) -> bool:
    """« ont été randomisés (132 dans le bras A, 121 dans le bras B) »: how many were dealt to each arm."""
    if estimate.unit or estimate.share or estimate.value != round(estimate.value):
        return False
    dealt = _DEALT.search_in(clauses, clauses.start, estimate.start)
    return bool(dealt and _RECEIVED_SO.match(clauses.slice(estimate.end, clauses.end)))


def _is_defining(clauses: Clauses, start: int, estimate: Estimate) -> bool:
    """« le succès, défini par une baisse de 75 %, était atteint chez 49 % »: 75 tells what the outcome means, 49 is a
    result."""
    left = clauses.slice(start, estimate.start)
    found = list(_DEFINED.finditer(left)) if "défini" in left.lower() else []
    return bool(found) and not _TOLD_ON.search(left[found[-1].end() :])


def _is_subgroup(clauses: Clauses, estimate: Estimate) -> bool:
    """« 50-99 cellules/µL (RR : 0,66 …) »: the range or bound of a subgroup, whose ratio stands in brackets behind."""
    if estimate.unit in ("%", "points") or not clauses.of("contrast"):
        return False
    if estimate.value_high is None and not _BOUND.match(clauses.slice(estimate.start, estimate.end)):
        return False
    following = next((m.start for m in clauses.of("contrast") if m.start >= estimate.end), clauses.end)
    return bool(_TO_CONTRAST.fullmatch(clauses.slice(estimate.end, following)))


def _is_given(clauses: Clauses, estimate: Estimate) -> bool:
    """Whether the number says what patients were given: a strength, a route's share, how long a treatment lasted."""
    if estimate.unit in ("", "%") and _RECEIVED.match(clauses.slice(estimate.end, clauses.end)):
        return True
    if estimate.unit == "%" and not estimate.share and _is_strength(clauses, estimate):
        return True
    lasted = _LASTED.search_in(clauses, clauses.start, estimate.start) if clauses.of("drug") else None
    return lasted is not None and any(m.start - clauses.start - lasted.end() in range(6) for m in clauses.of("drug"))


def _is_strength(clauses: Clauses, estimate: Estimate) -> bool:
    """« une lotion à 3 % de minoxidil », « la brimonidine en gel (0,33 %) »."""
    if not _HOLDING.search_in(clauses, clauses.start, estimate.start):
        return False
    left, right = clauses.slice(clauses.start, estimate.start), clauses.slice(estimate.end, clauses.end)
    of_drug = _OF_DRUG.match(right)
    drug_at = next((m.start for m in clauses.of("drug") if m.start >= estimate.end), None)
    names_drug = of_drug and drug_at is not None and drug_at - estimate.end <= of_drug.end()
    return bool(names_drug or (left.endswith("(") and right.startswith(")")))


def _span_between(clauses: Clauses, estimate: Estimate, kinds: Sequence[str]) -> tuple[int, int]:
    """The stretch around the estimate up to the next separators of these kinds."""
    start = clauses.start
    for stop in clauses.breaks:
        if stop.kind in kinds:
            if stop.end <= estimate.start:
                start = stop.end
            elif stop.start >= estimate.end:
                return start, stop.start
    return start, clauses.end


def _is_of_people_at_large(clauses: Clauses, estimate: Estimate) -> bool:
    """« L'acné empoisonne la vie de 9 % des adultes », « 38 % concernaient des sujets âgés »: no arm of a study."""
    right = clauses.slice(estimate.end, clauses.end)
    if estimate.unit != "%" or clauses.of("arm_reference", "control"):
        return False
    return bool(_OF_WHOM.match(right) or (_AT_LARGE.match(right) and not _PAST.search(clauses.text)))


def _is_prevalence(clauses: Clauses, estimate: Estimate) -> bool:
    """« L'acné touche 80 % des adolescents »: a disease as the subject of a verb in the present tense."""
    if _FREQUENCY.may_match(clauses) and _is_frequency(clauses, estimate):
        return True
    first = next((m.end for m in clauses.of("disease") if m.end <= estimate.start), None)
    return first is not None and _STRIKES.search_in(clauses, first, estimate.start) is not None


def _is_frequency(clauses: Clauses, estimate: Estimate) -> bool:
    """« rare (incidence : 3 pour 100 000 par an) », or an incidence that is told of no treatment."""
    if _IN_BRACKETS.search(clauses.slice(clauses.start, estimate.start)):
        return True
    if clauses.of("drug", "arm_reference") or _PERSON_TIME.search(clauses.text):
        return False
    return _FREQUENCY.search_in(clauses, clauses.start, estimate.start) is not None
