"""How long a study lasts, for results told « à la fin de l'étude »."""

import re

from extract.entities.model import Timepoint
from extract.tuples.clauses import Clauses
from extract.tuples.distribution import Moment
from extract.tuples.words import words

_STUDY = re.compile(r"\b(?:essais?|études?|traitements?|comparai\w+|comparé\w*|randomis\w+|programme)\b", re.IGNORECASE)
_AT_END = re.compile(
    r"(?:[àa] la fin|au terme|[àa] l['’]issue|en fin)\s+"
    r"(?:de l['’](?:étude|essai|intervention)|du (?:traitement|suivi|programme)|d['’](?:étude|essai)|de traitement)\b",
    re.IGNORECASE,
)
HEADING = 60
"""Characters of a run-in heading at most."""
_OPENING = 12
"""Characters before the time that opens a sentence: « Au terme des »."""
_BESIDE = 12
"""Characters between the size of a study and how long it lasts, in one bracket."""
_SAME_TIME = re.compile(
    r"\b(?:à la même (?:échéance|date|visite|période|semaine)|au même (?:moment|terme|délai))\b", re.IGNORECASE
)


def points_to_same_time(clauses: Clauses) -> bool:
    """Whether the sentence tells that it is of the time told before: « à la même échéance ».

    >>> points_to_same_time(Clauses("À la même date, 12 % étaient guéris.", 0, ()))
    True
    """
    return "même" in clauses.low and _SAME_TIME.search(clauses.text) is not None


def heading_time(clauses: Clauses) -> tuple[Moment, str] | None:
    """The one time of a short sentence without a verb, which heads its paragraph: « Le bilan à un an. »; else None."""
    if len(clauses.text) > HEADING or clauses.has("number"):
        return None
    visit = _sole_visit(clauses)
    return None if visit is None or words("verbs").search(clauses.text) else visit


def opening_time(clauses: Clauses) -> tuple[Moment, str] | None:
    """The one time that a sentence without a number opens with: « À la semaine 48, les critères sont atteints. »."""
    visit = _sole_visit(clauses) if clauses.has("timepoint") and not clauses.has("number", "contrast") else None
    if (
        visit is None
        or visit[0].start - clauses.start > _OPENING
        or clauses.slice(visit[0].end, visit[0].end + 1) != ","
    ):
        return None
    return visit


def _sole_visit(clauses: Clauses) -> tuple[Moment, str] | None:
    """The only time of a sentence and its words, where it is one of a measurement or of the follow-up."""
    moment = _sole_moment(clauses)
    if moment is None or moment.timepoint.role not in ("at", "followup"):
        return None
    return moment, clauses.slice(moment.start, moment.end)


def _sole_moment(clauses: Clauses) -> Moment | None:
    """The only time that a sentence tells, whatever its role; None where it tells none or several."""
    told = [Moment(m.value, m.start, m.end) for m in clauses.of("timepoint") if isinstance(m.value, Timepoint)]
    return told[0] if len(told) == 1 else None


def study_course(clauses: Clauses) -> Timepoint | None:
    """The one duration that a sentence about a study or treatment tells: « un essai randomisé de 16 semaines ».

    None where it tells none or several, « douze semaines de traitement puis un an de suivi ».
    """
    told = clauses.of("timepoint")
    if not told:
        return None
    times = [m.value for m in told if isinstance(m.value, Timepoint)]
    lasts = len(times) == 1 and times[0].role == "duration" and _STUDY.search(clauses.text)
    return times[0] if lasts else None


def moment_in_brackets(clauses: Clauses) -> tuple[Moment, str] | None:
    """How long a study lasts, told with its size: « Dans X (241 patients, un an), 40 % … »; else None."""
    moment = _sole_moment(clauses)
    if moment is None or moment.timepoint.role != "duration" or not clauses.depth_at(moment.start):
        return None
    beside = any(
        0 <= moment.start - size.end <= _BESIDE and not re.search(r"[()]", clauses.slice(size.end, moment.start))
        for size in clauses.of("sample_size")
    )
    return (moment, clauses.slice(moment.start, moment.end)) if beside else None


def moment_at_end(clauses: Clauses, course: Timepoint | None) -> Moment | None:
    """The moment of « au terme du traitement » in a sentence, given how long that lasts; None without either."""
    told = _AT_END.search(clauses.text) if course else None
    if told is None or course is None:
        return None
    return Moment(course, clauses.start + told.start(), clauses.start + told.end())
