"""Write a small table of named columns as csv text, for formats whose columns are not those of the evidence table."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO

from extract.export.cells import Value, cell_text

Row = Mapping[str, Value]


def csv_bytes(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """The rows as RFC 4180 csv in UTF-8 with a header; a column that a row lacks is empty.

    >>> csv_bytes(("study", "n"), [{"study": "TRuE-V1", "n": 221}, {"study": "=1"}])
    b"study,n\\r\\nTRuE-V1,221\\r\\n'=1,\\r\\n"
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([cell_text(row.get(column)) for column in columns] for row in rows)
    return text.getvalue().encode()


def write_table(columns: Sequence[str], rows: Iterable[Row], out: BinaryIO) -> None:
    """Write the rows as csv to a binary stream."""
    out.write(csv_bytes(columns, rows))
