"""Indices for what a query filters and sorts by, and the full text of passages with accents folded.

A passage is indexed once, however many rows it supports; triggers keep the index true, so that writers need not know
of it. SQLite: an FTS5 table whose rowid is the passage's id. PostgreSQL: a table of tsvectors.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

COLUMNS = ("target", "indication", "trial", "registry", "comparator", "phase", "timepoint_weeks", "year")
ORDER = ["drug", "indication", "endpoint", "timepoint_weeks", "trial", "document_id", "position"]

LIGATURES = (("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("Æ", "ae"))
ACCENTED = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸ"
PLAIN = "aaaaaaceeeeiiiinooooouuuuyy" * 2


def upgrade() -> None:
    """Create the indices, the full-text index and its triggers, and fill it from the rows that are there."""
    op.create_index("ix_evidence_order", "evidence", ORDER)
    op.create_index("ix_evidence_endpoint_weeks", "evidence", ["endpoint", "timepoint_weeks"])
    for column in COLUMNS:
        op.create_index(f"ix_evidence_{column}", "evidence", [column])
    connection = op.get_bind()
    for statement in _on_sqlite() if connection.dialect.name == "sqlite" else _on_postgresql():
        connection.exec_driver_sql(statement)


def _on_sqlite() -> tuple[str, ...]:
    return (
        """CREATE VIRTUAL TABLE passage_search USING fts5(text, tokenize = "unicode61 remove_diacritics 2")""",
        f"""CREATE TRIGGER passage_search_add AFTER INSERT ON evidence
            WHEN NOT EXISTS (SELECT 1 FROM passage_search WHERE rowid = new.passage_id)
            BEGIN
                INSERT INTO passage_search (rowid, text) VALUES (new.passage_id, {_unligated("new.passage")});
            END""",
        """CREATE TRIGGER passage_search_remove AFTER DELETE ON passage
            BEGIN
                DELETE FROM passage_search WHERE rowid = old.id;
            END""",
        f"""INSERT INTO passage_search (rowid, text)
            SELECT passage_id, {_unligated("max(passage)")} FROM evidence GROUP BY passage_id""",
    )


def _on_postgresql() -> tuple[str, ...]:
    return (
        """CREATE TABLE passage_search (
            passage_id INTEGER PRIMARY KEY REFERENCES passage (id) ON DELETE CASCADE,
            words TSVECTOR NOT NULL
        )""",
        "CREATE INDEX ix_passage_search_words ON passage_search USING gin (words)",
        f"""CREATE FUNCTION passage_search_add() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO passage_search (passage_id, words) VALUES (new.passage_id, {_tsvector("new.passage")})
                ON CONFLICT DO NOTHING;
                RETURN NULL;
            END $$""",
        """CREATE TRIGGER passage_search_add AFTER INSERT ON evidence
            FOR EACH ROW EXECUTE FUNCTION passage_search_add()""",
        f"""INSERT INTO passage_search (passage_id, words)
            SELECT passage_id, {_tsvector("max(passage)")} FROM evidence GROUP BY passage_id""",
    )


def _unligated(column: str) -> str:
    """SQL for the column with its ligatures written out, which no tokenizer does."""
    for ligature, letters in LIGATURES:
        column = f"replace({column}, '{ligature}', '{letters}')"
    return column


def _tsvector(column: str) -> str:
    """SQL for the column's words without accents; `simple` keeps every word, as FTS5 does."""
    return f"to_tsvector('simple', lower(translate({_unligated(column)}, '{ACCENTED}', '{PLAIN}')))"
