"""Where a statement stands: page, character range and boxes, and what one document gave."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schema.vocabulary import DocumentOutcome, PageOutcome

if TYPE_CHECKING:  # reading a text needs no SQLModel, which takes 0.3 s to import
    from schema.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, origin at the page's top left, y growing downwards."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageBox:
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
class Statement:
    """A row with its place in the PDF, the other places that say the same, and how sure its rule is (0 to 1)."""

    evidence: "Evidence"
    source: SourceRef
    also_at: tuple[SourceRef, ...] = ()
    confidence: float = 1.0


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


@dataclass(frozen=True, slots=True)
class ExtractedDocument:
    """All that one PDF gave: a pure function of its bytes, the rules and the version of the tool."""

    sha256: str
    name: str
    outcome: DocumentOutcome
    reason: str = ""
    bibliography: Bibliography = field(default_factory=Bibliography)
    pages: tuple[PageReport, ...] = ()
    text: str = ""
    statements: tuple[Statement, ...] = ()
