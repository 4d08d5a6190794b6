"""Drugs told as given on top of another: « recevaient aussi une photothérapie », « un mélange des deux »."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.entities.combinations import combination_name
from extract.tuples.arm import Arm, Cast, PlacedArm
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue
from extract.tuples.talk import read_talk

_ARTICLE = r"(?:une?\s+|les?\s+|la\s+|l['’]\s?|du\s+|de la\s+|de l['’]\s?|des\s+|de\s+|d['’]\s?)?"
_ONTO = re.compile(r"\s*(?:à|aux?)\s+(?:la\s+|le\s+|l['’])?", re.IGNORECASE)
_AND_TO = re.compile(r"\s*(?:,|et)\s*(?:à\s+|aux?\s+)(?:la\s+|l['’])?", re.IGNORECASE)
"""« associé à la clindamycine et au peroxyde »: all that is added makes one arm."""
_REACH = 90
_COUNTS = {"deux": 2, "trois": 3}


@dataclass(frozen=True, slots=True, eq=False)
class AddedCues:
    """What tells of one treatment on top of another, by the words of `extract/rules/talk.yaml`.

    `received_too` and `addition` stand right before the drug: « recevaient aussi une », « l'ajout de », « associé à ».
    `everyone` opens a sentence on what all groups are given, which is no arm: « Tous recevaient aussi un émollient »;
    `for_everyone` goes on to the verb.
    """

    received_too: Cue
    addition: Cue
    everyone: re.Pattern[str]
    for_everyone: re.Pattern[str]
    mixture: Cue
    alone: re.Pattern[str]


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> AddedCues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    talk = read_talk(rules_dir)
    given = rf"(?:{talk.any('received', 'receiving', 'receive')}|\beu\b)"
    mixtures, joined_to = talk.any("mixtures"), rf"^\s*{talk.any('joined', 'added')} (?:à|aux?)\s*"
    return AddedCues(
        received_too=Cue(
            rf"{given}[^.;:()\d]{{0,30}}?{talk.any('besides')},?\s*(?:\w+\s+){{0,4}}?{_ARTICLE}$",
            talk.told_by("besides"),
        ),
        addition=Cue(
            rf"(?:{talk.any('additions')}\s+|\bl['’]{mixtures} (?:à|aux?|avec)\s+|{joined_to}){_ARTICLE}$",
            talk.told_by("additions", "mixtures", "joined", "added"),
        ),
        everyone=re.compile(rf"\s*{talk.any('everyone')}", re.IGNORECASE),
        for_everyone=re.compile(rf"\s*{talk.any('everyone')}[^.;:()\d]{{0,60}}?{given}", re.IGNORECASE),
        mixture=Cue(
            rf"{mixtures}\s+(?:de ces\s+|des\s+)(?P<count>deux|trois)\b|\bles (?P<both>deux) {talk.any('together')}",
            talk.told_by("mixtures", "together"),
        ),
        alone=re.compile(rf"\s*{talk.any('alone')}", re.IGNORECASE),
    )


def may_add(clauses: Clauses) -> bool:
    """Whether a sentence has words by which it may tell of a drug as added to another."""
    cues = load_cues(clauses.rules_dir)
    return cues.received_too.may_match(clauses) or cues.addition.may_match(clauses)


def added_to_another(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> list[PlacedArm]:
    """The arms of a sentence, each drug that is told as added to another made an arm with that other.

    >>> clauses = Clauses("Vingt recevaient aussi de la colchicine.", 0, ())
    >>> [p.arm.name for p in added_to_another(clauses, Cast(Arm("dapsone")), [PlacedArm(29, 39, Arm("colchicine"))])]
    ['colchicine + dapsone']
    """
    if not may_add(clauses):
        return list(placed)
    cues = load_cues(clauses.rules_dir)
    found: list[PlacedArm] = []
    for index, arm in enumerate(placed):
        if found and found[-1].added and found[-1].end == arm.end:
            continue  # « l'ajout de A à B »: B stands in the arm already
        added = _is_addition(clauses, arm, cues)
        if added and cues.everyone.match(clauses.text):
            continue
        if found and found[-1].added and _AND_TO.fullmatch(clauses.slice(found[-1].end, arm.start)):
            found[-1] = _together(arm, found[-1].arm)._replace(start=found[-1].start)
            continue
        partner = _partner(clauses, arm, cast, placed[:index], placed[index + 1 :]) if added else None
        together = _together(arm, partner) if partner else arm
        onto = _onto(clauses, arm, placed[index + 1 :]) if partner else None
        found.append(together._replace(end=onto.end) if onto else together)
    return found


def _is_addition(clauses: Clauses, arm: PlacedArm, cues: AddedCues) -> bool:
    if not arm.named or arm.arm.is_control:
        return False
    lead = clauses.slice_low(arm.start - _REACH, arm.start)
    lead = lead[max(lead.rfind(";"), lead.rfind(":")) + 1 :]
    return any(cue.may_match(clauses) and cue.pattern.search(lead) for cue in (cues.received_too, cues.addition))


def _partner(
    clauses: Clauses, arm: PlacedArm, cast: Cast, before: Sequence[PlacedArm], after: Sequence[PlacedArm]
) -> Arm | None:
    """What the drug is added to: named right behind it, else given alone in the sentence, else told of before."""
    onto, is_alone = _onto(clauses, arm, after), load_cues(clauses.rules_dir).alone
    alone = [p.arm for p in (*before, *after) if p.named and is_alone.match(clauses.slice(p.end, p.end + 20))]
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
    for match in load_cues(clauses.rules_dir).mixture.matches(clauses):
        start, end = clauses.start + match.start(), clauses.start + match.end()
        here = {p.arm.name for p in placed if p.named and p.end <= start and not p.arm.is_control}
        members = here or {a.name for a in cast.arms if not a.is_control and " + " not in a.name}
        if len(members) == _COUNTS[(match["count"] or match["both"]).lower()]:
            yield PlacedArm(start, end, Arm(combination_name(members)), added=bool(here))
