"""Runs of values dealt out over what their sentence lists: arms, endpoints, times or trials, with « respectivement » or
without."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.entities.model import Endpoint, Timepoint
from extract.tuples.arm import Arm, PlacedArm
from extract.tuples.cells import Cell
from extract.tuples.clauses import Clauses, Mention
from extract.tuples.compared import is_compared
from extract.tuples.estimate import Estimate

BASELINE = Arm("baseline", is_control=True)
"""The same patients before treatment."""


class Moment(NamedTuple):
    """A time with the words that tell it."""

    timepoint: Timepoint
    start: int
    end: int


class Observation(NamedTuple):
    """One value with what distribution gave it; None or empty where the series as a whole tells."""

    estimate: Estimate
    endpoint: Endpoint | None = None
    moment: Moment | None = None
    trials: tuple[str, ...] = ()


class Member(NamedTuple):
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


class Listing(NamedTuple):
    """What a run of values may be distributed over, in the order in which the sentence or the context names it."""

    arms: tuple[Arm, ...] = ()
    endpoints: tuple[Endpoint, ...] = ()
    moments: tuple[Moment, ...] = ()
    trials: tuple[str, ...] = ()
    topic: Arm | None = None
    known_arms: tuple[Arm, ...] = ()
    known_trials: tuple[str, ...] = ()
    known_endpoints: tuple[Endpoint, ...] = ()


def read_listing(clauses: Clauses, run: Sequence[Cell], placed: Sequence[PlacedArm], known: Listing) -> Listing:
    """What the words before and after a run list, as long as the run itself."""
    size = len(run)
    if size < 2:
        return Listing()
    zones = ((run[-1].estimate.end, run[-1].end), (run[0].start, run[0].estimate.start))
    return Listing(
        arms=next((a for zone in zones if len(a := _arms_in(clauses, placed, zone, known.topic, size)) == size), ()),
        endpoints=tuple(_listed(clauses, "endpoint", zones, size, Endpoint)) or _meant_again(clauses, run, known),
        moments=tuple(
            Moment(m.value, m.start, m.end)
            for m in _chain(clauses, "timepoint", zones, size)
            if isinstance(m.value, Timepoint)
        ),
        trials=next((t for c in (run[-1].after, run[0].before) if len(t := c.trials) == size), ()),
        known_arms=known.known_arms if len(known.known_arms) == size else (),
        known_trials=known.known_trials if len(known.known_trials) == size else (),
    )


_THESE = re.compile(
    r"\bces (?:deux |trois |quatre )?(?:taux|proportions|pourcentages|chiffres|valeurs|fréquences)\b", re.I
)


def _meant_again(clauses: Clauses, run: Sequence[Cell], known: Listing) -> tuple[Endpoint, ...]:
    """« à 6 mois, ces proportions atteignaient 62 % et 28 % »: the endpoints told before, where they are as many."""
    as_many = len(known.known_endpoints) == len(run)
    pointed_at = as_many and _THESE.search(clauses.slice(run[0].start, run[0].estimate.start))
    return known.known_endpoints if pointed_at else ()


def _arms_in(
    clauses: Clauses, placed: Sequence[PlacedArm], zone: tuple[int, int], topic: Arm | None, size: int
) -> tuple[Arm, ...]:
    """The arms that a zone names; « on l'a comparé à X et au placebo » lists the treatment too."""
    there = [p for p in placed if zone[0] <= p.start < zone[1]]
    found = list(dict.fromkeys(p.arm for p in there))
    if len(found) == size + 1:  # « dans les groupes 15 mg, 30 mg et placebo de l'essai de l'upadacitinib »
        dosed = {a.name for a in found if a.dose}
        found = [a for a in found if a.dose or a.name not in dosed]
    lacks_one = topic is not None and there and len(found) == size - 1
    if topic and lacks_one and not any(a.same_as(topic) for a in found) and is_compared(clauses, there[0]):
        return (topic, *found)
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


def parallel(
    clauses: Clauses, run: Sequence[Cell], told: Sequence[Sequence[Cell]], placed: Sequence[PlacedArm], known: Listing
) -> tuple[Member, ...]:
    """« 41 % et 22 % sous X, et 42 % et 23 % sous Y »: lists of one length, each with its arm at its end, are each
    one arm's values, dealt out over what is listed before the first; empty where the run is none of them."""
    alike = [r for r in told if len(r) == len(run) > 1 and r[-1].arm and not any(c.arm for c in r[:-1])]
    if len(alike) < 2 or run not in alike:
        return ()
    listing = read_listing(clauses, alike[0], placed, known)
    observations = _dealt(run, listing.endpoints, listing.moments, listing.trials)
    return (Member(observations, run[-1].arm, run[0].compared, at_hand=True, by_order=True),)


def _dealt(
    run: Sequence[Cell],
    endpoints: Sequence[Endpoint] = (),
    moments: Sequence[Moment] = (),
    trials: Sequence[str] = (),
) -> tuple[Observation, ...]:
    """The values of a run in order over what is listed; each list is empty or as long as the run."""
    return tuple(
        Observation(
            cell.estimate,
            endpoints[index] if endpoints else None,
            moments[index] if moments else None,
            (trials[index],) if trials else (),
        )
        for index, cell in enumerate(run)
    )


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
    elif each := _dealt_over_first(run, listing, shared, compared=compared):
        yield Member(each, shared, compared, at_hand=shared is not None, by_order=True)
    elif run[-1].arm and not run[0].arm and len(run) == 2 and run[1].listed and _of_one_group(run):
        yield Member(tuple(single), shared, compared, at_hand=True)
    else:
        for cell, observation in zip(run, single, strict=True):
            yield _member(cell, observation)


def _dealt_over_first(
    run: Sequence[Cell], listing: Listing, shared: Arm | None, *, compared: bool
) -> tuple[Observation, ...]:
    """The values of one arm over endpoints, else trials, else times, else the trials told of before; empty without."""
    if listing.endpoints:
        return _dealt(run, endpoints=listing.endpoints)
    if listing.trials:
        return _dealt(run, trials=listing.trials)
    if listing.moments:
        return _dealt(run, moments=listing.moments)
    of_before = shared is not None or (compared and not listing.known_arms)
    return _dealt(run, trials=listing.known_trials) if listing.known_trials and of_before else ()


def _of_one_group(run: Sequence[Cell]) -> bool:
    """Whether two values can be of one arm: « 14 des 33 et 4 des 36 » have patients of their own."""
    sizes = {cell.estimate.n for cell in run}
    return not run[0].estimate.contrast and (None in sizes or len(sizes) == 1)


def _member(cell: Cell, observation: Observation) -> Member:
    if is_baseline(cell):
        return Member((observation,), BASELINE, compared=True, at_hand=True)
    return Member((observation,), cell.arm, cell.compared, at_hand=cell.arm is not None)


def is_baseline(cell: Cell) -> bool:
    """Whether the value was measured before treatment: « de 56 à l'inclusion », « passé de 14,2 à … »."""
    time = cell.after.timepoint or cell.before.timepoint
    return cell.estimate.baseline or (time is not None and time.role == "baseline")
