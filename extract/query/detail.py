"""One row with all that the base knows of it: its passage in context, the other places, the decisions on it."""

from dataclasses import dataclass

from extract.query.find import read_record, selected_columns
from extract.query.reader import Reader
from extract.query.record import Record
from schema.errors import UsageError

CONTEXT_CHARACTERS = 240


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's decision, with the moment as ISO text."""

    state: str
    reviewer: str | None
    note: str | None
    decided_at: str


@dataclass(frozen=True, slots=True)
class Detail:
    """A row, the text before and after its passage, the pages that say the same, and the decisions, oldest first."""

    record: Record
    before: str
    passage: str
    after: str
    also_on_pages: tuple[int, ...]
    decisions: tuple[Decision, ...]


def find_detail(reader: Reader, asked: str) -> Detail:
    """The row with that id, or whose id alone starts so.

    Raises:
        UsageError: no row, or several.
    """
    record = _find_record(reader, asked.strip())
    before, passage, after = _context(reader, record)
    pages = reader.rows(
        """SELECT page FROM evidence_place JOIN passage ON passage.id = passage_id
        WHERE evidence_id = :id ORDER BY position""",
        {"id": record.id},
    )
    decisions = reader.rows(
        "SELECT state, reviewer, note, decided_at FROM review WHERE evidence_id = :id ORDER BY id", {"id": record.id}
    )
    return Detail(
        record,
        before,
        passage,
        after,
        tuple(page for (page,) in pages),
        tuple(Decision(state, reviewer, note, str(when)) for state, reviewer, note, when in decisions),
    )


def _find_record(reader: Reader, asked: str) -> Record:
    sql = f"SELECT {selected_columns()} FROM evidence WHERE id >= :first AND id < :after ORDER BY id LIMIT 2"
    found = [read_record(row) for row in reader.rows(sql, {"first": asked, "after": asked + "\U0010ffff"})]
    exact = [record for record in found if record.id == asked]
    if len(found) == 1 or exact:
        return (exact or found)[0]
    if not asked or not found:
        raise UsageError(f"no statement « {asked} »; `extract query` shows the ids")
    raise UsageError(f"several statements start with « {asked} »: {', '.join(record.id for record in found)}, …")


def _context(reader: Reader, record: Record) -> tuple[str, str, str]:
    """The text before the passage, the passage as the document has it, the text after, cut at CONTEXT_CHARACTERS."""
    places = reader.rows(
        """SELECT start_char, end_char, text FROM evidence JOIN passage ON passage.id = passage_id
        JOIN document_text ON document_text.document_id = passage.document_id WHERE evidence.id = :id""",
        {"id": record.id},
    )
    for start, end, text in places:
        return text[max(0, start - CONTEXT_CHARACTERS) : start], text[start:end], text[end : end + CONTEXT_CHARACTERS]
    return "", record.passage, ""
