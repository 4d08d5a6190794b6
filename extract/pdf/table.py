"""A table as found on a page: cells in a grid, header rows, caption and notes."""

from dataclasses import dataclass

from extract.pdf.blocks import Block
from extract.pdf.edges import box_around
from extract.pdf.lines import Line
from schema.source import Box


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of one cell (none where it is empty) and its place; rows and columns count from 0."""

    lines: tuple[Line, ...]
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows from the top and columns from the left; the first `header_rows` rows are heads."""

    cells: tuple[Cell, ...]
    header_rows: int
    grid: Box
    caption: Block | None = None
    notes: Block | None = None

    @property
    def tied(self) -> tuple[Block, ...]:
        """The blocks that belong to the table: its caption and notes."""
        return tuple(block for block in (self.caption, self.notes) if block)

    @property
    def box(self) -> Box:
        """The rectangle around cells, caption and notes."""
        return box_around((self.grid, *(block.box for block in self.tied)))

    @property
    def taken(self) -> list[Line]:
        """The lines of cells and notes, which belong to no other block."""
        return [*self.lines, *(self.notes.lines if self.notes else ())]

    @property
    def lines(self) -> list[Line]:
        """All lines of all cells."""
        return [line for cell in self.cells for line in cell.lines]
