"""Indices that give the rows of a kind, state, phase, year or time already in reading order, and count them at once.

A column of few values parts a large base coarsely: its rows must come sorted, for sorting half a base takes seconds.
"""

from alembic import op
from sqlalchemy import text

revision = "0003"
down_revision = "0002"

COLUMNS = ("kind", "certainty", "review", "phase", "year", "timepoint_weeks")
REPLACED = ("phase", "year", "timepoint_weeks", "document_id", "indication")
PLACE = ["document_id", "position"]


def upgrade() -> None:
    """Drop the indices that the new ones hold, and create those."""
    for column in REPLACED:
        op.drop_index(f"ix_evidence_{column}", "evidence")
    for column in COLUMNS:
        op.create_index(f"ix_evidence_{column}_place", "evidence", [column, *PLACE])
    op.create_index("ix_evidence_indication_year", "evidence", ["indication", "year"])
    op.create_index("ix_evidence_place", "evidence", PLACE)
    flagged = text('"check" IS NOT NULL')
    op.create_index("ix_evidence_check_place", "evidence", PLACE, sqlite_where=flagged, postgresql_where=flagged)
    op.create_index("ix_evidence_confidence", "evidence", ["confidence"])
