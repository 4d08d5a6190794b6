"""Pronouns that stand for the noun of the outcome told before: « les troubles du goût …, ceux de l'odorat »."""

import re

from extract.tuples.noun_phrases import clean, of_what

_PRONOUN = re.compile(
    r"\W*(?:(?:et|mais|puis|pour|quant à)\s+)?(?P<pronoun>celui|celle|ceux|celles)\s+"
    r"(?P<of>de la\s|de l['’]|d['’]|du\s|des\s|de\s)(?P<what>[^,;:(\d\x00]+)",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(r"\s(?:d['’]|du\s|des\s|de\s).*")
_FIGURES = re.compile(
    r"\b(?:taux|incidences?|fréquences?|proportions?|pourcentages?|risques?|nombres?|probabilités?|scores?)\b",
    re.IGNORECASE,
)
"""« l'incidence de la toux était de 8 %, celle du hoquet de 2 % »: the pronoun stands for one of these."""
_LOST_IT = re.compile(r"[^,;:(]{0,40}\bl['’](?:ont|avaient|a|avait) perdue?s?\b", re.IGNORECASE)
_NOUN = re.compile(r"[a-zà-ÿœ]{3,}(?:\s[a-zà-ÿœ]+)*")
_GROUPS = re.compile(r"(?:groupe|bras|patient|malade|témoin|sujet|enfant|autre|premi|second|contrôle|placebo|véhicule)")


def noun_again(told: str, label: str, before: str = "") -> str | None:
    """The outcome that the words before a value name by a pronoun for the noun of `label`, with their own complement.

    None where no pronoun opens them, it does not agree in number with the noun, or it stands for patients or for the
    rate that the words `before` tell of.

    >>> noun_again(" ; ceux de l'odorat, ", "troubles du goût"), noun_again("celle du dos chez ", "douleur")
    ("troubles de l'odorat", 'douleur du dos')
    >>> noun_again("ceux du bras placebo, ", "troubles du goût"), noun_again("celles du tronc, ", "guérison")
    (None, None)
    >>> noun_again("celle du hoquet de ", "toux", "L'incidence de la toux était de 8 %")
    """
    pronoun = _PRONOUN.match(told)
    if pronoun is None or _FIGURES.search(before):
        return None
    what, noun = clean(pronoun["what"]), _COMPLEMENT.sub("", label)
    if what is None or _GROUPS.match(what) or not _NOUN.fullmatch(noun) or not _NOUN.match(what):
        return None
    is_plural = pronoun["pronoun"].lower() in ("ceux", "celles")
    return f"{noun} {pronoun['of']}{what}" if is_plural == noun.split()[0].endswith(("s", "x")) else None


def loss_of(told: str, label: str) -> str | None:
    """The loss of the outcome told before, where the words behind a value tell it.

    >>> loss_of(" l'ont perdue", "réponse"), loss_of(" l'ont gardée", "réponse")
    ('perte de réponse', None)
    """
    return f"perte {of_what(label)}" if _LOST_IT.match(told) else None
