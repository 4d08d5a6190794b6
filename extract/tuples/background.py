"""Treatments that a sentence names and does not study: what patients had before, or what none of them was given."""

import re

from extract.tuples.clauses import Clauses, Mention
from extract.tuples.cue import Cue

_HAD_RECEIVED = Cue(
    r"\b(?:avaient|avait|(?:ayant|a|ont) (?:déjà|auparavant)) (?:tous |déjà |auparavant )*(?:reçu|échoué)\b",
    "reçu écho",
)
_REACH = 45
"""Characters over which a cue of earlier treatment reaches; twice as many for « avaient reçu », which lists."""
_RESISTANT = "résistan"
"""Stands within words too: « pharmacorésistant »."""
_BACKGROUND = Cue(
    r"\b(?:échec|intoléran|contre-indi|naïfs?|prétrait|réfractaire|antérieur|initialement sous)|résistan"
    r"|\b(?:premi|derni)[eè]re?s? (?:mois|semaines|jours|années) (?:de |du |d['’])(?:la |l['’])?$"
    r"|\bau cours (?:de |du |d['’])(?:la |l['’])?$"
    r"|\brécepteurs? (?:de |du |des |à |au )(?:la |l['’])?$"
    r"|parmi (?:le |la |l['’]|les )$|\b(?:sans|hors|arrêt d[eu]s?|épargne (?:en|de)) (?:les? |la |l['’]|aucune? )?$",
    "éche into cont naïf prét réfr anté init rési prem dern cour réce parm sans hors arrê épar",
)
"""A drug named behind these is what patients had before, not what is studied."""

_PREDICATE = re.compile(r",\s(?:a|ont|avait|avaient|est|sont|était|étaient)\s")
"""« L'essai, mené après échec de l'A, a comparé le B »: what the predicate names had no part in what went before."""


def is_background(clauses: Clauses, mention: Mention) -> bool:
    """Whether the words before a drug say that it was given before the study, or is named in passing.

    >>> text = "après échec du méthotrexate"
    >>> is_background(Clauses(text, 0, (), ()), Mention("drug", 15, 27, None))
    True
    """
    lead = clauses.slice(mention.start - 2 * _REACH, mention.start)
    lead = lead[max(lead.rfind(";"), lead.rfind(":")) + 1 :]
    if _HAD_RECEIVED.may_match(clauses) and _HAD_RECEIVED.pattern.search(lead):
        return True
    if not (_BACKGROUND.may_match(clauses) or _RESISTANT in clauses.text):
        return False
    return _BACKGROUND.pattern.search(_PREDICATE.split(lead)[-1][-_REACH:]) is not None
