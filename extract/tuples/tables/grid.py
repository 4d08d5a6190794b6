"""A table as a grid: which columns carry labels, which rows are heads or group headings, which cells hold values."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.entities.folding import fold_lower
from extract.text.model import SourceText, TextCell, TextTable
from extract.tuples.tables.cells import read_cell
from extract.tuples.tables.words import TableWords

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells by (row, column), spanned cells repeated in every place they cover.

    `heads` are the head rows, `body` the others; `label_columns` hold words (criteria, treatments, trials), the rest
    values; `time_columns` hold weeks or months under such a head (column → head); `groups[row]` is the heading row
    that governs a body row (« Semaine 16 »), where there is one.
    """

    cells: dict[tuple[int, int], TextCell]
    heads: tuple[int, ...]
    body: tuple[int, ...]
    columns: tuple[int, ...]
    label_columns: frozenset[int]
    time_columns: dict[int, str]
    groups: dict[int, TextCell]

    def head_ranges(self, column: int) -> list[Range]:
        """The character ranges of a column's heads, top first, each once; one that repeats down is taken once."""
        found = (self.cells.get((row, column)) for row in self.heads)
        return _ranges(cell for cell in found if cell is not None)

    def label_cells(self, row: int, before: int) -> list[tuple[int, TextCell]]:
        """The label cells of a row left of column `before`, with their columns."""
        columns = [column for column in self.columns if column < before and column in self.label_columns]
        return [(column, self.cells[row, column]) for column in columns if (row, column) in self.cells]

    def row_range(self, row: int) -> Range:
        """The characters of a whole row."""
        cells = [cell for (at, _), cell in self.cells.items() if at == row]
        return min(cell.start for cell in cells), max(cell.end for cell in cells)


def read_grid(table: TextTable, source: SourceText, words: TableWords) -> Grid | None:
    """The grid of `table`, or None where it has no head or no body."""
    cells: dict[tuple[int, int], TextCell] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                cells[row, column] = cell
    rows = sorted({row for row, _ in cells})
    columns = tuple(sorted({column for _, column in cells}))
    heads = tuple(row for row in rows if row < max(table.header_rows, 1))
    groups, body = _split_body(rows[len(heads) :], columns, cells, source)
    if not heads or not body or len(columns) < 2:
        return None
    lowest = {c: _text(cells[heads[-1], c], source) for c in columns if (heads[-1], c) in cells}
    times = {c: head for c, head in lowest.items() if words.is_time_head(fold_lower(head))}
    labels = frozenset(c for c in columns if c in times or _is_label_column(c, body, cells, source))
    return Grid(cells, heads, body, columns, labels or frozenset({columns[0]}), times, groups)


def _split_body(
    rows: Iterable[int], columns: tuple[int, ...], cells: dict[tuple[int, int], TextCell], source: SourceText
) -> tuple[dict[int, TextCell], tuple[int, ...]]:
    """Body rows, and for each the row of a single label (« Semaine 16 », « Tolérance ») that stands above it."""
    groups: dict[int, TextCell] = {}
    body: list[int] = []
    heading: TextCell | None = None
    for row in rows:
        present = [cells[row, column] for column in columns if (row, column) in cells]
        filled = {cell for cell in present if re.search(r"\w", _text(cell, source))}
        if len(filled) == 1 and (row, columns[0]) in cells and cells[row, columns[0]] in filled:
            heading = cells[row, columns[0]]
        elif filled:
            body.append(row)
            if heading is not None:
                groups[row] = heading
    return groups, tuple(body)


def _is_label_column(
    column: int, body: tuple[int, ...], cells: dict[tuple[int, int], TextCell], source: SourceText
) -> bool:
    """Whether most of a column's filled cells are words and not values."""
    texts = [_text(cells[row, column], source) for row in body if (row, column) in cells]
    filled = [text for text in texts if text]
    words = sum(read_cell(text) is None and any(c.isalpha() for c in text) for text in filled)
    return bool(filled) and words > len(filled) / 2


def _text(cell: TextCell, source: SourceText) -> str:
    return source.text[cell.start : cell.end].strip()


def _ranges(cells: Iterable[TextCell]) -> list[Range]:
    return list(dict.fromkeys((cell.start, cell.end) for cell in cells if cell.end > cell.start))
