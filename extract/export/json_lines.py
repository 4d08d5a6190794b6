"""jsonl: one JSON object a row, all columns in the contract's order, null where a cell is empty."""

import json
from collections.abc import Iterable
from typing import BinaryIO

from extract.export.cells import Value
from extract.export.result import Written
from extract.query.record import COLUMNS, Record
from schema.clean import for_terminal


def write_jsonl(records: Iterable[Record], out: BinaryIO) -> Written:
    """Write UTF-8 lines; numbers stay numbers, letters with accents stay letters."""
    written = 0
    for record in records:
        out.write((json_line(record) + "\n").encode())
        written += 1
    return Written(written)


def json_line(record: Record, columns: tuple[str, ...] = COLUMNS) -> str:
    """One row, or some of its columns, as a JSON object on one line."""
    return json.dumps({column: _json_value(getattr(record, column)) for column in columns}, ensure_ascii=False)


def _json_value(value: Value) -> Value:
    return for_terminal(value) if isinstance(value, str) else value
