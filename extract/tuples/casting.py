"""Who is who in a series: members whose arm the words beside the value do not name are cast from the sentence, else
from the context; where several could be meant they stay without an arm."""

from collections.abc import Sequence

from extract.tuples.arm import Arm
from extract.tuples.cells import Cell
from extract.tuples.company import Company, distinct, is_in
from extract.tuples.distribution import BASELINE, Member
from extract.tuples.series import Series


def without_baseline(series: Series) -> Series:
    """« passait de 3,5 mois à 16,7 mois (HR 0,27) »: a ratio compares two groups, not one before and after."""
    if not any(c.estimate.contrast in ("HR", "OR", "RR", "IRR") for c in series.contrasts):
        return series
    members = [m._replace(arm=None, at_hand=False) if m.arm == BASELINE else m for m in series.members]
    members.sort(key=lambda m: m.compared)
    return series._replace(members=tuple(members))


def cast_members(series: Series, company: Company) -> Series:
    """The series with an arm on every member that can be told; the others keep None."""
    members = series.members
    if any(m.compared for m in members):
        members = tuple(_without_echo(m, members) for m in members)
        series = series._replace(members=members)
    if all(m.arm for m in members):
        return series
    if trials := _own_trials(series):
        return series._replace(members=_of_one_arm(members, trials, company))
    if any(m.arm for m in members):
        return series._replace(members=_cast_rest(members, company))
    return series._replace(members=_cast_all(members, company))


def _own_trials(series: Series) -> tuple[tuple[str, ...], ...]:
    """The trial that stands with each value: « 52 % (X-1) et 48 % (X-2) »; empty where not each has one of its own."""
    values = [c for c in series.cells if not c.estimate.contrast]
    trials = tuple(c.after.trials or c.before.trials for c in values)
    apart = len(trials) > 1 and all(trials) and len(set(trials)) == len(trials) == len(series.members)
    return trials if apart and not any(m.compared for m in series.members) else ()


def _of_one_arm(members: Sequence[Member], trials: Sequence[tuple[str, ...]], company: Company) -> tuple[Member, ...]:
    """What trials tell apart is of one arm, not of one arm each."""
    known = distinct([m.arm for m in members if m.arm])
    arm = known[0] if len(known) == 1 else None if known else _single(company)
    return tuple(
        m._replace(arm=m.arm or arm, observations=tuple(o._replace(trials=o.trials or own) for o in m.observations))
        for m, own in zip(members, trials, strict=True)
    )


def _without_echo(member: Member, members: Sequence[Member]) -> Member:
    """A compared member whose reference came out as the treatment itself (« contre … avec la crème ») is open again."""
    twin = any(m is not member and not m.compared and m.arm and member.arm and m.arm == member.arm for m in members)
    return member._replace(arm=None, at_hand=False) if member.compared and twin else member


def _cast_all(members: tuple[Member, ...], company: Company) -> tuple[Member, ...]:
    size = len(members)
    topic, other = company.cast.topic, company.cast.comparator
    if size == 1 and company.for_each and topic and other:
        return members[0]._replace(arm=topic), members[0]._replace(arm=other, compared=True)
    if size == 1:
        single = _comparator(company, company.cast.topic) if members[0].compared else _single(company)
        told_here = single is not None and single.is_control and single in company.free
        return (members[0]._replace(arm=single, at_hand=members[0].at_hand or told_here),)
    for offer in _offers(company):
        if len(offer) == size:
            return tuple(m._replace(arm=a, by_order=True) for m, a in zip(members, offer, strict=True))
    if size == 2 and members[1].compared:
        first = next((a for a in company.free if a != company.against), None) or company.cast.topic
        return (members[0]._replace(arm=first), members[1]._replace(arm=_comparator(company, first)))
    return members


def _offers(company: Company) -> list[tuple[Arm, ...]]:
    """Lists of arms to be dealt out in order, nearest first; those of earlier sentences only where order is asked."""
    if company.free or company.against:
        against = [a for a in company.free if a == company.against]
        return [tuple([a for a in company.free if a != company.against] + against)]
    far = [company.remembered, company.cast.arms] if company.in_order else []
    return [company.here, *far]


def _single(company: Company) -> Arm | None:
    """The arm of a lone value: the one the words name, else that of the series before, else the topic."""
    candidates = [a for a in company.free if a != company.against and not a.is_control]
    if candidates:
        return candidates[0] if len(candidates) == 1 else None
    if len(company.free) == 1 and company.against is None and not is_in(company.free[0], company.taken):
        return company.free[0]  # « Sous placebo, ce taux était de 52 % »
    if len(company.here) == 1:
        return company.here[0]
    return None if company.others else company.cast.topic


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
            member = member._replace(arm=arm)
        cast.append(member)
    return tuple(cast)


def _fitting(index: int, member: Member, known: Sequence[Arm], company: Company) -> Arm | None:
    free = [a for a in company.free if not is_in(a, known) and a != company.against]
    if member.compared:
        second = _comparator(company, known[0] if known else None)
        return second if second and not is_in(second, known) else None
    if len(free) == 1:
        return free[0]
    topic = company.cast.topic
    other_dose = index == 0 and topic and all(k.dose or k.name != topic.name for k in known)
    if topic and (other_dose or not is_in(topic, known)):
        return topic
    rest = [a for a in company.cast.arms if not is_in(a, known)]
    return rest[0] if len(rest) == 1 else None


def cast_contrasts(series: Series, company: Company) -> Series:
    """The series with the treatment on each contrast that stands alone, and what it is compared with."""
    if series.members:
        return _against_comparator(series, company)
    subject, against = _treatment_first(*_sides_of_contrast(series, company), company.cast.topic)
    return series._replace(
        against=against, contrasts=tuple(_with_subject(c, subject, against) for c in series.contrasts)
    )


def _against_comparator(series: Series, company: Company) -> Series:
    """A ratio beside the treatment's value alone is against the comparator of the study."""
    arm, topic = series.members[0].arm, company.cast.topic
    alone = len(series.members) == 1 and arm is not None and topic is not None and arm.same_as(topic)
    if not (alone and series.contrasts) or series.against or company.others:
        return series
    return series._replace(against=company.against or company.cast.comparator)


def _treatment_first(subject: Arm | None, against: Arm | None, topic: Arm | None) -> tuple[Arm | None, Arm | None]:
    """A ratio or difference is of the treatment against the control, in whatever order the text named them."""
    if subject is None or not subject.is_control or (against and against.is_control):
        return subject, against
    treatment = against or topic
    return (treatment, subject) if treatment else (subject, against)


def _sides_of_contrast(series: Series, company: Company) -> tuple[Arm | None, Arm | None]:
    against = series.against or company.against or company.cast.reference
    named = [a for a in company.free if against is None or not a.same_as(against)]
    if named:
        topic = company.cast.topic
        only = len(named) == 1 and topic is not None and named[0].same_as(topic)
        implied = company.cast.comparator if against is None and only else None
        return named[0], against or (None if implied and is_in(implied, company.taken) else implied)
    if against is None and len(company.here) <= 1 and len(company.remembered) == 2 and not company.others:
        return company.remembered[0], company.remembered[1]
    subject = _single(company)
    if against is None and subject == company.cast.topic:
        against = company.cast.comparator
    return subject, against


def _with_subject(cell: Cell, subject: Arm | None, against: Arm | None) -> Cell:
    own = cell.arm if cell.arm and not (against and cell.arm.same_as(against)) else None
    return cell._replace(arm=own or subject)
