"""Drugs told as given on top of another: « recevaient aussi une photothérapie », « un mélange des deux »."""

import re
from collections.abc import Iterator, Sequence

from extract.entities.combinations import combination_name
from extract.tuples.arm import Arm, Cast, PlacedArm
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue

_ARTICLE = r"(?:une?\s+|les?\s+|la\s+|l['’]\s?|du\s+|de la\s+|de l['’]\s?|des\s+|de\s+|d['’]\s?)?"
_RECEIVED_TOO = Cue(
    r"\b(?:re[cç]\w+|pren\w+|pris|eu|appliqu\w+|bénéfici\w+|utilis\w+)\b[^.;:()\d]{0,30}?"
    r"\b(?:aussi|également|en plus|en outre|en sus|de surcroît|simultanément|conjointement)\b,?\s*(?:\w+\s+){0,4}?"
    + _ARTICLE
    + r"$",
    "auss égal plus outr sus surc simu conj",
)
_ADDITION = Cue(
    r"(?:\b(?:l['’](?:ajout|adjonction)|y ajout\w+|s['’]y ajoutaient)\s+"
    r"|\bl['’]association (?:à|aux?|avec)\s+|^\s*(?:associée?|combinée?|ajoutée?) (?:à|aux?)\s*)" + _ARTICLE + r"$",
    "ajou adjo asso comb",
)
"""What makes the drug behind it an addition to the treatment told of: « l'ajout de », « l'association à la »."""
_ONTO = re.compile(r"\s*(?:à|aux?)\s+(?:la\s+|le\s+|l['’])?", re.IGNORECASE)
_AND_TO = re.compile(r"\s*(?:,|et)\s*(?:à\s+|aux?\s+)(?:la\s+|l['’])?", re.IGNORECASE)
"""« associé à la clindamycine et au peroxyde »: all that is added makes one arm."""
_REACH = 90
_EVERYONE = re.compile(
    r"\s*(?:tous|toutes|chaque|chacun|les (?:deux|trois) (?:groupes|bras)|l['’]ensemble)\b", re.IGNORECASE
)
"""« Tous les patients recevaient aussi un émollient »: what all groups are given is no arm."""
MIXTURE = Cue(
    r"\b(?:mélange|association|combinaison)\s+(?:de ces\s+|des\s+)(?P<count>deux|trois)\b"
    r"|\bles (?P<both>deux) (?:à la fois|ensemble|associés)\b",
    "deux troi",
)
_COUNTS = {"deux": 2, "trois": 3}
_ALONE = re.compile(r"\s*(?:seule?s?|en monothérapie|isolée?s?)\b", re.IGNORECASE)


def added_to_another(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> list[PlacedArm]:
    """The arms of a sentence, each drug that is told as added to another made an arm with that other.

    >>> clauses = Clauses("Vingt recevaient aussi de la colchicine.", 0, (), ())
    >>> [p.arm.name for p in added_to_another(clauses, Cast(Arm("dapsone")), [PlacedArm(29, 39, Arm("colchicine"))])]
    ['colchicine + dapsone']
    """
    if not (_RECEIVED_TOO.may_match(clauses) or _ADDITION.may_match(clauses)):
        return list(placed)
    found: list[PlacedArm] = []
    for index, arm in enumerate(placed):
        if found and found[-1].added and found[-1].end == arm.end:
            continue  # « l'ajout de A à B »: B stands in the arm already
        added = _is_addition(clauses, arm)
        if added and _EVERYONE.match(clauses.text):
            continue
        if found and found[-1].added and _AND_TO.fullmatch(clauses.slice(found[-1].end, arm.start)):
            found[-1] = _together(arm, found[-1].arm)._replace(start=found[-1].start)
            continue
        partner = _partner(clauses, arm, cast, placed[:index], placed[index + 1 :]) if added else None
        together = _together(arm, partner) if partner else arm
        onto = _onto(clauses, arm, placed[index + 1 :]) if partner else None
        found.append(together._replace(end=onto.end) if onto else together)
    return found


def _is_addition(clauses: Clauses, arm: PlacedArm) -> bool:
    if not arm.named or arm.arm.is_control:
        return False
    lead = re.split(r"[;:]", clauses.slice(arm.start - _REACH, arm.start))[-1]
    return bool(_RECEIVED_TOO.pattern.search(lead) or _ADDITION.pattern.search(lead))


def _partner(
    clauses: Clauses, arm: PlacedArm, cast: Cast, before: Sequence[PlacedArm], after: Sequence[PlacedArm]
) -> Arm | None:
    """What the drug is added to: named right behind it, else given alone in the sentence, else told of before."""
    onto = _onto(clauses, arm, after)
    alone = [p.arm for p in (*before, *after) if p.named and _ALONE.match(clauses.slice(p.end, p.end + 20))]
    named = [p.arm for p in before if p.named]
    candidates = ([onto.arm] if onto else []) or alone[:1] or named[-1:] or ([cast.topic] if cast.topic else [])
    partner = candidates[0] if candidates else None
    known = partner is None or partner.is_control or partner.is_class or arm.arm.name in partner.name.split(" + ")
    return None if known else partner


def _onto(clauses: Clauses, arm: PlacedArm, after: Sequence[PlacedArm]) -> PlacedArm | None:
    """« l'ajout de A à B »: the B right behind."""
    return next((p for p in after[:1] if _ONTO.fullmatch(clauses.slice(arm.end, p.start))), None)


def _together(arm: PlacedArm, partner: Arm) -> PlacedArm:
    return PlacedArm(arm.start, arm.end, arm.arm.together_with(partner), added=True)


def mixtures(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """« A seul ; B seul ; un mélange des deux »: all the treatments told of, where there are as many."""
    for match in MIXTURE.matches(clauses):
        start, end = clauses.start + match.start(), clauses.start + match.end()
        here = {p.arm.name for p in placed if p.named and p.end <= start and not p.arm.is_control}
        members = here or {a.name for a in cast.arms if not a.is_control and " + " not in a.name}
        if len(members) == _COUNTS[(match["count"] or match["both"]).lower()]:
            yield PlacedArm(start, end, Arm(combination_name(members)), added=bool(here))
