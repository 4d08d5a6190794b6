"""What a heading says of the text under it: the standard sections of a French medical article."""

import re

from extract.text.fold import fold
from extract.text.model import SectionKind

_HEADINGS: tuple[tuple[SectionKind, str], ...] = (
    (SectionKind.FOREIGN_ABSTRACT, r"abstract|summary|english summary|key ?words|background"),
    (SectionKind.ABSTRACT, r"resume( structure)?|(mots|points)[- ]cles du resume|l'essentiel en resume|synthese"),
    (SectionKind.BOX, r"points? (forts?|essentiels?|cles?|a retenir)|a retenir|l'essentiel|en pratique, on retiendra"),
    (
        SectionKind.METHODS,
        r"(materiels?|patients?|malades|sujets|methodologie|populations?)( et (patients|methodes?|materiels?))?"
        r"|(patientes|femmes|enfants|adultes|participants|donnees|observations?|cas) et methodes?"
        r"|methodes?( statistiques?)?|methodologie|(plan|schema|deroulement|protocole) de l'(etude|essai)"
        r"|patients,? materiels et methodes",
    ),
    (SectionKind.RESULTS, r"(principaux )?resultats?( principaux| et discussion| et commentaires)?"),
    (SectionKind.DISCUSSION, r"discussions?( et conclusions?)?|commentaires?( et discussion)?"),
    (
        SectionKind.CONCLUSION,
        r"(en )?conclusions?( et perspectives| (des|de l')auteurs?| de la commission)?|perspectives"
        r"|synthese et conclusion",
    ),
    (
        SectionKind.INTRODUCTION,
        r"introduction|contexte|objectifs?|but( de l'etude)?|position du probleme|introduction et objectifs?"
        r"|contexte et objectifs?|justification",
    ),
    (SectionKind.REFERENCES, r"references?( bibliographiques?)?|bibliographie|pour en savoir plus"),
    (
        SectionKind.DISCLOSURES,
        r"(declaration (publique )?(de|des) )?(liens?|conflits?) d'interets?|remerciements?|financements?"
        r"|sources? de financement|declarations? d'interets?",
    ),
)
"""Section titles of French medical journals (IMRaD and its French names, « Mise au point » boxes), accents folded."""

_PATTERNS = tuple((kind, re.compile(rf"(?:{pattern})\Z")) for kind, pattern in _HEADINGS)
_ANY = re.compile(rf"(?:{'|'.join(pattern for _, pattern in _HEADINGS)})\Z")

_NUMBERING = re.compile(r"\A(?:(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)°]\s*(?:\d{1,2}[.)]?\s*)*|[\W_]+)+", re.IGNORECASE)
"""« 2. », « II. », « A) », « 1.2. » or a bullet before the words of a heading."""

_RUN_IN = re.compile(
    r"\A(?=[^.:\n–—]{3,41}+\s*+[.:–—])"  # tells at once that most paragraphs have none
    r"(?P<label>[^\W\d_][^.:\n]{2,40}?)\s*(?::|\.\s*[–—-]|\s[–—]\s|\.(?=\s+[A-ZÀ-Ý]))\s*"
)
"""« Résultats : … », « Méthodes. – … », « Conclusion. Le … »: a label that runs into its paragraph."""


def heading_kind(heading: str) -> SectionKind | None:
    """The standard section that `heading` opens, or None where it is a heading of the article's own.

    >>> heading_kind("2. Patientes et méthodes")
    <SectionKind.METHODS: 'methods'>
    >>> heading_kind("Physiopathologie du vitiligo") is None
    True
    """
    words = _NUMBERING.sub("", fold(heading)).strip(" .:;–—-")
    return next((kind for kind, pattern in _PATTERNS if pattern.match(words)), None) if _ANY.match(words) else None


def run_in_label(paragraph: str) -> tuple[str, SectionKind] | None:
    """The label of a standard section that runs into `paragraph`, with its kind; None where there is none.

    >>> run_in_label("Résultats : 120 patients ont été inclus.")
    ('Résultats', <SectionKind.RESULTS: 'results'>)
    >>> run_in_label("Le vitiligo : une maladie auto-immune.") is None
    True
    """
    match = _RUN_IN.match(paragraph)
    kind = heading_kind(match["label"]) if match else None
    return (match["label"], kind) if match and kind else None
