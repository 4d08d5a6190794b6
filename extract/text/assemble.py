"""Blocks of all pages become one `SourceText`: floats after the paragraph they interrupt, sentences run over pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.pdf.blocks import Block
from extract.pdf.layout import PageLayout
from extract.pdf.lines import Line
from extract.pdf.model import BlockKind
from extract.pdf.words import Word
from extract.text.model import ChartLabel, SourceText, TextChart
from extract.text.paragraphs import ends_sentence, joined_lines, joined_texts, split_paragraphs
from extract.text.sections import TextBlock, find_sections
from extract.text.traced import Traced
from extract.text.words import Lexicon
from schema.source import Box, PageBox

PARTED = "\n\n"


@dataclass(slots=True)
class _Part:
    """A block of the text to be: its kind and lines; `labels` where it is a chart."""

    kind: BlockKind
    text: Traced
    level: int = 1
    labels: list[Traced] = field(default_factory=list)
    caption: "_Part | None" = None


class _Places:
    """The places of words, by the index that their characters carry through all repairs."""

    def __init__(self) -> None:
        self.boxes: list[PageBox] = []

    def on(self, page: int, word: Word) -> int:
        """Keep a word's place and return its index."""
        self.boxes.append(PageBox(page, Box(word.x0, word.top, word.x1, word.bottom)))
        return len(self.boxes) - 1


def assemble(layouts: Sequence[PageLayout]) -> SourceText:
    """The text of all pages in reading order; empty for pages without text."""
    places = _Places()
    lexicon = Lexicon(_whole_words(line) for page in layouts for block in page.blocks for line in block.lines)
    parts: list[_Part] = []
    held: list[_Part] = []
    for part in _parts(layouts, places, lexicon):
        if part.kind not in (BlockKind.BODY, BlockKind.HEADING, BlockKind.TITLE):
            held.append(part)
            continue
        if part.kind is BlockKind.BODY and _continues(parts, part):
            parts[-1].text = joined_texts(parts[-1].text, part.text, lexicon)
        else:
            parts += held
            held = []
            parts.append(part)
        if held and ends_sentence(parts[-1].text.text):
            parts += held
            held = []
    return _laid([*parts, *held], places)


def _whole_words(line: Line) -> str:
    """The text of a line without its first and last word, which a line end may have cut."""
    return " ".join(line.text.split()[1:-1])


def _continues(parts: list[_Part], part: _Part) -> bool:
    """Whether a body block goes on with the sentence of the last body block."""
    if not parts or parts[-1].kind is not BlockKind.BODY:
        return False
    return not ends_sentence(parts[-1].text.text)


def _parts(layouts: Sequence[PageLayout], places: _Places, lexicon: Lexicon) -> Iterator[_Part]:
    for page in layouts:
        captions: dict[int, _Part] = {}
        for block in page.blocks:
            for part in _block_parts(block, page.number, places, lexicon):
                captions[id(block)] = part
                yield part
        for figure in page.figures:
            labels = [_lines(label, page.number, places, lexicon) for label in figure.labels]
            chart = _Part(BlockKind.CHART, _stacked(labels), labels=labels)
            chart.caption = captions.get(id(figure.caption))
            yield chart


def _block_parts(block: Block, page: int, places: _Places, lexicon: Lexicon) -> Iterator[_Part]:
    whole = block.kind in (BlockKind.HEADING, BlockKind.TITLE, BlockKind.CAPTION)
    for lines in [list(block.lines)] if whole else split_paragraphs(block.lines):
        yield _Part(block.kind, _lines(lines, page, places, lexicon), block.level)


def _lines(lines: Sequence[Line], page: int, places: _Places, lexicon: Lexicon) -> Traced:
    return joined_lines(lines, lambda word: places.on(page, word), lexicon)


def _stacked(labels: Sequence[Traced]) -> Traced:
    result = labels[0]
    for label in labels[1:]:
        result = result + Traced("\n", result.origins[-1:]) + label
    return result


def _laid(parts: Sequence[_Part], places: _Places) -> SourceText:
    whole, blocks, starts, charts = Traced(), [], {}, []
    for part in parts:
        if whole.text:
            whole = whole + Traced(PARTED, whole.origins[-1:] * 2)
        start = len(whole.text)
        starts[id(part)] = (start, start + len(part.text.text))
        whole = whole + part.text
        blocks.append(TextBlock(part.kind, start, len(whole.text), part.level))
    for part in parts:
        if part.kind is BlockKind.CHART:
            start, end = starts[id(part)]
            labels = tuple(_chart_labels(part, start, places))
            charts.append(TextChart(start, end, labels, starts.get(id(part.caption))))
    run_starts, run_places = _runs(whole, places)
    sections = find_sections(whole.text, blocks)
    return SourceText(whole.text, run_starts, run_places, sections, (), tuple(charts))


def _chart_labels(part: _Part, start: int, places: _Places) -> Iterator[ChartLabel]:
    for label in part.labels:
        boxes = [places.boxes[o] for o in label.origins]
        box = Box(
            min(b.box.x0 for b in boxes),
            min(b.box.top for b in boxes),
            max(b.box.x1 for b in boxes),
            max(b.box.bottom for b in boxes),
        )
        yield ChartLabel(start, start + len(label.text), PageBox(boxes[0].page, box))
        start += len(label.text) + 1


def _runs(whole: Traced, places: _Places) -> tuple[tuple[int, ...], tuple[PageBox, ...]]:
    """One run a word: where its characters start, and its place."""
    starts, boxes, previous = [], [], None
    for index, origin in enumerate(whole.origins):
        if origin != previous:
            starts.append(index)
            boxes.append(places.boxes[origin])
            previous = origin
    return tuple(starts), tuple(boxes)
