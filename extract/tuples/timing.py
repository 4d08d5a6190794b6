"""When a series of values was measured."""

from extract.tuples.clauses import Clauses
from extract.tuples.course import moment_at_end, moment_in_brackets, points_to_same_time
from extract.tuples.distribution import Moment
from extract.tuples.memory import Memory
from extract.tuples.outcomes import Outcome, moment_of, only_moment, own_moment
from extract.tuples.series import Series


def time_of(
    clauses: Clauses, series: Series, outcome: Outcome, previous: Memory, memory: Memory
) -> tuple[Moment | None, dict[Moment, str]]:
    """The time of a series, and how the text writes it and the times of its single values; None where none is told.

    Its own time comes first, then that of the series before it in the sentence (`previous`), the one time of the
    sentence, that of the sentences before (`memory`), that told with the outcome announced there, the end of the study
    where the text points at it, and the one visit of the methods.
    """
    moment = moment_of(series) or previous.moment or _only_moment(clauses, series)
    texts = {
        m: clauses.slice(m.start, m.end) for m in _moments(series, moment) if clauses.start <= m.start < clauses.end
    }
    if moment and moment not in texts and previous.moment_text:
        texts[moment] = previous.moment_text
    if moment:
        return moment, texts
    if own := moment_in_brackets(clauses):
        return own[0], {**texts, own[0]: own[1]}
    goes_on = outcome.kind in ("response", "score") or points_to_same_time(clauses)
    if goes_on and memory.moment and memory.moment_text:
        return memory.moment, {**texts, memory.moment: memory.moment_text}
    if memory.headed:
        return memory.headed[0], {**texts, memory.headed[0]: memory.headed[1]}
    if outcome is memory.announced and memory.announced_at:
        return memory.announced_at[0], {**texts, memory.announced_at[0]: memory.announced_at[1]}
    if end := moment_at_end(clauses, memory.course):
        return end, {**texts, end: clauses.slice(end.start, end.end)}
    if not texts and len(memory.visits) == 1:
        return memory.visits[0][0], dict(memory.visits)
    return None, texts


def _only_moment(clauses: Clauses, series: Series) -> Moment | None:
    """The one time of the sentence, where no semicolon parts it from the values before it."""
    moment = only_moment(clauses)
    parted = moment and any(
        b.kind == ";" and b.depth == 0 for b in clauses.breaks_between(series.cells[-1].estimate.end, moment.start)
    )
    return None if parted else moment


def _moments(series: Series, moment: Moment | None) -> list[Moment]:
    own = [o.moment for m in series.members for o in m.observations if o.moment]
    contrasts = [m for c in series.contrasts if (m := own_moment(c))]
    return [*own, *contrasts, *([moment] if moment else [])]
