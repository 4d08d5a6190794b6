"""Arms of several treatments: « A plus B », « l'A, inhibiteur de X, associé au B », « A et B » against A alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.tuples.arm import Arm, PlacedArm
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue
from extract.tuples.talk import read_talk

_AND_WITH = re.compile(r"\s*(?:,[^,;:.()]{3,50},\s*)?(?:et|à|aux?|avec)\s+(?:la\s+|le\s+|l['’]|du\s+|de la\s+)?")
"""« associer l'A, inhibiteur de X, au B »."""
_AND = re.compile(r"\s*et\s+(?:une?\s+|la\s+|les?\s+|l['’]|du\s+|de la\s+|de l['’]|des\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class TogetherCues:
    """What tells that two drugs are one arm, by the words of `extract/rules/talk.yaml`.

    `joining` stands between them, `associating` before both, `alone` behind one that is given without the other.
    """

    joining: re.Pattern[str]
    associating: re.Pattern[str]
    by_choice: Cue
    alone: Cue


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> TogetherCues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    talk = read_talk(rules_dir)
    return TogetherCues(
        joining=re.compile(
            r"^\s*\)?\s*(?:\([^()]*\)\s*)?(?:,[^,;:.()]{3,60},\s*)?"
            rf"(?:\+|plus|{talk.any('joined')} (?:à|aux?)|en {talk.any('mixtures')} (?:avec|à|aux?)"
            rf"|(?P<onto>{talk.any('added')} (?:à|aux?)))\s*(?:la\s+|le\s+|l['’])?$"
        ),
        associating=re.compile(rf"{talk.any('associating')}\s+(?:l[ea]\s+|l['’]|du\s+|de la\s+)?$"),
        by_choice=Cue(talk.any("by_choice", "comparators"), talk.told_by("by_choice", "comparators")),
        alone=Cue(rf"\s*{talk.any('alone')}", talk.told_by("alone")),
    )


def combine(clauses: Clauses, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """Arms joined by « plus », « associé à » are one arm, its members in alphabetical order."""
    current: PlacedArm | None = None
    cues = load_cues(clauses.rules_dir)
    chosen = bool(cues.by_choice.search(clauses))
    alone = {p.arm.name for p in placed if _is_alone(clauses, p)} if cues.alone.may_match(clauses) else set()
    for arm in placed:
        if (
            current
            and chosen
            and re.fullmatch(r"\s*ou\s*(?:la\s+|le\s+|l['’])?", clauses.slice(current.end, arm.start))
        ):
            current = PlacedArm(current.start, arm.end, Arm(f"{current.arm.name} ou {arm.arm.name}"))
            continue
        if current and not arm.arm.is_control and _go_together(clauses, current, arm, alone):
            current = joined(current, arm)
            continue
        if current:
            yield current
        current = arm
    if current:
        yield current


def _go_together(clauses: Clauses, first: PlacedArm, second: PlacedArm, alone: set[str]) -> bool:
    """Whether two arms are given together: « A plus B »; also « A et B » where the sentence opposes it to one alone."""
    between, cues = clauses.slice(first.end, second.start), load_cues(clauses.rules_dir)
    joint = cues.joining.match(between)
    if joint:  # « l'A ajouté à X »: X is part of the arm where the others were given it alone
        return joint["onto"] is None or second.arm.name in alone
    if _AND_WITH.fullmatch(between) and cues.associating.search(clauses.slice(first.start - 20, first.start)):
        return True
    opposed = bool(alone) and first.named and second.named and bool({first.arm.name, second.arm.name} & alone)
    return opposed and not _is_alone(clauses, second) and _AND.fullmatch(between) is not None


def _is_alone(clauses: Clauses, placed: PlacedArm) -> bool:
    return load_cues(clauses.rules_dir).alone.match_in(clauses, placed.end, clauses.end) is not None


def joined(first: PlacedArm, second: PlacedArm) -> PlacedArm:
    """Two arms given together as one: names in alphabetical order, joined by ` + `.

    >>> joined(PlacedArm(0, 9, Arm("nivolumab")), PlacedArm(15, 25, Arm("ipilimumab"))).arm.name
    'ipilimumab + nivolumab'
    """
    return PlacedArm(first.start, second.end, first.arm.together_with(second.arm))
