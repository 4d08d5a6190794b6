"""Indices that give rows already in order, and that do not depend on the order in which documents were stored.

A column of few values parts a large base coarsely: its rows must come sorted, for sorting half a base takes seconds.
"""

from alembic import op
from sqlalchemy import text

revision = "0003"
down_revision = "0002"

STATES = ("kind", "certainty", "review", "phase", "year", "timepoint_weeks")
REPLACED = ("phase", "year", "timepoint_weeks", "indication", "order")
PLACE = ["document", "position"]
ORDER = ["drug", "indication", "endpoint", "timepoint_weeks", "trial", *PLACE]


def upgrade() -> None:
    """Drop the indices that the new ones replace, and create those."""
    for column in REPLACED:
        op.drop_index(f"ix_evidence_{column}", "evidence")
    op.create_index("ix_evidence_order", "evidence", ORDER)
    op.create_index("ix_evidence_indication_year", "evidence", ["indication", "year"])
    for column in STATES:
        op.create_index(f"ix_evidence_{column}_place", "evidence", [column, *PLACE])
    op.create_index("ix_evidence_place", "evidence", PLACE)
    flagged = text('"check" IS NOT NULL')
    op.create_index("ix_evidence_check_place", "evidence", PLACE, sqlite_where=flagged, postgresql_where=flagged)
    op.create_index("ix_evidence_confidence", "evidence", ["confidence"])
