"""Counts for a PRISMA flow diagram (https://www.prisma-statement.org): what became of the documents, what was kept."""

from collections import Counter
from dataclasses import dataclass

from extract.query.reader import Reader
from extract.query.vocabulary import members
from extract.query.where import Where

READ_OUTCOMES = ("ok", "partly read", "no statement")
"""Outcomes of documents whose text was read; « no text » has none, the others could not be opened."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the flow: what is counted, and how many; `level` indents a part of the line above."""

    what: str
    number: int
    level: int = 0


def flow(reader: Reader, where: Where) -> tuple[Step, ...]:
    """The steps from documents found to statements kept; the statements are those that meet the filter."""
    return (*_documents(reader), *_statements(reader, where))


def _documents(reader: Reader) -> tuple[Step, ...]:
    ended = reader.rows(
        """SELECT outcome, EXISTS (SELECT 1 FROM evidence WHERE document_id = document.id),
        superseded_by_id IS NOT NULL FROM document ORDER BY id"""
    )
    documents = [(str(outcome), bool(has_rows), bool(is_old)) for outcome, has_rows, is_old in ended]
    current = [(outcome, has_rows) for outcome, has_rows, is_old in documents if not is_old]
    read = [has_rows for outcome, has_rows in current if outcome in READ_OUTCOMES]
    unread = Counter(outcome for outcome, _ in current if outcome not in READ_OUTCOMES)
    return (
        Step("documents found", len(documents)),
        Step("replaced by a newer file", len(documents) - len(current), 1),
        *(Step(f"not read: {outcome}", unread[outcome], 1) for outcome in sorted(unread)),
        Step("documents read", len(read)),
        Step("without statement", read.count(False), 1),
        Step("with statements", read.count(True), 1),
    )


def _statements(reader: Reader, where: Where) -> tuple[Step, ...]:
    cells = list(
        reader.rows(
            f"""SELECT kind, review, count(*) FROM evidence {where.sql} GROUP BY kind, review ORDER BY kind, review""",
            where.values,
        )
    )
    by_kind, by_review = Counter[str](), Counter[str]()
    for kind, review, number in cells:
        by_kind[kind] += number
        by_review[review] += number
    ((documents,),) = reader.rows(f"SELECT count(DISTINCT document_id) FROM evidence {where.sql}", where.values)
    return (
        Step("statements that meet the filter", by_kind.total()),
        *(Step(f"kind: {kind}", number, 1) for kind, number in sorted(by_kind.items())),
        *(Step(f"review: {review}", number, 1) for review, number in sorted(by_review.items())),
        Step("documents that they come from", int(documents)),
        Step("trials that they name", len(_trials(reader, where))),
    )


def _trials(reader: Reader, where: Where) -> set[str]:
    cells = reader.rows(f"SELECT DISTINCT trial FROM evidence {where.sql}", where.values)
    return {trial for (cell,) in cells if cell for trial in members("trial", cell)}
