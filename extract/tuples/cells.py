"""One cell a number: the stretch of the sentence that speaks of it, and what that stretch names."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from extract.tuples.arm import Arm, PlacedArm
from extract.tuples.clauses import Break, Clauses
from extract.tuples.estimate import Estimate
from extract.tuples.frame import Frame
from extract.tuples.given_together import joined
from extract.tuples.slots import NOTHING, Slots, read_slots

_LIGHT = re.compile(
    r"^(?:\s|(?:de|d['’]|du|à|au|chez|par|sur|respectivement|seulement|environ|près|plus|moins|une?|soit|était|étaient|les?|la)\b|d['’])*$",
    re.IGNORECASE,
)
"""Words that may stand between a separator and a number without speaking of anything."""

_AT_HEAD = re.compile(
    r"\s*(?:;\s*)?(?:(?:et|mais|alors que|tandis que)\s+)?(?:sous|avec|chez|dans|pour|après)\s+"
    r"(?:(?:les?|la|une?)\s+|l['’]\s?)?(?:(?:groupe|bras)\s+)?",
    re.IGNORECASE,
)
"""What may open a sentence, or a clause behind a semicolon, before the arm that it is about."""
_NEAR_CONTRAST = 25
"""Characters between an arm and a contrast that is listed beside it: « l'infliximab (RR 4,1) »; farther on stands the
verb of a sentence about the arm that opens it."""


class Cell(NamedTuple):
    """An estimate with the characters `start` to `end` that speak of it, and what they name.

    `arm` is the group that stands beside the value; `against` the group behind a comparison cue that has no value of
    its own; `compared` tells that a comparison cue stands before the value itself. `before` and `after` hold what the
    stretch names left and right of the value.
    """

    estimate: Estimate
    start: int
    end: int
    arm: Arm | None = None
    against: Arm | None = None
    compared: bool = False
    before: Slots = NOTHING
    after: Slots = NOTHING
    listed: bool = False  # only separators part it from the value before: « 85 %, 50 % et 5 % »


def cut_cells(clauses: Clauses, estimates: Sequence[Estimate], placed: Sequence[PlacedArm], frame: Frame) -> list[Cell]:
    """The cells of a sentence, one an estimate, in text order."""
    bounds = [clauses.start]
    for left, right in pairwise(estimates):
        bounds.append(_cut(clauses, left, right))
    last = estimates[-1].end if estimates else clauses.start
    bounds.append(
        next((b.start for b in clauses.breaks if b.kind == ";" and b.depth == 0 and b.start >= last), clauses.end)
    )
    cells = []
    for index, estimate in enumerate(estimates):
        listed = index > 0 and _is_listed(clauses, estimates[index - 1], estimate)
        cells.append(_fill(clauses, Cell(estimate, bounds[index], bounds[index + 1]), placed, frame, listed=listed))
    return cells


def _cut(clauses: Clauses, left: Estimate, right: Estimate) -> int:
    """Where the words between two numbers stop speaking of the first.

    A semicolon or comparison cue parts most, then « mais », then « et », then a comma; without any, the bracket that
    closes behind the first number, or the second number itself.
    """
    between = clauses.breaks_between(left.end, right.start)
    level = clauses.depth_at(left.end)
    floor = min([level, *(b.depth for b in between)], default=level)
    outer = [b for b in between if b.depth <= min(floor, clauses.depth_at(right.start))]
    for kinds in ((";",), ("versus",), ("mais",)):
        if found := [b for b in outer if b.kind in kinds]:
            if left.contrast and right.contrast and (comma := _comma_after(outer, found[-1])):
                return comma.start  # « 0,48 pour A contre B (0,32-0,71), 0,74 pour C contre B »
            return found[-1].start if kinds != (";",) else found[0].start
    joints = [b for b in outer if b.kind == "et" and not _inside_enumeration(clauses, b)]
    if joints:
        return _comma_before(outer, joints[-1])
    for kind in (",", ":"):
        if found := [b for b in outer if b.kind == kind]:
            return found[0].start
    closing = [b for b in between if b.kind == ")" and b.depth < level]
    if closing:
        return closing[-1].end
    opening = [b for b in between if b.kind == "("]
    if opening and opening[0].start - left.end <= 1 and (aside := [b for b in between if b.kind == ")"]):
        return aside[0].end  # « de 64 % (placebo) à 87 % (cémiplimab) »
    return opening[0].start if opening else right.start


def _comma_after(breaks: Sequence[Break], cue: Break) -> Break | None:
    return next((b for b in breaks if b.kind == "," and b.start >= cue.end), None)


def _comma_before(breaks: Sequence[Break], joint: Break) -> int:
    return next((b.start for b in breaks if b.kind == "," and 0 <= joint.start - b.end <= 1), joint.start)


def _inside_enumeration(clauses: Clauses, joint: Break) -> bool:
    """« l’épiderme et le derme »: an « et » between two mentions of one family, both on the same side."""
    before = [m for m in clauses.mentions if 0 <= joint.start - m.end <= 3]
    after = [m for m in clauses.mentions if 0 <= m.start - joint.end <= 6]
    return any(
        b.family == a.family and b.family in ("drug", "endpoint", "trial", "timepoint", "dose")
        for b in before
        for a in after
    )


def _fill(clauses: Clauses, cell: Cell, placed: Sequence[PlacedArm], frame: Frame, *, listed: bool) -> Cell:
    estimate = cell.estimate
    local = [p for p in placed if cell.start <= p.start < cell.end]
    return Cell(
        estimate, cell.start, cell.end,
        arm=_own_arm(clauses, cell, local) if local else None,
        against=_compared_with(clauses, cell, local) if clauses.comparisons else None,
        compared=_is_compared(clauses, cell),
        before=read_slots(clauses, cell.start, estimate.end, frame, nearest_last=True),
        after=read_slots(clauses, estimate.end, cell.end, frame, nearest_last=False),
        listed=listed,
    )  # fmt: skip


def _compared_with(clauses: Clauses, cell: Cell, local: Sequence[PlacedArm]) -> Arm | None:
    """The group behind a comparison cue that has no value of its own."""
    return next((p.arm for p in local if _behind_cue(clauses, p) and _own_arm(clauses, cell, [p]) is None), None)


def _is_listed(clauses: Clauses, previous: Estimate, estimate: Estimate) -> bool:
    gap = clauses.slice(previous.end, estimate.start)
    outside = _ASIDE.sub("", gap) if "(" in gap else gap
    if not _JOINT.search(outside):
        return False
    if any(b.kind in ("versus", "mais", ";", ":") for b in clauses.breaks_between(previous.end, estimate.start)):
        return False
    return _LIGHT.match(re.sub(r",|/|\bet\b|\bou\b|\bpuis\b", " ", outside)) is not None


_ASIDE = re.compile(r"\([^()]*\)")
_JOINT = re.compile(r",|/|\bet\b|\bou\b")


def _is_compared(clauses: Clauses, cell: Cell) -> bool:
    """Whether a comparison cue opens the cell: « contre 30 % », « contre le placebo (30 %) », « (placebo : 30 %) »."""
    return _is_control_in_brackets(clauses, cell) or any(
        cell.start <= b.start
        and b.end <= cell.estimate.start
        and b.start - cell.start <= 3
        and not _MARK.search(clauses.slice(b.end, cell.estimate.start))
        for b in clauses.comparisons
    )


def _is_control_in_brackets(clauses: Clauses, cell: Cell) -> bool:
    at = cell.estimate.start
    return not cell.estimate.contrast and any(
        0 < at - m.end <= 4
        and clauses.slice(m.start - 1, m.start) == "("
        and _COLON.fullmatch(clauses.slice(m.end, at)) is not None
        for m in clauses.of("control")
    )


_COLON = re.compile(r"\s?:?\s?")
_MARK = re.compile(r"[,;:]")


def _behind_cue(clauses: Clauses, placed: PlacedArm) -> bool:
    return any(
        b.end <= placed.start and placed.start - b.end <= 30
        and not re.search(r"[,;:]|\d\s?%", clauses.slice(b.end, placed.start))
        for b in clauses.comparisons
    )  # fmt: skip


def _own_arm(clauses: Clauses, cell: Cell, local: Sequence[PlacedArm]) -> Arm | None:
    """The arm that stands beside the value: right of it in its clause, else left of it in its clause."""
    estimate = cell.estimate
    level = clauses.depth_at(estimate.end)
    inside = [p for p in local if estimate.start <= p.start < estimate.end]
    if inside:
        return inside[0].arm  # « 5 des 62 patients sous méthotrexate (8 %) »
    right = [p for p in local if p.start >= estimate.end and _reaches(clauses, estimate.end, p.start, level)]
    behind = [p for p in right if _behind_cue(clauses, p)]
    if behind and _is_compared(clauses, cell):
        return None  # « 76 % contre 63 % dans le groupe X comparé au groupe Y »: both values, in order
    right = [p for p in right if not _behind_cue(clauses, p)]
    if right:
        return _one_of(clauses, right)
    reach = _NEAR_CONTRAST if estimate.contrast else len(clauses.text)
    left = [p for p in local if 0 <= estimate.start - p.end <= reach and _stands_with(clauses, p, cell)]
    left = [p for p in left if not _behind_cue(clauses, p) or _is_compared(clauses, cell)]
    return left[-1].arm if left else None


def _one_of(clauses: Clauses, right: Sequence[PlacedArm]) -> Arm | None:
    """The nearest arm; two drugs given together (« rituximab et prednisone ») are one, two compared are none."""
    if len(right) == 1:
        return right[0].arm
    first, second = right[0], right[1]
    between = clauses.slice(first.end, second.start)
    if re.fullmatch(r"\s*(?:et|plus|\+)\s*(?:la |le |l['’])?", between) and first.named and second.named:
        return joined(first, second).arm if not second.arm.is_control else None
    return first.arm


def _reaches(clauses: Clauses, start: int, end: int, level: int) -> bool:
    """Whether no separator and no closing bracket of the value's own lies between value and arm."""
    between = clauses.breaks_between(start, end)
    if any(b.kind == ")" and b.depth < level for b in between):
        return False
    return not any(b.kind in (";", ":", "mais", ",") and b.depth <= level for b in between)


def _stands_with(clauses: Clauses, placed: PlacedArm, cell: Cell) -> bool:
    """Whether an arm left of the value is its own: in one breath, or at the cell's head, « sous X, ils étaient »."""
    if _adjoins(clauses, placed, cell.estimate):
        return True
    between = clauses.breaks_between(placed.end, cell.estimate.start)
    at_head = _AT_HEAD.fullmatch(clauses.slice(cell.start, placed.start))
    return at_head is not None and [b.kind for b in between] == [","] and between[0].start - placed.end <= 1


def _adjoins(clauses: Clauses, placed: PlacedArm, estimate: Estimate) -> bool:
    """« X : 45 % », « X (45 %) », « avec X, 45 % », « le groupe X atteignait 45 % »: arm and value in one breath."""
    between = clauses.breaks_between(placed.end, estimate.start)
    strong = [b for b in between if b.kind in (";", "mais", ")", "versus")]
    commas = [b for b in between if b.kind == ","]
    gap = clauses.slice(placed.end, estimate.start)
    return not strong and (not commas or (len(commas) == 1 and len(gap) <= 4))


def _of_a_kind(one: Estimate, other: Estimate) -> bool:
    return one.contrast == other.contrast and one.unit == other.unit


_PRONOUN = re.compile(r"[;,]?\s*(?:elles?|ils?|ce taux|celui-ci|celle-ci)\s+(?:\S+\s+){1,4}$", re.IGNORECASE)
"""« ; elle tombe à »: the same outcome goes on."""


def is_light(text: str) -> bool:
    """Whether the words before a number speak of nothing: « et de », « , puis chez ».

    >>> is_light(", et chez "), is_light("et de la sécheresse de ")
    (True, False)
    """
    return bool(_PRONOUN.match(text) or _LIGHT.match(re.sub(r"[,;]|\bet\b|\bou\b|\bpuis\b", " ", text)))


def runs(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Cells listed one behind the other, as one run each: « 85 %, 50 % et 5 % »."""
    run: list[Cell] = []
    for cell, following in zip_longest(cells, cells[1:]):
        pairs = bool(run) and run[0].compared and following is not None and following.compared
        if run and (pairs or not cell.listed or not _of_a_kind(run[-1].estimate, cell.estimate)):
            yield run
            run = []
        run.append(cell)
    if run:
        yield run
