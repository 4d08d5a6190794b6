"""Shares and counts in words: « un tiers des malades », « trois patients sur quatre », « quatre cancers »."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.entities.anchors import matches_at, starts_of
from extract.entities.model import Number
from extract.entities.number_places import NumberPlaces, first_from, near_before
from extract.entities.numerals import NUMBER, PERCENT, WORDS, read_numeral, read_words, to_float, word_numbers
from extract.entities.qualifiers import read_qualifier
from extract.entities.sample_sizes import LONGEST_COUNT, PEOPLE, PEOPLE_BEGINNINGS
from extract.entities.spans import Found
from extract.entities.word_places import WordPlaces, Words

_PARTS = {"moitie": 50.0, "tiers": 33.33, "quart": 25.0, "cinquieme": 20.0, "dixieme": 10.0}
_PART_KEYS = Words(*_PARTS)
_PART = re.compile(
    rf"(?P<part>{'|'.join(_PARTS)})s?"
    r"(?= (?:des|de|du|ont|avaient|etaient|d'entre|seulement|environ|une?|se|a|n')\b| d'| ?[,.;)]| ?$)"
)
_TIMES = re.compile(r"\b(?:(?:les |des )?(?P<times>un|deux|trois|quatre) |la |le )\Z")
_SLASHED = re.compile(r"(?P<times>[1-4])/(?P<of>[2345])(?= (?:des|de|d'))")
_SUR = re.compile(rf" sur (?P<total>{WORDS}|\d{{1,2}}(?![\d,.]\d|\d| ?%| \d{{3}}))\b")
_BEFORE_PERCENT = re.compile(rf"\b(?P<value>{WORDS}) \Z")
_EVENTS = re.compile(rf"\b(?P<events>{WORDS}|\d{{1,2}})(?: seule?)?(?: (?!sur\b)[^\W\d]+){{0,2}}\Z")
_COUNTED = re.compile(
    rf"(?P<only> seule?s?)?(?: autres| nouveaux| nouvelles)? (?P<noun>{PEOPLE}|deces|rechutes?"
    r"|recidives?|poussees?|cancers?|carcinomes?|melanomes?|lymphomes?|infections?|evenements?|effets|arrets?"
    r"|grossesses?|embolies?|thromboses?|hospitalisations?|episodes?|conjonctivites?|zonas?|sorties|interruptions?"
    r"|fractures?|suicides?)\b"
)
_COUNTED_WORDS = Words(
    beginnings=(
        *PEOPLE_BEGINNINGS,
        *("dece", "rechute", "recidive", "poussee", "cancer", "carcinome", "melanome", "lymphome", "infection"),
        *("evenement", "effet", "arret", "grossesse", "embolie", "thrombose", "hospitalisation", "episode"),
        *("conjonctivite", "zona", "sortie", "interruption", "fracture", "suicide"),
    )
)
_KNOWN = re.compile(r"(?:\w|[-']|\b(?:les|ces|ses|aux|des) )$")
"""Before « deux patients » that are not counted but known: « ces deux patients »."""
_LONGEST_WORDS = 40
"""Characters of the longest number up to a hundred in words, and a little more."""
_WITH_SHARE = re.compile(rf" ?[(\[](?:soit )?(?P<share>{NUMBER}) ?{PERCENT} ?[)\]]")
_ALWAYS_COUNTED = ("cas", "deces")
"""« un décès » counts one; « un patient » may only introduce somebody."""


def find_shares(low: str, places: NumberPlaces, words: WordPlaces) -> Iterator[Found]:
    """The shares in words in folded lower-case text, in percent to two decimals; « la quasi-totalité » is none.

    >>> low = "pres d'un tiers des malades, trois patients sur quatre, de moitie"
    >>> [f.value.value for f in find_shares(low, NumberPlaces.of_text(low), WordPlaces.of_text(low))]
    [33.33, 75.0]
    """
    for mention in matches_at(words.of(_PART_KEYS), _PART, low):
        times = _TIMES.search(low, max(0, mention.start() - 12), mention.start())
        if times:
            part, number = _PARTS[mention["part"]], read_words(times["times"] or "un") or 1
            percent = 66.67 if (part, number) == (33.33, 2) else part * number
            yield _share(times.start(), mention.end(), percent, low)
    for mention in matches_at((at - 1 for at in starts_of("/", low)), _SLASHED, low):
        if not low[mention.start() - 1 : mention.start()].isalnum():
            yield _share(mention.start(), mention.end(), 100 * int(mention["times"]) / int(mention["of"]), low)
    for at in starts_of(("pour cent",), low):
        spelled = _BEFORE_PERCENT.search(low, max(0, at - _LONGEST_WORDS), at)
        value = read_words(spelled["value"]) if spelled else None
        if spelled and value is not None:  # « quatre-vingts pour cent »
            yield _share(spelled.start(), at + len("pour cent"), float(value), low)
    for mention in matches_at(starts_of((" sur ",), low), _SUR, low):
        before = first_from(places.any, _EVENTS, low, mention.start() - 45, mention.start())
        events, total = before and read_numeral(before["events"]), read_numeral(mention["total"])
        if before and before["events"] not in ("1", "un", "une") and mention["total"].isdigit():
            continue  # « coté 3 sur 10 »
        if before and events is not None and total is not None and events <= total and total > 1:
            yield _share(before.start(), mention.end(), 100 * events / total, low)


def _share(start: int, end: int, percent: float, low: str) -> Found:
    start, qualifier = read_qualifier(low, start)
    number = Number(round(percent, 2), "%", approximate=qualifier.approximate, bound=qualifier.bound)
    return Found(start, end, number)


def find_word_counts(low: str, spelled: str, places: NumberPlaces, words: WordPlaces) -> Iterator[Found]:
    """The counts of people and events in words; `spelled` is the same text with its accents.

    >>> low = "trois deces, un patient"
    >>> places, words = NumberPlaces.of_text(low), WordPlaces.of_text(low)
    >>> found = find_word_counts(low, "trois décès, un patient", places, words)
    >>> [(one.value.value, one.value.noun) for one in found]
    [(3.0, 'décès')]
    """
    for number in word_numbers(low, near_before(places.words, words.of(_COUNTED_WORDS), LONGEST_COUNT)):
        counted = _COUNTED.match(low, number.end())
        if counted is None or _KNOWN.search(low, max(0, number.start() - 5), number.start()):
            continue
        count = read_words(number.group())
        is_article = number.group() in ("un", "une") and not counted["only"] and counted["noun"] not in _ALWAYS_COUNTED
        if count is not None and not is_article and not low.startswith((" sur ", " pour un"), counted.end()):
            start, qualifier = read_qualifier(low, number.start())
            share = _WITH_SHARE.match(low, counted.end())
            noun = spelled[counted.start("noun") : counted.end("noun")].lower()
            value = Number(float(count), "", approximate=qualifier.approximate, bound=qualifier.bound, noun=noun)
            if share:  # « sept patients (1,9 %) »
                value = replace(value, value=to_float(share["share"]), unit="%", events=count)
            yield Found(start, (share or counted).end(), value)
