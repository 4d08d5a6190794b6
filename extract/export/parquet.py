"""parquet: typed columns for R's arrow, pandas, DuckDB and the like."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO, get_args, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

from extract.export.cells import Value
from extract.export.result import Written
from extract.query.record import COLUMNS, Record
from schema.clean import for_terminal

BATCH_ROWS = 10_000
ARROW_TYPES = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def write_parquet(records: Iterable[Record], out: BinaryIO) -> Written:
    """Write one typed, nullable column for each of the contract's, in batches of flat memory."""
    schema = arrow_schema()
    written = 0
    with pq.ParquetWriter(out, schema) as writer:
        for batch in _batches(records):
            columns = [[_value(getattr(record, name)) for record in batch] for name in COLUMNS]
            writer.write_table(pa.table(columns, schema=schema))
            written += len(batch)
    return Written(written)


def arrow_schema() -> pa.Schema:
    """The columns with the types that `Record` declares."""
    hints = get_type_hints(Record)
    return pa.schema([(name, ARROW_TYPES[(get_args(hints[name]) or (hints[name],))[0]]) for name in COLUMNS])


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    rest = iter(records)
    while batch := list(islice(rest, BATCH_ROWS)):
        yield batch


def _value(value: Value) -> Value:
    return for_terminal(value) if isinstance(value, str) else value
