"""What a document calls a response: « la réponse était définie par une baisse d'au moins 50 % du VIIS »."""

import re

from extract.entities.model import Endpoint
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue
from extract.tuples.outcomes import Outcome, of_endpoint, only_moment
from extract.tuples.primary import Primary

_SHORT = r"(?:réponses?|répondeu(?:rs?|ses?)|succès)"
_DEFINES = Cue(
    rf"\b{_SHORT}\b[^.;:]{{0,80}}?(?:\b(?:défini|entendu|caractéris)(?:e|es|s|é|ée)?s?\b|\bc['’]est-à-dire\b)"
    r"|\b(?:on (?:appel|entend)\w* (?:par )?(?:une? )?"
    r"|(?:considér|jug|compt|class|défin)(?:é|i)e?s? (?:comme |en )?(?:des? |un )?)"
    rf"{_SHORT}\b",
    "répo succ",
)
_BARE = re.compile(r"(?:taux de )?(?:réponses?|répondeurs|succès)(?: thérapeutique| clinique)?", re.IGNORECASE)


def is_short_name(outcome: Outcome) -> bool:
    """Whether an outcome says « réponse » or « succès » and not of what.

    >>> is_short_name(Outcome("succès", "response")), is_short_name(Outcome("réponse complète", "response"))
    (True, False)
    """
    return bool(_BARE.fullmatch(outcome.label))


def defined_response(clauses: Clauses) -> Primary | None:
    """What a sentence defines a response or a success to be, with the time it tells for it.

    None where it defines none, or by words that hold no one threshold of the lexicon.
    """
    if not _DEFINES.search(clauses):
        return None
    named = {
        m.value.label: m.value for m in clauses.of("endpoint") if isinstance(m.value, Endpoint) and m.value.threshold
    }
    if len(named) != 1:
        return None
    outcome = of_endpoint(next(iter(named.values())))
    moment = only_moment(clauses)
    return Primary(outcome, moment, clauses.slice(moment.start, moment.end) if moment else None)
