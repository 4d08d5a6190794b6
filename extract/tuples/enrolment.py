"""The treatment of a study that names it only as what its patients received."""

import re
from collections.abc import Sequence

from extract.entities.model import Trial
from extract.tuples.arm import PlacedArm
from extract.tuples.clauses import Clauses
from extract.tuples.compared import is_compared
from extract.tuples.frame import Frame

_GIVEN = re.compile(
    r"\b(?:ont|a|avaient|étaient) (?:\w+ )?"
    r"(?:reçu|été traitée?s? par|pris|appliqué|randomisée?s?|répartie?s?|administré)\b"
    r"|\b(?:recevai(?:en)?t|appliquai(?:en)?t|prenai(?:en)?t|répartissait|randomisait)\b",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    r"\b(?:pouvai\w+|autoris\w+|permis\w*|de secours|maintenu\w*|poursuiv\w+|aussi|également|outre|"
    r"comparateur|témoins?|contrôle)\b",
    re.IGNORECASE,
)
"""What makes a drug one given besides the one under study, or the one it is compared with."""


def enrolled(frame: Frame, clauses: Clauses, named: Sequence[PlacedArm]) -> str | None:
    """« 57 patients y ont reçu l’alpélisib »: what a study whose drug nobody told is of; None where results are told.

    The study is one whose drug nobody told, or the text has compared the treatment told of until here with nothing;
    that treatment must not be among what the patients are given.
    """
    trials = [m.value.acronym for m in clauses.of("trial") if isinstance(m.value, Trial)] or list(frame.trials)
    untold = bool(trials) and all(frame.drug_of(t) is None for t in trials)
    results = any(re.match(r"\s*%", clauses.slice(m.end, m.end + 3)) for m in clauses.of("number"))
    given = _GIVEN.search(clauses.text)
    if not ((untold or not frame.comparators) and given and named) or results or _BESIDES.search(clauses.text):
        return None
    first = next((p for p in named if p.start >= clauses.start + given.start()), None)
    members = {m for p in named for m in p.arm.name.split(" + ")}
    topics = {m for d in frame.drugs for m in d.split(" + ")}
    return first.arm.name if first and not members & topics and not is_compared(clauses, first) else None
