"""Write one document with all that was read from it, in the caller's transaction."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session, col

from extract.store.changes import record_changes
from extract.store.names import link_name
from extract.store.reviews import last_states
from extract.store.rows import Place, Row, document_row, evidence_rows, page_rows, passage_rows, place_rows
from schema.clean import clean_text, shown_name
from schema.source import ExtractedDocument
from schema.tables import Document, DocumentText, EvidencePlace, EvidenceRow, Page, Passage


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
    row_id, is_new = _lock_document(session, document, reader)
    if is_new:
        _fill(session, document, row_id, {})
        written = Written.NEW
    elif _is_kept(session, row_id, document, reader):
        written = Written.KNOWN
    else:
        _refresh(session, document, row_id, reader)
        written = Written.REFRESHED
    link_name(session, row_id, path or document.name, document.name)
    return written


def _lock_document(session: Session, document: ExtractedDocument, reader: Reader) -> tuple[int, bool]:
    """The document's id, and whether this call made it; two writers of the same bytes are served one by one."""
    by_reader = {"version": reader.version, "fingerprint": reader.fingerprint, "run_id": reader.run_id}
    cells = {**document_row(document), **by_reader, "first_run_id": reader.run_id, "name": shown_name(document.name)}
    dialect_insert: Any = postgresql_insert if session.get_bind().dialect.name == "postgresql" else sqlite_insert
    statement = dialect_insert(Document).values(**cells).on_conflict_do_nothing(index_elements=["sha256"])
    made = session.execute(statement.returning(col(Document.id))).scalar()
    if made is not None:
        return int(made), True
    found = select(col(Document.id)).where(col(Document.sha256) == document.sha256).with_for_update()
    return int(session.execute(found).scalar_one()), False


def _is_kept(session: Session, row_id: int, document: ExtractedDocument, reader: Reader) -> bool:
    held = session.execute(
        select(col(Document.fingerprint), col(Document.outcome)).where(col(Document.id) == row_id)
    ).one()
    return bool(held.fingerprint == reader.fingerprint and held.outcome == document.outcome)


def _refresh(session: Session, document: ExtractedDocument, row_id: int, reader: Reader) -> None:
    record_changes(session, row_id, document.statements, reader.run_id)
    for table in (EvidenceRow, Passage, Page, DocumentText):
        session.execute(delete(table).where(table.document_id == row_id))  # type: ignore[arg-type]
    by_reader = {"version": reader.version, "fingerprint": reader.fingerprint, "run_id": reader.run_id}
    session.execute(update(Document).where(col(Document.id) == row_id).values(**document_row(document), **by_reader))
    _fill(session, document, row_id, last_states(session, row_id))


def _fill(session: Session, document: ExtractedDocument, row_id: int, reviews: dict[str, str]) -> None:
    session.execute(insert(DocumentText).values(document_id=row_id, text=clean_text(document.text)))
    _insert_all(session, Page, page_rows(document, row_id))
    _insert_all(session, Passage, passage_rows(document, row_id))
    passages = select(col(Passage.id), col(Passage.start_char), col(Passage.end_char)).where(
        col(Passage.document_id) == row_id
    )
    passage_ids = {Place(start, end): row for row, start, end in session.execute(passages)}
    _insert_all(session, EvidenceRow, evidence_rows(document.statements, row_id, passage_ids, reviews))
    _insert_all(session, EvidencePlace, place_rows(document.statements, passage_ids))


def _insert_all(session: Session, table: Any, rows: list[Row]) -> None:
    if rows:
        session.connection().execute(insert(table), rows)


def count_rows(session: Session, document_id: int) -> int:
    """The evidence rows of a document."""
    counted = select(func.count()).select_from(EvidenceRow).where(col(EvidenceRow.document_id) == document_id)
    return int(session.execute(counted).scalar_one())
