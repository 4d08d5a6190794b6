"""Items of a page become parts of the text: kind and traced text, with what hangs on them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from extract.pdf.blocks import Block
from extract.pdf.edges import box_around
from extract.pdf.figures import Figure
from extract.pdf.layout import Aside, Item, PageLayout
from extract.pdf.lines import Line
from extract.pdf.model import BlockKind
from extract.pdf.table import Cell, Table
from extract.text.paragraphs import joined_lines, split_paragraphs
from extract.text.places import Places
from extract.text.traced import Traced, concatenated
from extract.text.words import Lexicon
from schema.source import PageBox

CELL_SEPARATOR = " | "
_UNSPLIT = (BlockKind.HEADING, BlockKind.TITLE, BlockKind.CAPTION)


@dataclass(slots=True)
class Part:
    """A block of the text to be; `pieces` are a chart's labels or a table's cells, with their ranges inside."""

    kind: BlockKind
    text: Traced
    level: int = 1
    pieces: list[tuple[int, int, Cell | None]] = field(default_factory=list)
    header_rows: int = 0
    caption: "Part | None" = None
    notes: "Part | None" = None


@dataclass(slots=True)
class _Laid:
    """Text laid piece by piece; what parts two pieces comes from where the text before it ends, at first `origin`."""

    origin: int
    pieces: list[Traced] = field(default_factory=list)
    length: int = 0

    def add(self, text: Traced) -> tuple[int, int]:
        """Lay a piece and return its range."""
        start, self.length = self.length, self.length + len(text.text)
        self.pieces.append(text)
        if text.origins:
            self.origin = text.origins[-1]
        return start, self.length

    def part(self, separator: str) -> None:
        self.add(Traced.of(separator, self.origin))


class PartMaker:
    """Makes parts of one document's items, with its lexicon and places."""

    def __init__(self, lexicon: Lexicon, places: Places) -> None:
        self._lexicon = lexicon
        self._places = places

    def parts_of(self, page: PageLayout) -> Iterator[list[Part]]:
        """For each item of a page the parts that stay together, those without any legible character left out."""
        self._places.turn_to(page)
        for item in page.items:
            yield [part for part in self._item(item) if part.text.text.strip()]

    def _item(self, item: Item) -> Iterator[Part]:
        if isinstance(item, Block):
            yield from self._block(item)
        elif isinstance(item, Aside):
            for block in item.blocks:
                yield from self._block(block)
        elif isinstance(item, Table):
            yield from self._table(item)
        else:
            yield from self._figure(item)

    def _block(self, block: Block) -> Iterator[Part]:
        for lines in [list(block.lines)] if block.kind in _UNSPLIT else split_paragraphs(block.lines):
            yield Part(block.kind, self._joined(lines), block.level)

    def _figure(self, figure: Figure) -> Iterator[Part]:
        chart = Part(BlockKind.CHART, Traced())
        for label in figure.labels:
            text = self._joined(label)
            if not text.text:
                continue
            if chart.text.text:
                chart.text += Traced("\n", chart.text.origins[-1:])
            chart.pieces.append((len(chart.text.text), len(chart.text.text) + len(text.text), None))
            chart.text += text
        chart.caption = Part(BlockKind.CAPTION, self._joined(figure.caption.lines))
        yield chart
        yield chart.caption

    def _table(self, table: Table) -> Iterator[Part]:
        part = Part(BlockKind.TABLE, Traced(), header_rows=table.header_rows)
        first_word = next(line.words[0] for cell in table.cells for line in cell.lines)
        laid = _Laid(self._places.of_all([first_word]))
        for row, cells in groupby(sorted(table.cells, key=lambda c: (c.row, c.column)), key=lambda c: c.row):
            if row:
                laid.part("\n")
            self._row(part, laid, cells)
        part.text = concatenated(laid.pieces)
        if table.caption:
            part.caption = Part(BlockKind.CAPTION, self._joined(table.caption.lines))
            yield part.caption
        yield part
        if table.notes:
            part.notes = Part(BlockKind.FOOTNOTE, self._joined(table.notes.lines))
            yield part.notes

    def _row(self, part: Part, laid: _Laid, cells: Iterable[Cell]) -> None:
        last = 0  # the last column laid: a separator stands before each one after it, empty ones too
        for cell in cells:
            for _ in range(cell.column - last):
                laid.part(CELL_SEPARATOR)
            part.pieces.append((*laid.add(self._joined(cell.lines)), cell))
            last = cell.column + cell.column_span - 1

    def _joined(self, lines: Sequence[Line]) -> Traced:
        return joined_lines(lines, self._places, self._lexicon)


def place_of(text: Traced, places: Places) -> PageBox:
    """The rectangle around all characters of `text`, which must not be empty."""
    found = [places.box(origin) for origin in dict.fromkeys(text.origins)]
    return PageBox(found[0].page, box_around([place.box for place in found]))
