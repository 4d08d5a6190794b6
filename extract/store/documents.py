"""The documents of a base: listed with how their reading ended, found by what a user calls them, removed."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlmodel import Session, col

from schema.clean import clean_text
from schema.errors import UsageError
from schema.tables import Document, DocumentName, EvidenceRow, Page
from schema.vocabulary import PageOutcome

_SHORTEST_HASH = 6
"""Characters of a SHA-256 from which it may stand for the document: one in 16 million."""


@dataclass(frozen=True, slots=True)
class DocumentStatus:
    """A document, how its reading ended and why, its pages and rows, and whether other bytes took its place."""

    id: int
    sha256: str
    name: str
    outcome: str
    reason: str
    pages: int
    rows: int
    is_superseded: bool


@dataclass(frozen=True, slots=True)
class PageStatus:
    """A page that was not read as it should, and why."""

    page: int
    outcome: PageOutcome
    reason: str


def list_documents(session: Session, outcomes: frozenset[str] | None = None) -> Iterator[DocumentStatus]:
    """The documents with one of the outcomes (None: all), by name; one at a time, for large bases."""
    counted = (
        select(func.count())
        .where(col(EvidenceRow.document_id) == col(Document.id))
        .correlate(Document)
        .scalar_subquery()
    )
    query = select(Document, counted).order_by(col(Document.name), col(Document.sha256))
    if outcomes is not None:
        query = query.where(col(Document.outcome).in_(sorted(outcomes)))
    for document, rows in session.execute(query.execution_options(yield_per=500)):
        yield DocumentStatus(
            document.id,
            document.sha256,
            document.name,
            document.outcome,
            document.reason,
            document.page_count,
            rows,
            document.superseded_by_id is not None,
        )


def unread_pages(session: Session, document_id: int) -> list[PageStatus]:
    """The pages of a document that were not read whole, in order."""
    query = select(Page).where(col(Page.document_id) == document_id, col(Page.outcome) != "ok").order_by(col(Page.page))
    return [PageStatus(page.page, page.outcome, page.reason) for page in session.execute(query).scalars()]


def count_outcomes(session: Session) -> dict[str, int]:
    """How many documents have each outcome, most first."""
    query = select(col(Document.outcome), func.count()).group_by(col(Document.outcome))
    counts = {outcome: number for outcome, number in session.execute(query).all()}  # noqa: C416  (typed rows)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def find_document(session: Session, asked: str) -> DocumentStatus:
    """The one document of that file name, path, or SHA-256 (or its first six characters or more).

    Raises:
        UsageError: none, or several; the message tells them apart.
    """
    meant = clean_text(asked)
    named = select(col(DocumentName.document_id)).where(
        or_(col(DocumentName.name) == meant, col(DocumentName.path) == meant)
    )
    criteria: list[ColumnElement[bool]] = [col(Document.id).in_(named)]
    if len(meant) >= _SHORTEST_HASH and all(digit in "0123456789abcdef" for digit in meant):
        criteria.append(col(Document.sha256).startswith(meant))
    found = {document.id for document in session.execute(select(Document).where(or_(*criteria))).scalars()}
    candidates = [status for status in list_documents(session) if status.id in found] if found else []
    if len(candidates) == 1:
        return candidates[0]
    if not candidates:
        raise UsageError(f"no document « {asked} »; `extract status` lists them")
    hashes = ", ".join(f"{candidate.sha256[:12]} ({candidate.rows} rows)" for candidate in candidates)
    raise UsageError(f"« {asked} » is the name of several documents; give one of {hashes}")


def remove_document(session: Session, document_id: int) -> None:
    """Take a document out of the base with its text, rows, reviews and changes."""
    session.execute(delete(Document).where(col(Document.id) == document_id))
