"""The first tables: runs, documents, their names, text and pages, passages, evidence, reviews, changes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _document_key(table: str) -> sa.Column[int]:
    key = sa.ForeignKey("document.id", name=f"fk_{table}_document_id", ondelete="CASCADE")
    return sa.Column("document_id", sa.Integer, key, nullable=False)


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=nullable)


def _number(name: str, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _real(name: str, nullable: bool = True) -> sa.Column[float]:
    return sa.Column(name, sa.Float, nullable=nullable)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, nullable=False)


def upgrade() -> None:
    """Create all tables."""
    _create_run()
    _create_document()
    _create_parts_of_document()
    _create_evidence()
    _create_review_and_change()


def _create_run() -> None:
    op.create_table(
        "run",
        _id(),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True)),
        _text("state"),
        _text("version"),
        _text("fingerprint"),
        sa.Column("options", sa.Text, nullable=False),
        *(_number(name) for name in ("documents_read", "documents_known", "documents_failed", "rows_written")),
        sa.PrimaryKeyConstraint("id", name="pk_run"),
    )


def _create_document() -> None:
    op.create_table(
        "document",
        _id(),
        _text("sha256"),
        _text("name"),
        *(_text(name, nullable=True) for name in ("title", "authors", "journal")),
        _number("year", nullable=True),
        _text("doi", nullable=True),
        _text("outcome"),
        _text("reason"),
        _number("page_count"),
        _text("version"),
        _text("fingerprint"),
        sa.Column("run_id", sa.Integer, sa.ForeignKey("run.id", name="fk_document_run_id"), nullable=False),
        sa.Column("first_run_id", sa.Integer, sa.ForeignKey("run.id", name="fk_document_first_run_id"), nullable=False),
        sa.Column(
            "superseded_by_id",
            sa.Integer,
            sa.ForeignKey("document.id", name="fk_document_superseded_by_id", ondelete="SET NULL"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.UniqueConstraint("sha256", name="uq_document_sha256"),
    )
    for column in ("name", "outcome", "run_id", "superseded_by_id"):
        op.create_index(f"ix_document_{column}", "document", [column])


def _create_parts_of_document() -> None:
    op.create_table(
        "document_name",
        _id(),
        _document_key("document_name"),
        _text("path"),
        _text("name"),
        sa.Column("is_current", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_document_name"),
        sa.UniqueConstraint("path", "document_id", name="uq_document_name_path_document_id"),
    )
    op.create_index("ix_document_name_document_id", "document_name", ["document_id"])
    op.create_table(
        "document_text",
        _document_key("document_text"),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_document_text"),
    )
    op.create_table(
        "page",
        _document_key("page"),
        _number("page"),
        _text("outcome"),
        _text("reason"),
        sa.PrimaryKeyConstraint("document_id", "page", name="pk_page"),
    )
    op.create_table(
        "passage",
        _id(),
        _document_key("passage"),
        *(_number(name) for name in ("page", "start_char", "end_char")),
        sa.Column("boxes", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_passage"),
        sa.UniqueConstraint("document_id", "start_char", "end_char", name="uq_passage_document_id_start_char_end_char"),
    )


def _passage_key(table: str) -> sa.Column[int]:
    key = sa.ForeignKey("passage.id", name=f"fk_{table}_passage_id", ondelete="CASCADE")
    return sa.Column("passage_id", sa.Integer, key, nullable=False)


def _create_evidence() -> None:
    op.create_table(
        "evidence",
        _text("id"),
        _text("document"),
        *(_text(name, nullable=True) for name in ("title", "doi")),
        _number("year", nullable=True),
        _number("page"),
        _text("section", nullable=True),
        _text("passage"),
        _text("kind"),
        *(_text(name, nullable=True) for name in ("drug", "atc", "route", "dose", "target", "target_source")),
        *(_text(name, nullable=True) for name in ("indication", "phase", "trial", "registry", "status")),
        _number("n", nullable=True),
        *(_text(name, nullable=True) for name in ("endpoint", "timepoint")),
        _real("timepoint_weeks"),
        _text("measure", nullable=True),
        *(_real(name) for name in ("value", "value_high")),
        _text("unit", nullable=True),
        *(_real(name) for name in ("ci_low", "ci_high")),
        *(_number(name, nullable=True) for name in ("events", "arm_n")),
        _text("comparator", nullable=True),
        *(_real(name) for name in ("comparator_value", "comparator_value_high")),
        *(_real(name) for name in ("comparator_ci_low", "comparator_ci_high")),
        *(_number(name, nullable=True) for name in ("comparator_events", "comparator_n")),
        _text("effect_measure", nullable=True),
        *(_real(name) for name in ("effect", "effect_ci_low", "effect_ci_high", "ci_level")),
        _text("p_operator", nullable=True),
        _real("p_value"),
        sa.Column("approximate", sa.Boolean),
        _text("certainty"),
        _text("check", nullable=True),
        _text("rule"),
        _text("review"),
        _document_key("evidence"),
        _passage_key("evidence"),
        _number("position"),
        _real("confidence", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
    )
    op.create_index("ix_evidence_document_id", "evidence", ["document_id"])
    op.create_index("ix_evidence_passage_id", "evidence", ["passage_id"])
    op.create_table(
        "evidence_place",
        sa.Column(
            "evidence_id",
            sa.String,
            sa.ForeignKey("evidence.id", name="fk_evidence_place_evidence_id", ondelete="CASCADE"),
            nullable=False,
        ),
        _number("position"),
        _passage_key("evidence_place"),
        sa.PrimaryKeyConstraint("evidence_id", "position", name="pk_evidence_place"),
    )
    op.create_index("ix_evidence_place_passage_id", "evidence_place", ["passage_id"])


def _create_review_and_change() -> None:
    op.create_table(
        "review",
        _id(),
        _text("evidence_id"),
        _document_key("review"),
        _text("state"),
        *(_text(name, nullable=True) for name in ("reviewer", "note")),
        sa.Column("correction", sa.Text),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
    )
    op.create_index("ix_review_document_id", "review", ["document_id"])
    op.create_index("ix_review_evidence_id", "review", ["evidence_id"])
    op.create_table(
        "row_change",
        _id(),
        sa.Column("run_id", sa.Integer, sa.ForeignKey("run.id", name="fk_row_change_run_id"), nullable=False),
        _document_key("row_change"),
        _text("evidence_id"),
        sa.Column("before", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_row_change"),
    )
    for column in ("run_id", "document_id", "evidence_id"):
        op.create_index(f"ix_row_change_{column}", "row_change", [column])
