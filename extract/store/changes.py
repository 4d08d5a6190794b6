"""What a re-reading changed: recorded when it is written, and put together for the time between two runs."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import insert, select
from sqlmodel import Session, col

from schema.clean import clean_text
from schema.evidence import EVIDENCE_COLUMNS
from schema.source import Statement
from schema.tables import EvidenceRow, RowChange

Cells = dict[str, Any]
"""A row of the evidence table by column, without the cells that do not come from the reading."""

_NOT_READ = ("document", "review")
"""Columns that change without a re-reading: the name a document is called by, and the review state."""


def read_cells(evidence: Any) -> Cells:
    """The cells that the reading gave, of an `Evidence` or a row of the table; empty cells are left out."""
    cells = {name: getattr(evidence, name) for name in EVIDENCE_COLUMNS if name not in _NOT_READ}
    return {
        name: clean_text(value) if isinstance(value, str) else value
        for name, value in cells.items()
        if value is not None
    }


def record_changes(session: Session, document_id: int, statements: Iterable[Statement], run_id: int) -> None:
    """Note, before a document's rows are replaced, which of them the new statements gain, lose or change."""
    held = select(EvidenceRow).where(col(EvidenceRow.document_id) == document_id)
    before = {row.id: read_cells(row) for row in session.execute(held).scalars()}
    after = {s.evidence.id: read_cells(s.evidence) for s in statements}
    changed = [
        {"run_id": run_id, "document_id": document_id, "evidence_id": row_id, "before": before.get(row_id)}
        for row_id in sorted(before.keys() | after.keys())
        if before.get(row_id) != after.get(row_id)
    ]
    session.expunge_all()
    if changed:
        session.connection().execute(insert(RowChange), changed)
