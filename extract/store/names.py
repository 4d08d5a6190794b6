"""The places where a document was found, and which document another one supersedes."""

from sqlalchemy import exists, func, insert, select, update
from sqlmodel import Session, col

from schema.clean import clean_text
from schema.tables import Document, DocumentName, EvidenceRow


def link_name(session: Session, document_id: int, path: str, name: str, *, is_new: bool = False) -> None:
    """Record that the document lies at `path` now, under the file name `name`.

    A document that lay there before, and lies nowhere else, is superseded by this one. The document is called by the
    first of its names in alphabetical order, so that the order in which files were read does not show. One that
    `is_new` is called by this name already, and nothing supersedes it.
    """
    shown_path, shown = clean_text(path), clean_text(name)
    places = select(col(DocumentName.document_id), col(DocumentName.is_current))
    found = session.execute(places.where(col(DocumentName.path) == shown_path)).all()
    if {row.document_id for row in found if row.is_current} == {document_id}:
        return
    before = {row.document_id for row in found}
    if document_id not in before:
        cells = {"document_id": document_id, "path": shown_path, "name": shown, "is_current": True}
        session.connection().execute(insert(DocumentName), cells)
    if not is_new:
        session.execute(update(Document).where(col(Document.id) == document_id).values(superseded_by_id=None))
        _call_by_first_name(session, document_id)
    if before:
        _move_out(session, shown_path, before - {document_id}, document_id)


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
