"""Parts of all pages become one `SourceText`: floats after the paragraph they interrupt, sentences run over pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, compress, count
from operator import ne

from extract.pdf.blocks import Block
from extract.pdf.layout import Aside, PageLayout
from extract.pdf.lines import Line
from extract.pdf.model import BlockKind
from extract.text.bibliography import authors_of, find_bibliography
from extract.text.calls import find_calls
from extract.text.model import ChartLabel, SectionKind, SourceText, TextCell, TextChart, TextTable
from extract.text.paragraphs import ends_sentence, joined_texts
from extract.text.parts import Part, PartMaker, place_of
from extract.text.places import Places, RunPlaces
from extract.text.sections import TextBlock, find_sections
from extract.text.traced import Traced, concatenated
from extract.text.words import Lexicon
from schema.source import Bibliography

FRONT_PARTS = 6
"""Blocks after the title among which the line of authors stands."""

PARTED = "\n\n"
_FLOW = (BlockKind.BODY, BlockKind.HEADING, BlockKind.TITLE)


def assemble(layouts: Sequence[PageLayout], metadata: Mapping[str, str] | None = None) -> SourceText:
    """The text of all pages in reading order; empty for pages without text.

    `metadata`, the PDF's document information, completes the bibliographic record.
    """
    places = Places()
    lexicon = Lexicon(_whole_words(line) for line in _prose_lines(layouts))
    maker = PartMaker(lexicon, places)
    parts: list[Part] = []
    held: list[Part] = []
    for page in layouts:
        for group in maker.parts_of(page):
            if group and group[0].kind not in _FLOW:
                held += group
                continue
            for part in group:
                if part.kind is BlockKind.BODY and _continues(parts, part):
                    parts[-1].text = joined_texts(parts[-1].text, part.text, lexicon)
                else:
                    parts += [*held, part]
                    held = []
            if held and ends_sentence(parts[-1].text.text):
                parts += held
                held = []
    source, runs = _laid([*parts, *held], places)
    record = _bibliography([*parts, *held], layouts, _first_page(source, runs), metadata or {})
    return replace(source, bibliography=record)


def _first_page(source: SourceText, runs: RunPlaces) -> str:
    """The text of the first page up to any references, whose years and DOIs are those of other articles."""
    turned = iter(source.run_starts[runs.first_after(1) :])
    references = (section.start for section in source.sections if section.kind is SectionKind.REFERENCES)
    return source.text[: min(next(turned, len(source.text)), next(references, len(source.text)))]


def _bibliography(
    parts: Sequence[Part], layouts: Sequence[PageLayout], first_page: str, metadata: Mapping[str, str]
) -> Bibliography:
    title = next((i for i, part in enumerate(parts) if part.kind is BlockKind.TITLE), None)
    after = parts[title + 1 : title + 1 + FRONT_PARTS] if title is not None else parts[:FRONT_PARTS]
    heads = [line.text for page in layouts for line in page.furniture]
    front = [part.text.text for part in after]
    return find_bibliography(parts[title].text.text if title is not None else None, front, heads, first_page, metadata)


def _prose_lines(layouts: Sequence[PageLayout]) -> Iterator[Line]:
    for page in layouts:
        for item in page.items:
            blocks = [item] if isinstance(item, Block) else item.blocks if isinstance(item, Aside) else item.tied
            for block in blocks:
                yield from block.lines


def _whole_words(line: Line) -> str:
    """The text of a line without its first and last word, which a line end may have cut."""
    return line.text.partition(" ")[2].rpartition(" ")[0]


def _continues(parts: list[Part], part: Part) -> bool:
    """Whether a body block goes on with the sentence of the last body block."""
    if not parts or parts[-1].kind is not BlockKind.BODY:
        return False
    return not ends_sentence(parts[-1].text.text) and not authors_of(parts[-1].text.text)


def _laid(parts: Sequence[Part], places: Places) -> tuple[SourceText, RunPlaces]:
    pieces: list[Traced] = []
    blocks: list[TextBlock] = []
    at = 0
    for part in parts:
        if pieces:
            pieces.append(Traced(PARTED, pieces[-1].origins[-1:] * len(PARTED)))
            at += len(PARTED)
        blocks.append(TextBlock(part.kind, at, at + len(part.text.text), part.level))
        pieces.append(part.text)
        at += len(part.text.text)
    whole = concatenated(pieces)
    ranges = {id(part): (block.start, block.end) for part, block in zip(parts, blocks, strict=True)}
    run_starts, run_places = _runs(whole, places)
    source = SourceText(
        text=whole.text,
        run_starts=run_starts,
        run_places=run_places,
        sections=find_sections(whole.text, blocks),
        reference_calls=find_calls(whole.text),
        tables=tuple(_table(part, ranges) for part in parts if part.kind is BlockKind.TABLE),
        charts=tuple(_chart(part, ranges, places) for part in parts if part.kind is BlockKind.CHART),
    )
    return source, run_places


def _table(part: Part, ranges: dict[int, tuple[int, int]]) -> TextTable:
    start, end = ranges[id(part)]
    cells = tuple(
        TextCell(start + a, start + b, cell.row, cell.column, cell.row_span, cell.column_span)
        for a, b, cell in part.pieces
        if cell is not None
    )
    return TextTable(start, end, part.header_rows, cells, ranges.get(id(part.caption)), ranges.get(id(part.notes)))


def _chart(part: Part, ranges: dict[int, tuple[int, int]], places: Places) -> TextChart:
    start, end = ranges[id(part)]
    labels = tuple(
        ChartLabel(start + a, start + b, place_of(Traced(part.text.text[a:b], part.text.origins[a:b]), places))
        for a, b, _ in part.pieces
    )
    return TextChart(start, end, labels, ranges.get(id(part.caption)))


def _runs(whole: Traced, places: Places) -> tuple[tuple[int, ...], RunPlaces]:
    """One run a word: where its characters start, and its place."""
    origins = whole.origins
    is_start = map(ne, origins, chain((None,), origins))
    starts = tuple(compress(count(), is_start))
    return starts, RunPlaces(places, tuple([origins[start] for start in starts]))
