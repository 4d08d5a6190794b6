"""The invented article in many designs: the same text, tables and labels must come out of each."""

import re
import unicodedata
from collections import Counter
from functools import cache

import pytest

from extract.pdf.document import opened
from extract.pdf.page import read_page
from extract.text.model import SourceText
from extract.text.read import read_layouts, read_source
from schema.source import Box
from tests.layouts import article
from tests.layouts.design import Design, typeset
from tests.layouts.variants import rotated, shuffled

DESIGNS = (
    Design("two columns"),
    Design("three columns, indents, raised calls", columns=3, size=8.5, indent=9, gap=0, table_span=True, raised=True),
    Design("one column on A5", columns=1, paper="a5", margin=40, table="open"),
    Design("ragged on letter", paper="us-letter", justify=False, table="booktabs", figure="top", footnote=True),
    Design("four columns, landscape", columns=4, landscape=True, size=8, gutter=11, table_span=True, table="open"),
    Design("narrow gutter", gutter=8, size=9.5, indent=12, gap=0, box="frame", table="booktabs"),
    Design(
        "wide gutter, drop cap", gutter=40, font="New Computer Modern", table="open", table_span=True, drop_cap=True
    ),
    Design("three columns, drop cap", columns=3, drop_cap=True, size=8.5, figure="top", table_span=True, raised=True),
    Design("regular headings", heading_bold=False, heading_size=11, numbered=True, head_on_top=False, table="open"),
    Design("headings in body size", heading_size=9, numbered=True, footnote=True, leading=0.4),
    Design("abstract first", abstract_first=True, columns=3, box="frame", figure="none", size=8),
    Design("two columns on A5", paper="a5", size=7.5, margin=30, gutter=10, table="booktabs", table_span=True),
    Design("loose lines", leading=0.9, gap=8, table="open", table_span=True),
    Design("monospaced", columns=1, font="DejaVu Sans Mono", size=8, table="none", figure="none"),
)

designs = pytest.mark.parametrize("design", DESIGNS, ids=lambda design: design.name)


@cache
def source_of(design: Design) -> SourceText:
    return read_source(typeset(design)).source


def norm(text: str) -> str:
    """Text with one kind of space, apostrophe and dash, no space before punctuation, no calls."""
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).replace("’", "'").replace("–", "-"))
    return re.sub(r"\s?\[[\d, ]+\]", "", re.sub(r" (?=[,.;:?!%)])", "", plain))


@designs
def test_every_paragraph_comes_whole_and_in_order(design: Design) -> None:
    text = norm(source_of(design).text)
    front = [article.ABSTRACT, article.TITLE] if design.abstract_first else [article.TITLE, article.ABSTRACT]
    wanted = [*front, *(part for heading, body in article.SECTIONS for part in (heading, *body))]
    places = [text.find(norm(part)) for part in wanted]
    assert [part for part, place in zip(wanted, places, strict=True) if place < 0] == []
    assert places == sorted(places)


@designs
def test_running_heads_stay_out(design: Design) -> None:
    text = source_of(design).text.replace(article.TITLE, "")
    assert [head for head in article.RUNNING_HEADS if head in text] == []


@designs
def test_table_has_its_rows_and_caption(design: Design) -> None:
    source = source_of(design)
    rows = [
        tuple(norm(source.text[c.start : c.end]) for c in table.cells if c.row == row)
        for table in source.tables
        for row in range(max(c.row for c in table.cells) + 1)
    ]
    assert rows == [tuple(map(norm, row)) for row in article.TABLE if design.table != "none"]
    captions = [source.text[slice(*table.caption)] for table in source.tables if table.caption]
    assert captions == [article.TABLE_CAPTION] * len(source.tables)


@designs
def test_chart_has_its_labels_left_to_right(design: Design) -> None:
    source = source_of(design)
    labels = [norm(source.text[label.start : label.end]) for chart in source.charts for label in chart.labels]
    wanted = [label for arm, n, _, value, ci in article.BARS for label in (f"{value} {ci}", f"{arm} {n}")]
    assert labels == ([*map(norm, wanted), article.AXIS_TITLE] if design.figure != "none" else [])


@designs
def test_box_and_footnote_are_whole(design: Design) -> None:
    text = norm(source_of(design).text)
    wanted = [*(article.KEY_POINTS if design.box != "none" else ()), *([article.FOOTNOTE] if design.footnote else [])]
    assert [part for part in wanted if norm(part) not in text] == []


@pytest.mark.parametrize("design", DESIGNS[:4], ids=lambda design: design.name)
def test_the_order_of_drawing_does_not_matter(design: Design) -> None:
    text = norm(read_source(shuffled(typeset(design), seed=3)).source.text)
    assert [part for part in article.BODY if norm(part) not in text] == []


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_pages_are_read_from_whichever_side(degrees: int) -> None:
    upright = source_of(DESIGNS[0])
    source = read_source(rotated(typeset(DESIGNS[0]), degrees)).source
    assert source.text == upright.text
    at = source.text.index("L’azathioprine")
    (place,), (as_before,) = source.boxes(at, at + 5), upright.boxes(at, at + 5)
    assert _turned(as_before.box, degrees) == pytest.approx(_edges(place.box), abs=0.1)


def _edges(box: Box) -> tuple[float, ...]:
    return box.x0, box.top, box.x1, box.bottom


def _turned(box: Box, degrees: int) -> tuple[float, ...]:
    """Where a rectangle of an A4 page lies after a clockwise turn."""
    width, height = 595.28, 841.89
    if degrees == 90:
        return height - box.bottom, box.x0, height - box.top, box.x1
    if degrees == 180:
        return width - box.x1, height - box.bottom, width - box.x0, height - box.top
    return box.top, width - box.x1, box.bottom, width - box.x0


@designs
def test_no_character_is_lost_or_doubled(design: Design) -> None:
    data = typeset(design)
    with opened(data) as document:
        pages = [read_page(document[i], i + 1) for i in range(len(document))]
    printed = "".join(word.text for page in pages for line in (*page.lines, *page.rotated) for word in line.words)
    edges = "".join(line.text for page in read_layouts(data).layouts for line in page.furniture)
    wanted = Counter(filter(str.isalnum, printed))
    wanted.subtract(filter(str.isalnum, edges))
    assert Counter(filter(str.isalnum, source_of(design).text)) == +wanted


def test_a_chart_may_stand_under_its_caption() -> None:
    source = source_of(Design("caption over the chart", figure="under caption"))
    (chart,) = source.charts
    assert len(chart.labels) == 2 * len(article.BARS) + 1
    assert chart.caption is not None
    assert source.text[slice(*chart.caption)] == article.FIGURE_CAPTION
