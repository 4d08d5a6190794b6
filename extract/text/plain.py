"""A `SourceText` of plain text: for tests, for `extract explain`, for texts that were never a PDF."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from extract.pdf.model import BlockKind
from extract.text.calls import find_calls
from extract.text.captions import is_figure_caption, is_table_caption
from extract.text.model import ChartLabel, SourceText, TextCell, TextChart, TextTable
from extract.text.sections import TextBlock, find_sections
from schema.source import Bibliography, Box, PageBox

_BAR = re.compile(r"(?:^|(?<=\s))\|(?=\s|$)")
"""A separator with an empty cell on one side may stand at the edge of its line or beside the next one."""

_NOWHERE = PageBox(1, Box(0, 0, 0, 0))
"""The place of a chart label of a text that has no pages."""


def source_from_plain(text: str) -> SourceText:
    """The `SourceText` of blocks parted by blank lines; every character lies on page 1, without boxes.

    A line that starts with `#` is a heading (`##` one rank lower), a first block without a full stop the title, lines
    with ` | ` a table whose caption is the « Tableau » block before it, and several lines before or after a « Fig. »
    block the labels of a chart. Other lines of a block are joined. An empty text gives an empty source.

    >>> source = source_from_plain("# Résultats\\n\\nLe taux était de 30 %.")
    >>> source.text, source.sections[0].kind.value
    ('Résultats\\n\\nLe taux était de 30 %.', 'results')
    """
    parts = list(_classified(_split(text)))
    blocks, laid, at = [], [], 0
    for kind, level, block in parts:
        blocks.append(TextBlock(kind, at, at + len(block), level))
        laid.append(block)
        at += len(block) + 2
    joined = "\n\n".join(laid)
    title = next((block for kind, _, block in parts if kind is BlockKind.TITLE), None)
    return SourceText(
        text=joined,
        reference_calls=find_calls(joined),
        sections=find_sections(joined, blocks),
        tables=_tables(joined, blocks),
        charts=_charts(joined, blocks),
        bibliography=Bibliography(title=title),
    )


def _split(text: str) -> Iterator[str]:
    """Blocks of the text; rows of a table that blank lines part come as one block."""
    chunks = [c.strip() for c in re.split(r"\n\s*\n", text) if c.strip()]
    for in_table, group in groupby(chunks, key=_is_table):
        if in_table:
            yield "\n".join(group)
        else:
            yield from group


def _is_table(chunk: str) -> bool:
    return _BAR.search(chunk) is not None


def _classified(chunks: Iterator[str]) -> Iterator[tuple[BlockKind, int, str]]:
    raw = list(chunks)
    for i, chunk in enumerate(raw):
        joined = " ".join(chunk.split())
        near_figure = any(is_figure_caption(c) for c in raw[max(0, i - 1) : i + 2])
        if marks := re.match(r"#+\s*", chunk):
            yield BlockKind.HEADING, marks[0].count("#"), joined[marks.end() :]
        elif _is_table(chunk):
            yield BlockKind.TABLE, 1, chunk
        elif is_table_caption(chunk) or is_figure_caption(chunk):
            yield BlockKind.CAPTION, 1, joined
        elif "\n" in chunk and near_figure:
            yield BlockKind.CHART, 1, chunk
        elif i == 0 and len(raw) > 1 and not joined.endswith("."):
            yield BlockKind.TITLE, 1, joined
        else:
            yield BlockKind.BODY, 1, joined


def _tables(text: str, blocks: list[TextBlock]) -> tuple[TextTable, ...]:
    tables = []
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.TABLE:
            before = blocks[i - 1] if i else None
            captioned = before and is_table_caption(text[before.start : before.end])
            caption = (before.start, before.end) if before and captioned else None
            tables.append(TextTable(block.start, block.end, 1, tuple(_cells(text, block)), caption))
    return tuple(tables)


def _cells(text: str, block: TextBlock) -> Iterator[TextCell]:
    at = block.start
    for row, line in enumerate(text[block.start : block.end].split("\n")):
        bars = [bar.start() for bar in _BAR.finditer(line)]
        for column, (left, right) in enumerate(pairwise([-1, *bars, len(line)])):
            start, cell = left + 1, line[left + 1 : right]
            start += len(cell) - len(cell.lstrip())
            yield TextCell(at + start, at + start + len(cell.strip()), row, column)
        at += len(line) + 1


def _charts(text: str, blocks: list[TextBlock]) -> tuple[TextChart, ...]:
    charts = []
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.CHART:
            near = [b for b in blocks[max(0, i - 1) : i + 2] if is_figure_caption(text[b.start : b.end])]
            caption = (near[-1].start, near[-1].end) if near else None
            charts.append(TextChart(block.start, block.end, tuple(_labels(text, block)), caption))
    return tuple(charts)


def _labels(text: str, block: TextBlock) -> Iterator[ChartLabel]:
    at = block.start
    for label in text[block.start : block.end].split("\n"):
        yield ChartLabel(at, at + len(label), _NOWHERE)
        at += len(label) + 1
