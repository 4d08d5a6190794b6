"""Shares and counts in words: « un tiers des malades », « trois patients sur quatre », « quatre cancers »."""

import re
from collections.abc import Iterator

from extract.entities.model import Number
from extract.entities.numerals import WORDS, read_words
from extract.entities.qualifiers import read_qualifier
from extract.entities.spans import Found

_PARTS = {
    "moitie": 50.0,
    "tiers": 33.33,
    "quart": 25.0,
    "quarts": 25.0,
    "cinquieme": 20.0,
    "cinquiemes": 20.0,
    "dixieme": 10.0,
}
_PART = re.compile(
    rf"\b(?:(?:les |des )?(?P<times>un|deux|trois|quatre) |la |le )(?P<part>{'|'.join(_PARTS)})"
    r"(?= (?:des|de|du|ont|avaient|etaient|d'entre|seulement|environ|n')\b| d'| ?[,.;)]| ?$)"
)
_SLASHED = re.compile(r"(?<![\w/])(?P<times>[1-4])/(?P<of>[2345])(?= (?:des|de|d'))")
_SUR = re.compile(rf"\b(?P<events>{WORDS})(?: seule?)?(?P<noun>(?: (?!sur\b)[^\W\d]+){{0,2}}) sur (?P<total>{WORDS})\b")
_COUNT = re.compile(
    rf"(?<!les )(?<!ces )(?<!ses )(?<!aux )(?<!des )\b(?P<count>{WORDS})(?P<only> seule?s?)?(?: autres"
    rf"| nouveaux| nouvelles)? "
    r"(?P<noun>patiente?s?|malades?|sujets?|participants?|enfants?|femmes?|hommes?|personnes?|cas|deces"
    r"|rechutes?|recidives?"
    r"|poussees?|cancers?|carcinomes?|melanomes?|lymphomes?|infections?|evenements?|effets|arrets?|grossesses?"
    r"|embolies?"
    r"|thromboses?|hospitalisations?|episodes?|conjonctivites?|zonas?|sorties|interruptions?|fractures?|suicides?)\b"
)
_ARTICLE = re.compile(r"une?$")
_ALWAYS_COUNTED = ("cas", "deces")
"""« un décès » counts one; « un patient » may only introduce somebody."""


def find_shares(low: str) -> Iterator[Found]:
    """The shares in words in folded lower-case text, in percent to two decimals; « la quasi-totalité » is none.

    >>> [f.value.value for f in find_shares("près d'un tiers des malades, trois patients sur quatre, de moitié")]
    [33.33, 75.0]
    """
    for mention in _PART.finditer(low):
        part = _PARTS[mention["part"]]
        percent = (
            66.67 if (mention["times"], part) == ("deux", 33.33) else part * (read_words(mention["times"] or "un") or 1)
        )
        yield _share(mention, percent, low)
    for mention in _SLASHED.finditer(low):
        yield _share(mention, 100 * int(mention["times"]) / int(mention["of"]), low)
    for mention in _SUR.finditer(low):
        events, total = read_words(mention["events"]), read_words(mention["total"])
        if events is not None and total is not None and events <= total and total > 1:
            yield _share(mention, 100 * events / total, low)


def _share(mention: re.Match[str], percent: float, low: str) -> Found:
    start, qualifier = read_qualifier(low, mention.start())
    number = Number(round(percent, 2), "%", approximate=qualifier.approximate, bound=qualifier.bound)
    return Found(start, mention.end(), number)


def find_word_counts(low: str, spelled: str) -> Iterator[Found]:
    """The counts of people and events in words; `spelled` is the same text with its accents.

    >>> [(f.value.value, f.value.noun) for f in find_word_counts("trois deces, un patient", "trois décès, un patient")]
    [(3.0, 'décès')]
    """
    for mention in _COUNT.finditer(low):
        count = read_words(mention["count"])
        article = _ARTICLE.match(mention["count"]) and not mention["only"] and mention["noun"] not in _ALWAYS_COUNTED
        if count is not None and not article and not low.startswith(" sur ", mention.end()):
            start, qualifier = read_qualifier(low, mention.start())
            noun = spelled[mention.start("noun") : mention.end("noun")].lower()
            number = Number(float(count), "", approximate=qualifier.approximate, bound=qualifier.bound, noun=noun)
            yield Found(start, mention.end(), number)
