"""Who is who in a series: members whose arm the words beside the value do not name are cast from the sentence, else
from the context; where several could be meant they stay without an arm."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.tuples.arms import Arm, Cast, PlacedArm
from extract.tuples.clauses import Clauses
from extract.tuples.frame import is_compared
from extract.tuples.series import Member, Series


@dataclass(frozen=True, slots=True)
class Company:
    """Whom the sentence and the context offer: `free` arms named apart from any value, `against` those named behind a
    comparison cue, `before` the arms of the series before, `cast` what the context offers."""

    free: tuple[Arm, ...]
    against: Arm | None
    before: tuple[Arm, ...]
    cast: Cast


def company_of(
    clauses: Clauses, series: Series, all_series: Sequence[Series], placed: Sequence[PlacedArm], cast: Cast,
    before: tuple[Arm, ...],
) -> Company:  # fmt: skip
    """The company of one series: arms named in its own words, and in the words before the first series."""
    taken = [m.arm for s in all_series for m in s.members if m.at_hand and m.arm]
    taken += [c.arm for s in all_series for c in s.contrasts if c.arm]
    first = all_series[0] is series
    spans = [(series.start, series.end)] if not first else [(clauses.start, series.end)]
    own = [p for p in placed if any(low <= p.start < high for low, high in spans)]
    if not any(not _taken(p.arm, taken) for p in own):
        own = [p for p in placed if p.start < series.end and p.start < all_series[0].cells[0].estimate.start]
    free = [p for p in own if not _taken(p.arm, taken) or p.start < all_series[0].cells[0].estimate.start]
    behind = [p.arm for p in free if is_compared(clauses, p)]
    against = series.against or (behind[0] if len({a.name for a in behind}) == 1 else None)
    return Company(_distinct([p.arm for p in free]), against, before, cast)


def _taken(arm: Arm, taken: Sequence[Arm]) -> bool:
    return any(arm.same_as(t) for t in taken)


def _distinct(arms: Sequence[Arm]) -> tuple[Arm, ...]:
    found: list[Arm] = []
    for arm in arms:
        if not any(arm.same_as(seen) for seen in found):
            found.append(arm)
    return tuple(found)


def cast_members(series: Series, company: Company) -> Series:
    """The series with an arm on every member that can be told; the others keep None."""
    members = series.members
    open_members = [m for m in members if m.arm is None]
    if not open_members:
        return series
    if len(open_members) == len(members):
        return replace(series, members=_cast_all(members, company))
    return replace(series, members=_cast_rest(members, company))


def _cast_all(members: tuple[Member, ...], company: Company) -> tuple[Member, ...]:
    size = len(members)
    if size == 1:
        return (replace(members[0], arm=_single(company)),)
    alone = not company.free and not company.against
    offers = (company.free, company.before if alone else (), company.cast.arms if alone else ())
    for offer in offers:
        if len(offer) == size:
            return tuple(replace(m, arm=a, by_order=True) for m, a in zip(members, offer, strict=True))
    if size == 2:
        first = next((a for a in company.free if a != company.against), None) or company.cast.topic
        second = _comparator(company, first)
        return (replace(members[0], arm=first), replace(members[1], arm=second))
    return members


def _single(company: Company) -> Arm | None:
    candidates = [a for a in company.free if a != company.against]
    if len(candidates) == 1:
        return candidates[0]
    return None if len(candidates) > 1 else company.cast.topic


def _comparator(company: Company, first: Arm | None) -> Arm | None:
    """The group compared with: named behind a cue, else the other arm of the study, else an unnamed control."""
    if company.against and company.against != first:
        return company.against
    if company.cast.comparator and (first is None or company.cast.comparator.name != first.name):
        return company.cast.comparator
    others = [a for a in company.cast.arms if first is None or not a.same_as(first)]
    if len(others) == 1:
        return others[0]
    return Arm("contrôle", is_control=True) if not others else None


def _cast_rest(members: tuple[Member, ...], company: Company) -> tuple[Member, ...]:
    """Some members are named: the first unnamed one is the treatment under study, a compared one its comparator."""
    known = [m.arm for m in members if m.arm]
    cast = []
    for index, member in enumerate(members):
        if member.arm is None:
            arm = _fitting(index, member, known, company)
            known = [*known, arm] if arm else known
            member = replace(member, arm=arm)
        cast.append(member)
    return tuple(cast)


def _fitting(index: int, member: Member, known: Sequence[Arm], company: Company) -> Arm | None:
    free = [a for a in company.free if not any(a.same_as(k) for k in known)]
    if member.compared:
        second = _comparator(company, known[0] if known else None)
        return second if second and not any(second.same_as(k) for k in known) else None
    if len(free) == 1:
        return free[0]
    topic = company.cast.topic
    other_dose = index == 0 and topic and all(k.dose or k.name != topic.name for k in known)
    if topic and (other_dose or not any(topic.same_as(k) for k in known)):
        return topic
    rest = [a for a in company.cast.arms if not any(a.same_as(k) for k in known)]
    return rest[0] if len(rest) == 1 else None


def cast_contrasts(series: Series, company: Company) -> Series:
    """The series with the treatment on each contrast that stands alone, and what it is compared with."""
    if series.members:
        return series
    alone = not company.free and not company.against and len(company.before) == 2
    subject = company.before[0] if alone else _single(company)
    against = series.against or company.against or (company.before[1] if alone else None)
    return replace(
        series,
        against=against or (company.cast.comparator if subject == company.cast.topic else None),
        contrasts=tuple(replace(c, arm=c.arm or subject) for c in series.contrasts),
    )
