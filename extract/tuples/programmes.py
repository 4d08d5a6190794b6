"""Programmes of trials: names that stand for several numbered ones (« les études ATMOS » for ATMOS-1 and ATMOS-2)."""

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"[ -](?:[A-Z]{1,4}-?)?(?:\d+|I{1,3}|[a-d])|\d")


def is_member(trial: str, series: str) -> bool:
    """Whether a name is that of a series with a number after it.

    >>> is_member("PERFECT 2", "PERFECT"), is_member("PIONEER II", "PIONEER I")
    (True, False)
    """
    return trial.startswith(series) and _NUMBER.fullmatch(trial, len(series)) is not None


def expand(trials: tuple[str, ...], named: Iterable[str]) -> tuple[str, ...]:
    """The trials; a lone programme as those of `named` that are of it, where they are two or more.

    >>> expand(("ATMOS",), ("ATMOS-1", "ATMOS-2", "ATLAS"))
    ('ATMOS-1', 'ATMOS-2')
    """
    members = tuple(name for name in named if is_member(name, trials[0])) if len(trials) == 1 else ()
    return members if len(members) > 1 else trials
