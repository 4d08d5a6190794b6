"""xlsx: one sheet a kind, real numbers, frozen header with filter, a link to the page, and no formula."""

import io
from collections import Counter
from collections.abc import Iterable
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from extract.export.cells import Value, page_link
from extract.export.result import Written
from extract.query.record import COLUMNS, Record
from schema.clean import for_terminal

KINDS = ("result", "study", "mechanism")
MAX_ROWS = 1_048_575  # Excel's limit of 2^20, less the header
MAX_CHARACTERS = 32_767  # Excel's limit of a cell; a longer text makes the file unreadable
WIDTHS = {"passage": 80, "title": 40, "document": 24, "drug": 24, "indication": 22, "endpoint": 22, "comparator": 22}
DEFAULT_WIDTH = 12


def write_xlsx(records: Iterable[Record], out: BinaryIO) -> Written:
    """Write a sheet for each kind, empty ones too; rows that Excel has no room for are left out and counted."""
    workbook = Workbook(write_only=True)
    sheets = {kind: _new_sheet(workbook, kind) for kind in KINDS}
    rows, left_out = Counter[str](), Counter[str]()
    for record in records:
        if rows[record.kind] >= MAX_ROWS:
            left_out[f"more than {MAX_ROWS} rows in a sheet"] += 1
            continue
        sheet = sheets[record.kind]
        sheet.append([_cell(sheet, column, record) for column in COLUMNS])
        rows[record.kind] += 1
    for kind, sheet in sheets.items():
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{rows[kind] + 1}"
    whole = io.BytesIO()  # openpyxl cannot end a file that the disk refuses without noise
    workbook.save(whole)
    out.write(whole.getbuffer())
    return Written(rows.total(), left_out)


def _new_sheet(workbook: Any, kind: str) -> Any:
    sheet = workbook.create_sheet(kind)
    sheet.freeze_panes = "A2"
    for place, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(column, DEFAULT_WIDTH)
    sheet.append([_styled(sheet, column, bold=True) for column in COLUMNS])
    return sheet


def _cell(sheet: Any, column: str, record: Record) -> Any:
    value: Value = getattr(record, column)
    if column == "page":
        cell = _styled(sheet, value, underline="single", color="0563C1")
        cell.hyperlink = page_link(record.document, record.page)
        return cell
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, for_terminal(value)[:MAX_CHARACTERS])
    cell.data_type = "s"  # text even where it starts with =
    return cell


def _styled(sheet: Any, value: Value, **font: Any) -> Any:
    cell = WriteOnlyCell(sheet, value)
    cell.font = Font(**font)
    return cell
