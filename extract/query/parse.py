"""What a user types for a criterion, read into typed values; a value that means nothing names those that do."""

import re
from collections.abc import Iterable
from typing import get_args

from extract.query.filter import Range
from schema.errors import UsageError
from schema.vocabulary import WEEKS_PER_MONTH, WEEKS_PER_YEAR, Phase

PHASES: tuple[str, ...] = get_args(Phase)

WEEK_TOLERANCE = 0.5
"""Half a week: a measurement at « 6 mois » (26.07 weeks) answers to 26 weeks, one at 24 weeks does not."""

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_WEEKS_PER_UNIT = {
    "d": 1 / 7,
    "j": 1 / 7,
    "w": 1.0,
    "s": 1.0,
    "m": WEEKS_PER_MONTH,
    "y": WEEKS_PER_YEAR,
    "a": WEEKS_PER_YEAR,
}
_TIME = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>[djwsmya])?", re.IGNORECASE)
_SPAN = re.compile(r"\s*(?P<low>[^-–:]*?)\s*(?P<dash>[-–:])\s*(?P<high>[^-–:]*?)\s*")


def choice(option: str, value: str, valid: Iterable[str]) -> str:
    """The valid word that the value means, whatever its case.

    Raises:
        UsageError: none; the message lists the valid words.

    >>> choice("--kind", "Result", ("mechanism", "study", "result"))
    'result'
    """
    words = tuple(valid)
    for word in words:
        if word.casefold() == value.strip().casefold():
            return word
    raise UsageError(f"{option}: no « {value} »; choose from {', '.join(words)}")


def phases(value: str) -> tuple[str, ...]:
    """The stored phases that a phase or a range of phases covers; `2` covers 2a, 2b, 1/2 and 2/3, `2b` only itself.

    Raises:
        UsageError: no phase.

    >>> phases("2"), phases("IIb"), phases("3-4")
    (('1/2', '2', '2a', '2b', '2/3', '2b/3'), ('2b',), ('2/3', '2b/3', '3', '3a', '3b', '4'))
    """
    span = _SPAN.fullmatch(value)
    low, high = (span["low"] or "1", span["high"] or "4") if span else (value, value)
    low, high = _phase(low, value), _phase(high, value)
    if low == high and low not in "1234":
        return (low,)
    first, last = int(low[0]), int(high[-1] if high[-1].isdigit() else high[0])
    if first > last or (span and not span["low"] and not span["high"]):
        raise UsageError(f"--phase: « {value} » is no range; write 2-3, 2- or -2")
    return tuple(phase for phase in PHASES if any(first <= int(d) <= last for d in re.findall(r"\d", phase)))


def weeks(value: str) -> Range:
    """A time or a range of times in weeks: `16`, `12-24`, `12-` (or later), `-24` (or earlier), `6m`, `1y`.

    A single time stands for half a week around it. Units: d or j, w or s, m, y or a; without one, weeks.

    Raises:
        UsageError: no time, or a range from late to early.

    >>> weeks("12-24"), weeks("52-"), weeks("16")
    (Range(low=12.0, high=24.0), Range(low=52.0, high=None), Range(low=15.5, high=16.5))
    """
    span = _SPAN.fullmatch(value)
    if not span:
        time = _weeks(value, value)
        return Range(time - WEEK_TOLERANCE, time + WEEK_TOLERANCE)
    return _range("--weeks", value, *(_weeks(side, value) if side else None for side in (span["low"], span["high"])))


def years(value: str) -> Range:
    """A year or a range of years: `2022`, `2018-2022`, `2020-`, `-2019`.

    Raises:
        UsageError: no year, or a range from late to early.

    >>> years("2022"), years("-2019")
    (Range(low=2022.0, high=2022.0), Range(low=None, high=2019.0))
    """
    span = _SPAN.fullmatch(value)
    sides = (span["low"], span["high"]) if span else (value.strip(), value.strip())
    if not any(sides) or not all(re.fullmatch(r"\d{4}|", side) for side in sides):
        raise UsageError(f"--year: « {value} » is no year; write 2022, 2018-2022, 2020- or -2019")
    return _range("--year", value, *(float(side) if side else None for side in sides))


def _phase(text: str, value: str) -> str:
    plain = text.strip().casefold().removeprefix("phase").strip()
    plain = re.sub(r"[ivx]+(?=[ab]?\b|/)", lambda match: _ROMAN.get(match[0], match[0]), plain)
    if plain not in PHASES:
        raise UsageError(f"--phase: no « {value} »; choose from {', '.join(PHASES)}, or a range such as 2-3")
    return plain


def _weeks(text: str, value: str) -> float:
    match = _TIME.fullmatch(text.strip())
    if not match:
        raise UsageError(f"--weeks: « {value} » is no time; write 16, 12-24, 52-, -24, 6m or 1y")
    return float(match["number"].replace(",", ".")) * _WEEKS_PER_UNIT[(match["unit"] or "w").casefold()]


def _range(option: str, value: str, low: float | None, high: float | None) -> Range:
    if low is None and high is None:
        raise UsageError(f"{option}: « {value} » gives neither an earliest nor a latest")
    if low is not None and high is not None and low > high:
        raise UsageError(f"{option}: « {value} » runs from late to early; write the smaller one first")
    return Range(low, high)
