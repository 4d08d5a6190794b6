"""Times: « à la semaine 16 », S16, « à la douzième semaine », « deux ans après », « à l'inclusion », with their roles.

A time is found by its unit or its letter; `time_roles` tells what it means.
"""

import re
from collections.abc import Iterator

from extract.entities.anchors import matches_at
from extract.entities.model import Timepoint
from extract.entities.number_places import NumberPlaces, first_from
from extract.entities.numerals import NUMBER, ORDINAL, START, WORDS, read_numeral, read_ordinal
from extract.entities.spans import CLAIMED, Found, Layers, register_finder
from extract.entities.time_roles import role_of
from extract.entities.word_places import WordPlaces, Words
from schema.vocabulary import WEEKS_PER_MONTH, WEEKS_PER_YEAR

_UNIT_WEEKS = {
    "minute": 1 / 10080, "min": 1 / 10080, "heure": 1 / 168, "h": 1 / 168, "jour": 1 / 7, "j": 1 / 7, "semaine": 1.0,
    "sem": 1.0, "mois": WEEKS_PER_MONTH, "an": WEEKS_PER_YEAR, "annee": WEEKS_PER_YEAR,
    "trimestre": 3 * WEEKS_PER_MONTH, "semestre": 6 * WEEKS_PER_MONTH,
}  # fmt: skip
_UNIT = re.compile(r"(?:minutes?|heures?|h|jours?|j|semaines?|sem\b\.?|mois|ans?|annees?|trimestres?|semestres?)\b")
_BEFORE_UNIT = frozenset(" -)]0123456789\n('")
"""Characters that may stand before a unit: « ans » is none in « dans »."""
_LOOK_BACK = 60
"""Characters before a unit that can hold its two numbers and what stands between."""

_QUANTITY = rf"(?:{START}{NUMBER}|\b(?:{WORDS})\b)"
_AMOUNT = re.compile(
    rf"(?P<low>{_QUANTITY})(?:(?P<joint> ?- ?| a | et | ou )(?P<high>{_QUANTITY}))?"
    rf"(?: [(\[][^()\[\]%{CLAIMED}]{{1,30}}[)\]])?(?: derniere?s| premiere?s)? ?-?\Z"
)
_RANGE_BEFORE = re.compile(r"\d ?(?:a|-|et|ou) ?\Z")
"""« grade 3 à 5 à 52 semaines »: the 5 ends a range of its own."""
_LISTED = re.compile(rf"(?P<one>{_QUANTITY})(?:, | et | ou )\Z")
_HALF = re.compile(r" et demie?\b")
_ORDINALS = re.compile(rf"\b(?P<low>{ORDINAL})(?:(?: et| a| ou|,)(?: la| le| l')? (?P<high>{ORDINAL}))? ?\Z")
_ORDINAL_ENDINGS = ("e ", "r ", "d ")
"""« 16e », « premier », « 2nd »: the costlier search waits for these letters before the unit."""
_NUMBERS_AFTER = re.compile(
    r" (?P<low>\d{1,3})(?:(?: ?- ?| a )(?P<high>\d{1,3})|(?P<more>(?:(?:, | et | ou )\d{1,3}\b(?!,\d))+))?"
    r"(?![\d%]|[.,]\d| ?%|e\b)"
)
_ARTICLE = re.compile(r"\b(?:jusqu'a la|a la|des la|de la|au|aux|a|la) \Z")

_CODE = re.compile(r"(?P<letter>[SWJM])(?P<gap> ?-?)(?P<number>\d{1,3})(?![\w²³+]|[.,]\d)")
_CODE_WEEKS = {"S": 1.0, "W": 1.0, "J": 1 / 7, "M": WEEKS_PER_MONTH}
_CODE_KEYS = Words(*_CODE_WEEKS)
_MONTHS_MAX = 120
_LEADS_TO_CODE = re.compile(r"\b(?:a|a la|des|jusqu'a|de) \Z")
_NO_CODE = re.compile(
    r"(?:[^\W\d_]-|[\w.]"
    r"|(?:macrophages?|types?|recepteurs?|stades?|profils?|proteines?|n[0-3]|vitamine|polarisation) )\Z"
)
"""Before « M2 » or « S100 »: a name that goes on, a cell, a receptor, a tumour stage, a protein."""

_BASELINE_KEY = re.compile(
    "inclusion|initia|basal|de base|baseline|randomisation|depart|debut|entree|admission|avant |t0"
)
_BASELINE_WORDS = Words(
    "t",
    beginnings=(
        *("inclusion", "initia", "basal", "baseline", "randomisation", "depart", "debut", "entree", "admission"),
        "avant",
    ),
)
_BASE = Words("base")
_BASELINE = re.compile(
    r"\b(?:(?:a |des |lors de )(?:l'(?:inclusion|etat (?:initial|basal|de base)|entree|admission)|la (?:randomisation"
    r"|baseline|visite (?:initiale|d'inclusion)|consultation initiale|ligne de base)|baseline|t0)"
    r"(?: dans l'(?:etude|essai))?|au (?:depart|debut) (?:de l'(?:etude|essai)|du (?:traitement|suivi))"
    r"|au depart\b|en debut (?:d'etude|de traitement)|avant (?:le |tout |l')?(?:traitement|instauration|inclusion)"
    r"|(?:valeurs?|scores?|niveaux?) (?:initiale?s?|initiaux|de base)|initialement(?= (?:de|a) \d))\b"
)


def find_timepoints(
    text: str, low: str, places: NumberPlaces | None = None, words: WordPlaces | None = None
) -> Iterator[Found]:
    """The times in folded text that are no ages and no values, each in weeks with its role.

    `low` is the text in lower case.

    >>> text = "a S16, apres un suivi median de 52 semaines"
    >>> [(f.value.weeks, f.value.role) for f in find_timepoints(text, text.lower())]
    [(16.0, 'at'), (52.0, 'followup')]
    """
    by_unit = _by_unit(low, places or NumberPlaces.of_text(low))
    words = words or WordPlaces.of_text(low)
    baselines = _baselines(low, words)
    taken = 0
    for found in sorted([*_codes(text, low, words), *by_unit, *baselines], key=lambda f: (f.start, -f.end)):
        if found.start >= taken:
            taken = found.end
            yield found


def _by_unit(low: str, places: NumberPlaces) -> Iterator[Found]:
    for unit in matches_at(places.time_units, _UNIT, low):
        if unit.start() and low[unit.start() - 1] not in _BEFORE_UNIT:
            continue
        may_be_ordinal = low.endswith(_ORDINAL_ENDINGS, 0, unit.start())
        ordinals = may_be_ordinal and _ORDINALS.search(low, max(0, unit.start() - _LOOK_BACK), unit.start())
        if ordinals:
            yield from _ordinal_time(ordinals, unit, low)
        elif amount := first_from(places.any, _AMOUNT, low, unit.start() - _LOOK_BACK, unit.start()):
            yield from _amount_of_time(amount, unit, low)
        elif numbers := _NUMBERS_AFTER.match(low, unit.end()):
            yield from _numbered_time(numbers, unit, low)


def _ordinal_time(ordinals: re.Match[str], unit: re.Match[str], low: str) -> Iterator[Found]:
    """« à la 16e semaine », « la 8e et la 24e semaine »."""
    weeks = [n * _weeks(unit) for end in ("low", "high") if ordinals[end] and (n := read_ordinal(ordinals[end]))]
    if weeks:
        start = _with_article(low, ordinals.start())
        yield Found(start, unit.end(), Timepoint(_rounded(weeks[0]), "at", *map(_rounded, weeks[1:])))


def _numbered_time(numbers: re.Match[str], unit: re.Match[str], low: str) -> Iterator[Found]:
    """« à la semaine 16 », « aux semaines 4, 8 et 12 », « semaines 8 à 12 »."""
    weeks = _weeks(unit)
    first, high = int(numbers["low"]), numbers["high"]
    end = numbers.end("high") if high else numbers.end("low")
    last = _rounded(int(high) * weeks) if high else None
    start = _with_article(low, unit.start())
    yield Found(start, end, Timepoint(_rounded(first * weeks), "at" if first else "baseline", last))
    if numbers["more"]:
        for further in re.compile(r"\d+").finditer(low, numbers.start("more"), numbers.end("more")):
            yield Found(further.start(), further.end(), Timepoint(_rounded(int(further.group()) * weeks)))


def _amount_of_time(amount: re.Match[str], unit: re.Match[str], low: str) -> Iterator[Found]:
    """« 24 semaines », « deux ans et demi », « 12-16 semaines », « 3, 6 et 12 mois »."""
    if amount["high"] and _RANGE_BEFORE.search(low, max(0, amount.start() - 12), amount.start()):
        amount = _AMOUNT.search(low, amount.start("high"), unit.start()) or amount
    values = [value for end in ("low", "high") if amount[end] and (value := read_numeral(amount[end])) is not None]
    if not values or (amount["high"] and len(values) == 1):
        return
    listed = _listed_before(low, amount.start())
    first = listed[0].start("one") if listed else amount.start()
    weeks = _weeks(unit)
    role = role_of(low, first, unit.end(), values, in_years=weeks == WEEKS_PER_YEAR)
    if role is None:
        return
    for one in listed:
        yield Found(
            one.start("one"), one.end("one"), Timepoint(_rounded((read_numeral(one["one"]) or 0) * weeks), role)
        )
    half = _HALF.match(low, unit.end())
    end = half.end() if half else unit.end()
    spans = [_rounded((value + (0.5 if half else 0)) * weeks) for value in values]
    if amount["high"] and amount["joint"] in (" et ", " ou ") and not low.endswith("entre ", 0, first):
        yield Found(amount.start(), amount.end("low"), Timepoint(spans[0], role))
        yield Found(amount.start("high"), end, Timepoint(spans[1], role))
    else:
        yield Found(amount.start(), end, Timepoint(spans[0], role, *spans[1:]))


def _listed_before(low: str, start: int) -> list[re.Match[str]]:
    """The numbers before `start` that share its unit (« 3, 6 et 12 mois »), in text order."""
    listed: list[re.Match[str]] = []
    while one := _LISTED.search(low, max(0, start - 25), start):
        listed.insert(0, one)
        start = one.start("one")
    return listed


def _codes(text: str, low: str, words: WordPlaces) -> Iterator[Found]:
    """S16, W12, J28, M6; S0 and J0 are the baseline."""
    for code in matches_at(words.of(_CODE_KEYS), _CODE, text):
        number, letter = int(code["number"]), code["letter"]
        before = low[max(0, code.start() - 20) : code.start()]
        if _NO_CODE.search(before) or (code["gap"] and not _LEADS_TO_CODE.search(before)):
            continue
        if letter != "M" or number <= _MONTHS_MAX:
            weeks = _rounded(number * _CODE_WEEKS[letter])
            yield Found(code.start(), code.end(), Timepoint(weeks, "at" if number else "baseline"))


def _baselines(low: str, words: WordPlaces) -> Iterator[Found]:
    read_to = 0
    bases = [at - len("de ") for at in words.of(_BASE) if at >= len("de ")]
    starts = sorted([*words.of(_BASELINE_WORDS), *bases])
    for key in filter(None, (_BASELINE_KEY.match(low, start) for start in starts)):
        mention = _BASELINE.search(low, max(read_to, key.start() - 20), key.end() + 25)
        if mention and mention.start() <= key.start() < mention.end():
            read_to = mention.end()
            yield Found(mention.start(), mention.end(), Timepoint(0.0, "baseline"))


def _with_article(low: str, start: int) -> int:
    """Where the time that begins at `start` begins with its article: « à la semaine 16 »."""
    article = _ARTICLE.search(low, max(0, start - 12), start)
    return article.start() if article else start


def _weeks(unit: re.Match[str]) -> float:
    written = unit.group().rstrip(".")
    return _UNIT_WEEKS[written if written in _UNIT_WEEKS else written.removesuffix("s")]


def _rounded(weeks: float) -> float:
    """Two decimals, as the evidence table writes weeks."""
    return round(weeks, 2)


def _find(layers: Layers) -> Iterator[Found]:
    return find_timepoints(layers.unclaimed, layers.unclaimed_low, layers.numbers, layers.words)


register_finder("timepoints", "timepoint", _find)
