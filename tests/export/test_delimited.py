"""csv, tsv and French csv, read back by pandas."""

import io

import pandas
import pytest

from extract.export.delimited import write_csv, write_excel_fr, write_tsv
from extract.export.result import Written
from extract.query.record import COLUMNS
from tests.export.records import record, responders


def test_csv_gives_the_columns_of_the_contract_and_real_numbers() -> None:
    out = io.BytesIO()
    assert write_csv([responders(passage='Il a dit "oui",\nenfin.')], out) == Written(1)
    table = pandas.read_csv(io.BytesIO(out.getvalue()))
    assert tuple(table.columns) == COLUMNS
    assert table.loc[0, ["passage", "value", "arm_n", "p_value", "dose"]].tolist() == [
        'Il a dit "oui",\nenfin.', 29.8, 221, 0.001, "1,5 % × 2/j",
    ]  # fmt: skip
    assert table["status"].isna().all()


def test_an_empty_table_has_its_header() -> None:
    out = io.BytesIO()
    assert write_csv([], out) == Written(0)
    assert out.getvalue().decode() == ",".join(COLUMNS) + "\r\n"


def test_french_excel_gets_semicolons_decimal_commas_and_a_byte_order_mark() -> None:
    out = io.BytesIO()
    write_excel_fr([responders(approximate=True)], out)
    assert out.getvalue().startswith(b"\xef\xbb\xbfid;document;")
    table = pandas.read_csv(io.BytesIO(out.getvalue()), sep=";", decimal=",", encoding="utf-8-sig")
    assert table.loc[0, ["value", "timepoint_weeks", "approximate"]].tolist() == [29.8, 24, True]


def test_tsv_lines_are_rows_whatever_a_cell_holds() -> None:
    out = io.BytesIO()
    write_tsv([record(passage="une\tphrase\nsur deux lignes")], out)
    header, line, rest = out.getvalue().decode().split("\n")
    assert dict(zip(header.split("\t"), line.split("\t"), strict=True))["passage"] == "une phrase sur deux lignes"
    assert rest == ""


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
        ("+33 patients", "'+33 patients"),
        ("-12,4 points", "'-12,4 points"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-12.4", "-12.4"),
        ("PASI\x1b[2J\u202e75", "PASI[2J75"),
    ],
)
def test_no_cell_is_evaluated_and_none_hides_anything(text: str, cell: str) -> None:
    out = io.BytesIO()
    write_csv([record(passage=text)], out, ("passage",))
    assert pandas.read_csv(io.BytesIO(out.getvalue()), dtype=str).loc[0, "passage"] == cell
