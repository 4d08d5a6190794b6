"""Which stored names a user's name means, and what was perhaps meant where nothing matches."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extract.query.fold import fold, words
from extract.query.vocabulary import NameColumn, members

Meanings = Callable[[NameColumn, str], frozenset[str]]
"""Canonical names that a name stands for in a column, beside itself: INN of a brand, members of a class."""

SUGGESTIONS = 3
MIN_SIMILARITY = 70.0  # of 100, rapidfuzz's WRatio: « ruxolitinb » is 95, « dupilumab » for « bimékizumab » 60


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A name that no row has, with similar names that some row has."""

    column: NameColumn
    asked: str
    similar: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """The stored cells that a criterion's names mean, and the names that mean none."""

    cells: tuple[str, ...]
    unmatched: tuple[Unmatched, ...]


def match_names(column: NameColumn, asked: Iterable[str], stored: tuple[str, ...], meanings: Meanings) -> Match:
    """The stored cells that one of the asked names means.

    A name means a cell when it, or what it stands for, is one of the cell's names; some words of one (`psoriasis` of
    « psoriasis en plaques »); or its scale (`PASI` of PASI75 and PASI90).

    >>> match_names("endpoint", ["pasi", "dlqj"], ("DLQI", "PASI75", "PASI90"), lambda column, name: frozenset())
    Match(cells=('PASI75', 'PASI90'), unmatched=(Unmatched(column='endpoint', asked='dlqj', similar=('DLQI',)),))
    """
    cells: dict[str, None] = {}
    unmatched = []
    for name in asked:
        found = [cell for cell in stored if _means(column, name, cell, meanings(column, name))]
        cells.update(dict.fromkeys(found))
        if not found:
            unmatched.append(Unmatched(column, name, similar_names(column, name, stored)))
    return Match(tuple(sorted(cells)), tuple(unmatched))


def similar_names(column: NameColumn, name: str, stored: tuple[str, ...]) -> tuple[str, ...]:
    """The most similar single names among the stored cells, best first; empty where none comes near."""
    from rapidfuzz import fuzz, process

    by_folded = {fold(member): member for cell in stored for member in members(column, cell)}
    near = process.extract(
        fold(name), by_folded.keys(), scorer=fuzz.WRatio, limit=SUGGESTIONS, score_cutoff=MIN_SIMILARITY
    )
    return tuple(by_folded[folded] for folded, _, _ in near)


def _means(column: NameColumn, name: str, cell: str, stands_for: frozenset[str]) -> bool:
    wanted = {fold(meaning) for meaning in stands_for}
    return any(fold(member) in wanted or _names(name, member) for member in (cell, *members(column, cell)))


def _names(name: str, member: str) -> bool:
    """The asked words stand side by side in the member; digits may follow where they end in a letter (`PASI` 75)."""
    asked, held = words(name), words(member)
    if not asked:
        return False
    spans = (held[start : start + len(asked)] for start in range(len(held) - len(asked) + 1))
    return any(span == asked or _is_scale(asked, span) for span in spans)


def _is_scale(asked: tuple[str, ...], span: tuple[str, ...]) -> bool:
    last = asked[-1]
    return last[-1].isalpha() and asked[:-1] == span[:-1] and span[-1].rstrip("0123456789") == last
