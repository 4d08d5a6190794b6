"""markdown: the evidence table's main columns, for a report or an issue."""

import re
from collections.abc import Iterable
from typing import BinaryIO

from extract.export.result import Written
from extract.query.phrases import HEADINGS, Heading, phrase
from extract.query.record import Record
from schema.clean import for_terminal

_MARKUP = re.compile(r"([\\`*_\[\]<>|#])")


def write_markdown(records: Iterable[Record], out: BinaryIO) -> Written:
    """Write a pipe table in the order of `HEADINGS`; markup characters in the data are escaped."""
    _write_line(out, HEADINGS)
    _write_line(out, ["---"] * len(HEADINGS))
    written = 0
    for record in records:
        _write_line(out, [_cell(record, heading) for heading in HEADINGS])
        written += 1
    return Written(written)


def _write_line(out: BinaryIO, cells: Iterable[str]) -> None:
    out.write(f"| {' | '.join(cells)} |\n".encode())


def _cell(record: Record, heading: Heading) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(for_terminal(phrase(record, heading)).split()))
