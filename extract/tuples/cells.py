"""One cell a number: the stretch of the sentence that speaks of it, and what that stretch names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from extract.entities.model import Endpoint, Timepoint, Trial
from extract.tuples.arms import Arm, PlacedArm, joined
from extract.tuples.clauses import Break, Clauses, Mention
from extract.tuples.estimates import Estimate
from extract.tuples.frame import Frame
from extract.tuples.ordinals import trials_by_ordinal

_LIGHT = re.compile(
    r"^(?:\s|(?:de|d['’]|du|à|au|chez|par|sur|respectivement|seulement|environ|près|plus|moins|une?|soit|était|étaient|les?|la)\b|d['’])*$",
    re.IGNORECASE,
)
"""Words that may stand between a separator and a number without speaking of anything."""

_NEAR_CONTRAST = 25
"""Characters between an arm and a contrast that is listed beside it: « l'infliximab (RR 4,1) »; farther on stands the
verb of a sentence about the arm that opens it."""
_THEME_END = 15
"""Characters within which « À l'inclusion, … » opens a sentence about the baseline."""
_BY_BASELINE = re.compile(r"(?:rapport|comparaison|comparée?s?|depuis) ", re.IGNORECASE)
_ANY_EVENT = re.compile(r"(?:effets?|[ée]v[ée]nements?|évènements?) (?:indésirables?|secondaires?)", re.IGNORECASE)
"""Adverse events of any kind."""


@dataclass(frozen=True, slots=True)
class Slots:
    """Endpoint, time and trials of a value, each with where it stands; None or empty where nothing is said."""

    endpoint: Endpoint | None = None
    endpoint_at: int | None = None
    timepoint: Timepoint | None = None
    timepoint_at: tuple[int, int] | None = None
    trials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
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
    before: Slots = Slots()
    after: Slots = Slots()
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
        cell = Cell(estimate, bounds[index], bounds[index + 1])
        previous = estimates[index - 1] if index else None
        cells.append(_fill(clauses, cell, previous, placed, frame))
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
    return opening[0].start if opening else right.start


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


def _fill(clauses: Clauses, cell: Cell, previous: Estimate | None, placed: Sequence[PlacedArm], frame: Frame) -> Cell:
    estimate = cell.estimate
    local = [p for p in placed if cell.start <= p.start < cell.end]
    return replace(
        cell,
        arm=_own_arm(clauses, cell, local),
        against=next((p.arm for p in local if _behind_cue(clauses, p) and _own_arm(clauses, cell, [p]) is None), None),
        compared=_is_compared(clauses, cell),
        before=_slots(clauses, cell.start, estimate.end, frame, nearest_last=True),
        after=_slots(clauses, estimate.end, cell.end, frame, nearest_last=False),
        listed=previous is not None and _is_listed(clauses, previous, estimate),
    )


def _is_listed(clauses: Clauses, previous: Estimate, estimate: Estimate) -> bool:
    gap = clauses.slice(previous.end, estimate.start)
    outside = re.sub(r"\([^()]*\)", "", gap)
    if any(b.kind in ("versus", "mais", ";", ":") for b in clauses.breaks_between(previous.end, estimate.start)):
        return False
    return bool(re.search(r",|\bet\b|\bou\b", outside)) and bool(
        _LIGHT.match(re.sub(r",|\bet\b|\bou\b|\bpuis\b", " ", outside))
    )


def _is_compared(clauses: Clauses, cell: Cell) -> bool:
    """Whether a comparison cue opens the cell: « contre 30 % », « contre le placebo (30 %) »."""
    return any(
        b.kind == "versus"
        and cell.start <= b.start
        and b.end <= cell.estimate.start
        and b.start - cell.start <= 3
        and not re.search(r"[,;:]", clauses.slice(b.end, cell.estimate.start))
        for b in clauses.breaks
    )


def _behind_cue(clauses: Clauses, placed: PlacedArm) -> bool:
    return any(
        b.kind == "versus" and b.end <= placed.start and placed.start - b.end <= 30
        and not re.search(r"[,;:]|\d\s?%", clauses.slice(b.end, placed.start))
        for b in clauses.breaks
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
    left = [p for p in local if 0 <= estimate.start - p.end <= reach and _adjoins(clauses, p, estimate)]
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


def _adjoins(clauses: Clauses, placed: PlacedArm, estimate: Estimate) -> bool:
    """« X : 45 % », « X (45 %) », « avec X, 45 % », « le groupe X atteignait 45 % »: arm and value in one breath."""
    between = clauses.breaks_between(placed.end, estimate.start)
    strong = [b for b in between if b.kind in (";", "mais", ")", "versus")]
    commas = [b for b in between if b.kind == ","]
    gap = clauses.slice(placed.end, estimate.start)
    return not strong and (not commas or (len(commas) == 1 and len(gap) <= 4))


def _slots(clauses: Clauses, start: int, end: int, frame: Frame, *, nearest_last: bool) -> Slots:
    """What a stretch names; of several, the one nearest to the value, which stands at its end or at its start."""
    order = -1 if nearest_last else 0
    endpoints = [
        m
        for m in clauses.of("endpoint")
        if start <= m.start
        and m.end <= end
        and not _is_population(clauses, m)
        and not (nearest_last and _is_aside(clauses, m, end))
    ]
    times = [m for m in clauses.of("timepoint") if start <= m.start and m.end <= end and _is_moment(clauses, m)]
    named = [m for m in clauses.of("trial") if start <= m.start and m.end <= end]
    trials = _group(clauses, named, order) or trials_by_ordinal(clauses.slice(start, end), frame.series)
    endpoint = _best(clauses, endpoints, order)
    time = times[order] if times else None
    return Slots(
        endpoint.value if endpoint and isinstance(endpoint.value, Endpoint) else None,
        endpoint.start if endpoint else None,
        time.value if time and isinstance(time.value, Timepoint) else None,
        (time.start, time.end) if time else None,
        trials,
    )


def _best(clauses: Clauses, endpoints: Sequence[Mention], order: int) -> Mention | None:
    """The endpoint nearest to the value; the scale in brackets behind it defines it (« blanchiment (PGA 0) »), and a
    named event goes before « événements indésirables » as such (« le prurit est l'effet indésirable habituel »)."""
    if not endpoints:
        return None
    chosen = endpoints[order]
    index = endpoints.index(chosen)
    following = endpoints[index + 1] if index + 1 < len(endpoints) else None
    if following and re.fullmatch(r"\s*\(\s*", clauses.slice(chosen.end, following.start)):
        return following
    if isinstance(chosen.value, Endpoint) and _ANY_EVENT.fullmatch(chosen.value.label):
        others = [e for e in endpoints[:index] if isinstance(e.value, Endpoint) and e.value.kind == "event"]
        return others[-1] if others and order == -1 else chosen
    return chosen


def _is_aside(clauses: Clauses, mention: Mention, value_at: int) -> bool:
    """« les quatre symptômes (prurit, fatigue) »: an outcome in brackets before the value is an example; a scale
    in brackets defines."""
    outer = clauses.depth_at(mention.start) > clauses.depth_at(value_at)
    return outer and isinstance(mention.value, Endpoint) and mention.value.kind in ("event", "outcome")


def _tells_of(clauses: Clauses, mention: Mention) -> bool:
    """Whether a baseline tells of a number: right beside one, or as the theme that opens the sentence; not in
    « les patients dont le score était haut au départ, … »."""
    comma = next((b for b in clauses.breaks if b.start >= mention.end and b.kind in (",", ";")), None)
    following = next((m for m in clauses.of("number", "fraction") if m.start >= mention.end), None)
    beside = following is None or comma is None or following.start < comma.start
    before = any(0 <= mention.start - m.end <= 4 for m in clauses.of("number", "fraction"))
    return before or beside or mention.start - clauses.start < _THEME_END


def _is_population(clauses: Clauses, mention: Mention) -> bool:
    """« Dans les formes sévères, … »: patients in whom something was measured, not what was measured."""
    return bool(
        re.search(
            r"(?:^|[,.;:]\s*)(?:dans|chez) (?:les?|la|l['’])\s*$",
            clauses.slice(clauses.start, mention.start),
            re.I,
        )
    )


def _is_moment(clauses: Clauses, mention: Mention) -> bool:
    """A time of measurement; « par rapport à l'inclusion » says against what a change is counted, not when."""
    if not isinstance(mention.value, Timepoint):
        return False
    lead = clauses.slice(mention.start - 3, mention.start + 3)
    within = mention.value.role == "duration" and re.search(r"\ben\s", lead)  # « passée de 7,9 à 3,2 en quatre mois »
    if mention.value.role not in ("at", "baseline", "followup") and not within:
        return False
    if mention.value.role == "baseline" and not _tells_of(clauses, mention):
        return False
    if re.search(r"\bsoit\s+(?:à\s+)?$", clauses.slice(mention.start - 8, mention.start)):
        return False  # « À 6 mois, soit 3 mois après l'arrêt »: the same time told again
    cue = any(b.kind == "versus" and 0 <= mention.start - b.end <= 4 for b in clauses.breaks)
    return mention.value.role != "baseline" or not (
        cue or _BY_BASELINE.search(clauses.slice(mention.start - 22, mention.end))
    )


def _group(clauses: Clauses, named: Sequence[object], order: int) -> tuple[str, ...]:
    """Trials named together (« SOLO 1 et SOLO 2 ») count as one mention."""
    trials = [m for m in named if isinstance(getattr(m, "value", None), Trial)]
    groups: list[list[str]] = []
    last_end = None
    for mention in trials:
        gap = clauses.slice(last_end, mention.start) if last_end is not None else "."  # type: ignore[attr-defined]
        if re.fullmatch(r"\s*(?:\([^)]*\))?\s*(?:,|et|ou|/)?\s*", gap):
            groups[-1].append(mention.value.acronym)  # type: ignore[attr-defined]
        else:
            groups.append([mention.value.acronym])  # type: ignore[attr-defined]
        last_end = mention.end  # type: ignore[attr-defined]
    return tuple(dict.fromkeys(groups[order])) if groups else ()


def _of_a_kind(one: Estimate, other: Estimate) -> bool:
    return one.contrast == other.contrast and one.unit == other.unit


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
