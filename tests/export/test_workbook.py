"""xlsx read back by openpyxl."""

import io

from openpyxl import load_workbook

from extract.export.result import Written
from extract.export.workbook import write_xlsx
from extract.query.record import COLUMNS
from tests.export.records import record, responders


def test_one_sheet_a_kind_with_real_numbers_and_links_to_the_page() -> None:
    out = io.BytesIO()
    rows = [responders(document="été 2.pdf", approximate=True), record("m1", kind="mechanism", drug="x", target="JAK1")]
    assert write_xlsx(rows, out) == Written(2)
    book = load_workbook(out)
    assert [(sheet.title, sheet.max_row) for sheet in book] == [("result", 2), ("study", 1), ("mechanism", 2)]
    sheet = book["result"]
    assert tuple(cell.value for cell in sheet[1]) == COLUMNS
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:AY2"
    cells = dict(zip(COLUMNS, sheet[2], strict=True))
    assert (cells["value"].value, cells["arm_n"].value, cells["approximate"].value) == (29.8, 221, True)
    assert cells["page"].hyperlink.target == "%C3%A9t%C3%A9%202.pdf#page=3"
    assert cells["status"].value is None


def test_no_cell_is_a_formula_and_control_characters_do_not_break_the_file() -> None:
    out = io.BytesIO()
    write_xlsx([record(passage="=1+1", section="a\x00b\x1b", title="=" + "x" * 40_000)], out)
    cells = dict(zip(COLUMNS, load_workbook(out)["result"][2], strict=True))
    assert [(cells[name].data_type, cells[name].value) for name in ("passage", "section")] == [
        ("s", "=1+1"),
        ("s", "ab"),
    ]
    assert len(cells["title"].value) == 32_767
