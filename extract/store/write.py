"""Write one document with all that was read from it, in the caller's transaction."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session, col

from extract.store.changes import record_changes
from extract.store.inserts import Row, insert_all
from extract.store.names import link_name
from extract.store.reviews import last_states
from extract.store.rows import (
    NamedDocument,
    Place,
    document_row,
    evidence_rows,
    page_rows,
    passage_rows,
    place_rows,
)
from schema.clean import clean_text
from schema.source import ExtractedDocument
from schema.tables import Document, DocumentText, EvidencePlace, EvidenceRow, Page, Passage

_MAKE_DOCUMENT: dict[str, Any] = {
    dialect: insert(Document).on_conflict_do_nothing(index_elements=["sha256"]).returning(col(Document.id))
    for dialect, insert in (("sqlite", sqlite_insert), ("postgresql", postgresql_insert))
}
_LOCK_DOCUMENT = (
    select(col(Document.id), col(Document.name)).where(col(Document.sha256) == bindparam("sha256")).with_for_update()
)
_PASSAGES = select(col(Passage.id), col(Passage.start_char), col(Passage.end_char)).where(
    col(Passage.document_id) == bindparam("document_id")
)


class Written(StrEnum):
    """What writing a document did."""

    NEW = "new"
    REFRESHED = "refreshed"
    KNOWN = "known"  # the base already held what this program and these rules read from these bytes


@dataclass(frozen=True, slots=True)
class Reader:
    """By what a document was read: the run, the program's version, and the fingerprint of program and rules."""

    run_id: int
    version: str
    fingerprint: str


def write_document(session: Session, document: ExtractedDocument, reader: Reader, path: str = "") -> Written:
    """Store the document, its text, pages, passages and rows, or replace what an earlier reading left.

    Bytes that the base knows from a reader of the same fingerprint are left as they are, unless that reading failed
    where this one did not. Review decisions stay with the rows' ids. `path` is where the document was found; other
    bytes known from the same path are superseded.

    The caller's transaction must hold the write lock on SQLite (`Base.write`); on PostgreSQL the document is locked.
    """
    named, is_new = _lock_document(session, document, reader)
    if is_new:
        _fill(session.connection(), document, named, {})
        written = Written.NEW
    elif _is_kept(session, named.id, document, reader):
        written = Written.KNOWN
    else:
        _refresh(session, document, named, reader)
        written = Written.REFRESHED
    link_name(session, named.id, path or document.name, document.name, is_new=is_new)
    return written


def _lock_document(session: Session, document: ExtractedDocument, reader: Reader) -> tuple[NamedDocument, bool]:
    """The document in the base, and whether this call made it; two writers of the same bytes are served one by one."""
    name = clean_text(document.name)
    cells = {**document_row(document), **_reader_cells(reader), "first_run_id": reader.run_id, "name": name}
    connection = session.connection()
    made = connection.execute(_MAKE_DOCUMENT[connection.dialect.name], cells).scalar()
    if made is not None:
        return NamedDocument(int(made), name), True
    held = connection.execute(_LOCK_DOCUMENT, {"sha256": document.sha256}).one()
    return NamedDocument(held.id, held.name), False


def _reader_cells(reader: Reader) -> Row:
    return {"version": reader.version, "fingerprint": reader.fingerprint, "run_id": reader.run_id}


def _is_kept(session: Session, row_id: int, document: ExtractedDocument, reader: Reader) -> bool:
    query = select(col(Document.fingerprint), col(Document.outcome)).where(col(Document.id) == row_id)
    held = session.execute(query).one()
    return bool(held.fingerprint == reader.fingerprint and held.outcome == document.outcome)


def _refresh(session: Session, document: ExtractedDocument, named: NamedDocument, reader: Reader) -> None:
    record_changes(session, named.id, document.statements, reader.run_id)
    for table in (EvidenceRow, Passage, Page, DocumentText):
        session.execute(delete(table).where(table.document_id == named.id))  # type: ignore[arg-type]
    cells = {**document_row(document), **_reader_cells(reader)}
    session.execute(update(Document).where(col(Document.id) == named.id).values(**cells))
    _fill(session.connection(), document, named, last_states(session, named.id))


def _fill(connection: Connection, document: ExtractedDocument, named: NamedDocument, reviews: dict[str, str]) -> None:
    insert_all(connection, DocumentText, [{"document_id": named.id, "text": clean_text(document.text)}])
    insert_all(connection, Page, page_rows(document, named.id))
    insert_all(connection, Passage, passage_rows(document, named.id))
    passages: Any = connection.execute(_PASSAGES, {"document_id": named.id})
    passage_ids = {Place(start, end): row_id for row_id, start, end in passages}
    insert_all(connection, EvidenceRow, evidence_rows(document.statements, named, passage_ids, reviews))
    insert_all(connection, EvidencePlace, place_rows(document.statements, passage_ids))
