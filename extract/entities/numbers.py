"""Numbers that may be a result: percentages, means, changes, counts, ranges.

Runs last of the numeric components: what is an interval, a contrast, a dose, a time, a sample or nobody's result has
been read before.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.model import Number
from extract.entities.numerals import END, NUMBER, PERCENT, START, to_float, to_optional
from extract.entities.qualifiers import read_qualifier
from extract.entities.shares import find_shares, find_word_counts
from extract.entities.spans import Found, put_spans

_UNIT = (
    rf"(?:{PERCENT}|‰|pour mille\b|points? de (?:pourcentage|pourcent|%)|(?:points?|pts?)\b"
    r"|(?:jours?|semaines?|mois|ans?|annees?|heures?|h|minutes?|min|secondes?)\b|(?:m|mm|cm|µm|kg|g"
    r"|log)[²2³3]?(?!\w)|/ ?100?\b"
    r"|[a-zµ]{1,6}(?:\d|²|³)?(?: ?/ ?(?!\d)[a-zµ]{1,8}(?:\d|²|³)?)+(?!\w)|par (?:an|mois|1(?: ?0){2,3} \w+"
    r"|\d+ \w+-annees?))"
)
_NUMBER = re.compile(rf"{START}{NUMBER}{END}(?!-[^\W\d])(?! ?(?:e|er|re|eme|ere|nd|nde)\b)(?! ?°)")
_REST = re.compile(
    rf"(?: ?{PERCENT}(?= ?-| a\b))?(?:(?P<joint> ?- ?| a | et )(?P<high>(?:- ?)?{NUMBER}){END}(?!\w))?"
    rf"(?: ?± ?(?P<spread>{NUMBER}){END})?(?: ?(?P<unit>{_UNIT}))?(?: ?± ?(?P<spread_after>{NUMBER}){END}"
    rf"(?: ?{_UNIT})?)?"
)
_SIGN = re.compile(
    r"(?:(?<![\w)%\]\x1a ]) ?|(?:\b(?:de|a|et|contre|vs|ou|par|puis|respectivement|:|=) ))(?P<sign>[-+] ?)$"
)
_CHANGE = re.compile(
    r"\b(?:pass|diminu|baiss|augment|redui|evolu|chut|descen|mont|amelior|decru|recul|progress"
    r"|tomb)\w*(?:(?! all| vari)[^.;]){0,60}\bde $"
)
"""« passé de 14,2 à 4,1 » tells two values, « de 30 à 40 % » one range."""
_NO_NOUN = (
    r"(?:dans|sous|chez|mais|puis|alors|avec|contre|plus|moins|fois|apres|avant|des|pas|tous|toutes|leurs|ses"
    r"|ces|les|tres"
    r"|sans|selon|vers|versus|vs|lors|respectivement|depuis|hors|points|deux|trois|six|dix|aux|nos|vos|est)"
)
_NOUN = re.compile(
    rf" (?:(?:autres|nouveaux|nouvelles|seuls|premiers) )?(?P<noun>(?!{_NO_NOUN}\b)[^\W\d_]{{2,}}[sx]|personne"
    rf"|patient|malade)(?![\w'])"
)
_SHARE_OF_COUNT = re.compile(
    rf"(?: [^\W\d]+){{0,5}} ?[(\[](?:soit |, )?(?P<share>{NUMBER}){END} ?{PERCENT}(?: ?[)\]])?"
)
_COUNT_OF_SHARE = re.compile(
    rf" ?[(\[,;] ?(?:soit |n ?[=:] ?)?(?P<count>\d{{1,3}}(?: \d{{3}})+|\d+){END}"
    rf"(?: (?!sur\b|/)(?:patientes?|malades|sujets|participants|cas|enfants|femmes|hommes|personnes))?(?: ?[)\]])"
)
_JOINT = re.compile(r" ?(?:[,/]|et|ou|puis|contre|vs\.?|versus|a) ?(?:(?:de|a|par|chez|pour) )?")


def find_numbers(text: str, written: str | None = None) -> list[Found]:
    """The numbers in folded text in which everything else is already claimed, in text order.

    `written` is the text before folding, from which counted nouns are taken with their accents.

    >>> [(f.value.value, f.value.unit) for f in find_numbers("51,2 % contre 16,9 %, baisse de 5,1 points")]
    [(51.2, '%'), (16.9, '%'), (5.1, 'points')]
    """
    low = text.lower()
    spelled = (written or text).lower()
    shares = [*find_shares(low), *find_word_counts(low, spelled)]
    digits = [f for f in _digits(low, spelled) if not any(s.start < f.end and f.start < s.end for s in shares)]
    return _with_shared_units(sorted([*shares, *digits], key=lambda f: f.start), low)


def _digits(low: str, spelled: str) -> Iterator[Found]:
    read_to = 0
    for mention in _NUMBER.finditer(low):
        if mention.start() >= read_to and (found := _read(mention, low, spelled)):
            read_to = found.end
            yield found


def _read(mention: re.Match[str], low: str, spelled: str) -> Found | None:
    rest = _rest(mention, low)
    end = max(rest.end(), mention.end())
    if end == mention.end() and low[end : end + 1].isalpha():
        return None  # « 2b », « 5q »: part of a name
    sign = _SIGN.search(low, max(0, mention.start() - 18), mention.start())
    start = sign.start("sign") if sign else mention.start()
    value = to_float((sign["sign"] if sign else "") + mention.group())
    start, qualifier = read_qualifier(low, start)
    spread = rest["spread"] or rest["spread_after"]
    unit = spelled[rest.start("unit") : rest.end("unit")] if rest["unit"] else None
    number = Number(
        value, _unit(unit), to_optional(rest["high"]), qualifier.approximate, qualifier.bound,
        to_optional(spread), sign is not None,
    )  # fmt: skip
    return _with_count(Found(start, end, number), number, low, spelled)


def _rest(mention: re.Match[str], low: str) -> re.Match[str]:
    """What follows a number: the end of its range where it has one, its spread and unit."""
    rest = _REST.match(low, mention.end())
    assert rest is not None  # every part of the pattern is optional
    if rest["high"] and not _is_range(mention, rest, low):
        without = _REST_WITHOUT_RANGE.match(low, mention.end())
        assert without is not None
        return without
    return rest


_REST_WITHOUT_RANGE = re.compile(_REST.pattern.replace(r"(?P<joint> ?- ?| a | et )", r"(?!)(?P<joint>)", 1))


def _is_range(mention: re.Match[str], rest: re.Match[str], low: str) -> bool:
    before = low[max(0, mention.start() - 80) : mention.start()]
    if to_float(rest["high"]) <= to_float(mention.group()):
        return False
    if rest["joint"].strip() == "et":
        return before.endswith("entre ")
    return not _CHANGE.search(before)


def _unit(written: str | None) -> str:
    if not written:
        return ""
    if re.fullmatch(rf"{PERCENT}|points? de .*", written):
        return "%"
    return "points" if written.startswith(("point", "pt")) else written


def _with_count(found: Found, number: Number, low: str, spelled: str) -> Found:
    """The number with the noun it counts, or with the count that its percentage stands for."""
    if number.unit == "%":
        count = _COUNT_OF_SHARE.match(low, found.end)
        if count is None or number.value_high is not None:
            return found
        return Found(found.start, count.end(), replace(number, events=int(count["count"].replace(" ", ""))))
    if number.unit:
        return found
    noun = _NOUN.match(low, found.end)
    end = noun.end("noun") if noun else found.end
    named = spelled[noun.start("noun") : noun.end("noun")] if noun else None
    share = _SHARE_OF_COUNT.match(low, end) if number.value == int(number.value) else None
    if share:
        percent = replace(number, value=to_float(share["share"]), unit="%", noun=named, events=int(number.value))
        return Found(found.start, share.end(), percent)
    return Found(found.start, end, replace(number, noun=named))


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
        put_spans(doc, "number", find_numbers(doc._.unclaimed, doc.text))
        return doc

    return read


Language.factory("extract_numbers", default_config={"rules_dir": None}, func=make_numbers)
