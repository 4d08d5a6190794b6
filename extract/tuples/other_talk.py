"""Numbers that are no result: who was studied, what was given, how common a disease is, how a trial was planned."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.entities.model import Certainty
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue
from extract.tuples.differences import APART_BY
from extract.tuples.estimate import Estimate
from extract.tuples.talk import read_talk
from extract.tuples.words import words

_TOLD_ON = re.compile(
    r"[,)]\s+\D|\b(?:étai(?:t|ent)|a été|ont été|fut|furent|a atteint|passai(?:t|ent))\b", re.IGNORECASE
)
"""Where a definition told in passing ends and the sentence goes on."""
_LISTS_P = Cue(r"^\W*(?:les )?valeurs? (?:de |du )?p\b", "vale")
"""« Valeurs de p : < 0,001 pour la dose forte, 0,42 pour la faible »."""
_SUPPOSED = re.compile(r"\s*(?:\w+\W+){0,5}?\w{2,}r(?:ait|aient)\b", re.IGNORECASE)
"""A conditional behind the number: « 37 % d'entre eux souffriraient de prurit »."""
_PAST = re.compile(
    r"\b(?:a|ont|fut|furent|\w{2,}ai(?:t|ent)|\w{3,}èrent|(?:est|sont) \w+(?:é|i|u|nt)e?s?)\b", re.IGNORECASE
)
"""Results are told in a past tense; « touche un adulte sur dix » is what is always so."""
_OF_DRUG = re.compile(r"\s*(?:de\s+(?:la\s+|l['’])?|d['’]\s*)", re.IGNORECASE)
"""« une lotion à 3 % de minoxidil »: the strength of a product, behind one of its holders."""
_BOUND = re.compile(r"(?:inférieure?s?|supérieure?s?|moins|plus|[<>≤≥])", re.IGNORECASE)
_LABELLED_SIZE = re.compile(r"\((?:[^().%:]{2,60}:\s*\d+\s*;)?[^().%:;]{2,60}:\s*$")
"""« (spironolactone : 70 ; doxycycline : 63) »: sizes behind the names of arms."""
_TO_CONTRAST = re.compile(r"[^\d(\[;,.:]{0,20}[(\[]\s*")


@dataclass(frozen=True, slots=True, eq=False)
class OtherTalkCues:
    """What stands around a number that is no result, by the words of `extract/rules/talk.yaml`.

    `enrolled`: « portant sur 870 et 785 patients »; `dealt` and `received_so`: « randomisés (132 dans le bras A, 121
    dans le bras B) »; `dealt_before`: « analysés (A : 70 ; B : 63) »; `received`: « 60 % recevaient la forme
    injectable », but a rescue treatment is an outcome;
    `of_whom`: « 38 % concernaient des sujets de plus de 65 ans »; `at_large`: « 9 % des adultes ».
    """

    enrolled: re.Pattern[str]
    dealt: Cue
    dealt_before: re.Pattern[str]
    received_so: re.Pattern[str]
    defined: Cue
    frequency: Cue
    in_brackets: re.Pattern[str]
    person_time: re.Pattern[str]
    at_large: re.Pattern[str]
    of_whom: re.Pattern[str]
    strikes: Cue
    holding: Cue
    received: re.Pattern[str]
    lasted: Cue
    published: Cue


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> OtherTalkCues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    talk = read_talk(rules_dir)
    any_of = talk.any
    dealt, holders = ("shared_out", "enrolled", "conducted", "counted"), ("topical_forms", "holders")
    of_them = r"\s*(?:(?:des|de ces|d['’]entre)\s+(?:(?!qui\b)\w+\s+){1,2})?"
    no_rescue = rf"(?![^,;.]*{any_of('rescue')})"
    return OtherTalkCues(
        enrolled=_ignoring_case(
            rf"(?:\b(?:sur|parmi)\b|{any_of('shared_out', 'shares_out', 'enrolled', 'enrols')})"
            r"\s*(?:\d[\d ]*(?:et|,|puis)\s*)?$"
        ),
        dealt=Cue(rf"{any_of(*dealt)}\s*[:(,][^;.%]{{0,80}}$", talk.told_by(*dealt)),
        dealt_before=_ignoring_case(any_of(*dealt)),
        received_so=_ignoring_case(
            rf"\D{{0,12}}(?:\b(?:dans|pour|sous|par|ont eu)\b|{any_of('receiving')}|\bont {any_of('received')})"
        ),
        defined=Cue(any_of("defined"), talk.told_by("defined")),
        frequency=Cue(any_of("frequency"), talk.told_by("frequency")),
        in_brackets=_ignoring_case(rf"\(\s*{any_of('frequency')}[^()]*$"),
        person_time=_ignoring_case(rf"{any_of('people')}-(?:années|mois)"),
        at_large=_ignoring_case(rf"\s*(?:(?:des|de nos|de la|de|d['’])\s*){any_of('at_large')}"),
        of_whom=_ignoring_case(rf"\s*(?:{any_of('concerned')}|étaient)\s+(?:des|les)\s+{any_of('people')}"),
        strikes=Cue(rf"{any_of('strikes')}[^;]*$", talk.told_by("strikes")),
        holding=Cue(rf"{any_of(*holders)}(?:\s+(?:à|de|d['’]|en|au|topique|orale))*\s*\(?$", talk.told_by(*holders)),
        received=_ignoring_case(
            rf"{of_them}(?:(?:ont|avaient|a)\s+(?:été traitée?s\b|{any_of('received')})"
            rf"|{any_of('receiving')}|étaient (?:traitée?s|sous)\b){no_rescue}"
        ),
        lasted=Cue(
            rf"{any_of('duration')}\s+(?:moyenne\s+|médiane\s+|totale\s+)?(?:de\s+(?:la\s+|l['’])?|du\s+|d['’])",
            talk.told_by("duration"),
        ),
        published=Cue(any_of("published"), talk.told_by("published")),
    )


def _ignoring_case(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def without_other_talk(clauses: Clauses, estimates: Iterable[Estimate]) -> list[Estimate]:
    """The estimates of a sentence, without those whose clause speaks of who was studied, how common a disease is or
    how a trial was planned."""
    estimates = list(estimates)
    is_suspect = bool(estimates) and names_no_result(clauses)
    return [one for one in estimates if one.contrast or not _is_other_talk(clauses, one, is_suspect)]


def names_no_result(clauses: Clauses) -> bool:
    """Whether the sentence has a word that tells of numbers near it that they are no results: « âge », « effectif »."""
    suspects = words("not_results")
    return suspects.may_stand(clauses.openings) and suspects.search(clauses.text) is not None


def _is_other_talk(clauses: Clauses, estimate: Estimate, is_suspect: bool) -> bool:
    """Whether the number is no result; `is_suspect` where the sentence has a word that tells so of numbers near it."""
    cues = load_cues(clauses.rules_dir)
    start, end = _span_between(clauses, estimate, (";", "mais"))
    enrolled = estimate.unit == "" and not estimate.share and cues.enrolled.search(clauses.slice(start, estimate.start))
    if enrolled or _is_arm_size(clauses, estimate) or _is_defining(clauses, start, estimate):
        return True
    if not estimate.unit and estimate.value <= 1 and _LISTS_P.search(clauses):
        return True
    if cues.published.search_in(clauses, clauses.start, estimate.start):
        return True  # « proche de ceux de la littérature (70 à 88 %) »
    if estimate.unit == "%" and APART_BY.search_in(clauses, clauses.start, estimate.start):
        return True
    if _is_subgroup(clauses, estimate) or _is_given(clauses, estimate) or _is_of_people_at_large(clauses, estimate):
        return True
    right = clauses.slice_low(estimate.end, end)
    if ("rai" in right and _SUPPOSED.match(right)) or _is_assumed(clauses, start, end):
        return True
    return (is_suspect and _is_near_suspect(clauses, estimate)) or _is_prevalence(clauses, estimate)


def _is_assumed(clauses: Clauses, start: int, end: int) -> bool:
    """« en supposant une réponse de 30 % »: a cue of assumption between two offsets."""
    for mention in clauses.of("certainty"):
        assumes = isinstance(mention.value, Certainty) and mention.value.kind == "assumption"
        if assumes and start <= mention.start < end:
            defined = load_cues(clauses.rules_dir).defined
            if not defined.match_in(clauses, mention.start, mention.end):
                return True
    return False


def _is_near_suspect(clauses: Clauses, estimate: Estimate) -> bool:
    near = clauses.slice(*_span_between(clauses, estimate, (";", "mais", ",", "(", ")")))
    return words("not_results").search(near) is not None


def _is_arm_size(clauses: Clauses, estimate: Estimate) -> bool:
    """« ont été randomisés (132 dans le bras A, 121 dans le bras B) »: how many were dealt to each arm."""
    cues = load_cues(clauses.rules_dir)
    if estimate.unit or estimate.share or estimate.value != round(estimate.value) or not cues.dealt.may_match(clauses):
        return False
    if _LABELLED_SIZE.search(clauses.slice(estimate.start - 120, estimate.start)):
        bracket = clauses.text.rfind("(", 0, estimate.start - clauses.start)
        return cues.dealt_before.search(clauses.text, max(0, bracket - 40), bracket) is not None
    dealt = cues.dealt.search_in(clauses, clauses.start, estimate.start)
    return bool(dealt and cues.received_so.match(clauses.slice(estimate.end, clauses.end)))


def _is_defining(clauses: Clauses, start: int, estimate: Estimate) -> bool:
    """« le succès, défini par une baisse de 75 %, était atteint chez 49 % »: 75 tells what the outcome means, 49 is a
    result."""
    found = load_cues(clauses.rules_dir).defined.matches_in(clauses, start, estimate.start)
    return bool(found) and not _TOLD_ON.search(clauses.slice(start, estimate.start)[found[-1].end() :])


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
    cues = load_cues(clauses.rules_dir)
    if estimate.unit in ("", "%") and cues.received.match(clauses.slice(estimate.end, clauses.end)):
        return True
    if estimate.unit == "%" and not estimate.share and _is_strength(clauses, estimate):
        return True
    lasted = cues.lasted.search_in(clauses, clauses.start, estimate.start) if clauses.of("drug") else None
    return lasted is not None and any(m.start - clauses.start - lasted.end() in range(6) for m in clauses.of("drug"))


def _is_strength(clauses: Clauses, estimate: Estimate) -> bool:
    """« une lotion à 3 % de minoxidil », « la brimonidine en gel (0,33 %) »."""
    cues = load_cues(clauses.rules_dir)
    of_drug = _OF_DRUG.match(clauses.text, estimate.end - clauses.start)
    reach = clauses.start + of_drug.end() if of_drug else estimate.end - 1
    of_drug_named = any(estimate.end <= m.start <= reach for m in clauses.of("drug"))
    in_brackets = (
        clauses.slice(estimate.start - 1, estimate.start) == "("
        and clauses.slice(estimate.end, estimate.end + 1) == ")"
    )
    return (of_drug_named or in_brackets) and cues.holding.search_in(clauses, clauses.start, estimate.start) is not None


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
    if estimate.unit != "%" or clauses.has("arm_reference", "control"):
        return False
    cues, right = load_cues(clauses.rules_dir), clauses.slice(estimate.end, clauses.end)
    return bool(cues.of_whom.match(right) or (cues.at_large.match(right) and not _PAST.search(clauses.text)))


def _is_prevalence(clauses: Clauses, estimate: Estimate) -> bool:
    """« L'acné touche 80 % des adolescents »: a disease as the subject of a verb in the present tense."""
    cues = load_cues(clauses.rules_dir)
    if cues.frequency.may_match(clauses) and _is_frequency(clauses, estimate):
        return True
    first = next((m.end for m in clauses.of("disease") if m.end <= estimate.start), None)
    return first is not None and cues.strikes.search_in(clauses, first, estimate.start) is not None


def _is_frequency(clauses: Clauses, estimate: Estimate) -> bool:
    """« rare (incidence : 3 pour 100 000 par an) », or an incidence that is told of no treatment."""
    cues = load_cues(clauses.rules_dir)
    if cues.in_brackets.search(clauses.slice(clauses.start, estimate.start)):
        return True
    if clauses.has("drug", "arm_reference") or cues.person_time.search(clauses.text):
        return False
    return cues.frequency.search_in(clauses, clauses.start, estimate.start) is not None
