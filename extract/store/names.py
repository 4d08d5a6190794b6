"""The places where a document was found, and which document another one supersedes."""

from sqlalchemy import exists, func, insert, select, update
from sqlmodel import Session, col

from schema.clean import clean_text
from schema.tables import Document, DocumentName, EvidenceRow


def link_name(session: Session, document_id: int, path: str, name: str) -> None:
    """Record that the document lies at `path` now, under the file name `name`.

    A document that lay there before, and lies nowhere else, is superseded by this one. The document is called by the
    first of its names in alphabetical order, so that the order in which files were read does not show.
    """
    shown_path, shown = clean_text(path), clean_text(name)
    current = select(col(DocumentName.document_id)).where(
        col(DocumentName.path) == shown_path, col(DocumentName.is_current)
    )
    if set(session.execute(current).scalars()) == {document_id}:
        return
    _move_in(session, document_id, shown_path, shown)
    _call_by_first_name(session, document_id)


def _move_in(session: Session, document_id: int, path: str, name: str) -> None:
    here = col(DocumentName.path) == path
    before = set(session.execute(select(col(DocumentName.document_id)).where(here)).scalars())
    if document_id not in before:
        session.execute(insert(DocumentName).values(document_id=document_id, path=path, name=name, is_current=True))
    session.execute(update(Document).where(col(Document.id) == document_id).values(superseded_by_id=None))
    if before:
        _move_out(session, path, before - {document_id}, document_id)


def _move_out(session: Session, path: str, former: set[int], document_id: int) -> None:
    """Other documents no longer lie at the path; those that lie nowhere else are superseded."""
    is_there = col(DocumentName.document_id) == document_id
    session.execute(update(DocumentName).where(col(DocumentName.path) == path).values(is_current=is_there))
    has_place = exists().where(col(DocumentName.document_id) == col(Document.id), col(DocumentName.is_current))
    displaced = col(Document.id).in_(sorted(former)) & ~has_place
    session.execute(update(Document).where(displaced).values(superseded_by_id=document_id))


def _call_by_first_name(session: Session, document_id: int) -> None:
    names = select(func.min(col(DocumentName.name))).where(col(DocumentName.document_id) == document_id)
    first = session.execute(names).scalar_one()
    called = select(col(Document.name)).where(col(Document.id) == document_id)
    if session.execute(called).scalar_one() != first:
        session.execute(update(Document).where(col(Document.id) == document_id).values(name=first))
        session.execute(update(EvidenceRow).where(col(EvidenceRow.document_id) == document_id).values(document=first))
