"""A base's content as text lines: two bases with the same lines hold the same evidence.

Ids given by the database, times and run records are left out; all else that was read, named or decided is in.
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from extract.store.changes import read_cells
from schema.columns import boxes_to_json
from schema.tables import Document, DocumentName, DocumentText, EvidencePlace, EvidenceRow, Page, Passage, Review


def content_lines(session: Session) -> Iterator[str]:
    """One JSON line a document, by SHA-256, with everything that hangs on it in a fixed order."""
    documents = session.execute(select(Document).order_by(col(Document.sha256))).scalars().all()
    shas = {document.id: document.sha256 for document in documents}
    for document in documents:
        cells = document.model_dump(
            exclude={"id", "run_id", "first_run_id", "superseded_by_id", "version", "fingerprint"}
        )
        cells["superseded_by"] = shas.get(document.superseded_by_id)
        cells |= _parts(session, document.id)
        yield json.dumps(cells, ensure_ascii=False, sort_keys=True)


def _parts(session: Session, document_id: int | None) -> dict[str, Any]:
    def of(table: Any, *order: Any) -> list[Any]:
        return list(session.execute(select(table).where(table.document_id == document_id).order_by(*order)).scalars())

    passages = {p.id: p for p in of(Passage, col(Passage.start_char), col(Passage.end_char))}
    names = of(DocumentName, col(DocumentName.path))
    return {
        "names": [[name.path, name.name, name.is_current] for name in names],
        "text": [part.text for part in of(DocumentText)],
        "pages": [[page.page, page.outcome, page.reason] for page in of(Page, col(Page.page))],
        "passages": [_place(passage) for passage in passages.values()],
        "rows": [_row(session, row, passages) for row in of(EvidenceRow, col(EvidenceRow.position))],
        "reviews": [[r.evidence_id, r.state, r.reviewer, r.note, r.correction] for r in of(Review, col(Review.id))],
    }


def _row(session: Session, row: EvidenceRow, passages: dict[int | None, Passage]) -> dict[str, Any]:
    places = (
        select(col(EvidencePlace.passage_id))
        .where(col(EvidencePlace.evidence_id) == row.id)
        .order_by(col(EvidencePlace.position))
    )
    return {
        **read_cells(row),
        "document": row.document,
        "review": row.review,
        "confidence": row.confidence,
        "place": _place(passages[row.passage_id]),
        "also_at": [_place(passages[passage_id]) for passage_id in session.execute(places).scalars()],
    }


def _place(passage: Passage) -> list[Any]:
    return [passage.page, passage.start_char, passage.end_char, boxes_to_json(passage.boxes)]
