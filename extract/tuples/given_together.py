"""Arms of several treatments: « A plus B », « l'A, inhibiteur de X, associé au B », « A et B » against A alone."""

import re
from collections.abc import Iterator, Sequence

from extract.tuples.arm import Arm, PlacedArm
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue

_JOINED = re.compile(
    r"^\s*\)?\s*(?:\([^()]*\)\s*)?(?:,[^,;:.()]{3,60},\s*)?"
    r"(?:\+|plus|(?:associé|combiné)e?s? (?:à|aux?)|en association (?:avec|à|aux?)"
    r"|(?P<onto>(?:ajouté|adjoint)e?s? (?:à|aux?)))"
    r"\s*(?:la\s+|le\s+|l['’])?$"
)
_ASSOCIATING = re.compile(r"\b(?:associ|combin)(?:er|e|ent|ant|ait|aient)\s+(?:l[ea]\s+|l['’]|du\s+|de la\s+)?$")
_AND_WITH = re.compile(r"\s*(?:,[^,;:.()]{3,50},\s*)?(?:et|à|aux?|avec)\s+(?:la\s+|le\s+|l['’]|du\s+|de la\s+)?")
"""« associer l'A, inhibiteur de X, au B »."""
_BY_CHOICE = Cue(r"\bau choix\b|\bchoix (?:du médecin|de l['’]investigateur)\b|\bcomparateur\b", "choi comp")
_ALONE = Cue(r"\s*\b(?:seule?s?|uniquement|isolée?s?|en monothérapie|exclusivement)\b", "seul uniq isol mono excl")
_AND = re.compile(r"\s*et\s+(?:une?\s+|la\s+|les?\s+|l['’]|du\s+|de la\s+|de l['’]|des\s+)?", re.IGNORECASE)


def combine(clauses: Clauses, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """Arms joined by « plus », « associé à » are one arm, its members in alphabetical order."""
    current: PlacedArm | None = None
    chosen = bool(_BY_CHOICE.search(clauses))
    alone = {p.arm.name for p in placed if _is_alone(clauses, p)} if _ALONE.may_match(clauses) else set()
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
    between = clauses.slice(first.end, second.start)
    joint = _JOINED.match(between)
    if joint:  # « l'A ajouté à X »: X is part of the arm where the others were given it alone
        return joint["onto"] is None or second.arm.name in alone
    if _AND_WITH.fullmatch(between) and _ASSOCIATING.search(clauses.slice(first.start - 20, first.start)):
        return True
    opposed = bool(alone) and first.named and second.named and bool({first.arm.name, second.arm.name} & alone)
    return opposed and not _is_alone(clauses, second) and _AND.fullmatch(between) is not None


def _is_alone(clauses: Clauses, placed: PlacedArm) -> bool:
    return _ALONE.pattern.match(clauses.slice(placed.end, clauses.end)) is not None


def joined(first: PlacedArm, second: PlacedArm) -> PlacedArm:
    """Two arms given together as one: names in alphabetical order, joined by ` + `.

    >>> joined(PlacedArm(0, 9, Arm("nivolumab")), PlacedArm(15, 25, Arm("ipilimumab"))).arm.name
    'ipilimumab + nivolumab'
    """
    return PlacedArm(first.start, second.end, first.arm.together_with(second.arm))
