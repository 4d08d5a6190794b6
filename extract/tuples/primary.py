"""The primary endpoint as the methods define it, for « le critère principal a été atteint par … »."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.entities.model import Endpoint, Number, Timepoint
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue
from extract.tuples.distribution import Moment
from extract.tuples.noun_phrases import clean
from extract.tuples.outcomes import Outcome, of_endpoint, only_moment
from extract.tuples.talk import read_talk

_GRADES = re.compile(r"\s*(?:de |à |= ?)?(?P<low>\d) ou (?P<high>\d)\b")


@dataclass(frozen=True, slots=True, eq=False)
class PrimaryCues:
    """What names and defines the primary endpoint, by the words of `extract/rules/talk.yaml`.

    `assessed` is the sentence of the methods that tells when: « l'efficacité était jugée … ».
    """

    names: Cue
    defines: Cue
    assessed: re.Pattern[str]


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> PrimaryCues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    talk = read_talk(rules_dir)
    primary, openings = talk.any("primary"), talk.told_by("primary")
    return PrimaryCues(
        names=Cue(primary, openings),
        defines=Cue(
            rf"{primary}(?:[^.;:]{{0,60}}?)(?:\b(?:était|est|associait|reposait sur|comprenait|portait sur|de)\b|:)"
            r"\s*(?P<what>(?s:.+))",
            openings,
        ),
        assessed=re.compile(
            rf"{talk.any('assessable', 'people')}[^.;]{{0,40}}"
            rf"\b(?:(?:a|ont) été|était|étaient)\s+{talk.any('assessed')}",
            re.IGNORECASE,
        ),
    )


@dataclass(frozen=True, slots=True)
class Primary:
    """The primary endpoint and the time at which it is read, as the document defines them."""

    outcome: Outcome
    moment: Moment | None
    moment_text: str | None


def names_primary(clauses: Clauses, before: int | None = None) -> bool:
    """Whether the sentence speaks of the primary endpoint by that name, `before` a character where one is given.

    >>> names_primary(Clauses("Le critère de jugement principal était atteint.", 0, ()))
    True
    """
    names, end = load_cues(clauses.rules_dir).names, clauses.end if before is None else before
    return names.search_in(clauses, clauses.start, end) is not None


def primary_endpoint(clauses: Clauses) -> Primary | None:
    """The primary endpoint that a sentence defines; None where it defines none or gives its result at once."""
    defined = load_cues(clauses.rules_dir).defines.search(clauses)
    if defined is None or clauses.of("fraction") or clauses.of("interval"):
        return None
    shares = [m for m in clauses.of("number") if isinstance(m.value, Number) and m.value.unit == "%"]
    if len(shares) > 1:
        return None
    start = clauses.start + defined.start("what")
    endpoints = [m for m in clauses.of("endpoint") if m.start >= start and isinstance(m.value, Endpoint)]
    times = [m for m in clauses.of("timepoint") if isinstance(m.value, Timepoint) and m.value.role != "baseline"]
    outcome = _outcome(
        endpoints[0].value if endpoints else None, clauses.slice(start, clauses.start + defined.end("what"))
    )
    grades = _GRADES.match(clauses.slice(endpoints[0].end, endpoints[0].end + 12)) if endpoints else None
    if outcome and outcome.scored and grades:
        outcome = Outcome(f"{outcome.label}{grades['low']}/{grades['high']}", "response")
    if outcome is None:
        return None
    time = times[0] if times else None
    moment = Moment(time.value, time.start, time.end) if time and isinstance(time.value, Timepoint) else None
    return Primary(outcome, moment, clauses.slice(time.start, time.end) if time else None)


def assessment(clauses: Clauses) -> tuple[Moment, str] | None:
    """When outcomes were assessed and its text, where a sentence of the methods tells exactly one time; else None.

    « L'efficacité a été évaluée huit semaines après la dernière séance. »
    """
    moment = only_moment(clauses)
    cue = load_cues(clauses.rules_dir).assessed.search(clauses.text) if moment else None
    if cue is None or moment is None:
        return None
    return (moment, clauses.slice(moment.start, moment.end)) if moment.start >= clauses.start + cue.end() else None


def _outcome(endpoint: object, words: str) -> Outcome | None:
    if isinstance(endpoint, Endpoint):
        return of_endpoint(endpoint)
    phrase = clean(words)
    return Outcome(phrase, "outcome", by_phrase=True) if phrase else None
