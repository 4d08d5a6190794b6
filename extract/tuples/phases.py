"""The phase that holds at a sentence: of a trial, of a study without a name, or of studies yet to be named."""

import re
from collections.abc import Iterator, Sequence

from extract.entities.model import Drug, PhaseMention
from extract.tuples.arm import PlacedArm
from extract.tuples.clauses import Clauses
from extract.tuples.compared import is_compared
from extract.tuples.cue import Cue
from extract.tuples.frame import Frame
from schema.vocabulary import Phase

_NEW_STUDY = re.compile(r"\b(?:une?|deux|trois|d['’]autres|autre)\b[^,;:]{0,40}$", re.IGNORECASE)
_COUNT = re.compile(r"\b(?P<n>deux|trois|quatre)\s+(?:\w+\s+){0,3}?(?:essais|études)\b[^.;]*$", re.IGNORECASE)

_OF_ALL = Cue(
    r"\b(?:essais?|études?)\b[^.;]*\b(?:tous|toutes|chacune?)(?: (?:les )?(?:deux|trois|quatre))?"
    r"(?: (?:étai(?:en)?t|sont|est))?(?: des (?:essais|études))?(?: de)?\s*$"
    r"|\b(?:tous|toutes) (?:l|c)es (?:essais|études)(?: \w+){0,3} (?:étaient|sont)(?: de| en)?\s*$",
    "tous tout chac",
)
"""« Les essais comparatifs, tous de phase III, y aident. », « toutes les études citées sont de phase III »: those that
the text goes on to name."""


_STUDIES = re.compile(r"\b(?:essais|études)\b[^.;]*$", re.IGNORECASE)


def tell_phase(frame: Frame, clauses: Clauses, placed: Sequence[PlacedArm] = ()) -> Frame:
    """The frame with the phase that the sentence tells; a study of its own ends the trials told of before.

    « Des essais de phase III ont été menés avec l'A et avec le B »: `placed` are the drugs whose trials have it.
    """
    phase = phase_told(clauses)
    if phase is None:
        return frame
    named = bool(clauses.of("trial"))
    if not named and _STUDIES.search(clauses.slice(clauses.start, clauses.of("phase")[-1].start)):
        drugs = dict.fromkeys(_studied(clauses, placed)) or (None,)
        frame = frame._replace(phases_told=(*frame.phases_told, *((drug, phase) for drug in drugs)))
    if not named and _OF_ALL.search_in(clauses, clauses.start, clauses.of("phase")[-1].start):
        return frame._replace(phase=phase, phase_of_all=phase)
    if named or phase == frame.phase:
        return frame._replace(phase=phase, phase_open=0 if named else frame.phase_open)
    told = clauses.of("phase")[-1]
    other_study = frame.phase is not None and bool(_NEW_STUDY.search(clauses.slice(clauses.start, told.start)))
    return frame._replace(
        phase=phase,
        phase_open=_announced(clauses, told.start),
        trials=() if other_study else frame.trials,
        n=None if other_study else frame.n,
    )


def _studied(clauses: Clauses, placed: Sequence[PlacedArm]) -> Iterator[str]:
    """The drugs that a sentence names and compares nothing with; all members of a class."""
    members = {m.value.name: m.value.members for m in clauses.of("drug") if isinstance(m.value, Drug)}
    for each in placed:
        if each.named and not each.arm.is_control and not is_compared(clauses, each):
            yield from members.get(each.arm.name) or (each.arm.name,)


_LISTED_PHASE = re.compile(r"\s*(?:,|et|ou|puis|/)?\s*", re.IGNORECASE)


def phase_told(clauses: Clauses) -> Phase | None:
    """The phase that a sentence leaves off at: the last one told of; None for « de phases II et III »."""
    told = [m for m in clauses.of("phase") if isinstance(m.value, PhaseMention)]
    if not told or not isinstance(told[-1].value, PhaseMention):
        return None
    phase = told[-1].value.phase
    others = [m for m in told if isinstance(m.value, PhaseMention) and m.value.phase != phase]
    listed = others and (clauses.of("trial") or _LISTED_PHASE.fullmatch(clauses.slice(others[-1].end, told[-1].start)))
    return None if listed else phase


def _announced(clauses: Clauses, phase_at: int) -> int:
    """How many studies the words before a phase announce: « deux essais jumeaux de phase III » two, else one."""
    count = _COUNT.search(clauses.slice(clauses.start, phase_at))
    return {"deux": 2, "trois": 3, "quatre": 4}[count["n"].lower()] if count else 1
