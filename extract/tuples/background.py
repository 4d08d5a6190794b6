"""Treatments that a sentence names and does not study: what patients had before, or what none of them was given."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.entities.folding import lowered
from extract.tuples.clauses import Clauses, Mention
from extract.tuples.cue import Cue
from extract.tuples.talk import read_talk

_REACH = 45
"""Characters over which a cue of earlier treatment reaches; twice as many for « avaient reçu », which lists."""


@dataclass(frozen=True, slots=True, eq=False)
class BackgroundCues:
    """What stands before a drug that is not studied, by the words of `extract/rules/talk.yaml`."""

    had_received: Cue
    background: Cue


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> BackgroundCues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    talk = read_talk(rules_dir)
    before = talk.any("before")
    return BackgroundCues(
        had_received=Cue(
            rf"\b(?:avaient|avait|(?:ayant|a|ont) {before}) (?:(?:tous|{before}) )*{talk.any('tried')}",
            talk.told_by("tried"),
        ),
        background=Cue(
            rf"{talk.any('earlier')}|{talk.any('in_passing')} (?:de |du |des |d['’]|à |au )(?:la |l['’])?$"
            rf"|{talk.any('without')} (?:les? |la |l['’]|aucune? )?$",
            talk.told_by("earlier", "in_passing", "without"),
        ),
    )


_PREDICATE = re.compile(r",\s(?:a|ont|avait|avaient|est|sont|était|étaient)\s")
"""« L'essai, mené après échec de l'A, a comparé le B »: what the predicate names had no part in what went before."""


def may_tell_of_before(clauses: Clauses) -> bool:
    """Whether the sentence has words by which one of its drugs may be background."""
    cues = load_cues(clauses.rules_dir)
    return cues.had_received.may_match(clauses) or cues.background.may_match(clauses)


def is_background(clauses: Clauses, mention: Mention) -> bool:
    """Whether the words before a drug say that it was given before the study, or is named in passing.

    >>> text = "après échec du méthotrexate"
    >>> is_background(Clauses(text, 0, ()), Mention("drug", 15, 27, None))
    True
    """
    cues = load_cues(clauses.rules_dir)
    tried, earlier = cues.had_received.may_match(clauses), cues.background.may_match(clauses)
    if not (tried or earlier):
        return False
    lead = clauses.slice(mention.start - 2 * _REACH, mention.start)
    lead = lead[max(lead.rfind(";"), lead.rfind(":")) + 1 :]
    if tried and cues.had_received.pattern.search(lowered(lead)):
        return True
    if not earlier:
        return False
    lead = _PREDICATE.split(lead)[-1] if "," in lead else lead
    return cues.background.pattern.search(lowered(lead[-_REACH:])) is not None
