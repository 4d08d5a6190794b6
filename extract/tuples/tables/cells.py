"""What a table cell holds: « 48,4 », « 83 (74,1) », « 20/119 (17 %) », « 2,03 (1,36–3,04) », « < 0,001 »."""

import re
from typing import NamedTuple

from extract.entities.folding import fold_lower
from extract.tuples.model import PrintedP
from schema.vocabulary import POperator

_N = r"[+-]?\s?\d{1,3}(?:\s\d{3})+(?![\d])|[+-]?\s?\d+(?:[.,]\d+)?"
_NOTE = r"(?:\s?(?:[*†‡§¶#°]+|\([a-z]\)|(?<=\d)[a-d]\b))*"
_LAST_NOTE = re.compile(rf"{_NOTE}$")
_DIGIT = re.compile(r"\d")
_BRACKETS = str.maketrans("", "", "()[]")
_ASIDE_NUMBER = re.compile(rf"\s*(?P<number>{_N})\s?(?P<percent>%)?\s*")
_BARE_P = re.compile(r"(?:p\s?)?(?P<value>[01]?[.,]\d+|[01])")
_P = re.compile(r"(?:\bp\s?)?(?P<operator>[<>=≤≥])\s?(?P<value>[01]?[.,]?\d+)")
_NOT_SIGNIFICANT = re.compile(r"(?:p\s?[:=]\s?)?n\.?\s?s\.?|non significati(?:f|ve)")
_FRACTION = re.compile(rf"(?P<events>\d+)\s?(?:/|sur)\s?(?P<n>\d+)(?:\s?[(\[]?\s?(?P<percent>{_N})\s?%?\s?[)\]]?)?")
_PERCENT_OF = re.compile(
    rf"(?P<percent>{_N})\s?%?(?:\s[(\[]?|[(\[])\s?(?:n\s?=\s?)?(?P<events>\d+)\s?/\s?(?P<n>\d+)\s?[)\]]?"
)
_VALUE = re.compile(
    rf"(?P<value>{_N})\s?(?:(?P<unit>%|points?|mm|cm|mg|g)|(?P<time>jours?|semaines?|mois|ans?))?(?![a-z])(?:\s?(?:±|\+/-)\s?(?P<spread>{_N}))?\s?%?"
    rf"(?:\s?[,;]?\s?[(\[]\s?(?P<aside>[^()\[\]]*)[)\]])?(?P<rest>.*)"
)
_PAIR = re.compile(rf"(?P<value>{_N})\s?%?\s(?:vs\.?|versus|contre)\s(?P<versus>{_N})\s?%?")
_INTERVAL = re.compile(
    rf"(?:(?:ic|ci)\s?(?:a|de)?\s?(?P<level>\d\d(?:[.,]\d)?)?\s?%?\s?[:=,]?\s?)?(?:de\s)?"
    rf"(?P<low>{_N})\s?%?\s?(?:;|-|,\s|\ba\b|\bet\b)\s?(?P<high>{_N})\s?%?"
)
_ABSENT = frozenset({"", "-", "nd", "na", "nr", "n.d.", "n.a.", "non rapporte", "non disponible"})
_REFERENCE = re.compile(r"(?:1(?:[.,]0+)?\s?)?[(\[]?\s?(?:reference|ref\.?|comparateur)\s?[)\]]?")


class CellValue(NamedTuple):
    """The numbers of one cell.

    `aside` is a single number in brackets (a percentage beside a count, a spread beside a mean); `ci` an interval in
    brackets or a range; `is_reference` where the cell names its arm the one that others are compared with.
    """

    value: float | None = None
    is_percent: bool = False
    aside: float | None = None
    aside_is_percent: bool = False
    ci: tuple[float, float] | None = None
    ci_level: float | None = None
    ci_named: bool = False
    events: int | None = None
    n: int | None = None
    p: PrintedP | None = None
    is_whole: bool = False
    is_reference: bool = False
    is_time: bool = False  # « 5,9 mois »
    has_spread: bool = False  # « 5,1 ± 3,1 »
    versus: float | None = None  # « 45,4 vs 13,9 »: the comparator's value


def read_cell(text: str, holds_p: bool = False) -> CellValue | None:
    """The numbers of a cell's text, or None where it holds no value (a word, a dash, nothing).

    `holds_p` tells that the column is one of p values, whose bare numbers are p.

    >>> read_cell("83 (74,1)").value, read_cell("83 (74,1)").aside
    (83.0, 74.1)
    >>> read_cell("2,03 (1,36–3,04)").ci
    (1.36, 3.04)
    >>> read_cell("–") is None
    True
    """
    plain = _LAST_NOTE.sub("", fold_lower(text).strip())
    if plain in _ABSENT:
        return None
    if _REFERENCE.fullmatch(plain):
        return CellValue(is_reference=True)
    if holds_p or plain.startswith("p"):
        p = read_p(plain)
        return CellValue(p=p) if p else None
    if not _DIGIT.search(plain):
        return None
    if match := _PERCENT_OF.fullmatch(plain) or _FRACTION.fullmatch(plain):
        return _fraction(match)
    if pair := _PAIR.fullmatch(plain):
        percent = "%" in plain
        return CellValue(_number(pair["value"]), is_percent=percent, versus=_number(pair["versus"]))
    if interval := read_interval(plain):
        return CellValue(ci=interval)
    match = _VALUE.fullmatch(plain)
    return _value(match) if match else None


def read_interval(text: str) -> tuple[float, float] | None:
    """The bounds of a text that is an interval and nothing else, or None.

    >>> read_interval("IC95 % : 74,1-87,0"), read_interval("74,1")
    ((74.1, 87.0), None)
    """
    match = _INTERVAL.fullmatch(fold_lower(text).translate(_BRACKETS).strip())
    return (_number(match["low"]), _number(match["high"])) if match else None


def read_p(plain: str) -> PrintedP | None:
    """The p of a folded cell text; « NS » has no value, a bare number is an equality.

    >>> read_p("< 0,001"), read_p("ns")
    (PrintedP(operator='<', value=0.001), PrintedP(operator='>', value=None))
    """
    if _NOT_SIGNIFICANT.fullmatch(plain):
        return PrintedP(">", None)
    bare = _BARE_P.fullmatch(plain)
    match = bare or _P.match(plain)
    if match is None:
        return None
    value = _number(match["value"])
    operator: POperator = "=" if bare else _OPERATORS[match["operator"]]
    return PrintedP(operator, value) if 0 <= value <= 1 else None


_OPERATORS: dict[str, POperator] = {"<": "<", "=": "=", ">": ">", "≤": "≤", "≥": "≥"}


def _fraction(match: re.Match[str]) -> CellValue | None:
    events, n = int(match["events"]), int(match["n"])
    if not n or events > n:
        return None
    percent = _number(match["percent"]) if match["percent"] else round(100 * events / n, 2)
    return CellValue(percent, is_percent=True, events=events, n=n)


def _value(match: re.Match[str]) -> CellValue | None:
    aside, rest = match["aside"] or "", (match["rest"] or "").strip()
    interval = _INTERVAL.search(aside) or _INTERVAL.match(rest.lstrip("; "))
    single = _ASIDE_NUMBER.fullmatch(aside)
    if rest and interval is None and read_p(rest.lstrip("; ,")) is None:
        return None
    return CellValue(
        value=_number(match["value"]),
        is_percent=match["unit"] == "%" or "%" in rest[:1],
        aside=_number(single["number"]) if single else None,
        aside_is_percent=bool(single and single["percent"]),
        ci=(_number(interval["low"]), _number(interval["high"])) if interval else None,
        ci_level=_number(interval["level"]) if interval and interval["level"] else None,
        ci_named=bool(interval and re.match(r"[ (\[]*(?:ic|ci)\b", interval.group())),
        p=read_p(rest.lstrip("; ,")) if rest and interval is None else None,
        is_time=match["time"] is not None,
        has_spread=match["spread"] is not None,
        is_whole=bool(re.fullmatch(r"[\d\s]+", match["value"])),
    )


def _number(text: str) -> float:
    return float("".join(text.split()).replace(",", "."))
