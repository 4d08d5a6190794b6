"""Rhythms of administration: « deux fois par jour », « toutes les 4 semaines », q2w, « un jour sur deux »."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extract.entities.model import Dose
from extract.entities.numerals import WORDS
from extract.entities.spans import Found
from extract.entities.word_places import WordPlaces, Words

_COUNT = rf"(?:\d{{1,2}}|{WORDS})"
_PERIOD = r"(?:jours?|j|semaines?|sem|mois|ans?|heures?|h|nuits?|soirs?|matins?)"
_TIMES = (
    rf"(?:(?:{_COUNT}(?: (?:a|ou) {_COUNT})?|plusieurs) fois|x ?\d|\d ?x"
    rf"|{_COUNT} (?:prises?|applications?|injections?|seances?|doses?|perfusions?))"
)
_RHYTHM = (
    rf"(?:{_TIMES} ?(?:par|/|chaque) ?(?:jour|j|semaine|sem|mois|an|annee|24 ?h)\b"
    rf"|{_COUNT} fois (?:l'an|la semaine)\b"
    rf"|tou(?:te)?s les (?:{_COUNT}(?:-{_COUNT})? (?:(?:a|ou)(?: tou(?:te)?s les)? {_COUNT} )?)?{_PERIOD}\b"
    r"|une? (?:semaine|jour|mois) sur deux|chaque (?:jour|semaine|mois|soir|matin|nuit)\b|matin et soir"
    r"|une injection (?:quotidienne|hebdomadaire|mensuelle|trimestrielle)"
    r"|(?<!\w)q\d{1,2}(?:w|h|s|sem)\b|(?<!\w)b\.?i\.?d\b)"
)
_LOOSE = (
    r"(?:(?:quotidien|hebdomadaire|mensuel|trimestriel|bimensuel|biquotidien)(?:le|ne|lement|nement)?s?\b"
    r"|par (?:jour|semaine|mois|an)\b|/ ?(?:\d{1,2} ?)?(?:jours?|j|semaines?|sem|mois)\b"
    r"|en (?:dose|prise|injection|perfusion|administration|une seule prise) unique)"
)
"""Wordings that are a rhythm only right after an amount: « la vie quotidienne », « deux poussées par semaine »."""

_AFTER_AMOUNT = re.compile(rf"(?:,? ?(?:en |administree?s? |a raison de )?(?P<rhythm>{_RHYTHM}|{_LOOSE}))?")

_KEYS = Words(
    *("fois", "tous", "toutes", "sur", "chaque", "matin", "q", "bid", "b", "bi", "x"),
    *("prise", "application", "injection", "seance", "dose", "perfusion"),
)
_KEY = re.compile(
    r"fois (?:par|/|chaque|l)|tou(?:te)?s les |sur deux|chaque (?=[jsmn])|matin et soir|q\d{1,2}[whs]"
    r"|b\.?i\.?d\b|x ?\d ?/"
    r"|(?:prises?|applications?|injections?|seances?|doses?|perfusions?) (?:par|quot|hebdo|mens|trim)"
)
"""What every rhythm holds; the rhythm is then looked for around it."""
_ALONE = re.compile(_RHYTHM)
_INITIALS = frozenset("0123456789bcdhmnopqstuvx")
"""What a rhythm begins with."""
_LOOK_BACK, _LOOK_AHEAD = 32, 48
"""Characters before and after a key that a rhythm may take up."""


class WithRhythm(NamedTuple):
    """The match of an amount, with the rhythm behind it and where that ends; without one the amount's own end."""

    amount: re.Match[str]
    rhythm: str | None
    end: int


def with_rhythms(starts: Iterable[int], amount: re.Pattern[str], low: str) -> Iterator[WithRhythm]:
    """Each match of `amount` that begins at one of `starts` in folded lower-case text, in text order.

    None lies inside the rhythm of another. `starts` ascend.
    """
    read_to = 0
    for start in starts:
        if start >= read_to and (found := amount.match(low, start)):
            after = _AFTER_AMOUNT.match(low, found.end())
            assert after is not None  # it matches nothing too
            read_to = after.end()
            yield WithRhythm(found, after["rhythm"], read_to)


def find_rhythms(low: str, words: WordPlaces | None = None) -> Iterator[Found]:
    """The rhythms in folded lower-case text, as doses without amounts, in text order.

    >>> [f.value.rhythm for f in find_rhythms("une injection toutes les 4 semaines ; tous les patients")]
    ['toutes les 4 semaines']
    """
    read_to = 0
    starts = (words or WordPlaces.of_text(low)).of(_KEYS)
    for key in filter(None, (_KEY.match(low, start) for start in starts)):
        rhythm = _first_by(key, low, read_to)
        if rhythm and key.start() < rhythm.end():
            read_to = rhythm.end()
            if not low[rhythm.start() - 1 : rhythm.start()].isalnum():
                yield Found(rhythm.start(), rhythm.end(), Dose((), "", rhythm.group()))


def _first_by(key: re.Match[str], low: str, read_to: int) -> re.Match[str] | None:
    """The first rhythm that begins before a key or at it."""
    for start in range(max(read_to, key.start() - _LOOK_BACK), key.start() + 1):
        if low[start] in _INITIALS and (rhythm := _ALONE.match(low, start, key.end() + _LOOK_AHEAD)):
            return rhythm
    return None
