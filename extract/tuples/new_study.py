"""Where a study of its own begins, told of without a name: what was told of the one before ends there."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.entities.folding import lowered
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue
from extract.tuples.frame import Frame
from extract.tuples.talk import read_talk

_LEAD = 45
"""Characters of an adverbial that may open the sentence: « En vie réelle, », « Plus récemment, »."""


@dataclass(frozen=True, slots=True, eq=False)
class NewStudyCues:
    """What opens a sentence on a study of its own, by the words of `extract/rules/talk.yaml`."""

    opening: Cue


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> NewStudyCues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    talk = read_talk(rules_dir)
    lead = rf"^\W*(?:[^,;:.(]{{1,{_LEAD}}},\s)?(?:(?:dans|selon|d['’]après|lors d['’]|au cours d['’])\s?)?"
    some = r"(?:(?:une?|deux|trois|quatre|plusieurs|quelques)\s|d['’])(?:[\w-]+\s){0,2}?"
    study = rf"{talk.any('own_studies')}(?!\s{talk.any('parts_of_studies')})"
    return NewStudyCues(Cue(lead + some + study, talk.told_by("own_studies")))


def opens_study(text: str, rules_dir: Path | None = None) -> bool:
    """Whether `text` begins with a study that it introduces as one of its own.

    >>> opens_study("En vie réelle, un registre danois (n = 347) a montré"), opens_study("Dans une étude d'extension")
    (True, False)
    """
    return load_cues(rules_dir).opening.pattern.search(lowered(text)) is not None


def end_study(frame: Frame, clauses: Clauses) -> Frame:
    """The frame without the trials, phase, arms and size of a study told of before, where the sentence turns to another
    that it does not name; a trial of which nothing but the name was told is that study.

    >>> from extract.tuples.frame import KnownStudy
    >>> frame = Frame(0, 9, trials=("SOLO 1",), phase="3", studies=(KnownStudy("SOLO 1", phase="3"),))
    >>> end_study(frame, Clauses("Une étude rétrospective a inclus 84 adultes.", 10, ())).trials
    ()
    """
    if not (frame.trials or frame.phase or frame.reference) or frame.phase_open > 1 or clauses.has("trial"):
        return frame
    if not load_cues(clauses.rules_dir).opening.search(clauses):
        return frame
    known = [study for trial in frame.trials if (study := frame.known(trial))]
    if known and not any(study.n or study.phase or study.arms for study in known):
        return frame
    return frame._replace(
        trials=(), phase=None, arms=(), comparators=(), n=None, registry=None, sizes=(), reference=None
    )
