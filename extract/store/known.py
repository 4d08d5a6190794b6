"""What the base already knows of the files at hand, asked before they are read."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlmodel import Session, col

from schema.tables import Document, DocumentName
from schema.vocabulary import DocumentOutcome

_BY_HASH = select(col(Document.id), col(Document.outcome), col(Document.reason), col(Document.fingerprint)).where(
    col(Document.sha256) == bindparam("sha256")
)
_PLACES = select(col(DocumentName.path)).where(
    col(DocumentName.document_id) == bindparam("document_id"), col(DocumentName.is_current)
)


@dataclass(frozen=True, slots=True)
class Known:
    """A document of the base: how its reading ended, by what reader, and where it lies now."""

    id: int
    sha256: str
    outcome: DocumentOutcome
    reason: str
    fingerprint: str
    paths: frozenset[str]


def find_known(session: Session, sha256: str) -> Known | None:
    """The document of the base with that SHA-256, None where there is none, as of most files at hand."""
    connection = session.connection()  # quicker than the session, which asks what objects a row makes
    found = connection.execute(_BY_HASH, {"sha256": sha256}).first()
    if found is None:
        return None
    paths = frozenset(connection.execute(_PLACES, {"document_id": found.id}).scalars())
    return Known(found.id, sha256, found.outcome, found.reason, found.fingerprint, paths)


def find_known_at(session: Session, path: str) -> Known | None:
    """The document that lies at a path or URL now, as far as the base knows."""
    at = select(col(DocumentName.document_id)).where(col(DocumentName.path) == path, col(DocumentName.is_current))
    sha256 = session.execute(select(col(Document.sha256)).where(col(Document.id).in_(at))).scalar()
    return None if sha256 is None else find_known(session, sha256)
