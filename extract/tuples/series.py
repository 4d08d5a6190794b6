"""Values that belong together: the arms of one comparison, on one endpoint, at one time, in one trial or in several."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.entities.model import Endpoint
from extract.tuples.arm import Arm, PlacedArm
from extract.tuples.cells import Cell, is_light, runs
from extract.tuples.clauses import Clauses
from extract.tuples.distribution import (
    BASELINE,
    Listing,
    Member,
    Moment,
    Observation,
    distribute,
    is_baseline,
    parallel,
    read_listing,
)

_ELLIPTIC = 6
"""Words that a clause behind « mais » may have before its number and still go on with the comparison before it."""

_OF_WHAT = re.compile(
    r"\s*d(?:e |['’])(?!patient|malade|sujet|enfant|adulte|femme|homme|participant|cas\b|plus\b|moins\b|ceux|celles"
    r"|ces\b|eux\b|entre|environ)(?P<what>[a-zà-ÿ]{4,})",
    re.IGNORECASE,
)


class Series(NamedTuple):
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


def group(clauses: Clauses, cells: Sequence[Cell], placed: Sequence[PlacedArm], known: Listing) -> list[Series]:
    """The series of a sentence in text order, each run distributed over what it lists."""
    series: list[Series] = []
    told = list(runs(cells))
    for place, run in enumerate(told):
        current = series[-1] if series else None
        if run[0].estimate.contrast:
            if current and current.members and _belongs(clauses, current, run[0]):
                series[-1] = _with_contrasts(current, run)
            else:
                series += _contrasts_alone(clauses, run, placed, known)
            continue
        here = known._replace(known_endpoints=endpoints_told(series, known)) if len(run) > 1 else known
        listing = read_listing(clauses, run, placed, here)
        if place and run[0].compared and _faces(told[place - 1], run):
            listing = listing._replace(known_arms=())
        members = parallel(clauses, run, told, placed, known) or tuple(distribute(run, listing))
        facing = run[0].compared and not is_baseline(run[0])
        if current and (facing or (_is_of_control(members) and len(current.members) == len(run))):
            current = series[-1] = current._replace(members=_aligned(current.members, members))
            if facing and _shared_out(series, members, run):
                continue
        if _dealt_back(series, run):
            continue
        if current and current.members and _continues(clauses, current, run, members):
            series[-1] = current._replace(
                members=(*current.members, *members),
                cells=(*current.cells, *run),
                against=current.against or _against(run),
            )
        else:
            series.append(Series(members=members, cells=tuple(run), against=_against(run)))
    return _under_one_cue(clauses, series)


def endpoints_told(series: Sequence[Series], known: Listing) -> tuple[Endpoint, ...]:
    """The endpoints of which a sentence told one value each, in order; those `known` before where it told none yet."""
    if not series:
        return known.known_endpoints
    told = [_endpoints_of(one) for one in series]
    return tuple(endpoint for each in told for endpoint in each) if all(told) else ()


def _endpoints_of(series: Series) -> tuple[Endpoint, ...]:
    """The endpoint of each value of a series of one arm; empty where one of them has none of its own."""
    if len(series.members) != 1 or not series.cells:
        return ()
    cell = series.cells[0]
    own = cell.before.endpoint or cell.after.endpoint
    dealt = [observation.endpoint or own for observation in series.members[0].observations]
    return tuple(endpoint for endpoint in dealt if endpoint) if all(dealt) and len(set(dealt)) == len(dealt) else ()


def _is_of_control(members: Sequence[Member]) -> bool:
    """Whether a run is one control's: « (24,9 % et 20,5 % avec l'excipient) »."""
    return len(members) == 1 and members[0].arm is not None and members[0].arm.is_control


def _faces(before: Sequence[Cell], run: Sequence[Cell]) -> bool:
    """« 58 % et 51 %, contre 17 % et 12 % »: two lists of one length are of one arm each."""
    return len(before) == len(run) > 1 and not any(c.arm or c.estimate.contrast for c in (*before, *run))


def _contrasts_alone(
    clauses: Clauses, run: Sequence[Cell], placed: Sequence[PlacedArm], known: Listing
) -> list[Series]:
    """One series of a run of contrasts, or one each where they are listed in the order of as many endpoints: « les RR
    étaient de 1,1 et de 0,9 pour la toux et la fièvre »."""
    endpoints = read_listing(clauses, run, placed, known).endpoints
    parts = [run] if not endpoints else [[_on_endpoint(c, e)] for c, e in zip(run, endpoints, strict=True)]
    return [Series(contrasts=tuple(part), cells=tuple(part), against=_against(run)) for part in parts]


def _on_endpoint(cell: Cell, endpoint: Endpoint) -> Cell:
    return cell._replace(
        before=cell.before._replace(endpoint=endpoint, endpoint_at=None),
        after=cell.after._replace(endpoint=None, endpoint_at=None),
    )


def _shared_out(series: list[Series], members: Sequence[Member], run: Sequence[Cell]) -> bool:
    """« 51 % dans le premier essai et 49 % dans le second, contre 35 % et 36 % sous placebo »: each value of the list
    goes to the series of its trial; whether it was so."""
    observations = members[0].observations if len(members) == 1 else ()
    open_series = {
        _trial_of(s): i for i, s in enumerate(series) if s.members and not any(m.compared for m in s.members)
    }
    if len(observations) < 2 or not all(o.trials and o.trials in open_series for o in observations):
        return False
    for observation in observations:
        index = open_series[observation.trials]
        own = Member((observation,), members[0].arm, compared=True, at_hand=members[0].at_hand)
        series[index] = series[index]._replace(members=(*series[index].members, own))
    series[-1] = series[-1]._replace(cells=(*series[-1].cells, *run))
    return True


def _dealt_back(series: list[Series], run: Sequence[Cell]) -> bool:
    """« 49 % dans le premier essai et 50 % dans le second ; les taux sous véhicule étaient de 24 % et 20 % »: a list
    of one control's values goes back, in order, to as many values that stand without one; whether it did."""
    if len(run) < 2 or not series:
        return False
    arm = run[0].arm or run[-1].arm
    paired = any(len(m.observations) == len(run) for m in series[-1].members)
    before = series[-1:] if paired else series[-len(run) :]
    alone = all(len(s.members) == 1 and not s.members[0].compared and not s.contrasts for s in before)
    if arm is None or not arm.is_control or sum(c.arm is not None for c in run) > 1:
        return False
    if not alone or before[0].members[0].arm == arm:
        return False
    if paired:
        own = Member(tuple(Observation(c.estimate) for c in run), arm, compared=True, at_hand=True)
        series[-1] = before[0]._replace(members=(*before[0].members, own))
        return True
    if len(before) < len(run):
        return False
    for index, cell in enumerate(run):
        at = len(series) - len(run) + index
        own = Member((Observation(cell.estimate),), arm, compared=True, at_hand=True)
        series[at] = series[at]._replace(members=(*series[at].members, own))
    return True


def _trial_of(series: Series) -> tuple[str, ...]:
    return next((s.trials for c in series.cells for s in (c.before, c.after) if s.trials), ())


def _aligned(before: tuple[Member, ...], members: tuple[Member, ...]) -> tuple[Member, ...]:
    """« 49 % et 46 %, contre 24 % et 19 % sous placebo »: the first run is told over what the second is told over."""
    told = members[0].observations
    loose = before[-len(told) :]
    arms = list(dict.fromkeys(m.arm for m in loose if m.arm))
    if len(members) > 1 or len(told) < 2 or len(loose) < len(told) or any(m.compared for m in loose) or len(arms) > 1:
        return before
    values = [m.observations[0].estimate for m in loose]
    dealt = tuple(o._replace(estimate=v) for o, v in zip(told, values, strict=True))
    return (*before[: -len(told)], Member(dealt, arms[0] if arms else None, at_hand=bool(arms)))


def _with_contrasts(series: Series, run: Sequence[Cell]) -> Series:
    return series._replace(
        contrasts=(*series.contrasts, *run),
        cells=(*series.cells, *run),
        against=series.against or _against(run),
    )


def _under_one_cue(clauses: Clauses, series: list[Series]) -> list[Series]:
    """« une baisse de l’EVA de 12 et du DLQI de 5 points par rapport à X »: the cue at the end is of all values."""
    shared: list[Series] = []
    for one in reversed(series):
        after = shared[-1] if shared else None
        joined = after and not any(b.kind in (";", "mais") for b in clauses.breaks_between(one.start, after.end))
        if after and joined and after.against and one.against is None and _is_lone(one) and _is_lone(after):
            one = one._replace(against=after.against)
        shared.append(one)
    return shared[::-1]


def _is_lone(series: Series) -> bool:
    """Whether it is one value of a treatment, named or not."""
    arm = series.members[0].arm if len(series.members) == 1 else None
    return len(series.members) == 1 and not series.contrasts and not (arm and arm.is_control)


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
    if _tells_other(clauses, series.cells[-1], first):
        return False
    arms = [m.arm for m in series.members]
    if is_baseline(first) and BASELINE in arms:
        return False
    if first.arm is None or any(a and a.same_as(first.arm) for a in arms):
        return False
    unnamed = all(a is None for a in arms)
    elliptic = is_light(clauses.slice(first.start, first.estimate.start))
    return not unnamed or (len(series.members) == 1 and elliptic)


def _tells_other(clauses: Clauses, last: Cell, first: Cell) -> bool:
    """« 45 % étaient en rémission et 12 % ont eu une toux »: each value has an endpoint of its own behind it.

    So « 12 % de brûlures et 4 % de croûtes », whatever they are of, where it is not people.
    """
    one, other = last.after.endpoint, first.after.endpoint
    if one is not None and other is not None:
        return one.label != other.label
    left = _OF_WHAT.match(clauses.slice(last.estimate.end, last.end))
    right = _OF_WHAT.match(clauses.slice(first.estimate.end, first.end))
    return left is not None and right is not None and left["what"].lower() != right["what"].lower()


def spread(series: Series, label: str) -> Series:
    """The series with an outcome of several parts (« POST-1h et POST-24h ») dealt out over the values of each arm."""
    parts = [p for p in re.split(r",\s+|\s+et\s+(?:de\s+|du\s+|des\s+|d['’])?", label) if p]
    return series._replace(members=tuple(_dealt(m, parts) for m in series.members))


def _dealt(member: Member, parts: Sequence[str]) -> Member:
    told = any(o.endpoint or o.moment or o.trials for o in member.observations)
    if told or len(parts) < 2 or len(parts) != len(member.observations):
        return member
    each = zip(member.observations, parts, strict=True)
    return member._replace(observations=tuple(o._replace(endpoint=Endpoint(part)) for o, part in each))
