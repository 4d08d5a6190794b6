"""Where something stands in a document, how its pages were read, and its bibliographic record: what needs no Pydantic,
which takes 0.1 s to import."""

from dataclasses import dataclass
from typing import NamedTuple

from schema.vocabulary import PageOutcome


class Box(NamedTuple):
    """A rectangle in points, origin at the page's top left, y growing downwards.

    A tuple, as a page has thousands of them: a frozen dataclass takes four times as long to make.
    """

    x0: float
    top: float
    x1: float
    bottom: float


class PageBox(NamedTuple):
    """A rectangle on a page; pages count from 1."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A passage: characters `start` to `end` of the document's reading-order text, and their boxes, one a line."""

    page: int
    start: int
    end: int
    boxes: tuple[PageBox, ...] = ()


@dataclass(frozen=True, slots=True)
class PageReport:
    """How the reading of one page ended, and why where it was not read whole."""

    page: int
    outcome: PageOutcome
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The bibliographic record as far as the PDF tells; unknown cells are None or empty."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    journal: str | None = None
    year: int | None = None
    doi: str | None = None
