"""The tables of the evidence base, on SQLite and PostgreSQL alike; `schema/migrations/` brings a base to this form.

A document is known by the SHA-256 of its bytes. All that was read from it hangs on it by cascading foreign keys, so
that it is written, replaced and removed as one. Reviews hang on the document too, not on the row: a decision outlives
the re-reading of its row, and waits where new rules no longer find the row.
"""

import warnings
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Index, String, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from schema.columns import BoxesColumn, JsonColumn, UtcColumn
from schema.evidence import Evidence
from schema.source import PageBox
from schema.vocabulary import (
    USUAL_STATES,
    Certainty,
    DocumentOutcome,
    EffectMeasure,
    Kind,
    Measure,
    PageOutcome,
    Phase,
    POperator,
    ReviewState,
    Status,
    TargetSource,
)

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}  # so that migrations can name a constraint on either database

NAME_COLUMNS = ("target", "trial", "registry", "comparator")
"""Columns of `evidence` that hold names; drug, endpoint and indication lead indices of their own."""

STATE_COLUMNS = (*USUAL_STATES, "phase", "year", "timepoint_weeks")
"""Columns of few values: their indices give the rows in reading order, for half a large base takes long to sort."""

RunState = Literal["running", "finished", "interrupted", "failed"]


def _index(name: str, *columns: str, where: str = "") -> Index:
    """An index of the rows `where` a condition holds, which a query must state too; without one, of all rows."""
    condition = text(where) if where else None
    return Index(f"ix_evidence_{name}", *columns, sqlite_where=condition, postgresql_where=condition)


def _state_index(column: str) -> Index:
    usual = USUAL_STATES.get(column)
    held = f"{column} <> '{usual}'" if usual else "" if column == "year" else f"{column} IS NOT NULL"
    return _index(f"{column}_place", column, "document", "position", where=held)


def _document_key(**options: Any) -> Any:
    return Field(foreign_key="document.id", ondelete="CASCADE", **options)


class Run(SQLModel, table=True):
    """One call of `extract ingest`: when, with what version, rules and limits, and how it ended."""

    id: int | None = Field(default=None, primary_key=True)
    started_at: datetime = Field(sa_type=UtcColumn)
    finished_at: datetime | None = Field(default=None, sa_type=UtcColumn)
    state: RunState = Field(default="running", sa_type=String)
    version: str
    fingerprint: str  # of the program, its libraries and the rules: equal fingerprints read equal rows
    options: dict[str, Any] = Field(default_factory=dict, sa_type=JsonColumn)
    documents_read: int = 0
    documents_known: int = 0
    documents_failed: int = 0
    rows_written: int = 0


class Document(SQLModel, table=True):
    """One PDF by its bytes: its bibliographic record, how its reading ended, and by what it was read."""

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(unique=True)
    name: str = Field(index=True)  # the first in alphabetical order of the file names it is known under
    title: str | None = None
    authors: str | None = None  # joined by `; `
    journal: str | None = None
    year: int | None = None
    doi: str | None = None
    outcome: DocumentOutcome = Field(sa_type=String, index=True)
    reason: str = ""
    page_count: int = 0
    version: str
    fingerprint: str
    run_id: int = Field(foreign_key="run.id", index=True)  # that read it last
    first_run_id: int = Field(foreign_key="run.id")
    superseded_by_id: int | None = Field(default=None, foreign_key="document.id", ondelete="SET NULL", index=True)


class DocumentName(SQLModel, table=True):
    """A place where a document was found; `is_current` until other bytes are found at the same place."""

    __tablename__ = "document_name"
    __table_args__ = (UniqueConstraint("path", "document_id"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = _document_key(index=True)
    path: str  # absolute path or URL
    name: str
    is_current: bool = True


class DocumentText(SQLModel, table=True):
    """A document's reading-order text, apart from `Document` so that listing documents stays light."""

    __tablename__ = "document_text"

    document_id: int = _document_key(primary_key=True)
    text: str = Field(sa_type=Text)


class Page(SQLModel, table=True):
    """How the reading of one page ended; pages count from 1."""

    document_id: int = _document_key(primary_key=True)
    page: int = Field(primary_key=True)
    outcome: PageOutcome = Field(sa_type=String)
    reason: str = ""


class Passage(SQLModel, table=True):
    """A place in a document: characters `start_char` to `end_char` of its text, one box a printed line."""

    __table_args__ = (UniqueConstraint("document_id", "start_char", "end_char"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = _document_key()
    page: int
    start_char: int
    end_char: int
    boxes: tuple[PageBox, ...] = Field(default=(), sa_type=BoxesColumn)


with warnings.catch_warnings():
    # The contract's column `registry` is a name that SQLAlchemy would keep for itself; SQLModel does not use it.
    warnings.filterwarnings("ignore", message="Attribute name 'registry'")

    class EvidenceRow(Evidence, SQLModel, table=True):
        """A row of the evidence table with its place; made from validated `Evidence`, for tables do not validate."""

        __tablename__ = "evidence"
        __table_args__ = (
            _index(
                "order",
                "drug",
                "indication",
                "endpoint",
                "timepoint_weeks",
                "trial",
                "document",
                "position",
            ),
            _index("endpoint_weeks", "endpoint", "timepoint_weeks"),
            _index("indication_year", "indication", "year"),
            *(_index(name, name, where=f"{name} IS NOT NULL") for name in NAME_COLUMNS),
            *map(_state_index, STATE_COLUMNS),
            _index("place", "document", "position"),
            _index("check_place", "document", "position", where='"check" IS NOT NULL'),
            _index("confidence", "confidence"),
        )

        id: str = Field(primary_key=True)
        kind: Kind = Field(sa_type=String)  # SQLModel has no column type of its own for a closed vocabulary
        target_source: TargetSource | None = Field(default=None, sa_type=String)
        phase: Phase | None = Field(default=None, sa_type=String)
        status: Status | None = Field(default=None, sa_type=String)
        measure: Measure | None = Field(default=None, sa_type=String)
        effect_measure: EffectMeasure | None = Field(default=None, sa_type=String)
        p_operator: POperator | None = Field(default=None, sa_type=String)
        certainty: Certainty = Field(default="affirmed", sa_type=String)
        review: ReviewState = Field(default="unreviewed", sa_type=String)
        document_id: int = _document_key(index=True)
        passage_id: int = Field(foreign_key="passage.id", ondelete="CASCADE", index=True)
        position: int  # the row's place among the rows of its document, from 0
        confidence: float


class EvidencePlace(SQLModel, table=True):
    """A further place that says the same as a row: the table that repeats a sentence's numbers."""

    __tablename__ = "evidence_place"

    evidence_id: str = Field(primary_key=True, foreign_key="evidence.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    passage_id: int = Field(foreign_key="passage.id", ondelete="CASCADE", index=True)


class Review(SQLModel, table=True):
    """A reviewer's decision on a row; the last one counts. `correction` holds the cells that the reviewer set."""

    id: int | None = Field(default=None, primary_key=True)
    evidence_id: str = Field(index=True)  # no foreign key: the decision outlives a row that new rules do not find
    document_id: int = _document_key(index=True)
    state: ReviewState = Field(sa_type=String)
    reviewer: str | None = None
    note: str | None = None
    correction: dict[str, Any] | None = Field(default=None, sa_type=JsonColumn)
    decided_at: datetime = Field(sa_type=UtcColumn)


class RowChange(SQLModel, table=True):
    """A row that a re-reading gained, lost or changed: what it was before (None: it was not there).

    The first reading of a document leaves none: its rows were gained in `Document.first_run_id`.
    """

    __tablename__ = "row_change"

    id: int | None = Field(default=None, primary_key=True)
    run_id: int = Field(foreign_key="run.id", index=True)
    document_id: int = _document_key(index=True)
    evidence_id: str = Field(index=True)
    before: dict[str, Any] | None = Field(default=None, sa_type=JsonColumn)
