"""The names that a base holds in a column, for matching, suggestions and completion."""

from typing import Literal

from extract.query.reader import Reader

NameColumn = Literal["drug", "target", "indication", "endpoint", "trial", "registry", "comparator"]

_SEPARATORS = {"drug": " + ", "comparator": " + ", "target": ";", "trial": ";", "registry": ";"}
"""What joins several names in one cell, by column."""


def stored_names(reader: Reader, column: NameColumn) -> tuple[str, ...]:
    """The different cells of a column, sorted; quick on any number of rows, for it hops along the column's index."""
    hops = f"""
        WITH RECURSIVE hop(name) AS (
            SELECT min({column}) FROM evidence WHERE {column} IS NOT NULL
            UNION ALL
            SELECT (SELECT min({column}) FROM evidence WHERE {column} > hop.name) FROM hop WHERE hop.name IS NOT NULL
        )
        SELECT name FROM hop WHERE name IS NOT NULL"""
    return tuple(name for (name,) in reader.rows(hops))


def members(column: NameColumn, cell: str) -> tuple[str, ...]:
    """The single names in a cell: the drugs of a combination, several targets or trials.

    >>> members("drug", "adalimumab + méthotrexate"), members("trial", "SOLO 1;SOLO 2")
    (('adalimumab', 'méthotrexate'), ('SOLO 1', 'SOLO 2'))
    """
    separator = _SEPARATORS.get(column)
    return tuple(part.strip() for part in cell.split(separator)) if separator else (cell,)
