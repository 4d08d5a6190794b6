"""The trials that a series is of: named beside it, counted (« le second »), or told of before."""

from collections.abc import Sequence

from extract.tuples.arm import Arm
from extract.tuples.clauses import Clauses
from extract.tuples.frame import Frame
from extract.tuples.memory import Memory
from extract.tuples.model import Draft
from extract.tuples.ordinals import tells_of_all
from extract.tuples.series import Series


def trials_of(
    clauses: Clauses, one: Series, series: Sequence[Series], frame: Frame, memories: tuple[Memory, Memory]
) -> tuple[str, ...]:
    """The trials of one series of a sentence; `memories` are those of the series before and of the sentences before."""
    previous, memory = memories
    remembered = memory.trials if len(memory.trials) == 1 and memory.trials[0] in frame.trials else ()
    own = one.cells[0].before.trials or next((c.after.trials for c in one.cells if c.after.trials), ())
    if own:
        return own
    if len(frame.series) > 1 and not clauses.of("trial") and tells_of_all(clauses):
        return frame.series
    if frame.pooled and not clauses.of("trial"):
        return frame.trials
    if len(frame.trials) > 1 and not clauses.of("trial"):
        parallel = len(series) == len(frame.trials) and all(s.members for s in series) and not _of_an_arm_each(series)
        return (frame.trials[list(series).index(one)],) if parallel else remembered
    if previous.trials:
        return previous.trials
    return frame.trials if len(frame.trials) == 1 else ()


def of_own_drug(trials: tuple[str, ...], series: Series, frame: Frame) -> tuple[str, ...]:
    """The trials, or where these are of another drug than the values, the one trial known to be of theirs.

    >>> from extract.tuples.arm import Arm
    >>> from extract.tuples.distribution import Member
    >>> from extract.tuples.frame import KnownStudy
    >>> frame = Frame(0, 9, studies=(KnownStudy("ADV-1", "lébrikizumab"), KnownStudy("PRIM-1", "dupilumab")))
    >>> of_own_drug(("PRIM-1",), Series(members=(Member((), Arm("lébrikizumab")),)), frame)
    ('ADV-1',)
    """
    study = frame.known(trials[0]) if len(trials) == 1 else None
    named = {m.arm.name for m in series.members if m.arm and not m.arm.is_control}
    if study is None or not named or named & {study.drug, *(arm.name for arm in study.arms)}:
        return trials
    own = [known.trial for known in frame.studies if known.drug in named]
    return (own[0],) if len(own) == 1 else trials


def in_each_trial(series: Series, topic: Arm | None, by_trial: tuple[str, ...]) -> Series:
    """The series with the treatment in one trial after the other: « X-1 : 30 % contre 7 % ; X-2 : 31 % contre 11 %. À
    un an, ces taux atteignaient 53 % et 48 % »; as it is where an arm or a comparison stands beside a value.

    >>> from extract.tuples.distribution import Member, Observation
    >>> from extract.tuples.estimate import Estimate
    >>> members = [Member((Observation(Estimate(at, at + 2, at)),)) for at in (53, 48)]
    >>> told = in_each_trial(Series(members=tuple(members)), Arm("ruxolitinib"), ("X-1", "X-2"))
    >>> [(m.arm.name, m.observations[0].trials) for m in told.members]
    [('ruxolitinib', ('X-1',)), ('ruxolitinib', ('X-2',))]
    """
    lone = all(m.arm is None and not m.compared and len(m.observations) == 1 for m in series.members)
    if topic is None or not lone or len(series.members) != len(by_trial) or len(by_trial) < 2:
        return series
    told = zip(series.members, by_trial, strict=True)
    return series._replace(
        members=tuple(m._replace(arm=topic, observations=(m.observations[0]._replace(trials=(t,)),)) for m, t in told)
    )


def told_by_trial(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """The trials in which a sentence told of one drug and outcome against a control, one by one; else none."""
    pairs = [d for d in drafts if d.comparator and d.arm.value is not None and d.comparator_arm.value is not None]
    trials = tuple(dict.fromkeys(d.trials[0] for d in pairs if len(d.trials) == 1))
    alike = len({(d.drug, d.endpoint) for d in pairs}) == 1
    return trials if alike and len(trials) == len(pairs) == len(drafts) > 1 else ()


def _of_an_arm_each(series: Sequence[Series]) -> bool:
    """« 46 % sous X, alors que ce n'était le cas que de 25 % sous placebo »: what follows is of the other arm, not of
    the other trial."""
    lone = [s.members[0] for s in series if len(s.members) == 1 and len(s.members[0].observations) == 1]
    arms = [member.arm.name if member.arm else None for member in lone]
    return len(arms) == len(series) == len(set(arms)) and any(arms)


def joint_trials(series: Series, frame: Frame) -> tuple[str, ...]:
    """The trials told of together just before, for one value an arm that nothing gives to one of them."""
    lone = bool(series.members) and all(len(member.observations) == 1 for member in series.members)
    named = [member.arm.name for member in series.members if member.arm]
    return frame.trials if lone and len(frame.trials) > 1 and len(named) == len(set(named)) else ()
