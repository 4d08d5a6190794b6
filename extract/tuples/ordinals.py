"""Trials that are not named but counted: « dans le premier essai », « du second », « les deux études réunies »."""

import re
from collections.abc import Sequence

from extract.entities.folding import lowered
from extract.rules.word_lists import holds_any
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue

_WHICH = r"(?P<which>premi(?:er|ère)|second|seconde|deuxième|autre|troisième)"
_NOUN = r"(?:essai|étude)s?"
_ORDINAL = re.compile(
    rf"\b(?:dans|pour|lors de)\s+(?:le|la|l['’])\s?{_WHICH}"
    r"(?!\s+(?:groupe|bras|cas|semaine|année|mois|temps|intention|ligne|visite|dose|séance|série|moitié))",
    re.IGNORECASE,
)
_OF_ORDINAL = re.compile(rf"\b(?:du|de la|de l['’])\s?{_WHICH}(?=\s+{_NOUN}\b|\s*(?:[,;.()]|et\b|$))", re.IGNORECASE)
"""« 31 % des malades du premier essai et 28 % de ceux du second »."""
_COUNTED = re.compile(rf"\bpremi(?:er|ère)\s+{_NOUN}\b", re.IGNORECASE)
"""What makes « du second » the second trial and not the second group."""
_OPENING = re.compile(rf"\W*(?:dans\s+)?(?:le|la|l['’])\s?{_WHICH}\s+{_NOUN}\b", re.IGNORECASE)

_BOTH = re.compile(r"\b(?:dans|pour)\s+(?:les|ces)\s+(?:deux|trois|quatre)\s+(?:essais|études)\b", re.IGNORECASE)
_POOLED = Cue(
    r"\b(?:poolée?s?|combinée?s?|regroupée?s?|analyse groupée|données groupées"
    rf"|{_NOUN} (?:confondue?s|réunie?s)"
    r"|(?:sur|dans|pour) (?:l['’]ensemble|la totalité) des (?:deux |trois |quatre )?(?:essais|études)"
    r"|en (?:regroupant|réunissant|combinant) les (?:deux |trois |quatre )?(?:essais|études)|^réunie?s(?=,))\b",
    "pool comb regr anal donn essa étud ense tota réun",
)
_COUNTS = ("premi", "second", "deuxi", "trois", "autre", "deux", "quatre")
"""Strings one of which stands wherever a trial is told by its number, or several by how many they are."""
_ARM = re.compile(r"\b(?:groupe|bras)\b")
_INDEX = {"premier": 0, "première": 0, "second": 1, "seconde": 1, "deuxième": 1, "autre": 1, "troisième": 2}


def trials_by_ordinal(text: str, series: Sequence[str], sentence: str = "") -> tuple[str, ...]:
    """The trials of `series` that a stretch of a sentence names by number; empty where it names none or they are
    unknown.

    >>> trials_by_ordinal("contre 20 % dans la seconde", ("ALPHA 1", "ALPHA 2"))
    ('ALPHA 2',)
    >>> trials_by_ordinal("de ceux du second", ("ALPHA 1", "ALPHA 2"), "du premier essai et 2 % de ceux du second")
    ('ALPHA 2',)
    """
    if not series or not holds_any(lowered(text), _COUNTS) or _ARM.search(text):
        return ()
    if _BOTH.search(text):
        return tuple(series) if len(series) > 1 else ()
    match = _ORDINAL.search(text) or (_OF_ORDINAL.search(text) if _COUNTED.search(sentence) else None)
    return _at(match, series)


def opening_trial(sentence: str, series: Sequence[str]) -> tuple[str, ...]:
    """The trial of `series` that a sentence opens with by its number; empty where it opens with none.

    >>> opening_trial("La seconde étude a retrouvé ce bénéfice.", ("ALPHA 1", "ALPHA 2"))
    ('ALPHA 2',)
    """
    return _at(_OPENING.match(sentence), series)


def tells_of_all(clauses: Clauses) -> bool:
    """Whether a sentence tells of several trials taken together: « sur l'ensemble des deux essais ».

    >>> tells_of_all(Clauses("Pour les deux études réunies, 9 % des patients …", 0, ()))
    True
    >>> tells_of_all(Clauses("Une étude ouverte", 0, ()))
    False
    """
    return _POOLED.search(clauses) is not None


def turns_to_all(clauses: Clauses) -> bool:
    """Whether what follows a sentence is of several trials, too; « (p < 0,001 dans les deux essais) » is an aside."""
    return tells_of_all(clauses) or _BOTH.search(re.sub(r"\([^()]*\)", "", clauses.text)) is not None


def _at(match: re.Match[str] | None, series: Sequence[str]) -> tuple[str, ...]:
    index = _INDEX[match["which"].lower()] if match else len(series)
    return (series[index],) if index < len(series) else ()
