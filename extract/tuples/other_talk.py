"""Numbers that are no result: who was studied, what was given, how common a disease is, how a trial was planned."""

import re
from collections.abc import Sequence

from extract.entities.model import Certainty
from extract.tuples.clauses import Clauses
from extract.tuples.estimates import Estimate
from extract.tuples.words import words

_ENROLLED = re.compile(
    r"\b(?:sur|parmi|inclu\w+|réuni\w*|randomis\w+|enrôl\w+|recrut\w+)\s*(?:\d[\d ]*(?:et|,|puis)\s*)?$", re.IGNORECASE
)
"""« portant sur 870 et 785 patients »: who was studied."""
_DEALT = re.compile(
    r"\b(?:randomisée?s?|inclus(?:es)?|répartie?s?|tirée?s? au sort|enrôlée?s?|recrutée?s?|opérée?s?|irradiée?s?"
    r"|analysée?s?|étudiée?s?|suivie?s?)"
    r"\s*[:(,][^;.%]{0,80}$",
    re.IGNORECASE,
)
_DEFINED = re.compile(r"définie?s?\b", re.IGNORECASE)
_TOLD_ON = re.compile(
    r"[,)]\s+\D|\b(?:étai(?:t|ent)|a été|ont été|fut|furent|a atteint|passai(?:t|ent))\b", re.IGNORECASE
)
"""Where a definition told in passing ends and the sentence goes on."""
_SUPPOSED = re.compile(r"\s*(?:\w+\W+){0,5}?\w{2,}r(?:ait|aient)\b", re.IGNORECASE)
"""A conditional behind the number: « 37 % d'entre eux souffriraient de prurit »."""
_FREQUENCY = re.compile(r"\b(?:prévalence|incidence)s?\b", re.IGNORECASE)
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
_STRIKES = re.compile(
    r"\b(?:(?:représente|altère|touche|concerne|affecte|frappe|atteint|dure|débute)(?:nt)?"
    r"|(?:représente|touche|concerne|affecte|frappe|atteind)r(?:ait|aient))\b[^;]*$",
    re.IGNORECASE,
)
_HOLDING = re.compile(
    r"\b(?:contenant|renfermant|titrée?s?|dosée?s?|crèmes?|gels?|solutions?|suspensions?|lotions?|pommades?|émulsions?"
    r"|concentrations?)\b(?:\s+(?:à|de|d['’]|en|au|topique|orale))*\s*\(?$",
    re.IGNORECASE,
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
_LASTED = re.compile(
    r"\bdurée\s+(?:moyenne\s+|médiane\s+|totale\s+)?(?:de\s+(?:la\s+|l['’])?|du\s+|d['’])", re.IGNORECASE
)


def is_other_talk(clauses: Clauses, estimate: Estimate) -> bool:
    """Whether the number's clause speaks of who was studied, how common a disease is or how a trial was planned."""
    if estimate.contrast:
        return False
    start, end = _span_between(clauses, estimate, (";", "mais"))
    assumed = any(
        isinstance(m.value, Certainty)
        and m.value.kind == "assumption"
        and start <= m.start < end
        and not _DEFINED.match(clauses.slice(m.start, m.end))
        for m in clauses.of("certainty")
    )
    near = clauses.slice(*_span_between(clauses, estimate, (";", "mais", ",", "(", ")")))
    enrolled = estimate.unit == "" and not estimate.share and _ENROLLED.search(clauses.slice(start, estimate.start))
    if enrolled or _is_arm_size(clauses, estimate) or _is_defining(clauses, start, estimate):
        return True
    if _is_subgroup(clauses, estimate) or _is_given(clauses, estimate) or _is_of_people_at_large(clauses, estimate):
        return True
    supposed = _SUPPOSED.match(clauses.slice(estimate.end, end))
    return assumed or bool(supposed or words("not_results").search(near)) or _is_prevalence(clauses, estimate)


def _is_arm_size(clauses: Clauses, estimate: Estimate) -> bool:
    """« ont été randomisés (132 dans le bras A, 121 dans le bras B) »: how many were dealt to each arm."""
    if estimate.unit or estimate.share or estimate.value != round(estimate.value):
        return False
    dealt = _DEALT.search(clauses.slice(clauses.start, estimate.start))
    return bool(
        dealt
        and re.match(
            r"\D{0,12}(?:dans|pour|sous|par|recev|ont (?:eu|reçu))\b", clauses.slice(estimate.end, clauses.end)
        )
    )


def _is_defining(clauses: Clauses, start: int, estimate: Estimate) -> bool:
    """« le succès, défini par une baisse de 75 %, était atteint chez 49 % »: 75 tells what the outcome means, 49 is a
    result."""
    left = clauses.slice(start, estimate.start)
    found = list(_DEFINED.finditer(left))
    return bool(found) and not _TOLD_ON.search(left[found[-1].end() :])


def _is_subgroup(clauses: Clauses, estimate: Estimate) -> bool:
    """« 50-99 cellules/µL (RR : 0,66 …) »: the range or bound of a subgroup, whose ratio stands in brackets behind."""
    bounded = estimate.value_high is not None or _BOUND.match(clauses.slice(estimate.start, estimate.end))
    if not bounded or estimate.unit in ("%", "points"):
        return False
    following = next((m.start for m in clauses.of("contrast") if m.start >= estimate.end), clauses.end)
    return bool(_TO_CONTRAST.fullmatch(clauses.slice(estimate.end, following)))


def _is_given(clauses: Clauses, estimate: Estimate) -> bool:
    """Whether the number says what patients were given: a strength, a route's share, how long a treatment lasted."""
    left, right = clauses.slice(clauses.start, estimate.start), clauses.slice(estimate.end, clauses.end)
    drug_at = [m.start for m in clauses.of("drug") if m.start >= estimate.end]
    strength = _OF_DRUG.match(right) and drug_at and drug_at[0] - estimate.end <= _OF_DRUG.match(right).end()  # type: ignore[union-attr]
    held = _HOLDING.search(left) if estimate.unit == "%" and not estimate.share else None
    if held and (strength or (left.endswith("(") and right.startswith(")"))):
        return True  # « la brimonidine en gel (0,33 %) »
    lasted = _LASTED.search(left)
    told = lasted and any(m.start - clauses.start - lasted.end() in range(6) for m in clauses.of("drug"))
    return bool(told or (estimate.unit == "%" and _RECEIVED.match(right)))


def _span_between(clauses: Clauses, estimate: Estimate, kinds: Sequence[str]) -> tuple[int, int]:
    """The stretch around the estimate up to the next separators of these kinds."""
    stops = [b for b in clauses.breaks if b.kind in kinds]
    start = max([b.end for b in stops if b.end <= estimate.start], default=clauses.start)
    end = min([b.start for b in stops if b.start >= estimate.end], default=clauses.end)
    return start, end


def _is_of_people_at_large(clauses: Clauses, estimate: Estimate) -> bool:
    """« L'acné empoisonne la vie de 9 % des adultes », « 38 % concernaient des sujets âgés »: no arm of a study."""
    right = clauses.slice(estimate.end, clauses.end)
    if estimate.unit != "%" or clauses.of("arm_reference", "control"):
        return False
    return bool(_OF_WHOM.match(right) or (_AT_LARGE.match(right) and not _PAST.search(clauses.text)))


def _is_prevalence(clauses: Clauses, estimate: Estimate) -> bool:
    """« L'acné touche 80 % des adolescents »: a disease as the subject of a verb in the present tense."""
    left = clauses.slice(clauses.start, estimate.start)
    if re.search(r"\(\s*(?:incidence|prévalence)\b[^()]*$", left, re.IGNORECASE):
        return True  # « rare (incidence : 3 pour 100 000 par an) »
    if _FREQUENCY.search(left) and not clauses.of("drug", "arm_reference") and not _PERSON_TIME.search(clauses.text):
        return True
    diseases = [m for m in clauses.of("disease") if m.end <= estimate.start]
    return bool(diseases) and bool(_STRIKES.search(left[diseases[0].end - clauses.start :]))
