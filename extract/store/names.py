"""The places where a document was found, and which document another one supersedes."""

from sqlalchemy import Connection, bindparam, exists, func, select, update
from sqlmodel import Session, col

from extract.store.inserts import insert_all
from schema.clean import clean_text
from schema.tables import Document, DocumentName, EvidenceRow

_AT_PATH = select(col(DocumentName.document_id), col(DocumentName.is_current)).where(
    col(DocumentName.path) == bindparam("path")
)
_HAS_PLACE = exists().where(col(DocumentName.document_id) == col(Document.id), col(DocumentName.is_current))
_MARK_CURRENT = (
    update(DocumentName)
    .where(col(DocumentName.path) == bindparam("at"))
    .values(is_current=col(DocumentName.document_id) == bindparam("now"))
)
_SUPERSEDE = (
    update(Document)
    .where(col(Document.id).in_(bindparam("former", expanding=True)) & ~_HAS_PLACE)
    .values(superseded_by_id=bindparam("now"))
)


def link_name(session: Session, document_id: int, path: str, name: str, *, is_new: bool = False) -> None:
    """Record that the document lies at `path` now, under the file name `name`.

    A document that lay there before, and lies nowhere else, is superseded by this one. The document is called by the
    first of its names in alphabetical order, so that the order in which files were read does not show. One that
    `is_new` is called by this name already, and nothing supersedes it.
    """
    shown_path, shown = clean_text(path), clean_text(name)
    connection = session.connection()
    found = connection.execute(_AT_PATH, {"path": shown_path}).all()
    if {row.document_id for row in found if row.is_current} == {document_id}:
        return
    before = {row.document_id for row in found}
    if document_id not in before:
        cells = {"document_id": document_id, "path": shown_path, "name": shown, "is_current": True}
        insert_all(connection, DocumentName, [cells])
    if not is_new:
        session.execute(update(Document).where(col(Document.id) == document_id).values(superseded_by_id=None))
        _call_by_first_name(session, document_id)
    if before:
        _move_out(connection, shown_path, before - {document_id}, document_id)


def _move_out(connection: Connection, path: str, former: set[int], document_id: int) -> None:
    """Other documents no longer lie at the path; those that lie nowhere else are superseded."""
    connection.execute(_MARK_CURRENT, {"at": path, "now": document_id})
    connection.execute(_SUPERSEDE, {"former": sorted(former), "now": document_id})


def _call_by_first_name(session: Session, document_id: int) -> None:
    names = select(func.min(col(DocumentName.name))).where(col(DocumentName.document_id) == document_id)
    first = session.execute(names).scalar_one()
    called = select(col(Document.name)).where(col(Document.id) == document_id)
    if session.execute(called).scalar_one() != first:
        session.execute(update(Document).where(col(Document.id) == document_id).values(name=first))
        session.execute(update(EvidenceRow).where(col(EvidenceRow.document_id) == document_id).values(document=first))
