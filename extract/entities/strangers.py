"""Numbers that are nobody's result: years, ages, figure and table numbers, costs, grades, wavelengths, margins.

They get no span; their characters are closed to the components after this one. What a rule below takes away is lost
to the evidence table, so each states a wording in which a result cannot stand.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.anchors import matches_at
from extract.entities.number_places import NumberPlaces
from extract.entities.numerals import END, NUMBER, PERCENT
from extract.entities.spans import layers_of
from extract.entities.word_places import BRACKETS, WordPlaces, Words

_NUMBER = re.compile(NUMBER + END)
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d\Z")
_COUNTED_YEAR = re.compile(
    r" ?(?:%|\(\d|(?:patient|malade|sujet|participant|enfant|adulte|femme|homme|personne"
    r"|cas\b))"
)
"""After « 1 946 » written without its space: it counts."""
_IN_DATE = (re.compile(r"/(?<=\d/)\d{1,2}/\d\d"), re.compile(r"-(?<=\d{4}-)\d\d-\d\d"))
_DATE = re.compile(r"\d(?:\d?/\d{1,2}/\d{2,4}|\d{3}-\d\d-\d\d)(?!\d)")
_REFERENCE = re.compile(r"\[\d{1,3}(?: ?[,;-] ?\d{1,3})*\]")

_NUMBERED_WORDS = """
    fig figs figure figures tab tableau tableaux table annexe encadre chapitre etape etapes ligne page pages p pp
    ref refs reference references colonne courbe courbes graphique version visite visites question item no n° nº numero
    numeros brevet brevets vol tome grade grades stade stades type types classe classes niveau niveaux degre degres
    groupe groupes bras cohorte cohortes phototype phototypes critere criteres cycle cycles generation quartile rang
    spss stata sas revman meddra prism ecog fitzpatrick i chi khi tau essai etude partie point
"""
"""Words whose number is a name: « fig. 2 », « grade 3 », « diabète de type 2 », « I 2 » of a heterogeneity test."""

_NUMBERED = frozenset(_NUMBERED_WORDS.split())
_NUMBERED_PLACES = Words(*_NUMBERED)
_WORD_BEFORE = 12
"""Characters before a number in which the word stands that names it."""

_UNIT_OF_OTHERS = re.compile(
    rf" ?(?:nm\b|°|º|[mk]?hz\b|km\b|kcal\b|rpm\b|€|\$|£|(?:millions? d'|milliards? d')?(?:euros?"
    rf"|dollars?|francs?)\b"
    r"|(?:jours|semaines|mois)(?: de \w+)? (?:et|ou) (?:plus|moins)\b"
    r"|fois\b|(?:er )?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b"
    rf"|{PERCENT} (?:d'|de |etaient (?:de |des )?|sont (?:de |des )?)(?:hommes|femmes|garcons|filles|sexe (?:masc|fem))"
    rf"|{PERCENT} (?:de |d')(?:la |une )?(?:population|surface (?:corporelle|cutanee))"
    r"| (?:(?:grands|petits|autres|nouveaux|premiers|premieres) )?(?:ecr|essais?|etudes?|articles?|revues?"
    r"|publications|centres?"
    r"|hopitaux|pays|services?|groupes?|bras|cohortes?|doses?|sites?|comparaisons?|series|cycles?|visites?"
    r"|applications?"
    r"|injections?|seances?|perfusions?|questions|items|evaluateurs|investigateurs|molecules?|traitements?|biotherapies"
    r"|medicaments?|municipalites|(?:hommes?|femmes?|filles?|garcons?) pour)\b)"
)
_YEARS_OF_LIFE = re.compile(r"(?: ?\([^()]{1,30}\))? ?ans?\b")
_TIME_TO_EVENT = re.compile(r"median|survie|\bdure|delai|recul|suivi")
_NAMED = re.compile(
    r"(?:\bage(?:e?s?)?\b[^.;|\d]{0,45}|\bage(?:e?s?)?\b[^.;|\d]{0,30}[\d,.]+ ?(?:ans |mois )?(?:-|a|et|±)"
    r"|\bextremes?\b ?:? ?(?:de )?|\bextremes?\b[^.;|]{0,8}(?:-|a)"
    r"|\b(?:intervalles? de confiance|ic)(?: [(\[]ic[)\]])?(?: a| de)?"
    r"|\b(?:prevalence|incidence annuelle)\b(?:(?!baiss|diminu|pass|augment|redui|chut|ajust)[^.;|\d]){0,60}"
    r"|\bheterogeneite ?[=<>:]"
    r"|\b(?:eiq|iqr|ecarts?[- ](?:inter-?quartiles?|types?)|etendue|min-max|q1-?q3)\b ?[:=]?"
    r"|[(\[](?:e\.-?t\.|ds|sd) ?[:=]?"
    r"|\bsex[- ]?ratio\b[^.;|\d]{0,25}"
    r"|\b(?:marge|seuil|puissance|alpha|niveau de signification)s?\b(?: (?:statistique|retenu|fixee?"
    r"|predefinie?|prevue|p"
    r"|de (?:non-inferiorite|significativite|signification|l'etude|tous les tests|a|-)|etait|est|a|ete|de|<|=|:))*"
    r"|\b(?:surface (?:corporelle|cutanee)|sct?|bsa)\b[^.;|\d]{0,40}(?:superieure|inferieure|≥|≤|<|>|au moins"
    r"|plus)[^.;|\d]{0,12}"
    r"|\b(?:i ?[2²]|chi ?-?[2²]|khi ?-?2|χ ?[2²]|tau ?[2²]) ?[=:]"
    r") ?[-+]? ?\Z"
)
"""Wordings before a number that say what it is: an age, a prevalence, a margin, a threshold, a heterogeneity."""
_KEYS = Words(
    *("ic", "eiq", "iqr", "min", "q", "e", "ds", "sd", "sexratio", "sc", "sct", "bsa", "i", "chi", "khi", "χ", "tau"),
    beginnings=(
        *("age", "extreme", "intervalle", "prevalence", "incidence", "heterog", "ecart", "etendue", "ratio", "marge"),
        *("seuil", "puissance", "alpha", "niveau", "surface"),
    ),
)
"""Some of these begins or stands in every wording above; the costlier search waits for it."""
_BEFORE_KEY = len("intervalles de ")
"""Characters that a wording may have before its key."""
_LOOK_BACK = 75
_UNIT_SIGNS = ("%", "°", "º", "€", "$", "£", "(")
_LIST = re.compile(r" ?(?:,|et|ou|/|-|a) ?")
_PREVIOUS_WORD = re.compile(r"([^\W\d_]+|n ?[°º])\.? ?(?:[≥≤<>=] ?)?\Z")
_SEX = r"(?:hommes?|femmes?|filles?|garcons?)"
_ONE_SEX = re.compile(rf" {_SEX} ?(?:,|et|/|;|pour) ?\d+ {_SEX}\b| {_SEX} pour une? {_SEX}\b")
_OTHER_SEX = re.compile(rf"\d {_SEX} ?(?:,|et|/|;) ?\Z")
_OTHER_SEX_ENDS = (",", ", ", "et", "et ", "/", "/ ", ";", "; ")
"""« 17 hommes, 13 femmes » tells who took part."""
_SPREAD = re.compile(rf"[(\[] ?{NUMBER} ?(?:-|a|;) ?{NUMBER} ?[)\]]")
"""A range alone in brackets that is no interval: quartiles, extremes."""
_IN_RATIO = re.compile(r":(?<=\d:)\d")
_RATIO = re.compile(r"\d\d?:\d{1,2}(?::\d{1,2})?(?!\d|[.,]\d|%)")
"""« randomisés (2:1) »."""
_SCALE = re.compile(
    rf"(?:echelle|score|allant|gradue|cote|note)\w*[^.;|\d]{{0,25}} (?:de|entre) (?:0|1) (?:a"
    rf"|et) {NUMBER}"
)
"""« sur une échelle de 0 à 10 »."""
_IN_SCALE = (" 0 a ", " 0 et ", " 1 a ", " 1 et ")
_ITEM = re.compile(r"\d(?<![^\n].)\d?(?:\.\d{1,2})*[.)](?= [^\W\d]|\Z)")


def find_strangers(
    low: str, places: NumberPlaces | None = None, words: WordPlaces | None = None
) -> list[tuple[int, int]]:
    """Where in folded lower-case text numbers stand that are no result, in text order.

    >>> text = "en 2017 (fig. 2 et 3), 34 % des patients, 12 euros"
    >>> [text[start:end] for start, end in find_strangers(text)]
    ['2017', '2', '3', '12']
    """
    digits = (places or NumberPlaces.of_text(low)).open_digits(low)
    words = words or WordPlaces.of_text(low)
    whole = list(_groups(low, digits, words))
    numbers = list(matches_at(digits, _NUMBER, low))
    named = _Places(words.of(_KEYS), words.of(_NUMBERED_PLACES))
    strange = [_is_stranger(number, low, named) for number in numbers]
    for i in range(1, len(numbers)):  # « fig. 2 et 3 »
        strange[i] = strange[i] or (strange[i - 1] and _goes_with(numbers, i, low))
    for i in reversed(range(len(numbers) - 1)):  # « 113, 99 et 39 essais »
        strange[i] = strange[i] or (strange[i + 1] and _is_bare(numbers[i], low) and _joined(numbers, i + 1, low))
    return sorted(whole + [n.span() for n, is_stranger in zip(numbers, strange, strict=True) if is_stranger])


def _groups(low: str, digits: list[int], words: WordPlaces) -> Iterator[tuple[int, int]]:
    """Where numbers stand that make something else together."""
    for pattern in _patterns_tried(low):
        yield from (match.span() for match in pattern.finditer(low))
    line_starts = (at for at in digits if at == 0 or low[at - 1] == "\n")
    yield from (match.span() for match in matches_at(line_starts, _ITEM, low))
    yield from (match.span() for match in matches_at(words.of(BRACKETS), _SPREAD, low))
    yield from (match.span() for match in _REFERENCE.finditer(low) if not _closes_estimate(match, low))


def _patterns_tried(low: str) -> Iterator[re.Pattern[str]]:
    """The patterns that some mark in the text calls for: most texts have none."""
    if any(mark.search(low) for mark in _IN_DATE):
        yield _DATE
    if _IN_RATIO.search(low):
        yield _RATIO
    if any(mark in low for mark in _IN_SCALE):
        yield _SCALE


def _closes_estimate(bracket: re.Match[str], low: str) -> bool:
    """« 12 [10-14] » is an estimate and its range, « patients [10, 14] » a reference call."""
    return re.search(r"[\d%] ?\Z", low[max(0, bracket.start() - 3) : bracket.start()]) is not None


def _is_bare(number: re.Match[str], low: str) -> bool:
    return number.group().replace(" ", "").isdigit() and low[number.end() : number.end() + 2].strip()[:1] != "%"


def _goes_with(numbers: list[re.Match[str]], i: int, low: str) -> bool:
    """Whether a number is named as the one before it is: the next of a list of whole numbers, the end of a range."""
    if not _joined(numbers, i, low) or low.startswith(("%", " %"), numbers[i].end()):
        return False
    return _is_bare(numbers[i], low) or low[numbers[i - 1].end() : numbers[i].start()].strip() in ("-", "a")


def _joined(numbers: list[re.Match[str]], i: int, low: str) -> bool:
    return _LIST.fullmatch(low, numbers[i - 1].end(), numbers[i].start()) is not None


class _Places(NamedTuple):
    """Where words of `_KEYS` and of `_NUMBERED` begin; ascending."""

    keys: Sequence[int]
    numbered: Sequence[int]


def _is_stranger(number: re.Match[str], low: str, places: _Places) -> bool:
    start, end = number.span()
    if end - start == len("2024") and _YEAR.match(low, start, end) and not _COUNTED_YEAR.match(low, end):
        return True
    before = low[max(0, start - _LOOK_BACK) : start].rpartition("\n")[2]
    if _has_unit(low, end) and _is_counted_otherwise(low, end, before):
        return True
    if (
        _lies_in(places.numbered, start - _WORD_BEFORE, start)
        and (word := _PREVIOUS_WORD.search(before[-_WORD_BEFORE:]))
        and word.group(1).replace(" ", "") in _NUMBERED
        and _is_bare(number, low)
    ):
        return not _COUNTED_YEAR.match(low, end)
    if before.endswith(_OTHER_SEX_ENDS) and _OTHER_SEX.search(before[-14:]):
        return True
    return _is_named(before, start, places.keys)


def _lies_in(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of `places`, which ascend, lies from `start` to before `end`."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


def _has_unit(low: str, end: int) -> bool:
    """Whether a word or sign stands behind the number: no mark of a sentence, nothing that is claimed."""
    following = low[end : end + 1]
    if following == " ":
        following = low[end + 1 : end + 2]
    return following.isalpha() or following in _UNIT_SIGNS


def _is_counted_otherwise(low: str, end: int, before: str) -> bool:
    if _UNIT_OF_OTHERS.match(low, end) or _ONE_SEX.match(low, end):
        return True
    return _YEARS_OF_LIFE.match(low, end) is not None and not _TIME_TO_EVENT.search(before)


def _is_named(before: str, start: int, keys: Sequence[int]) -> bool:
    """Whether the words `before` the number at `start` say what it is; `keys` are the places of `_KEYS`."""
    line = start - len(before)
    first = bisect_left(keys, line)
    if first == len(keys) or keys[first] >= start:
        return False
    return _NAMED.search(before, max(0, keys[first] - line - _BEFORE_KEY)) is not None


def close_strangers(doc: Doc) -> Doc:
    """Close the numbers that are no result to the components after this one."""
    layers = layers_of(doc)
    layers.claim(find_strangers(layers.unclaimed_low, layers.numbers, layers.words))
    return doc


def make_strangers(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component that takes numbers of no interest out of the way."""
    return close_strangers


Language.factory("extract_strangers", default_config={"rules_dir": None}, func=make_strangers)
