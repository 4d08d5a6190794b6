"""The treatment of a study that names it only as what its patients received."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.entities.model import Trial
from extract.tuples.arm import PlacedArm
from extract.tuples.clauses import Clauses, Mention
from extract.tuples.compared import is_compared
from extract.tuples.cue import Cue
from extract.tuples.frame import Frame
from extract.tuples.talk import read_talk


@dataclass(frozen=True, slots=True, eq=False)
class EnrolmentCues:
    """What patients were given, and what makes a drug one given besides the one under study or compared with it, by the
    words of `extract/rules/talk.yaml`."""

    given: Cue
    besides: Cue


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> EnrolmentCues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    talk = read_talk(rules_dir)
    besides = ("besides", "allowed", "rescue", "comparators", "controls")
    return EnrolmentCues(
        given=Cue(
            r"\b(?:ont|a|avaient|étaient) (?:\w+ )?"
            rf"(?:{talk.any('received', 'shared_out')}|\b(?:été traitée?s? par|administré)\b)"
            rf"|{talk.any('receiving')}|\b(?:répartissait|randomisait)\b",
            f"ont a avai étai répa rand {talk.told_by('receiving')}",
        ),
        besides=Cue(talk.any(*besides), talk.told_by(*besides)),
    )


def enrolled(frame: Frame, clauses: Clauses, named: Sequence[PlacedArm]) -> str | None:
    """« 57 patients y ont reçu l’alpélisib »: what a study whose drug nobody told is of; None where results are told.

    The study is one whose drug nobody told, or the text has compared the treatment told of until here with nothing;
    that treatment must not be among what the patients are given.
    """
    cues = load_cues(clauses.rules_dir)
    given = cues.given.search(clauses) if named else None
    if given is None or cues.besides.search(clauses) or any(_is_share(clauses, m) for m in clauses.of("number")):
        return None
    trials = [m.value.acronym for m in clauses.of("trial") if isinstance(m.value, Trial)] or list(frame.trials)
    untold = bool(trials) and all(frame.drug_of(t) is None for t in trials)
    if not untold and frame.comparators:
        return None
    first = next((p for p in named if p.start >= clauses.start + given.start()), None)
    members = {m for p in named for m in p.arm.name.split(" + ")}
    topics = {m for d in frame.drugs for m in d.split(" + ")}
    return first.arm.name if first and not members & topics and not is_compared(clauses, first) else None


def _is_share(clauses: Clauses, mention: Mention) -> bool:
    return clauses.slice(mention.end, mention.end + 3).lstrip().startswith("%")
