"""Which stored names a user's name means, and what was perhaps meant where nothing matches."""

from collections.abc import Iterable
from dataclasses import dataclass
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
    answers = {cell: _answers(column, cell) for cell in stored}
    cells: set[str] = set()
    unmatched = []
    for name in asked:
        found = {cell for cell in stored if not answers[cell].isdisjoint(_wanted(column, name, lexicon))}
        cells |= found
        if not found:
            unmatched.append(Unmatched(column, name, _similar(column, name, answers, lexicon)))
    return Match(tuple(sorted(cells)), tuple(unmatched))


def _wanted(column: NameColumn, name: str, lexicon: Lexicon) -> frozenset[Words]:
    return frozenset(filter(None, map(words, (name, *lexicon.meanings(column, name)))))


def _answers(column: NameColumn, cell: str) -> frozenset[Words]:
    """All runs of words of the cell's names."""
    found = set()
    for member in {cell, *members(column, cell)}:
        held = words(member)
        for start in range(len(held)):
            for end in range(start + 1, len(held) + 1):
                found.add(held[start:end])
    return frozenset(found)


def _similar(column: NameColumn, name: str, answers: dict[str, frozenset[Words]], lexicon: Lexicon) -> tuple[str, ...]:
    """The names most like it that some row answers to, best first: stored ones, and what stands for stored ones."""
    from rapidfuzz import fuzz, process

    stored = {member: None for cell in answers for member in members(column, cell)}
    by_folded = {fold(known): known for known in (*lexicon.names(column), *stored)}
    near = process.extract(
        fold(name), by_folded.keys(), scorer=fuzz.WRatio, limit=10 * SUGGESTIONS, score_cutoff=MIN_SIMILARITY
    )
    answered = frozenset().union(*answers.values())
    known = [by_folded[folded] for folded, _, _ in near]
    return tuple([k for k in known if not answered.isdisjoint(_wanted(column, k, lexicon))][:SUGGESTIONS])
