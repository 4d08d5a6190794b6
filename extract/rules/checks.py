"""What the rules files must agree on with each other: classes, targets and routes that exist, names of one thing."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import get_args

from extract.rules.keys import term_key
from extract.rules.model import EndpointKind
from extract.rules.tables import Row
from schema.vocabulary import Phase

Tables = Mapping[str, Sequence[Row]]

REFERENCES = (
    ("drugs.csv", "class", "drug_classes.csv"),
    ("drugs.csv", "targets", "targets.csv"),
    ("drugs.csv", "routes", "routes.csv"),
    ("medicines.csv", "class", "drug_classes.csv"),
    ("medicines.csv", "targets", "targets.csv"),
    ("medicines.csv", "routes", "routes.csv"),
    ("drug_classes.csv", "targets", "targets.csv"),
    ("drug_classes.csv", "includes", "drug_classes.csv"),
    ("procedures.csv", "route", "routes.csv"),
)
"""File and column whose parts must be names of another file; targets may be named by their family too."""

CHOICES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("endpoints.csv", "kind", get_args(EndpointKind)),
    ("trials.csv", "phase", ("", *get_args(Phase))),
    ("scales.csv", "zero_one", ("", "yes")),
)
"""File and column that take one of a few words."""

NAMESPACES = (
    ("drugs.csv", "medicines.csv", "drug_classes.csv", "procedures.csv"),
    ("targets.csv",),
    ("diseases.csv",),
    ("scales.csv",),
    ("endpoints.csv",),
    ("trials.csv",),
    ("comparators.csv",),
    ("routes.csv",),
)
"""Files within which a name stands for one thing only; an adverse event may well be named like a disease."""

NAME_COLUMNS = ("english", "synonyms", "names", "abbreviations", "forms", "except")
"""Columns that hold further names of a row's entry, or expressions that are none."""

_WHOLE = re.compile(r"[0-9]+")
_CUTOFF = re.compile(r"[≤≥=]?[0-9]+|[0-9]+/[0-9]+")
_ATC = re.compile(r"[A-Z](\d\d([A-Z]([A-Z](\d\d)?)?)?)?")


def check(tables: Tables) -> None:
    """Raise RuleError at the first cell that contradicts another file or its column's vocabulary; else nothing."""
    for file, column, other in REFERENCES:
        known = _names(tables[other])
        for row in tables[file]:
            _check_known(row, column, known, other)
    for file, column, choices in CHOICES:
        for row in tables[file]:
            _check_choice(row, column, choices)
    for row in (*tables["drugs.csv"], *tables["medicines.csv"]):
        if row["atc"] and not _ATC.fullmatch(row["atc"]):
            raise row.error("atc", f"« {row['atc']} » is no ATC code", "write it like D11AH05, or leave it empty")
    for row in tables["scales.csv"]:
        _check_shape(row, "percent", _WHOLE, "join whole numbers by | as in 50|75|90")
        _check_shape(row, "points", _WHOLE, "join whole numbers by | as in 3|4")
        _check_shape(row, "cutoff", _CUTOFF, "write 20 for SALT20, ≤5 for DLQI≤5, =0 for UAS7=0, ≥12, or 4/5")
    for files in NAMESPACES:
        _check_shared_names([row for file in files for row in tables[file]])


def _names(rows: Iterable[Row]) -> dict[str, None]:
    """The names in the order of their rows, each once."""
    return dict.fromkeys(name for row in rows for name in (row.key, row.cells.get("family", "")) if name)


def _check_known(row: Row, column: str, known: Collection[str], file: str) -> None:
    for name in row.many(column):
        if name not in known:
            close = get_close_matches(name, known, 1)
            hint = f"did you mean « {close[0]} »?" if close else f"add it to {file} first"
            raise row.error(column, f"« {name} » is not in {file}", hint)


def _check_choice(row: Row, column: str, choices: Sequence[str]) -> None:
    if row[column] not in choices:
        listed = ", ".join(choice or "an empty cell" for choice in choices)
        raise row.error(column, f"« {row[column]} » is not allowed", f"choose from {listed}")


def _check_shape(row: Row, column: str, shape: re.Pattern[str], remedy: str) -> None:
    for part in row.many(column):
        if not shape.fullmatch(part):
            raise row.error(column, f"« {part} » is no threshold", remedy)


def _check_shared_names(rows: Iterable[Row]) -> None:
    owners: dict[tuple[str, ...], Row] = {}
    for row in rows:
        for column, name in _all_names(row):
            if not any(map(str.isalnum, name)):
                raise row.error(column, f"« {name} » has neither letter nor digit", "write a name, or take it out")
            owner = owners.setdefault(term_key(name), row)
            if owner is not row:
                problem = f"« {name} » already names {owner.key} ({owner.file}, line {owner.line})"
                raise row.error(column, problem, "a name stands for one thing only: take it out of one of the rows")


def _all_names(row: Row) -> list[tuple[str, str]]:
    columns = [column for column in NAME_COLUMNS if column in row.cells]
    return [(next(iter(row.cells)), row.key), *((column, name) for column in columns for name in row.many(column))]
