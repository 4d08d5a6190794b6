"""p values: « p < 0,001 », « p<10-3 », « p inférieur à 0,05 », « p non significatif », NS; not « p. 12 »."""

import re
from collections.abc import Iterator

from extract.entities.anchors import matches_at, starts_of
from extract.entities.model import PValue
from extract.entities.numerals import PERCENT, to_float
from extract.entities.spans import CLAIMED, Found, register_finder
from extract.entities.word_places import WordPlaces, Words
from schema.vocabulary import POperator

_POWER = r"(?:(?P<mantissa>[1-9](?:[.,]\d+)?) ?[x×.*·] ?)?10 ?(?:\^|\*\*)? ?(?P<exponent>- ?\d{1,2}|⁻[⁰¹²³⁴-⁹]{1,2})"
_DECIMAL = rf"(?P<decimal>(?:\d ?[.,·] ?\d+|[.,]\d+|\d{{1,2}}(?= ?{PERCENT})|[01])(?: ?{PERCENT})?)"
_OPERATOR = (
    r"(?P<operator><=|>=|[<>=≤≥:]|(?:est |etait |soit )?(?:strictement )?(?:inferieure?|superieure?)(?: ou egale?)? a"
    r"|egale? a|(?:est |etait )?de(?= 0))"
)
_QUALIFIER = (
    r"(?:[- ]?values?|[- ]?valeurs?| (?:pour|de|d')(?: la | l'|')? ?(?:tendance|interaction|difference|comparaison)"
    r"| (?:global|ajuste|corrige|unilateral|bilateral|nominal|log-?rank)e?| ?[(\[][^()\[\]]{1,30}[)\]])?"
)
_P = re.compile(
    rf"p(?<![\w/.-]p){_QUALIFIER} ?(?:(?:{_OPERATOR}) ?(?:a )?(?:{_POWER}|{_DECIMAL}|(?P<ns>ns\b|non significati\w+))"
    r"|(?P<words>(?:etait |est )?non significati\w+|(?<=p )ns\b|(?<=p)ns\b))(?!\d)"
)
_NS_KEY = Words("ns")
_NS = re.compile(rf"NS(?:(?<=[(\[;,|{CLAIMED}] NS)|(?<=[(\[|]NS))(?= ?[)\];,|\n{CLAIMED}])|NS(?<=\| NS)\Z")
_CELL = re.compile(r"(?P<operator>[<≤])(?<=\| .) ?(?P<value>0[.,]\d+)(?= ?(?:\||\n|\Z))")
"""A table cell that holds nothing but « < 0,001 »."""
_SYMBOLS: dict[str, POperator] = {"<": "<", ">": ">", "=": "=", ":": "=", "≤": "≤", "≥": "≥", "<=": "≤", ">=": "≥"}
_SUPERSCRIPT = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def find_p_values(text: str, low: str, words: WordPlaces | None = None) -> Iterator[Found]:
    """The p values in folded text, `low` being the same in lower case; a value above 1 is none.

    >>> [f.value for f in find_p_values("(p < 10-3), NS : p. 12", "(p < 10-3), ns : p. 12")]
    [PValue(operator='<', value=0.001)]
    """
    for mention in _P.finditer(low):
        if mention["ns"] or mention["words"]:
            yield Found(mention.start(), mention.end(), PValue(">", None))
        elif (value := _value(mention)) <= 1:
            yield Found(mention.start(), mention.end(), PValue(_operator(mention["operator"]), value))
    for mention in matches_at(starts_of("<≤", text), _CELL, text):
        operator: POperator = "<" if mention["operator"] == "<" else "≤"
        yield Found(mention.start(), mention.end(), PValue(operator, to_float(mention["value"])))
    for mention in matches_at((words or WordPlaces.of_text(low)).of(_NS_KEY), _NS, text):
        yield Found(mention.start(), mention.end(), PValue(">", None))


def _value(mention: re.Match[str]) -> float:
    if mention["exponent"]:
        exponent = -abs(int(mention["exponent"].translate(_SUPERSCRIPT).replace(" ", "")))
        return float(f"{to_float(mention['mantissa'] or '1')}e{exponent}")
    decimal = re.sub(PERCENT, "", mention["decimal"])
    value = to_float(f"0{decimal}" if decimal[0] in ".," else decimal)
    return value if decimal == mention["decimal"] else value / 100


def _operator(written: str) -> POperator:
    if symbol := _SYMBOLS.get(written):
        return symbol
    equal = "egal" in written
    if "inferieur" in written:
        return "≤" if equal else "<"
    if "superieur" in written:
        return "≥" if equal else ">"
    return "="


register_finder(
    "p_values", "p_value", lambda layers: find_p_values(layers.unclaimed, layers.unclaimed_low, layers.words)
)
