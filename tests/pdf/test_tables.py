"""Rows and columns of tables without a grid."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.pdf.aligned import aligned_table
from extract.pdf.blocks import block_of, blocks_of
from extract.pdf.grids import grids_of
from extract.pdf.lines import Line
from extract.pdf.table import Table
from extract.pdf.tablelines import lines_by_caption
from extract.pdf.tablerows import header_rows
from extract.text.read import read_source
from schema.source import Box
from tests.pdf.lines import line, texts
from tests.pdf.typeset import lines, pdf

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


def test_a_head_set_over_the_first_of_its_columns_reaches_to_the_next_head() -> None:
    lines = [
        *laid(("", "Essai A", "", "Essai B", "")),
        *laid((), ("Critère", "Actif", "Crème seule", "Actif", "Crème seule"), ("Acné", "8", "2", "9", "3")),
    ]
    table = aligned_table(lines, CAPTION)
    assert table is not None
    assert [(c.column, c.column_span) for c in table.cells if c.row == 0] == [(1, 2), (3, 2)]


def test_a_head_over_two_columns_is_no_column_and_heads_near_each_other_are_two() -> None:
    lines = [
        line("ALBA", 175, 100),
        *(line(text, x, 116) for text, x in (("Critère", 0), ("Dupilumab", 140), ("Placebo", 190))),
        *(line(text, x, 132) for text, x in (("Acné", 0), ("3 (33,3)", 140), ("2 (25,0)", 200))),
        *(line(text, x, 148) for text, x in (("Rhume", 0), ("1 (11,1)", 140), ("1 (12,5)", 200))),
    ]
    assert grid(aligned_table(lines, CAPTION)) == [
        ["ALBA"],
        ["Critère", "Dupilumab", "Placebo"],
        ["Acné", "3 (33,3)", "2 (25,0)"],
        ["Rhume", "1 (11,1)", "1 (12,5)"],
    ]


def test_whole_rows_are_not_joined_because_others_are_wrapped() -> None:
    rows = [("Critère", "Actif"), ("Délai de", "8 [4-12]"), ("Dose totale", "27 [19-36]"), ("Guérison", "29 (63,0)")]
    places = [100, 124, 138, 162]
    lines = [line(cell, 120 * c, y) for row, y in zip(rows, places, strict=True) for c, cell in enumerate(row)]
    assert len(grid(aligned_table(lines, CAPTION))) == 4


def test_heads_beside_a_short_caption_are_rows_of_its_table() -> None:
    heads = [line("Bimékizumab", 150, 130), line("Placebo", 290, 130)]
    values = [line("Acné, n (%)", 0, 146), line("8 (11,4)", 150, 146), line("2 (2,9)", 290, 146)]
    more = [line("Rhume, n (%)", 0, 162), line("6 (8,6)", 150, 162), line("5 (7,1)", 290, 162)]
    free = [(block_of([part]), part) for part in (*heads, *values, *more)]
    assert texts(lines_by_caption(block_of([line("Tableau 1. Événements", 0, 110)]), free, 10)) == texts(
        [*heads, *values, *more]
    )


def test_a_line_of_another_column_beside_a_caption_is_no_row() -> None:
    rows = laid(("Critère", "Actif"), ("Acné", "8 (11,4)"))
    free = [(block_of([part]), part) for part in (line("Discussion", 400, 88), *rows)]
    caption = block_of([line("Tableau 1. Événements", 0, 72)])
    assert texts(lines_by_caption(caption, free, 10)) == ["Critère", "Actif", "Acné", "8 (11,4)"]


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


def test_a_heading_row_and_a_row_under_wrapped_heads_stand_alone() -> None:
    rows = [
        ("Critère", "Actif"),
        ("", "(n = 9)"),
        ("Acné", "8 (11,4)"),
        ("Rhume", "5 (7,1)"),
        ("Graves", ""),
        ("Zona", "–"),
    ]
    places = [100, 110, 124, 138, 152, 166]
    lines = [line(text, 120 * c, y) for row, y in zip(rows, places, strict=True) for c, text in enumerate(row) if text]
    assert grid(aligned_table(lines, CAPTION)) == [
        ["Critère", "Actif (n = 9)"],
        ["Acné", "8 (11,4)"],
        ["Rhume", "5 (7,1)"],
        ["Graves"],
        ["Zona", "–"],
    ]


def test_no_block_goes_on_from_a_caption_into_a_tinted_head() -> None:
    band = Box(40, 108, 300, 130)
    lines = [line("Tableau. Nombre de lésions", 100, 100, bold=True), line("DM, points (IC95)", 120, 112, bold=True)]
    parted = [texts(block.lines) for block in blocks_of(lines, [band])]
    assert parted == [["Tableau. Nombre de lésions"], ["DM, points (IC95)"]]
    assert [texts(block.lines) for block in blocks_of(lines)] == [["Tableau. Nombre de lésions", "DM, points (IC95)"]]


def test_a_table_on_tinted_bands_keeps_its_heads() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        canvas.rect(40, 700, 300, 22, stroke=0, fill=1)
        canvas.setFillGray(0)
        lines(canvas, 80, 116, ["Tableau. Nombre de lésions par rapport au placebo"], 9, "Helvetica-Bold")
        lines(canvas, 150, 129, ["DM, points"], 9, "Helvetica-Bold")
        for x, column in (
            (44, ["Traitement", "Trétinoïne", "Adapalène"]),
            (150, ["(IC95)", "22,9 (18,8 à 27,1)", "16,4"]),
        ):
            lines(canvas, x, 139, column[:1], 9, "Helvetica-Bold")
            lines(canvas, x, 152, column[1:], 9)
        lines(canvas, 270, 139, ["Patients"], 9, "Helvetica-Bold")
        lines(canvas, 270, 152, ["3 358", "4 871"], 9)

    source = read_source(pdf(draw)).source
    start, end = source.tables[0].caption or (0, 0)
    assert source.text[start:end] == "Tableau. Nombre de lésions par rapport au placebo"
