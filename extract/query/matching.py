"""Which stored names a user's name means, and what was perhaps meant where nothing matches."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from extract.query.fold import Words, fold, words
from extract.query.vocabulary import NameColumn, members

SUGGESTIONS = 3
MIN_SIMILARITY = 75.0  # of 100, rapidfuzz's WRatio: « ruxolitinb » has 95, « dupilumab » for « bimékizumab » 60


class Lexicon(Protocol):
    """What names stand for."""

    def meanings(self, column: NameColumn, name: str) -> frozenset[str]:
        """Canonical names that a name stands for in a column, beside itself: INN of a brand, members of a class."""
        ...

    def names(self, column: NameColumn) -> tuple[str, ...]:
        """All names that stand for something in a column."""
        ...


class NoLexicon:
    """Every name stands for itself alone."""

    def meanings(self, column: NameColumn, name: str) -> frozenset[str]:
        """Nothing beside itself."""
        return frozenset()

    def names(self, column: NameColumn) -> tuple[str, ...]:
        """None."""
        return ()


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


def match_names(column: NameColumn, asked: Iterable[str], stored: tuple[str, ...], lexicon: Lexicon) -> Match:
    """The stored cells that one of the asked names means.

    A name means a cell when it, or what it stands for, is one of the cell's names; some words of one (`psoriasis` of
    « psoriasis en plaques »); or its scale (`PASI` of PASI75 and PASI90).

    >>> match_names("endpoint", ["pasi", "dlqj"], ("DLQI", "PASI75", "PASI90"), NoLexicon())
    Match(cells=('PASI75', 'PASI90'), unmatched=(Unmatched(column='endpoint', asked='dlqj', similar=('DLQI',)),))
    """
    held = {cell: words(cell) for cell in stored}
    cells: set[str] = set()
    unmatched = []
    for name in asked:
        found = _answering(column, name, held, lexicon)
        cells |= found
        if not found:
            unmatched.append(Unmatched(column, name, _similar(column, name, held, lexicon)))
    return Match(tuple(sorted(cells)), tuple(unmatched))


def _answering(column: NameColumn, name: str, held: Mapping[str, Words], lexicon: Lexicon) -> set[str]:
    """The cells in which the words of the name, or of something that it stands for, stand side by side."""
    wanted: dict[str, list[Words]] = {}
    for meaning in (name, *lexicon.meanings(column, name)):
        if asked := words(meaning):
            wanted.setdefault(asked[0], []).append(asked)
    return {cell for cell, cell_words in held.items() if _has_run(cell_words, wanted)}


def _has_run(cell_words: Words, wanted: Mapping[str, list[Words]]) -> bool:
    return any(
        cell_words[place : place + len(asked)] == asked
        for place, word in enumerate(cell_words)
        for asked in wanted.get(word, ())
    )


def _similar(column: NameColumn, name: str, held: Mapping[str, Words], lexicon: Lexicon) -> tuple[str, ...]:
    """The names most like it that some row answers to, best first: stored ones, and what stands for stored ones."""
    from rapidfuzz import fuzz, process

    stored = [member for cell in held for member in members(column, cell)]
    by_folded = {fold(known): known for known in (*lexicon.names(column), *stored)}
    near = process.extract(
        fold(name), by_folded.keys(), scorer=fuzz.WRatio, limit=10 * SUGGESTIONS, score_cutoff=MIN_SIMILARITY
    )
    known = (by_folded[folded] for folded, _, _ in near)
    return tuple(islice((k for k in known if _answering(column, k, held, lexicon)), SUGGESTIONS))
