"""The treatment of a study that names it only as what its patients received."""

from collections.abc import Sequence

from extract.entities.model import Trial
from extract.tuples.arm import PlacedArm
from extract.tuples.clauses import Clauses, Mention
from extract.tuples.compared import is_compared
from extract.tuples.cue import Cue
from extract.tuples.frame import Frame

_GIVEN = Cue(
    r"\b(?:ont|a|avaient|étaient) (?:\w+ )?"
    r"(?:reçu|été traitée?s? par|pris|appliqué|randomisée?s?|répartie?s?|administré)\b"
    r"|\b(?:recevai(?:en)?t|appliquai(?:en)?t|prenai(?:en)?t|répartissait|randomisait)\b",
    "ont a avai étai rece appl pren répa rand",
)
_BESIDES = Cue(
    r"\b(?:pouvai\w+|autoris\w+|permis\w*|de secours|maintenu\w*|poursuiv\w+|aussi|également|outre|"
    r"comparateur|témoins?|contrôle)\b",
    "pouv auto perm seco main pour auss égal outr comp témo cont",
)
"""What makes a drug one given besides the one under study, or the one it is compared with."""


def enrolled(frame: Frame, clauses: Clauses, named: Sequence[PlacedArm]) -> str | None:
    """« 57 patients y ont reçu l’alpélisib »: what a study whose drug nobody told is of; None where results are told.

    The study is one whose drug nobody told, or the text has compared the treatment told of until here with nothing;
    that treatment must not be among what the patients are given.
    """
    given = _GIVEN.search(clauses) if named else None
    if given is None or _BESIDES.search(clauses) or any(_is_share(clauses, m) for m in clauses.of("number")):
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
