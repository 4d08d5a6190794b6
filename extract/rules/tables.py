"""Reading a rules file: a CSV into rows that know where each cell stands, so that an error can say where to look."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from schema.errors import ExitCode, ExtractError


class RuleError(ExtractError):
    """A rules file cannot be used; the message names file, line, column and remedy.

    >>> str(RuleError.at("drugs.csv", 12, "atc", "« L4 » is too short", "leave the cell empty where it is not known"))
    'drugs.csv, line 12, column « atc »: « L4 » is too short; leave the cell empty where it is not known'
    """

    exit_code: ClassVar[ExitCode] = ExitCode.RULES

    @classmethod
    def at(cls, file: str, line: int, column: str, problem: str, remedy: str) -> "RuleError":
        """The error of one place; `line` 0 or an empty `column` are left out."""
        place = file + (f", line {line}" if line else "") + (f", column « {column} »" if column else "")
        return cls(f"{place}: {problem}; {remedy}")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a rules file: its cells by column, blanks trimmed, every known column present."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    @property
    def key(self) -> str:
        """The cell of the file's first column: what the row is about."""
        return next(iter(self.cells.values()))

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that are joined by `|`; none for an empty cell."""
        cell = self.cells[column]
        if "|" not in cell:  # as most cells are
            return (cell,) if cell else ()
        return tuple(part.strip() for part in cell.split("|") if part.strip())

    def error(self, column: str, problem: str, remedy: str) -> RuleError:
        """The error that a cell of this row has."""
        return RuleError.at(self.file, self.line, column, problem, remedy)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that a file may have; the first is the key, which no row may leave empty or use twice."""

    names: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name of the first column."""
        return self.names[0]


def read_rows(path: Path, columns: Columns) -> list[Row]:
    """The rows of the CSV file at `path`; blank lines and lines that start with `#` are passed over.

    Cells are parted by commas, or by semicolons as a French spreadsheet writes them. Columns may stand in any order
    and be left out, save the key.

    Raises RuleError where the file is empty, is not UTF-8, or has other columns, a line of another length, a blank key
    or a key twice.
    """
    lines = _decoded(path).splitlines(keepends=True)
    if not any(_is_filled([line]) for line in lines):
        raise RuleError.at(path.name, 0, "", "the file is empty", f"its first line is {','.join(columns.names)}")
    reader = csv.reader(lines, delimiter=_delimiter(lines), strict=True)
    try:
        filled = ((reader.line_num, cells) for cells in reader if _is_filled(cells))
        header = [cell.strip() for cell in next(filled)[1]]
        _check_header(path.name, header, columns)
        rows = list(_rows(path.name, filled, header, columns))
    except csv.Error as error:
        remedy = "check the quotes of that line"
        raise RuleError.at(path.name, reader.line_num, "", f"not readable as CSV ({error})", remedy) from error
    _check_keys(rows, columns.key)
    return rows


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        remedy = "save the file as « CSV UTF-8 »"
        raise RuleError.at(path.name, line, "", "the file is not UTF-8", remedy) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise RuleError.at(path.name, line, "", "the line holds a NUL character", "type the line again")
    return text


def _is_filled(cells: Sequence[str]) -> bool:
    return any(cell.strip() for cell in cells) and not cells[0].lstrip().startswith("#")


def _delimiter(lines: Sequence[str]) -> str:
    header = next(line for line in lines if _is_filled([line]))
    return ";" if ";" in header and "," not in header else ","


def _check_header(file: str, header: Sequence[str], columns: Columns) -> None:
    remedy = f"the columns are {', '.join(columns.names)}"
    for name in header:
        if name not in columns.names:
            raise RuleError.at(file, 1, name, "there is no such column", remedy)
        if header.count(name) > 1:
            raise RuleError.at(file, 1, name, "the column stands twice", remedy)
    if columns.key not in header:
        raise RuleError.at(file, 1, columns.key, "the column is missing", remedy)


def _rows(
    file: str, numbered: Iterable[tuple[int, list[str]]], header: Sequence[str], columns: Columns
) -> Iterator[Row]:
    for line, cells in numbered:
        if len(cells) != len(header):
            problem = f"{len(cells)} cells instead of {len(header)}"
            remedy = "put a cell that holds a comma in double quotes, and leave no cell out"
            raise RuleError.at(file, line, "", problem, remedy)
        given = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
        yield Row(file, line, dict.fromkeys(columns.names, "") | given)


def _check_keys(rows: Sequence[Row], key: str) -> None:
    seen: dict[str, int] = {}
    for row in rows:
        if not row[key]:
            raise row.error(key, "the cell is empty", "every row needs a name there")
        if row[key] in seen:
            problem = f"« {row[key]} » stands on line {seen[row[key]]} already"
            raise row.error(key, problem, "merge the two rows")
        seen[row[key]] = row.line
