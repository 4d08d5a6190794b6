"""What the base already knows of the files at hand, asked before they are read."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from schema.tables import Document, DocumentName
from schema.vocabulary import DocumentOutcome


@dataclass(frozen=True, slots=True)
class Known:
    """A document of the base: how its reading ended, by what reader, and where it lies now."""

    id: int
    sha256: str
    outcome: DocumentOutcome
    reason: str
    fingerprint: str
    paths: frozenset[str]


def find_known(session: Session, hashes: Sequence[str]) -> dict[str, Known]:
    """The documents of the base among those SHA-256 values."""
    query = select(
        col(Document.id), col(Document.sha256), col(Document.outcome), col(Document.reason), col(Document.fingerprint)
    ).where(col(Document.sha256).in_(hashes))
    found = session.execute(query).all()
    paths: dict[int, set[str]] = {row.id: set() for row in found}
    places = select(col(DocumentName.document_id), col(DocumentName.path)).where(
        col(DocumentName.document_id).in_(list(paths)), col(DocumentName.is_current)
    )
    for document_id, path in session.execute(places):
        paths[document_id].add(path)
    return {
        row.sha256: Known(row.id, row.sha256, row.outcome, row.reason, row.fingerprint, paths=frozenset(paths[row.id]))
        for row in found
    }


def find_known_at(session: Session, path: str) -> Known | None:
    """The document that lies at a path or URL now, as far as the base knows."""
    at = select(col(DocumentName.document_id)).where(col(DocumentName.path) == path, col(DocumentName.is_current))
    sha256 = session.execute(select(col(Document.sha256)).where(col(Document.id).in_(at))).scalar()
    return None if sha256 is None else find_known(session, [sha256])[sha256]
