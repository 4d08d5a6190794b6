"""What one document gave: its statements, each with its place."""

from dataclasses import dataclass, field

from schema.evidence import Evidence
from schema.places import Bibliography, Box, PageBox, PageReport, SourceRef
from schema.vocabulary import DocumentOutcome

__all__ = ["Bibliography", "Box", "ExtractedDocument", "PageBox", "PageReport", "SourceRef", "Statement"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A row with its place in the PDF, the other places that say the same, and how sure its rule is (0 to 1)."""

    evidence: Evidence
    source: SourceRef
    also_at: tuple[SourceRef, ...] = ()
    confidence: float = 1.0


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
