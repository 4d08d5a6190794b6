"""A table as a grid: which columns carry labels, which rows are heads or group headings, which cells hold values."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.entities.folding import fold_lower
from extract.text.model import SourceText, TextCell, TextTable
from extract.tuples.tables.cells import CellValue, read_cell
from extract.tuples.tables.words import TableWords

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells by (row, column), spanned cells repeated in every place they cover.

    `heads` are the head rows, `body` the others; `label_columns` hold words (criteria, treatments, trials), the rest
    values. `head_words` are the lowest heads' texts, folded; `time_columns` hold weeks or months under such a head
    (column → head); `groups[row]` is the heading row that governs a body row (« Semaine 16 »), where there is one.
    `values` are what the body's cells hold, read as numbers that are no p.
    """

    cells: dict[tuple[int, int], TextCell]
    heads: tuple[int, ...]
    body: tuple[int, ...]
    columns: tuple[int, ...]
    label_columns: frozenset[int]
    head_words: dict[int, str]
    time_columns: dict[int, str]
    groups: dict[int, TextCell]
    values: dict[tuple[int, int], CellValue | None]

    def head_ranges(self, column: int) -> list[Range]:
        """The character ranges of a column's heads, top first, each once.

        A head above others that is empty is that of the column to its left: « BRAVE-AA1 | | BRAVE-AA2 | ».
        """
        found = [self._head(row, column) for row in self.heads]
        return _ranges(cell for cell in found if cell is not None)

    def _head(self, row: int, column: int) -> TextCell | None:
        cell = self.cells.get((row, column))
        if (cell is not None and cell.end > cell.start) or row == self.heads[-1]:
            return cell
        left = [c for c in self.columns if c < column and c not in self.label_columns]
        return self._head(row, left[-1]) if left else cell

    def label_cells(self, row: int, before: int) -> list[tuple[int, TextCell]]:
        """The label cells of a row left of column `before`, with their columns."""
        columns = [column for column in self.columns if column < before and column in self.label_columns]
        found = [(column, self._label_cell(row, column)) for column in columns]
        return [(column, cell) for column, cell in found if cell is not None]

    def _label_cell(self, row: int, column: int) -> TextCell | None:
        """The cell, or for one left empty that of the row above: a week or trial is often written once for a few rows.

        The rightmost column of labels tells the rows apart, so that an empty cell there says nothing of the row above.
        """
        cell = self.cells.get((row, column))
        is_own = column not in self.time_columns and column == max(self.label_columns)
        if (cell is not None and cell.end > cell.start) or is_own or row == self.body[0]:
            return cell
        above = self.body[self.body.index(row) - 1]
        return self._label_cell(above, column) if self.groups.get(above) == self.groups.get(row) else cell

    def row_range(self, row: int) -> Range:
        """The characters of a whole row."""
        cells = [self.cells[row, column] for column in self.columns if (row, column) in self.cells]
        return min(cell.start for cell in cells), max(cell.end for cell in cells)


def read_grids(doc: Doc, source: SourceText, words: TableWords) -> list[tuple[TextTable, Grid]]:
    """The tables with a head and a body and their grids; kept with the document, for two rules go through them."""
    kept: tuple[TableWords, list[tuple[TextTable, Grid]]] | None = doc.user_data.get("grids")
    if kept is None or kept[0] is not words:
        read = [(table, grid) for table in source.tables if (grid := _read_grid(table, source, words)) is not None]
        kept = doc.user_data["grids"] = (words, read)
    return kept[1]


def _read_grid(table: TextTable, source: SourceText, words: TableWords) -> Grid | None:
    cells: dict[tuple[int, int], TextCell] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                cells[row, column] = cell
    rows = sorted({row for row, _ in cells})
    columns = tuple(sorted({column for _, column in cells}))
    heads = _head_rows(rows, columns, cells, max(table.header_rows, 1), source)
    groups, body = _split_body(rows[len(heads) :], columns, cells, source)
    if not heads or not body or len(columns) < 2:
        return None
    lowest = {c: _text(cells[heads[-1], c], source) for c in columns if (heads[-1], c) in cells}
    times = {c: head for c, head in lowest.items() if words.is_time_head(fold_lower(head))}
    head_words = {c: fold_lower(head).strip(" :.") for c, head in lowest.items()}
    texts = {(row, c): _text(cells[row, c], source) for row in body for c in columns if (row, c) in cells}
    values = {place: read_cell(text) for place, text in texts.items()}
    labels = frozenset(
        c
        for c in columns
        if c in times or head_words.get(c) == "phase" or _is_label_column(c, body, texts, values, head_words.get(c, ""))
    )
    return Grid(cells, heads, body, columns, labels or frozenset({columns[0]}), head_words, times, groups, values)


def _head_rows(
    rows: Sequence[int], columns: tuple[int, ...], cells: dict[tuple[int, int], TextCell], told: int, source: SourceText
) -> tuple[int, ...]:
    """The head rows: the first, and those after it without a value; beyond `told` of them, only right above values."""
    texts = {row: [_text(cells[row, c], source) for c in columns[1:] if (row, c) in cells] for row in rows}
    filled = {row: [text for text in texts[row] if _WORD.search(text)] for row in rows}
    heads = list(rows[:1])
    for place, row in enumerate(rows[1:], 1):
        below = filled[rows[place + 1]] if place + 1 < len(rows) else []
        if any(text.count("(") > text.count(")") for text in filled[rows[place - 1]]) and place == len(heads):
            heads.append(row)  # the head goes on: « (IC à / 95 %) »
            continue
        if any(_VALUE_SHAPE.search(text) for text in filled[row]):
            break
        corner = _text(cells[row, columns[0]], source) if (row, columns[0]) in cells else ""
        starts_body = any(_VALUE_SHAPE.search(text) or (not corner and read_cell(text)) for text in below)
        if place >= told and not (
            len(filled[row]) > 1 and not any(read_cell(text) for text in filled[row]) and starts_body
        ):
            break
        heads.append(row)
    return tuple(heads)


_WORD = re.compile(r"\w")
_VALUE_SHAPE = re.compile(r"\d[.,]\d|(?<!à )(?<!IC )(?<!IC)\b\d+\s?%|\(\s?[-–−]?\d|[<>=]\s?0")
"""What no head has: decimals, percentages, a number in brackets, a p. Sizes are written « n = 226 »."""


def _split_body(
    rows: Iterable[int], columns: tuple[int, ...], cells: dict[tuple[int, int], TextCell], source: SourceText
) -> tuple[dict[int, TextCell], tuple[int, ...]]:
    """Body rows, and for each the row of a single label (« Semaine 16 », « Tolérance ») that stands above it."""
    groups: dict[int, TextCell] = {}
    body: list[int] = []
    heading: TextCell | None = None
    for row in rows:
        present = [cells[row, column] for column in columns if (row, column) in cells]
        filled = {cell for cell in present if _WORD.search(source.text, cell.start, cell.end)}
        if len(filled) == 1 and (row, columns[0]) in cells and cells[row, columns[0]] in filled:
            heading = cells[row, columns[0]]
        elif filled:
            body.append(row)
            if heading is not None:
                groups[row] = heading
    return groups, tuple(body)


_OF_TIMES = re.compile(r"\b(?:median|moyen|survie|delai)")
"""Heads of times that were measured."""


def _is_label_column(
    column: int,
    body: tuple[int, ...],
    texts: dict[tuple[int, int], str],
    values: dict[tuple[int, int], CellValue | None],
    head: str,
) -> bool:
    """Whether most of a column's filled cells are words and not values; « 8 semaines » is the time of others."""
    holds_times = _OF_TIMES.search(head) is None
    filled = [(row, column) for row in body if texts.get((row, column))]
    words = sum(
        any(c.isalpha() for c in texts[place]) and ((value := values[place]) is None or (value.is_time and holds_times))
        for place in filled
    )
    return bool(filled) and words > len(filled) / 2


def _text(cell: TextCell, source: SourceText) -> str:
    return source.text[cell.start : cell.end].strip()


def _ranges(cells: Iterable[TextCell]) -> list[Range]:
    return list(dict.fromkeys((cell.start, cell.end) for cell in cells if cell.end > cell.start))
