"""jsonl read by json, parquet by pyarrow, markdown as lines."""

import io
import json

import pyarrow.parquet as pq

from extract.export.json_lines import write_jsonl
from extract.export.markdown import write_markdown
from extract.export.parquet import write_parquet
from extract.export.result import Written
from extract.query.record import COLUMNS
from tests.export.records import record, responders


def test_jsonl_keeps_types_order_and_accents() -> None:
    out = io.BytesIO()
    assert write_jsonl([responders(), record("r2")], out) == Written(2)
    first, second = out.getvalue().decode().splitlines()
    assert list(json.loads(first)) == list(COLUMNS)
    assert json.loads(first)["value"] == 29.8
    assert '"véhicule"' in first
    assert json.loads(second)["drug"] is None


def test_parquet_columns_are_typed_and_nullable() -> None:
    out = io.BytesIO()
    assert write_parquet([responders(), record("r2", approximate=False)], out) == Written(2)
    table = pq.read_table(out)
    assert table.column_names == list(COLUMNS)
    assert [str(table.schema.field(name).type) for name in ("value", "arm_n", "approximate", "drug")] == [
        "double", "int64", "bool", "string",
    ]  # fmt: skip
    assert table["value"].to_pylist() == [29.8, None]
    assert table["approximate"].to_pylist() == [None, False]


def test_an_empty_parquet_file_has_its_columns() -> None:
    out = io.BytesIO()
    assert write_parquet([], out) == Written(0)
    assert pq.read_table(out).column_names == list(COLUMNS)


def test_markdown_escapes_what_would_be_markup() -> None:
    out = io.BytesIO()
    write_markdown([responders(), record("r2", drug="a|b *c*", endpoint="IGA\n0/1")], out)
    assert out.getvalue().decode().splitlines() == [
        "| drug | study | endpoint | arms | effect | source |",
        "| --- | --- | --- | --- | --- | --- |",
        "| ruxolitinib 1,5 % × 2/j | TRuE-V1, vitiligo | F-VASI75, semaine 24 "
        "| 29.8 % (n 221) vs véhicule 7.4 % (n 109) "
        r"| RR 4 \[1.9–8.4\] p\<0.001 | a.pdf p. 3 |",
        r"| a\|b \*c\* |  | IGA 0/1 |  |  | a.pdf p. 3 |",
    ]
