"""Rows and columns of tables without a grid."""

import pytest

from extract.pdf.aligned import aligned_table
from extract.pdf.blocks import block_of
from extract.pdf.grids import grids_of
from extract.pdf.lines import Line
from extract.pdf.table import Table
from extract.pdf.tablerows import header_rows
from schema.source import Box
from tests.pdf.lines import line

CAPTION = block_of([line("Tableau 1. Réponses.", 0, 80)])


def laid(*rows: tuple[str, ...], pitch: float = 16) -> list[Line]:
    """Rows of cells in columns 120 points apart, an empty string leaving the place free."""
    return [line(cell, 120 * c, 100 + pitch * r) for r, row in enumerate(rows) for c, cell in enumerate(row) if cell]


def grid(table: Table | None) -> list[list[str]]:
    assert table is not None
    rows = range(max(c.row for c in table.cells) + 1)
    return [[" ".join(li.text for li in c.lines) for c in table.cells if c.row == row] for row in rows]


def test_cells_stand_in_columns() -> None:
    table = aligned_table(laid(("Critère", "Actif", "Placebo"), ("EASI 75", "51 (48,1)", "12 (11,3)")), CAPTION)
    assert grid(table) == [["Critère", "Actif", "Placebo"], ["EASI 75", "51 (48,1)", "12 (11,3)"]]


def test_a_wrapped_row_head_is_one_cell() -> None:
    full = laid(("Critère", "Actif"), ("Arrêt pour effet", "2,1"), pitch=24)
    lines = [*full, line("indésirable", 0, 135), line("Acné", 0, 159), line("4,3", 120, 159)]
    assert grid(aligned_table(lines, CAPTION)) == [
        ["Critère", "Actif"],
        ["Arrêt pour effet indésirable", "2,1"],
        ["Acné", "4,3"],
    ]


def test_a_cell_that_wraps_over_its_row_belongs_to_the_row_below() -> None:
    full = laid(("Étude", "Réponse", "n"), ("LUNE-1", "43,8)", "88"), ("LUNE-2", "49,2)", "90"), pitch=22)
    wrapped = [line("33,0 (23,3–", 120, 111), line("39,7 (30,7–", 120, 133)]
    assert grid(aligned_table(sorted([*full, *wrapped], key=lambda li: li.baseline), CAPTION)) == [
        ["Étude", "Réponse", "n"],
        ["LUNE-1", "33,0 (23,3– 43,8)", "88"],
        ["LUNE-2", "39,7 (30,7– 49,2)", "90"],
    ]


def test_a_head_over_two_columns_spans_them() -> None:
    lines = [
        line("Essai A", 180, 100),
        line("Essai B", 420, 100),
        *laid(("",) * 5, ("Critère", "Actif", "Placebo", "Actif", "Placebo"), ("Acné", "8", "2", "9", "3")),
    ]
    table = aligned_table(lines, CAPTION)
    assert table is not None
    assert [(c.column, c.column_span) for c in table.cells if c.row == 0] == [(1, 2), (3, 2)]
    assert table.header_rows == 2


def test_running_text_is_no_table() -> None:
    assert aligned_table([line("Le traitement a été arrêté.", 0, 100)], CAPTION) is None


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ([["Critère", "Actif", "p"], ["Acné", "8,1 %", "0,03"]], 1),
        ([["", "Essai A"], ["Critère", "Actif"], ["Acné", "8,1 %"]], 2),
        ([["Critère", "12 semaines", "24 semaines"], ["Acné", "8,1", "9,0"]], 1),
    ],
)
def test_heads_end_where_values_begin(rows: list[list[str]], heads: int) -> None:
    assert header_rows([list(enumerate(row)) for row in rows]) == heads


def test_ruling_lines_enclose_cells() -> None:
    flat = [Box(0, y, 200, y + 0.5) for y in (0, 20, 40)]
    upright = [Box(x, 0, x + 0.5, 40) for x in (0, 100, 200)]
    (cells,) = grids_of([*flat, *upright])
    assert len(cells) == 4


def test_rules_of_one_direction_enclose_nothing() -> None:
    assert grids_of([Box(0, y, 200, y + 0.5) for y in range(0, 100, 20)]) == []
