"""One-to-one pairing of gold facts with what was found, and how well a pair agrees slot by slot."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from extract.evaluate.gold import GoldMechanism, GoldResult, GoldStudy
from extract.evaluate.likeness import (
    ROUNDED_SHARE_TOLERANCE,
    family,
    fold,
    key,
    members,
    read_p,
    same_dose,
    same_endpoint,
    same_name,
    same_number,
    same_time,
    words,
)
from extract.evaluate.observation import FoundMechanism, FoundResult, Row

Wanted = TypeVar("Wanted")
Found = TypeVar("Found")
Verdicts = dict[str, bool | None]
"""Slot by slot: True, False, or None where the gold is silent."""

SLOTS = ("arm", "versus", "endpoint", "timepoint", "trial", "phase", "ci", "p", "n", "dose", "indication")
STRICT_SLOTS = ("arm", "versus", "endpoint", "timepoint", "trial", "phase", "ci", "p")
"""The slots of which none may be wrong for a tuple to be strictly right."""


def pair(
    wanted: Sequence[Wanted],
    found: Sequence[Found],
    may_match: Callable[[Wanted, Found], bool],
    merit: Callable[[Wanted, Found], float],
) -> list[tuple[int, int]]:
    """Pairs of indices into `wanted` and `found`, greedily by falling merit; each index at most once.

    >>> pair([10, 20], [21, 11], lambda w, f: abs(w - f) < 12, lambda w, f: -abs(w - f))
    [(1, 0), (0, 1)]
    """
    ranked = sorted(
        ((merit(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found) if may_match(w, f)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())


def same_mechanism(wanted: GoldMechanism, found: FoundMechanism) -> bool:
    """Whether drug and target agree."""
    return same_name(wanted.drug, found.drug) and key(wanted.target) == key(found.target)


def same_study(wanted: GoldStudy, found: Row) -> bool:
    """Whether the drug agrees, and phase and trial where the gold states them."""
    cells = found.evidence
    return (
        same_name(wanted.drug, cells.drug)
        and (not wanted.phase or _same_phase(wanted.phase, cells.phase))
        and (not wanted.trial or members(wanted.trial) == members(cells.trial))
    )


def same_value(wanted: GoldResult, found: FoundResult) -> bool:
    """Whether the numbers agree, on measures of one family; the sign of a change is the writer's habit."""
    if family(wanted.measure) != family(found.measure):
        return False
    a, b = wanted.value, found.value
    if family(wanted.measure) == "mean":
        a, b = abs(a), abs(b)
    rounded = wanted.measure == "proportion" and abs(a - b) < ROUNDED_SHARE_TOLERANCE
    high = wanted.value_high is None or found.value_high is None or same_number(wanted.value_high, found.value_high)
    return high and (rounded or same_number(a, b))


def slot_verdicts(wanted: GoldResult, found: FoundResult) -> Verdicts:
    """Which slots of a matched value are right; an interval where the gold has none is wrong."""
    cells = found.row.evidence
    return {
        "arm": same_name(wanted.arm, found.arm) if wanted.arm else None,
        "versus": same_name(wanted.versus, found.versus) if wanted.versus else None,
        "endpoint": same_endpoint(wanted.endpoint, found.endpoint) if wanted.endpoint else None,
        "timepoint": None
        if wanted.timepoint_weeks is None
        else same_time(wanted.timepoint_weeks, cells.timepoint_weeks),
        "trial": members(wanted.trial) == members(cells.trial) if wanted.trial else None,
        "phase": _same_phase(wanted.phase, cells.phase) if wanted.phase else None,
        "ci": _same_interval(wanted.ci, found.ci),
        "p": _same_p(wanted.p, found.p),
        "n": same_number(wanted.n, found.n) if wanted.n else None,
        "dose": same_dose(wanted.dose, found.dose) if wanted.dose else None,
        "indication": bool(words(wanted.indication) & words(cells.indication)) if wanted.indication else None,
    }


def result_merit(wanted: GoldResult, found: FoundResult) -> float:
    """How well a candidate fits: right slots less wrong ones; an optional fact yields to a required one."""
    verdicts = list(slot_verdicts(wanted, found).values())
    return verdicts.count(True) - verdicts.count(False) - 0.5 * wanted.optional


def _same_phase(wanted: str, found: str | None) -> bool:
    return fold(wanted)[:1] == fold(found)[:1]


def _same_interval(wanted: tuple[float, float] | None, found: tuple[float | None, float | None]) -> bool | None:
    if wanted is None:
        return None if found == (None, None) else False
    return all(same_number(a, b) for a, b in zip(wanted, found, strict=True))


def _same_p(wanted: str | None, found: tuple[str, float] | None) -> bool | None:
    stated = read_p(wanted)
    if stated is None:
        return None
    return found is not None and same_number(stated[1], found[1]) and stated[0] == found[0]
