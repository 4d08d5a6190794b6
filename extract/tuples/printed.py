"""Numbers as they were printed: how far the true value may lie from the digits on the page."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

PRINTED_NUMBER = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)?")


class Printed(NamedTuple):
    """A printed number and half a unit of its last digit: the true value lies in `low` to `high`.

    >>> Printed(36.0, half=0.5).low
    35.5
    """

    value: float
    half: float

    @property
    def low(self) -> float:
        return self.value - self.half

    @property
    def high(self) -> float:
        return self.value + self.half


def as_printed(value: float, passage: str) -> Printed:
    """`value` with the precision that `passage` prints it in; the coarsest where it stands there in several.

    A value that the passage does not print (a percentage computed from n/N) is taken with its own decimals. Signs are
    left aside: « − 4,1 » prints 4,1.

    >>> as_printed(3.0, "RR 3,0 ; IC95 % : 1,8-5,0"), as_printed(3.0, "un risque triplé (3)")
    (Printed(value=3.0, half=0.05), Printed(value=3.0, half=0.5))
    """
    decimals = _decimals_in(passage).get(abs(value))
    return Printed(value, 0.5 * 10.0 ** -(_decimals(f"{value:g}") if decimals is None else decimals))


@lru_cache(maxsize=64)  # the rows of one sentence or table ask for one passage, several times each
def _decimals_in(passage: str) -> Mapping[float, int]:
    """For each number that the passage prints, its fewest decimals."""
    fewest: dict[float, int] = {}
    for printed in PRINTED_NUMBER.findall(passage):
        token = printed.replace(",", ".")
        value = float(token)
        fewest[value] = min(fewest.get(value, _decimals(token)), _decimals(token))
    return fewest


def _decimals(token: str) -> int:
    return len(token.partition(".")[2])
