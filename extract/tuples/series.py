"""Values that belong together: the arms of one comparison, on one endpoint, at one time, in one trial or in several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.entities.model import Endpoint, Timepoint
from extract.tuples.arms import Arm, PlacedArm
from extract.tuples.cells import Cell, runs
from extract.tuples.clauses import Clauses, Mention
from extract.tuples.estimates import Estimate
from extract.tuples.frame import is_compared

_ELLIPTIC = 6
"""Words that a clause behind « mais » may have before its number and still go on with the comparison before it."""

BASELINE = Arm("baseline", is_control=True)
"""The same patients before treatment."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time with the words that tell it."""

    timepoint: Timepoint
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Observation:
    """One value with what distribution gave it; None or empty where the series as a whole tells."""

    estimate: Estimate
    endpoint: Endpoint | None = None
    moment: Moment | None = None
    trials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One arm of a series and what was observed on it; `compared` where a comparison cue opens it.

    `at_hand` tells that the sentence itself names the arm beside the value.
    """

    observations: tuple[Observation, ...]
    arm: Arm | None = None
    compared: bool = False
    at_hand: bool = False
    by_order: bool = False

    @property
    def start(self) -> int:
        """Offset of the first value."""
        return self.observations[0].estimate.start

    @property
    def end(self) -> int:
        """Offset just after the last value."""
        return self.observations[-1].estimate.end


@dataclass(frozen=True, slots=True)
class Series:
    """Members compared with each other, the contrasts between them, and the group compared with that has no value."""

    members: tuple[Member, ...] = ()
    contrasts: tuple[Cell, ...] = ()
    cells: tuple[Cell, ...] = ()
    against: Arm | None = None
    endpoint: Endpoint | None = None
    moment: Moment | None = None
    trials: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Offset where the words of the series begin."""
        return self.cells[0].start

    @property
    def end(self) -> int:
        """Offset where the words of the series end."""
        return self.cells[-1].end


@dataclass(frozen=True, slots=True)
class Listing:
    """What a run of values may be distributed over, in the order in which the sentence or the context names it."""

    arms: tuple[Arm, ...] = ()
    endpoints: tuple[Endpoint, ...] = ()
    moments: tuple[Moment, ...] = ()
    trials: tuple[str, ...] = ()
    topic: Arm | None = None
    known_arms: tuple[Arm, ...] = field(default=())
    known_trials: tuple[str, ...] = field(default=())


def group(clauses: Clauses, cells: Sequence[Cell], placed: Sequence[PlacedArm], known: Listing) -> list[Series]:
    """The series of a sentence in text order, each run distributed over what it lists."""
    series: list[Series] = []
    told = list(runs(cells))
    for run in told:
        current = series[-1] if series else None
        if run[0].estimate.contrast:
            if current and current.members and _belongs(clauses, current, run[0]):
                series[-1] = _with_contrasts(current, run)
            else:
                series.append(Series(contrasts=tuple(run), cells=tuple(run), against=_against(run)))
            continue
        listing = read_listing(clauses, run, placed, known)
        members = _parallel(run, told) or tuple(distribute(run, listing))
        if current and run[0].compared:
            current = series[-1] = replace(current, members=_aligned(current.members, members))
            if _shared_out(series, members, run):
                continue
        if current and current.members and _continues(clauses, current, run, members):
            series[-1] = replace(
                current,
                members=(*current.members, *members),
                cells=(*current.cells, *run),
                against=current.against or _against(run),
            )
        else:
            series.append(Series(members=members, cells=tuple(run), against=_against(run)))
    return series


def _shared_out(series: list[Series], members: Sequence[Member], run: Sequence[Cell]) -> bool:
    """« 51 % dans le premier essai et 49 % dans le second, contre 35 % et 36 % sous placebo »: each value of the list
    goes to the series of its trial; whether it was so."""
    observations = members[0].observations if len(members) == 1 else ()
    open_series = {
        _trial_of(s): i for i, s in enumerate(series) if s.members and not any(m.compared for m in s.members)
    }
    if len(observations) < 2 or not all(o.trials in open_series for o in observations):
        return False
    for observation in observations:
        index = open_series[observation.trials]
        own = Member((observation,), members[0].arm, compared=True, at_hand=members[0].at_hand)
        series[index] = replace(series[index], members=(*series[index].members, own))
    series[-1] = replace(series[-1], cells=(*series[-1].cells, *run))
    return True


def _trial_of(series: Series) -> tuple[str, ...]:
    return next((s.trials for c in series.cells for s in (c.before, c.after) if s.trials), ())


def _parallel(run: Sequence[Cell], told: Sequence[Sequence[Cell]]) -> tuple[Member, ...]:
    """« 41 % et 22 % sous X, et 42 % et 23 % sous Y »: lists of one length, each with its arm at its end, are each
    one arm's values; empty where the run is none of them."""
    alike = [r for r in told if len(r) == len(run) > 1 and r[-1].arm and not any(c.arm for c in r[:-1])]
    if len(alike) < 2 or run not in alike:
        return ()
    observations = tuple(Observation(c.estimate) for c in run)
    return (Member(observations, run[-1].arm, run[0].compared, at_hand=True, by_order=True),)


def spread(series: Series, label: str) -> Series:
    """The series with an outcome of several parts (« POST-1h et POST-24h ») dealt out over the values of each arm."""
    parts = [p for p in re.split(r",\s+|\s+et\s+(?:de\s+|du\s+|des\s+|d['’])?", label) if p]
    return replace(series, members=tuple(_dealt(m, parts) for m in series.members))


def _dealt(member: Member, parts: Sequence[str]) -> Member:
    told = any(o.endpoint or o.moment or o.trials for o in member.observations)
    if told or len(parts) < 2 or len(parts) != len(member.observations):
        return member
    each = zip(member.observations, parts, strict=True)
    return replace(member, observations=tuple(replace(o, endpoint=Endpoint(part)) for o, part in each))


def _aligned(before: tuple[Member, ...], members: tuple[Member, ...]) -> tuple[Member, ...]:
    """« 49 % et 46 %, contre 24 % et 19 % sous placebo »: the first run is told over what the second is told over."""
    told = members[0].observations
    loose = before[-len(told) :]
    if len(members) > 1 or len(told) < 2 or len(loose) < len(told) or any(m.arm or m.compared for m in loose):
        return before
    values = [m.observations[0].estimate for m in loose]
    return (*before[: -len(told)], Member(tuple(replace(o, estimate=v) for o, v in zip(told, values, strict=True))))


def _with_contrasts(series: Series, run: Sequence[Cell]) -> Series:
    return replace(
        series,
        contrasts=(*series.contrasts, *run),
        cells=(*series.cells, *run),
        against=series.against or _against(run),
    )


def _against(cells: Sequence[Cell]) -> Arm | None:
    return next((c.against for c in cells if c.against), None)


def _belongs(clauses: Clauses, series: Series, cell: Cell) -> bool:
    """Whether a contrast compares the series before it: in its brackets or its clause, with no subject of its own."""
    bracketed = clauses.depth_at(cell.estimate.start) > 0
    if bracketed and not cell.arm and cell.before.endpoint is None:
        return True
    own_subject = cell.before.endpoint or cell.before.trials or cell.before.timepoint or cell.arm
    return not own_subject and bool(series.members or series.contrasts)


def _continues(clauses: Clauses, series: Series, run: Sequence[Cell], members: Sequence[Member]) -> bool:
    """Whether a run goes on with the comparison before it, or begins one of its own."""
    first = run[0]
    if first.compared:
        return not any(m.compared for m in series.members) or bool(first.arm)
    between = clauses.breaks_between(series.members[-1].end, first.estimate.start)
    other_clause = [b for b in between if b.kind == "mais"]
    if other_clause and len(clauses.slice(other_clause[-1].end, first.estimate.start).split()) > _ELLIPTIC:
        return False
    parted = any(b.kind == ";" and b.depth == 0 for b in between)
    if parted and (len(series.members) > 1 or first.arm is None or first.after.endpoint):
        return False
    if first.before.endpoint or first.before.trials or first.before.timepoint or series.contrasts:
        return False
    if is_baseline(series.cells[-1]):
        return True
    arms = [m.arm for m in series.members]
    if first.arm is None or any(a and a.same_as(first.arm) for a in arms):
        return False
    return not all(a is None for a in arms) or len(series.members) == 1


def is_baseline(cell: Cell) -> bool:
    """Whether the value was measured before treatment: « de 56 à l'inclusion », « passé de 14,2 à … »."""
    time = cell.after.timepoint or cell.before.timepoint
    return cell.estimate.baseline or (time is not None and time.role == "baseline")


def read_listing(clauses: Clauses, run: Sequence[Cell], placed: Sequence[PlacedArm], known: Listing) -> Listing:
    """What the words before and after a run list, as long as the run itself."""
    size = len(run)
    if size < 2:
        return Listing()
    zones = ((run[-1].estimate.end, run[-1].end), (run[0].start, run[0].estimate.start))
    return Listing(
        arms=next((a for zone in zones if len(a := _arms_in(clauses, placed, zone, known.topic, size)) == size), ()),
        endpoints=tuple(_listed(clauses, "endpoint", zones, size, Endpoint)),
        moments=tuple(
            Moment(m.value, m.start, m.end)
            for m in _chain(clauses, "timepoint", zones, size)
            if isinstance(m.value, Timepoint)
        ),
        trials=next((t for c in (run[-1].after, run[0].before) if len(t := c.trials) == size), ()),
        known_arms=known.known_arms if len(known.known_arms) == size else (),
        known_trials=known.known_trials if len(known.known_trials) == size else (),
    )


def _arms_in(
    clauses: Clauses, placed: Sequence[PlacedArm], zone: tuple[int, int], topic: Arm | None, size: int
) -> tuple[Arm, ...]:
    """The arms that a zone names; « on l'a comparé à X et au placebo » lists the treatment too."""
    there = [p for p in placed if zone[0] <= p.start < zone[1]]
    found = list(dict.fromkeys(p.arm for p in there))
    missing = topic if topic and not any(a.same_as(topic) for a in found) else None
    if len(found) == size - 1 and missing and there and is_compared(clauses, there[0]):
        return (missing, *found)
    return tuple(found)


def _listed(
    clauses: Clauses, family: str, zones: Sequence[tuple[int, int]], size: int, kind: type[Endpoint]
) -> Iterator[Endpoint]:
    for mention in _chain(clauses, family, zones, size):
        if isinstance(mention.value, kind):
            yield mention.value


def _chain(clauses: Clauses, family: str, zones: Sequence[tuple[int, int]], size: int) -> tuple[Mention, ...]:
    """Exactly `size` mentions of one family in one of the zones, parted by separators alone; else empty."""
    for start, end in zones:
        chain = tuple(m for m in clauses.of(family) if start <= m.start and m.end <= end)
        gaps = [clauses.slice(a.end, b.start) for a, b in pairwise(chain)]
        if len(chain) == size and all(len(g) < 40 and any(s in g for s in (",", " et ", " ou ")) for g in gaps):
            return chain
    return ()


def distribute(run: Sequence[Cell], listing: Listing) -> Iterator[Member]:
    """A run as members: one an arm where it lists arms, else one arm with an observation an endpoint, time or trial.

    « respectivement » is not needed: a list as long as the run, in the same words, is distributed in order.
    """
    single = [Observation(cell.estimate) for cell in run]
    own = [cell.arm for cell in run]
    if len(run) == 1 or all(own):
        for cell, observation in zip(run, single, strict=True):
            yield _member(cell, observation)
        return
    shared = run[-1].arm or run[0].arm
    compared = run[0].compared
    if listing.arms:
        for arm, observation in zip(listing.arms, single, strict=True):
            yield Member((observation,), arm, compared, by_order=True)
    elif listing.endpoints:
        each = (replace(o, endpoint=e) for o, e in zip(single, listing.endpoints, strict=True))
        yield Member(tuple(each), shared, compared, at_hand=shared is not None, by_order=True)
    elif listing.trials:
        each = (replace(o, trials=(t,)) for o, t in zip(single, listing.trials, strict=True))
        yield Member(tuple(each), shared, compared, at_hand=shared is not None, by_order=True)
    elif listing.moments:
        each = (replace(o, moment=m) for o, m in zip(single, listing.moments, strict=True))
        yield Member(tuple(each), shared, compared, at_hand=shared is not None, by_order=True)
    elif listing.known_trials and (shared is not None or (compared and not listing.known_arms)):
        each = (replace(o, trials=(t,)) for o, t in zip(single, listing.known_trials, strict=True))
        yield Member(tuple(each), shared, compared, at_hand=shared is not None, by_order=True)
    else:
        for cell, observation in zip(run, single, strict=True):
            yield _member(cell, observation)


def _member(cell: Cell, observation: Observation) -> Member:
    if is_baseline(cell):
        return Member((observation,), BASELINE, compared=True, at_hand=True)
    return Member((observation,), cell.arm, cell.compared, at_hand=cell.arm is not None)
