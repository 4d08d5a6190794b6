"""The bibliographic record, as far as the first page, the running heads and the PDF's own metadata tell."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from extract.text.fold import fold
from schema.source import Bibliography

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>«»]+[^\s\"<>«».,;:)\]]")
"""Crossref's recommended pattern for DOIs."""

_JOURNAL_WORD = re.compile(
    r"\b(?:annales?|annals|archives?|revue|review|journal|cahiers?|bulletin|lettre|actualites|realites|presse|concours"
    r"|quotidien|gazette|therapeutiques?|dermato\w*|medecine|medecin|praticien|prescrire|acta|clinics?|jama|lancet|bmj)\b"
)
_SECTION_LABEL = re.compile(
    r"mise au point|revues? generales?|le dossier|article original|cas clinique|copie pour lecture|fiche therapeutique"
)
_PARTS = re.compile(
    r"\s+[–—|•/-]\s+|[,;_]|\b(?:n°|no\.?|vol(?:ume)?\.?|tome|fasc\w*)\s*\d|\b(?:19|20)\d\d\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d/.-])(?:19[89]|20[0-4])\d(?![\d/.-])")
_COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|copyright)\s*((?:19|20)\d\d)", re.IGNORECASE)

_NAME = re.compile(
    r"(?:(?:Dr|Pr|Prof)\.?\s)?(?:"
    r"(?:[A-ZÀ-Ý](?:\.[\s-]?|\s)){1,3}(?:de\s|van\s|von\s|d[’']|Le\s|La\s)?[A-ZÀ-Ý][\w’'-]+(?:\s[A-ZÀ-Ý][\w’'-]+)?"
    r"|[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?\s(?:de\s|van\s|von\s|d[’'])?[A-ZÀ-Ý][\w’'-]+(?:\s[A-ZÀ-Ý][\w’'-]+)?"
    r"|[A-ZÀ-Ý][\w’'-]+\s[A-ZÀ-Ý]{1,3})"
)
"""« P. Estran », « Jean-Marc de VRIES », « Estran P »."""

_STARTS_WITH_NAME = re.compile(rf"(?:[\s,;&]|(?:et|and)\b)*{_NAME.pattern}")
_AFFILIATION = re.compile(
    r"\s+[—–-]\s+|\b(?:service|universite|chu|chr|hopital|hospital|centre|clinique|cabinet|departement|department|inserm)\b"
)
_MARKS = re.compile(r"\[[\d, ]+\]|[*†‡§\d]+")

MAX_AUTHORS_CHARS = 400


def find_bibliography(
    title: str | None, front: Sequence[str], running_heads: Iterable[str], first_page: str, metadata: Mapping[str, str]
) -> Bibliography:
    """The record of a document; cells that nothing tells stay empty.

    `front` are the blocks after the title, `running_heads` the lines at the pages' edges, `first_page` the text of the
    first page up to any references, `metadata` the PDF's document information (Title, Author, Subject …), which is
    trusted only where the pages are silent.
    """
    heads = [" ".join(head.split()) for head in running_heads]
    sources = [source for source in (*front, *heads, *metadata.values(), first_page) if "10." in source]
    doi = next((match[0] for match in map(_DOI.search, sources) if match), None)
    authors = next((found for block in front if (found := authors_of(block))), ())
    return Bibliography(
        title=title or _usable(metadata.get("Title")),
        authors=authors or authors_of(metadata.get("Author", "")),
        journal=_journal(heads),
        year=_year(heads, first_page),
        doi=doi,
    )


def authors_of(block: str) -> tuple[str, ...]:
    """The names that a line of authors starts with, affiliations and marks left out; empty for other text.

    >>> authors_of("C. Estran [1], Jean-Marc VRIES — Service de dermatologie, Port-Briac")
    ('C. Estran', 'Jean-Marc VRIES')
    >>> authors_of("La rosacée reste une affection mal comprise, fréquente.")
    ()
    """
    if not block or len(block) > MAX_AUTHORS_CHARS or block.rstrip().endswith((".", "?", "!")):
        return ()
    if not _STARTS_WITH_NAME.match(" ".join(_MARKS.sub(" ", block).split())):
        return ()  # as nearly all prose
    folded = fold(block)
    affiliation = _AFFILIATION.search(folded) if len(folded) == len(block) else None
    names = _MARKS.sub(" ", block[: affiliation.start()] if affiliation else block)
    pieces = [" ".join(piece.split()) for piece in re.split(r",|;|\bet\b|\band\b|&", names)]
    pieces = [piece for piece in pieces if piece]
    is_list = len(pieces) > 1 or affiliation is not None or re.match(r"[A-ZÀ-Ý]\.", block) is not None
    return tuple(pieces) if pieces and is_list and all(map(_NAME.fullmatch, pieces)) else ()


def _usable(title: str | None) -> str | None:
    """A metadata title that a person wrote: not empty, no file name."""
    if (
        not title
        or len(title.split()) < 3
        or re.search(r"\.(?:docx?|indd|tex|pdf|qxp|odt)\b|^Microsoft Word|untitled", title)
    ):
        return None
    return title


def _journal(heads: Sequence[str]) -> str | None:
    """The part of the running heads that names a journal; the most frequent, then the first."""
    parts = [part.strip(" .·") for head in heads for part in _PARTS.split(head) if part]
    names = [part for part in parts if _JOURNAL_WORD.search(fold(part)) and not _SECTION_LABEL.search(fold(part))]
    counts = Counter(names)
    return max(counts, key=lambda name: (counts[name], -names.index(name)), default=None)


def _year(heads: Sequence[str], first_page: str) -> int | None:
    """The year in the running heads, else beside a copyright sign."""
    years = Counter(int(year) for head in heads for year in _YEAR.findall(head.replace("_", " ")))
    if years:
        return max(years, key=lambda year: (years[year], year))
    signed = _COPYRIGHT_YEAR.search(first_page)
    return int(signed[1]) if signed else None
