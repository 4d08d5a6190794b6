"""Numbers that may be a result: percentages, means, changes, counts, ranges.

Runs last of the numeric components: what is an interval, a contrast, a dose, a time, a sample or nobody's result has
been read before.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.anchors import matches_at
from extract.entities.model import Number
from extract.entities.number_places import NumberPlaces
from extract.entities.numerals import END, NUMBER, PERCENT, START, to_float, to_optional
from extract.entities.qualifiers import read_qualifier
from extract.entities.sample_sizes import PEOPLE
from extract.entities.shares import find_shares, find_word_counts
from extract.entities.spans import CLAIMED, Found, layers_of, put_spans, text_of
from extract.entities.word_places import WordPlaces

_UNIT = (
    rf"(?:{PERCENT}|[a-zµ]{{1,10}}[\d²³]?(?: ?/ ?(?!\d)[a-zµ]{{1,8}}[\d²³]?)+(?!\w)|‰|pour mille\b"
    rf"|points? de (?:pourcentage|pourcent|%)|(?:points?|pts?)\b"
    r"|(?:jours?|semaines?|mois|ans?|annees?|heures?|h|minutes?|min|secondes?)\b"
    r"|(?:mm ?hg|bpm)\b|(?:m|mm|cm|µm|kg|g|log)[²2³3]?(?!\w)|/ ?100?\b"
    r"|(?:par|pour|/) ?(?:\d[\d ]* [a-z]+-annees?|1(?: ?0){2,5} [a-z]+)|par (?:an|mois)\b)"
)
_PERCENTAGE = re.compile(rf"{PERCENT}|points? de .*")
_NUMBER = re.compile(NUMBER + END)
_PART_OF_NAME = re.compile(r"-[^\W\d]| ?(?:e|er|re|eme|ere|nd|nde)\b| ?°")
"""After the 5 of « 5-FU », the 2 of « 2e génération »."""
_START = re.compile(rf"{START}(?!0\d)")
"""Where a number may begin; « 0001877 » is a code."""
_RANGE = re.compile(rf"(?: ?{PERCENT})?(?P<joint> ?- ?| a | et )(?P<high>(?:- ?)?{NUMBER}){END}(?!\w)")
_REST = re.compile(
    rf"(?: ?[(\[]? ?± ?(?P<spread>{NUMBER}){END}[)\]]?)?(?: ?(?P<unit>{_UNIT}))?"
    rf"(?: ?± ?(?P<spread_after>{NUMBER}){END}(?: ?{_UNIT})?)?"
)
_SIGN = re.compile(
    rf"(?:(?<![\w)%\]{CLAIMED} ]) ?|\b(?:de|a|et|contre|vs|ou|par|puis|respectivement) |[:=,;(\[|] |(?<= )(?=[-+]\Z))"
    r"(?P<sign>[-+] ?)\Z"
)
"""A sign, not a dash between words: it stands close to its number, or after punctuation or a word that leads to one."""
_CHANGE = re.compile(
    r"\b(?:pass|diminu|baiss|augment|redui|evolu|chut|descen|mont|amelior|decru|recul|progress|tomb)\w*"
    r"(?:(?! all| vari)[^.;]){0,60}\bde \Z"
)
"""« passé de 14,2 à 4,1 » tells two values, « de 30 à 40 % » one range."""
_NO_NOUN = (
    r"(?:dans|sous|chez|mais|puis|alors|avec|contre|plus|moins|fois|apres|avant|des|pas|tous|toutes|leurs|ses|ces|les"
    r"|tres|sans|selon|vers|versus|vs|lors|respectivement|depuis|hors|points|deux|trois|six|dix|aux|nos|vos|est)"
)
_NOUN = re.compile(
    r" (?:(?:autres|nouveaux|nouvelles|seuls|premiers) )?"
    rf"(?P<noun>(?!{_NO_NOUN}\b)[^\W\d_]{{2,}}[sx](?:-annees)?|personne|patient|malade)(?![\w'])"
)
_SHARE_OF_COUNT = re.compile(
    rf"(?: (?:[dl]')?[^\W\d]+){{0,5}} ?[(\[](?:soit )?(?P<share>{NUMBER}){END} ?{PERCENT}"
    rf"(?: ?[)\]])?"
)
_IS_N = re.compile(r"\bn ?[=:] ?\Z")
_N_SIGNS = ("=", "= ", ":", ": ")
_SHARE_BESIDE_N = re.compile(rf" ?[,;(] ?(?P<share>{NUMBER}){END} ?{PERCENT}")
"""« (n = 84, 44,9 %) »."""
_COUNT_OF_SHARE = re.compile(
    rf" ?[(\[,;] ?(?:soit |n ?[=:] ?)?(?P<count>\d{{1,3}}(?: \d{{3}}){{1,3}}|\d{{1,9}}){END}(?: {PEOPLE})?(?: ?[)\]])"
)
_JOINT = re.compile(r" ?(?:[,/]|et|ou|puis|contre|vs\.?|versus|a) ?(?:(?:de|a|par|chez|pour) )?")


def find_numbers(
    low: str, written: str, places: NumberPlaces | None = None, words: WordPlaces | None = None
) -> list[Found]:
    """The numbers in folded lower-case text in which everything else is already claimed, in text order.

    `written` is the text before folding, from which units and counted nouns are taken with their accents.

    >>> text = "51,2 % contre 16,9 %, baisse de 5,1 points"
    >>> [(f.value.value, f.value.unit) for f in find_numbers(text, text)]
    [(51.2, '%'), (16.9, '%'), (5.1, 'points')]
    """
    places = places or NumberPlaces.of_text(low)
    words = words or WordPlaces.of_text(low)
    shares = [*find_shares(low, places, words), *find_word_counts(low, written, places, words)]
    digits = _apart_from(shares, _digits(low, written, places.open_digits(low)))
    return _with_shared_units(sorted([*shares, *digits], key=lambda f: f.start), low)


def _apart_from(taken: list[Found], found: Iterator[Found]) -> Iterator[Found]:
    """What is found outside `taken`; looked up by position, for a page of figures holds hundreds of both."""
    in_order = sorted(taken, key=lambda f: f.start)
    starts = [f.start for f in in_order]
    reach = list(accumulate((f.end for f in in_order), max))
    for one in found:
        before = bisect_left(starts, one.end)
        if not before or reach[before - 1] <= one.start:
            yield one


def _digits(low: str, spelled: str, starts: list[int]) -> Iterator[Found]:
    read_to = 0
    for mention in matches_at(starts, _NUMBER, low):
        if (
            mention.start() >= read_to
            and _START.match(low, mention.start())
            and (found := _read(mention, low, spelled))
        ):
            read_to = found.end
            yield found


def _read(mention: re.Match[str], low: str, spelled: str) -> Found | None:
    if _PART_OF_NAME.match(low, mention.end()):
        return None
    closing = _range_of(mention, low)
    rest = _REST.match(low, closing.end() if closing else mention.end())
    assert rest is not None  # every part of the pattern is optional
    spread, written_unit, spread_after = rest.groups()
    if rest.end() == mention.end() and low[rest.end() : rest.end() + 1].isalpha():
        return None  # « 2b », « 5q »
    sign = _sign_of(mention, low)
    value = to_float((sign["sign"] if sign else "") + mention.group())
    start, qualifier = read_qualifier(low, sign.start("sign") if sign else mention.start())
    unit = _unit(spelled[rest.start("unit") : rest.end("unit")]) if written_unit else ""
    count = _count(start, rest.end(), value, unit, low, spelled, is_range=closing is not None)
    number = Number(
        value if count.share is None else count.share,
        unit if count.share is None else "%",
        to_float(closing["high"]) if closing else None,
        qualifier.approximate,
        qualifier.bound,
        to_optional(spread or spread_after),
        sign is not None,
        count.noun,
        count.events,
    )
    return Found(start, count.end, number)


def _sign_of(mention: re.Match[str], low: str) -> re.Match[str] | None:
    """The sign before the number; most have none, and are not searched for one."""
    start = mention.start()
    has_sign = low.endswith(("-", "+", "- ", "+ "), max(0, start - 2), start)
    return _SIGN.search(low, max(0, start - 18), start) if has_sign else None


def _range_of(mention: re.Match[str], low: str) -> re.Match[str] | None:
    """The end of the range that the number begins, None where it begins none."""
    closing = _RANGE.match(low, mention.end())
    if closing is None or to_float(closing["high"]) <= to_float(mention.group()):
        return None
    before = low[max(0, mention.start() - 80) : mention.start()]
    if closing["joint"] == " et ":
        return closing if before.endswith("entre ") else None
    return None if _CHANGE.search(before) else closing


def _unit(written: str) -> str:
    if written == "%" or _PERCENTAGE.fullmatch(written.lower()):
        return "%"
    return "points" if written.lower().startswith(("point", "pt")) else written


class _Count(NamedTuple):
    """What a number counts, or the count that a percentage stands for, and where that is told to its end.

    `share` is the percentage where the number is the count of one.
    """

    end: int
    noun: str | None = None
    events: int | None = None
    share: float | None = None


def _count(start: int, end: int, value: float, unit: str, low: str, spelled: str, *, is_range: bool) -> _Count:
    if unit == "%":
        count = None if is_range else _COUNT_OF_SHARE.match(low, end)
        return _Count(count.end(), events=int(count["count"].replace(" ", ""))) if count else _Count(end)
    if unit:
        return _Count(end)
    noun = _NOUN.match(low, end)
    end = noun.end("noun") if noun else end
    named = spelled[noun.start("noun") : end].lower() if noun else None
    is_n = low.endswith(_N_SIGNS, 0, start) and _IS_N.search(low, max(0, start - 4), start)
    beside = _SHARE_BESIDE_N if is_n else _SHARE_OF_COUNT
    share = beside.match(low, end) if value.is_integer() else None
    return _Count(share.end(), named, int(value), to_float(share["share"])) if share else _Count(end, named)


def _with_shared_units(found: list[Found], low: str) -> list[Found]:
    """« 59, 23 et 28 % »: a number without a unit has that of the next one in its list."""
    shared = list(found)
    for i in range(len(found) - 2, -1, -1):
        number, following = shared[i].value, shared[i + 1].value
        assert isinstance(number, Number)
        assert isinstance(following, Number)
        bare = not number.unit and number.noun is None
        if bare and following.unit and _JOINT.fullmatch(low, found[i].end, found[i + 1].start):
            shared[i] = found[i]._replace(value=replace(number, unit=following.unit))
    return shared


def make_numbers(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component that sets `doc.spans["number"]`."""

    def read(doc: Doc) -> Doc:
        layers = layers_of(doc)
        found = find_numbers(layers.unclaimed_low, text_of(doc), layers.numbers, layers.words)
        put_spans(doc, "number", found)
        return doc

    return read


Language.factory("extract_numbers", default_config={"rules_dir": None}, func=make_numbers)
