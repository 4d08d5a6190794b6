"""`SourceText`: the reading-order text of a document, in which every character knows its page and box."""

from abc import abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from schema.places import Bibliography, Box, PageBox


class SectionKind(StrEnum):
    """What a stretch of the text is; the layers above read some kinds differently and some not at all."""

    TITLE = "title"
    ABSTRACT = "abstract"
    FOREIGN_ABSTRACT = "foreign abstract"  # in English: shown, not read as French
    INTRODUCTION = "introduction"
    METHODS = "methods"
    RESULTS = "results"
    DISCUSSION = "discussion"
    CONCLUSION = "conclusion"
    BODY = "body"  # under a heading of no standard kind
    BOX = "box"  # key points, boxed asides
    CAPTION = "caption"
    TABLE = "table"
    CHART = "chart"
    FOOTNOTE = "footnote"
    REFERENCES = "references"
    DISCLOSURES = "disclosures"


@dataclass(frozen=True, slots=True)
class Section:
    """Characters `start` to `end` of the text under one heading (empty where it has none)."""

    kind: SectionKind
    heading: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextCell:
    """A table cell: its characters in the text and its place in the grid, rows and columns counted from 0."""

    start: int
    end: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table laid into the text: one line a row, cells parted by ` | `; the first `header_rows` rows are heads.

    `caption` and `notes` are character ranges of the caption and of the footnotes tied to the table, or None.
    """

    start: int
    end: int
    header_rows: int
    cells: tuple[TextCell, ...]
    caption: tuple[int, int] | None = None
    notes: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ChartLabel:
    """One label of a chart: its characters in the text and its rectangle on the page."""

    start: int
    end: int
    place: PageBox


@dataclass(frozen=True, slots=True)
class TextChart:
    """A chart's labels, kept together and out of the prose; `caption` is the caption's character range or None."""

    start: int
    end: int
    labels: tuple[ChartLabel, ...]
    caption: tuple[int, int] | None = None


class Runs(Sequence[PageBox]):
    """The places of runs, where they need not all be made to tell of one or to join many."""

    @abstractmethod
    def page(self, at: int) -> int:
        """The number of the page that a run is on."""

    @abstractmethod
    def stretches(self, first: int, last: int) -> Sequence[PageBox]:
        """The places of the runs `first` to before `last`, neighbours of one height as one."""


@dataclass(frozen=True)
class SourceText:
    """The document as read: text, and for every character the page and box it came from.

    Blocks are parted by a blank line (`\\n\\n`), so that no sentence runs over one; within a block there are no line
    breaks, except between the rows of a table and the labels of a chart. Text repaired at a line end (a hyphen taken
    out) or at a page end runs on.

    `run_starts[i]` is the first character of run i, which lies in `run_places[i]`: one run a printed line or shorter.
    """

    text: str
    run_starts: tuple[int, ...] = ()
    run_places: Sequence[PageBox] = ()
    sections: tuple[Section, ...] = ()
    tables: tuple[TextTable, ...] = ()
    charts: tuple[TextChart, ...] = ()
    reference_calls: tuple[tuple[int, int], ...] = ()
    bibliography: Bibliography = field(default_factory=Bibliography)

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that holds the character at `offset`, or None."""
        edges, sections = self._innermost_sections
        return sections[bisect_right(edges, offset)]

    @cached_property
    def _innermost_sections(self) -> tuple[list[int], list[Section | None]]:
        """Where a section begins or ends, and the innermost one before the first of these places and from each on."""
        edges = sorted({edge for section in self.sections for edge in (section.start, section.end)})
        return edges, [None, *map(self._innermost_at, edges)]

    def _innermost_at(self, offset: int) -> Section | None:
        holding = [section for section in self.sections if section.start <= offset < section.end]
        return min(holding, key=lambda section: section.end - section.start, default=None)

    def page_at(self, offset: int) -> int:
        """The page, from 1, of the character at `offset`; 1 for a text that came from no PDF."""
        if not self.run_starts:
            return 1
        run, runs = max(0, bisect_right(self.run_starts, offset) - 1), self.run_places
        return runs.page(run) if isinstance(runs, Runs) else runs[run].page

    def boxes(self, start: int, end: int) -> tuple[PageBox, ...]:
        """The rectangles of characters `start` to `end`, one a printed line, in text order; empty without a PDF."""
        first = max(0, bisect_right(self.run_starts, start) - 1)
        last = bisect_left(self.run_starts, end)
        runs = self.run_places
        return merged_by_line(runs.stretches(first, last) if isinstance(runs, Runs) else runs[first:last])


MIN_HEIGHT_SHARE = 0.45
"""Height of the lower of two rectangles on one line, as a share of the higher: a superscript's is, a drop cap's not."""


def merged_by_line(places: Sequence[PageBox]) -> tuple[PageBox, ...]:
    """Neighbouring rectangles of one printed line made one.

    Two are on one line where their heights overlap by half and are
    alike: a drop cap keeps a rectangle of its own.
    """
    merged: list[PageBox] = []
    line: PageBox | None = None
    for place in places:
        if line is None:
            line = place
        elif place.page == line.page and _on_one_line(line.box.top, line.box.bottom, place.box):
            line = PageBox(line.page, _union(line.box, place.box))
        else:
            merged.append(line)
            line = place
    return (*merged, line) if line else ()


def _union(one: Box, other: Box) -> Box:
    return Box(
        one.x0 if one.x0 < other.x0 else other.x0,
        one.top if one.top < other.top else other.top,
        one.x1 if one.x1 > other.x1 else other.x1,
        one.bottom if one.bottom > other.bottom else other.bottom,
    )


def _on_one_line(top: float, bottom: float, box: Box) -> bool:
    """Whether a rectangle stands on the line that reaches from `top` to `bottom`."""
    if box.top == top and box.bottom == bottom:
        return True  # as nearly always: words of one size
    shared = min(bottom, box.bottom) - max(top, box.top)
    lower, higher = bottom - top, box.bottom - box.top
    if lower > higher:
        lower, higher = higher, lower
    return shared >= 0.5 * lower and lower >= MIN_HEIGHT_SHARE * higher
