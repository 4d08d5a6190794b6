"""What French trials call a contrast: « risque relatif », « rapport de cotes », HR, NST, « différence »."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.entities.word_places import WordPlaces, Words
from schema.vocabulary import EffectMeasure


class _Spellings(NamedTuple):
    """The spellings of a measure: `words` in folded lower case, `letters` in capitals."""

    measure: EffectMeasure
    words: str
    letters: str


_OF = r"(?:de |des |du |d')"
_PEOPLE = r"(?:sujets|patients|malades|personnes)"
_NAMES = (
    _Spellings(
        "HR",
        rf"hazards?[- ]ratios?|(?:rapports?|ratios?) {_OF}(?:hasards?|risques? instantanes?)"
        r"|risques? relatifs? instantanes?|rapports? des? taux instantanes?",
        "HR|RRI",
    ),
    _Spellings(
        "IRR",
        rf"(?:rapports?|ratios?) (?:ajustes? |bruts? )?{_OF}(?:taux|densites)(?: d'incidence)?"
        r"|rapports? d'incidences?|rate ratios?",
        "IRR",
    ),
    _Spellings(
        "RR",
        r"(?<!reduction du )(?<!reduction de )risques? relatifs?|(?:relative|risk) (?:risks?|ratios?)"
        rf"|(?:rapports?|ratios?) {_OF}(?:risques?(?: relatifs?)?|prevalences?)",
        "RRR?",
    ),
    _Spellings("OR", rf"odds?[- ]ratios?|(?:rapports?|ratios?) {_OF}(?:cotes?|chances?)", "OR|RCC?"),
    _Spellings(
        "SMD",
        rf"(?:differences? (?:moyennes?|{_OF}moyennes)|ecarts? moyens?) standardise?e?s?|g de hedges|d de cohen",
        "DMS|SMD",
    ),
    _Spellings(
        "MD",
        rf"differences? (?:moyennes?|medianes?|(?:entre |{_OF})(?:les |deux )?(?:moyennes|medianes))"
        r"|ecarts? (?:moyens?|des moyennes)"
        r"|differences? (?:(?:moyennes?|ajustees?) )?(?:des|par(?: la methode des)?|aux|selon les) moindres carres",
        "DMP?|MD",
    ),
    _Spellings(
        "NNH",
        rf"nombres? (?:de |necessaire de ){_PEOPLE} (?:a traiter |necessaires? )?pour (?:nuire|observer"
        r" un effet indesirable|un effet (?:nocif|indesirable))(?: supplementaire)?",
        "NNTH|NNH|NNN",
    ),
    _Spellings(
        "NNT",
        rf"nombres? (?:de |necessaire de ){_PEOPLE} (?:necessaires? )?a traiter|nombres? necessaires? a traiter",
        "NNTB|NNT|NST|NTT",
    ),
    _Spellings(
        "RD",
        rf"(?:reductions?|augmentations?|differences?) (?:absolues?(?: {_OF}risques?)?|{_OF}risques? absolue?s?)"
        rf"|differences? {_OF}(?:risques?|proportions|taux|pourcentages)",
        "RRA|RAR|DR",
    ),
)
_UNNAMED = r"(?:differences?|ecarts?)\b|diff\b\.?"
"""A difference whose kind the unit tells."""

AMBIGUOUS = ("RC", "RCC", "DM", "DMP", "MD", "DR")
"""Letters with other meanings (rémission complète, diabète, molécule, docteur): they need an interval or p beside the
value, or the measure spelled out in the same document."""

_OPENINGS = Words(
    beginnings=(
        *("hazard", "rapport", "ratio", "risque", "rate", "relative", "odd", "diff", "ecart", "nombre"),
        *("reduction", "augmentation"),
    )
)
_HEDGES_COHEN = Words("hedges", "cohen")
"""How every spelled-out name begins, and what « g de » and « d de » stand before."""
_SPELLED = re.compile(
    "|".join(rf"(?P<m{i}>(?:{name.words})\b)" for i, name in enumerate(_NAMES)) + rf"|(?P<unnamed>{_UNNAMED})"
)
_LETTER_WORDS = Words(
    *(
        f"{prefix}{letters}{suffix}"
        for letters in (
            *("HR", "RRI", "IRR", "RR", "RRR", "OR", "RC", "RCC", "DMS", "SMD", "DM", "DMP", "MD", "NNTH", "NNH"),
            *("NNN", "NNTB", "NNT", "NST", "NTT", "RRA", "RAR", "DR"),
        )
        for prefix in ("", "a")
        for suffix in ("", "a", "aj")
    )
)
"""The letters of all measures, with what says that one is adjusted: aHR, ORa, RRaj."""
_LETTERS = re.compile(
    "(?:" + "|".join(rf"(?P<m{i}>{name.letters})" for i, name in enumerate(_NAMES)) + r")(?:a|aj|aj\.)?(?![\w-])"
)


class ContrastName(NamedTuple):
    """A name in the text; `measure` None for a difference whose kind its unit has to tell."""

    start: int
    end: int
    written: str
    measure: EffectMeasure | None


def find_names(text: str, low: str, words: WordPlaces | None = None) -> list[ContrastName]:
    """The names of contrasts in folded text, `low` being the same in lower case; in text order, the longer first.

    >>> [(name.written, name.measure) for name in find_names("l'OR et le risque relatif", "l'or et le risque relatif")]
    [('OR', 'OR'), ('risque relatif', 'RR')]
    """
    words = words or WordPlaces.of_text(low)
    names = [*_spelled(low, words), *_letters(text, words)]
    return sorted(names, key=lambda name: (name.start, -name.end))


def _spelled(low: str, words: WordPlaces) -> Iterator[ContrastName]:
    read_to = 0
    letters = [at - len("g de ") for at in words.of(_HEDGES_COHEN)]
    for start in sorted([*words.of(_OPENINGS), *letters]):
        name = _SPELLED.match(low, start)
        if name and start >= read_to and not low[start - 1 : start].isalnum():
            read_to = name.end()
            yield ContrastName(name.start(), name.end(), name.group(), _measure(name))


def _letters(text: str, words: WordPlaces) -> Iterator[ContrastName]:
    for start in words.of(_LETTER_WORDS):
        letters = _LETTERS.match(text, start + text.startswith("a", start))
        before = text[start - 1 : start]
        if letters and not before.isalnum() and before not in ("_", ".", "-"):
            yield ContrastName(start, letters.end(), text[start : letters.end()], _measure(letters))


def _measure(name: re.Match[str]) -> EffectMeasure | None:
    group = str(name.lastgroup)
    return None if group == "unnamed" else _NAMES[int(group.removeprefix("m"))].measure
