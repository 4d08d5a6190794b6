"""Reviewers' decisions on rows: recorded in order, the last one counts."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, update
from sqlmodel import Session, col

from schema.errors import UsageError
from schema.tables import EvidenceRow, Review
from schema.vocabulary import ReviewState


def record_review(
    session: Session,
    evidence_id: str,
    state: ReviewState,
    reviewer: str | None = None,
    note: str | None = None,
    correction: dict[str, Any] | None = None,
) -> Review:
    """Add a decision on a row and show it on the row; earlier decisions stay in the base.

    Raises:
        UsageError: there is no row with this id.
    """
    document_id = session.execute(
        select(col(EvidenceRow.document_id)).where(col(EvidenceRow.id) == evidence_id)
    ).scalar()
    if document_id is None:
        raise UsageError(f"no statement {evidence_id}; `extract query` shows the ids")
    review = Review(
        evidence_id=evidence_id,
        document_id=document_id,
        state=state,
        reviewer=reviewer,
        note=note,
        correction=correction,
        decided_at=datetime.now(UTC),
    )
    session.add(review)
    session.execute(update(EvidenceRow).where(col(EvidenceRow.id) == evidence_id).values(review=state))
    return review


def last_states(session: Session, document_id: int) -> dict[str, str]:
    """The last decision on each reviewed row of a document, also on rows that no rule finds any more."""
    decisions = (
        select(col(Review.evidence_id), col(Review.state))
        .where(col(Review.document_id) == document_id)
        .order_by(col(Review.id))
    )
    return {row.evidence_id: row.state for row in session.execute(decisions)}
