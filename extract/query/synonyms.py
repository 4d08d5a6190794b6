"""What the lexicons say a name stands for: the INN of a brand, the members of a class, the symbols of a family.

Only the files of the columns that a query names are read: reading and checking all of them takes longer than a query.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from extract.query.fold import Words, words
from extract.query.vocabulary import NameColumn

Meanings = Mapping[Words, frozenset[str]]
"""Canonical names by the words of each name that stands for them."""

_DRUG_FILES = ("drugs.csv", "medicines.csv")
_NAMED_FILES: Mapping[NameColumn, tuple[str, ...]] = {
    "drug": ("procedures.csv",),
    "comparator": ("procedures.csv", "comparators.csv"),
    "indication": ("diseases.csv",),
    "endpoint": ("endpoints.csv", "scales.csv"),
    "trial": ("trials.csv",),
    "target": ("targets.csv",),
}
"""The files whose rows name a canonical name and its synonyms, by column."""

_SYNONYM_COLUMNS = ("english", "synonyms", "abbreviations", "names", "forms")
_WORDED_FILES = ("endpoints.csv", "trials.csv")


class Synonyms:
    """The lexicons that come with extract, with a user's rules folder laid over them."""

    def __init__(self, rules_dir: Path | None = None) -> None:
        self._rules_dir = rules_dir

    def meanings(self, column: NameColumn, name: str) -> frozenset[str]:
        """Canonical names that a name stands for in a column; empty for an unknown name.

        Raises:
            RuleError: a rules file cannot be read.

        >>> Synonyms().meanings("drug", "OPZELURA"), Synonyms().meanings("indication", "couperose")
        (frozenset({'ruxolitinib'}), frozenset({'rosacée'}))
        """
        asked = words(name)
        return _meanings(column, asked[0][0], self._rules_dir).get(asked, frozenset()) if asked else frozenset()

    def names(self, column: NameColumn) -> tuple[str, ...]:
        """All names of the lexicons for a column, as the files write them."""
        return tuple(name for name, _ in _pairs(column, self._rules_dir))


@cache
def _meanings(column: NameColumn, initial: str, rules_dir: Path | None) -> Meanings:
    """The meanings of the names that start with a letter or digit: taking all names to words is most of the work."""
    found: dict[Words, set[str]] = {}
    for name, meaning in _pairs(column, rules_dir):
        if _initial(name) == initial:
            found.setdefault(words(name), set()).add(meaning)
    return {key: frozenset(meant) for key, meant in found.items()}


def _initial(name: str) -> str:
    first = name[:1]
    if first.isascii() and first.isalnum():
        return first.lower()
    found = words(name)
    return found[0][0] if found else ""


@cache
def _pairs(column: NameColumn, rules_dir: Path | None) -> tuple[tuple[str, str], ...]:
    return tuple(_read_pairs(column, rules_dir))


def _read_pairs(column: NameColumn, rules_dir: Path | None) -> Iterator[tuple[str, str]]:
    """Every name with each canonical name that it stands for."""
    from extract.rules.loader import read_table

    for file in _NAMED_FILES.get(column, ()):
        for row in read_table(file, rules_dir):
            names = [name for names in _SYNONYM_COLUMNS if names in row.cells for name in row.many(names)]
            # rows keep a text's own word for an outcome or trial, so that each name of these stands for all of them
            meanings = (row.key, *row.many("synonyms")) if file in _WORDED_FILES else (row.key,)
            yield from ((name, meaning) for name in (row.key, *names) for meaning in meanings)
            if row.cells.get("family"):
                yield row.cells["family"], row.key
    if column in ("drug", "comparator"):
        yield from _drug_pairs(rules_dir)


def _drug_pairs(rules_dir: Path | None) -> Iterator[tuple[str, str]]:
    from extract.rules.loader import read_table

    members: dict[str, list[str]] = {}
    for file in _DRUG_FILES:
        for row in read_table(file, rules_dir):
            for name in (row.key, row["english"], *row.many("synonyms")):
                yield name, row.key
            for drug_class in row.many("class"):
                members.setdefault(drug_class, []).append(row.key)
    classes = read_table("drug_classes.csv", rules_dir)
    includes = {row.key: row.many("includes") for row in classes}
    for row in classes:
        for name in (row.key, *row.many("synonyms")):
            for held in _with_included(row.key, includes):
                yield from ((name, inn) for inn in members.get(held, ()))


def _with_included(name: str, includes: Mapping[str, Iterable[str]]) -> list[str]:
    """The class and all classes that it includes, at any depth."""
    found = [name]
    for held in found:  # grows while it is walked
        found += [inner for inner in includes.get(held, ()) if inner not in found]
    return found
