"""The outcome that the words behind a share name: « 12 % des patients ont eu une sécheresse », « 8 % de guérison »."""

import re

from extract.tuples.noun_phrases import absence_of, clean
from extract.tuples.words import noun_of_verb

_POPULATION = re.compile(
    r"^\s*(?:[\d,]+\s|[\w-]+ pour cent\s)?(?:\)|%)?\s*(?:"
    r"(?:des?|d['’]|de ces|d['’]entre)\s*(?:l['’]ensemble des )?"
    r"(?:patiente?s?|malades?|sujets?|participante?s?|enfants?|nourrissons?|adultes?|femmes?|hommes?|cas|personnes?|eux|elles"
    r"|chiens?|formes|tumeurs|applications|séances|injections|perfusions|grossesses|côtés|membres|hémi-?faces?"
    r"|parents|mères|familles|médecins|investigateurs|évaluateurs|soignants|\x00+)"
    r"|des (?:bons |anciens )?répondeu(?:rs|ses))(?:\b|(?<=\x00))(?:\s+(?:traitée?s?|injectée?s?|évaluables?))?",
    re.IGNORECASE,
)
"""Of whom a share is: « 12 % des patients traités », struck out where the words name an arm; « 12 % de répondeurs »
tells the outcome."""
_LESIONS = re.compile(
    r"^\s*(?:des|d['’])\s*(?P<what>plaies|lésions|ulcères|verrues|ongles|sites|zones|cicatrices|kératoses|poussées)"
    r"(?:\s+(?!étaient|avaient|ont|sont)[\w-]+){0,2}",
    re.IGNORECASE,
)
"""Lesions counted like patients: « 67 % des plaies traitées étaient fermées »."""
_HAVING = re.compile(
    r"^\s*(?:,\s*)?(?:n['’])?(?:avai(?:t|ent)|ont|a|ayant|obtenai(?:t|ent)|atteignai(?:t|ent)|présentai(?:t|ent)"
    r"|rapportai(?:t|ent)|se disaient|étaient|était|sont)"
    r"(?:\s+(?:eu|présenté|développé|obtenu|atteint|connu|rapporté|signalé|montré|fait|souffert d(?:['’]|e|u|es)|été"
    r"|encore|tous|plus|restés?|devenus?|en))*\s+",
    re.IGNORECASE,
)
_NOT_HAVING = re.compile(
    r"^\s*n(?:e\s|['’])(?:avai(?:t|ent)|ont|a|présentai(?:t|ent)|souffrai(?:t|ent)|gardai(?:t|ent)) (?:plus|pas) "
    r"(?:eu )?(?:aucune?\s|d(?:e\s|u\s|['’]))",
    re.IGNORECASE,
)
"""« 40 % des enfants ne présentaient plus de suintement »: the share without it."""
_OF = re.compile(r"^\s*(?:de\s+|d['’]\s?)(?!patient|malade|sujet|ceux|celles|ces|la population)", re.I)
_AFTER_AVOIR = re.compile(r"\b(?:ont|avai(?:t|ent)|ayant|a)\s+(?:tous |encore |plus )*$", re.IGNORECASE)
_PARTICIPLE_HEAD = re.compile(r"[\w-]+(?:é|ée|u|ue|i|is|it)s?(?:\s|$)", re.IGNORECASE)
"""Right behind « avoir » such a word is a verb (« ont interrompu »), not a noun."""
_STOP = re.compile(r"[,;:(]")
_GIVEN = re.compile(
    r"^\s*(?:\x00+|[()]|sous|avec|par|pendant|durant|depuis(?: le début)?|(?:du|dans le) (?:groupe|bras)|le|la|l['’]"
    r"|ayant reçu|recevant|prenant|traitée?s? (?:par|avec)|qui (?:recevaient|prenaient|(?:ont|avaient) reçu)|\s)+"
)


def phrase_of_verb(right: str) -> str | None:
    """What a verb says of patients, as a noun: « 68 % des patients répondaient », « 30 malades ont récidivé ».

    >>> phrase_of_verb(" des patients ont récidivé")
    'récidive'
    """
    population = _POPULATION.match(right)
    rest = right[population.end() :] if population else right
    return noun_of_verb(_STOP.split(rest, 1)[0])


def phrase_after(right: str) -> str | None:
    """The outcome named right of a share: « 12 % des patients ont eu une sécheresse cutanée ».

    >>> phrase_after(" des patients ont développé une sécheresse cutanée, sans arrêt")
    'sécheresse cutanée'
    >>> phrase_after(" de guérison complète sous traitement")
    'guérison complète'
    """
    population = _POPULATION.match(right)
    rest = right[population.end() :] if population else right
    rest = _GIVEN.sub(" ", rest)
    lesions = _LESIONS.match(right)
    state = _HAVING.match(right[lesions.end() :]) if lesions else None
    if lesions and state:
        told = clean(right[lesions.end() + state.end() :])
        return f"{lesions['what'].lower()} {told}" if told else None
    if (lacking := _NOT_HAVING.match(rest)) and (told := clean(rest[lacking.end() :])):
        return absence_of(told)
    having = _HAVING.match(rest)
    if having:
        told = rest[having.end() :]
        return None if _AFTER_AVOIR.search(having[0]) and _PARTICIPLE_HEAD.match(told) else clean(told)
    if re.match(r"\s*(?:une?|des)\s", rest):
        return clean(rest)
    of = None if population else _OF.match(rest)
    return clean(rest[of.end() :]) if of else None
