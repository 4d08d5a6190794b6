"""What the lexicons say a name stands for: the INN of a brand, the members of a class, the symbols of a family."""

from pathlib import Path

from extract.query.matching import Meanings


def meanings(rules_dir: Path | None) -> Meanings:
    """The meanings that the lexicons give, read when the first name is looked up."""
    return lambda column, name: frozenset()
