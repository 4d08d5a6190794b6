"""The outcome that the words before a number name: « la mortalité était de », « on notait une toux chez »."""

import re

from extract.tuples.asides import without_asides
from extract.tuples.noun_phrases import BLANK, DETERMINER, TRAILING, absence_of, clean, is_bare
from extract.tuples.phrases_after import phrase_after
from extract.tuples.words import words

_ASIDE = re.compile(r"(?:présente|survenue|observée|notée|rapportée|signalée)s?\b", re.IGNORECASE)
"""« les endocrinopathies, présentes dans 23 % des cas »: said of the noun before the comma."""
_EXTENT = re.compile(
    r"(?:d['’](?:au moins|environ|un (?:tiers|quart))|de (?:moitié|plus|près|moins)|des (?:deux|trois))\b"
)
"""« s'était réduite d'au moins la moitié »: by how much, not what."""
_PEOPLE_WHO = re.compile(
    r"^(?:[lL]es |des )?(?:patiente?s?|malades|sujets|participante?s?|enfants|adultes|femmes|hommes|personnes)\s+"
    r"(?:(?:qui|ayant|présentant|avec)\s+)?(?=ont|avaient|ayant|présentant|avec|qui|une?\s)",
    re.IGNORECASE,
)
"""« les femmes qui ont eu une complication étaient 12 % »: the relative clause tells the outcome."""
_ABSOLUTE = re.compile(r"\b(?:servant|étant|pris(?:e|es)? (?:comme|pour)|faisant)\b", re.IGNORECASE)
"""« le risque de rechute, le placebo servant de référence, était … »: the subject stands before the aside."""
_ABOUT = re.compile(
    r"^\s*(?:(?:ainsi |aussi bien )?que |et |mais )?(?:pour|sur|quant à|concernant|en termes de) ", re.IGNORECASE
)
"""« sur les récidives (HR …) que sur les métastases à distance (HR …) »: what a value in brackets is about."""
_WITH = re.compile(r"à (?:(?=une? |la |le |l['’])|(?:plus|moins|davantage) d(?:e |['’]))")
"""« associé à plus de brûlures »."""
_DENIED = re.compile(r"\bn(?:e\s|['’])(?:y\s)?$")
_NO_MORE = re.compile(r"(?:plus|pas) (?:aucune?\s|d(?:e\s|['’]))")
"""« il n'y avait plus de croûte chez »."""
_STATE = re.compile(
    r"(?P<how>(?:entièrement |complètement |totalement |bien |presque )?\w{3,}e?s?)\s*(?:chez|dans|pour)?$"
)
_CLAUSE_END = re.compile(r"[;:]\s")


def phrase_before(left: str) -> str | None:
    """The outcome named left of a number: the subject of the verb before it, else the phrase right before it.

    >>> phrase_before("la mortalité à l'hôpital était de ")
    "mortalité à l'hôpital"
    >>> phrase_before("on notait une sécheresse des lèvres chez ")
    'sécheresse des lèvres'
    """
    text = TRAILING.sub("", without_asides(left.replace(BLANK, "")))
    *before, clause = _CLAUSE_END.split(text)
    if before and is_bare(clause.strip().lower()):  # « les aphtes ont suivi : baisses de »
        clause = before[-1]
    verbs = list(words("verbs").finditer(clause))
    if not verbs:
        phrase = clause.split(", ")[-1]
        return clean(phrase) or (_theme(phrase) if left.rstrip().endswith("(") else None)
    if not clause[: verbs[0].start()].strip(" ,"):
        return _predicate(clause[verbs[-1].end() :])
    told, *asides = reversed(clause[verbs[-1].end() :].split(", "))
    tail = (asides[0] if asides and _ASIDE.match(told) else told).strip()
    tail = "" if _EXTENT.match(tail) else tail
    if verbs[-1].group().startswith("associ") and (joined := _WITH.match(tail)):
        return clean(tail[joined.end() :])
    denied = _DENIED.search(clause, 0, verbs[-1].start())
    if denied and (lacking := _NO_MORE.match(tail)) and (absent := clean(tail[lacking.end() :])):
        return absence_of(absent)
    if re.match(r"(?:et|mais)\b", tail):
        return clean(tail)
    if DETERMINER.match(tail) or (tail and re.match(r"d['e’]", tail)):
        return clean(tail)
    first = _first_of_group(clause, verbs)
    *others, subject = clause[:first].rstrip(", ").split(", ")
    if (seen := clean(subject)) and (state := _STATE.match(tail)) and words("states").fullmatch(seen):
        return f"{seen} {state['how'].lower()}"
    return seen or _of_people_who(subject) or (clean(others[-1]) if others and _ABSOLUTE.search(subject) else None)


def _theme(phrase: str) -> str | None:
    """What a value in brackets is about; a word alone may be a place: « que sur les pieds (RR 1,29) »."""
    about = _ABOUT.match(phrase)
    theme = clean(phrase[about.end() :]) if about else None
    return theme if theme and " " in theme else None


def _predicate(text: str) -> str | None:
    """What stands behind a verb that opens its sentence: « Étaient indemnes de tumeur 72 % des malades »."""
    free = re.match(r"\s*indemnes? d(?:e\s+|['’])", text)
    told = clean(text[free.end() :] if free else text)
    return f"absence de {told}" if free and told else told


def _of_people_who(subject: str) -> str | None:
    """What a relative clause says of the people that are the subject of a share."""
    people = _PEOPLE_WHO.match(subject.strip())
    return phrase_after(" " + subject.strip()[people.end() :]) if people else None


def _first_of_group(clause: str, verbs: list[re.Match[str]]) -> int:
    """Where the verb group that ends the clause begins: « a été », « était observée »."""
    first = verbs[-1].start()
    for verb in reversed(verbs[:-1]):
        if len(clause[verb.end() : first].split()) > 1:
            break
        first = verb.start()
    return first
