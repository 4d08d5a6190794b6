"""Examine a base: is the file whole, does everything hang together, what is left over."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session

from extract.store.base import Base


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is as it should be, and what was seen."""

    subject: str
    is_good: bool
    detail: str


_ORPHANS = {
    "rows without a passage": "SELECT count(*) FROM evidence WHERE passage_id NOT IN (SELECT id FROM passage)",
    "rows of another document than their passage": """SELECT count(*) FROM evidence JOIN passage
        ON passage.id = evidence.passage_id WHERE passage.document_id <> evidence.document_id""",
    "documents without a text": "SELECT count(*) FROM document WHERE id NOT IN (SELECT document_id FROM document_text)",
    "documents without a name": "SELECT count(*) FROM document WHERE id NOT IN (SELECT document_id FROM document_name)",
    "passages without a row": """SELECT count(*) FROM passage WHERE id NOT IN (SELECT passage_id FROM evidence)
        AND id NOT IN (SELECT passage_id FROM evidence_place)""",
    "passages outside their text": """SELECT count(*) FROM passage JOIN document_text
        ON document_text.document_id = passage.document_id
        WHERE start_char < 0 OR start_char > end_char OR end_char > length(text)""",
}
"""What must not be, and how many of it there are."""


def examine(base: Base) -> list[Finding]:
    """Every check on the base, in a fixed order."""
    with base.reading() as session:
        dialect = session.get_bind().dialect.name
        integrity = [_integrity(session), _foreign_keys(session)] if dialect == "sqlite" else []
        orphans = [_none_of(session, subject, query) for subject, query in _ORPHANS.items()]
        checks: tuple[Callable[[Session], Finding], ...] = (_waiting_reviews, _unfinished_runs)
        return [*integrity, *orphans, *(check(session) for check in checks)]


def _integrity(session: Session) -> Finding:
    problems = [row[0] for row in session.execute(text("PRAGMA integrity_check"))]
    return Finding("integrity of the file", problems == ["ok"], problems[0])


def _foreign_keys(session: Session) -> Finding:
    broken = len(session.execute(text("PRAGMA foreign_key_check")).all())
    return Finding("links between the tables", not broken, f"{broken} broken")


def _none_of(session: Session, subject: str, query: str) -> Finding:
    number = session.execute(text(query)).scalar_one()
    return Finding(subject, not number, str(number))


def _waiting_reviews(session: Session) -> Finding:
    query = "SELECT count(DISTINCT evidence_id) FROM review WHERE evidence_id NOT IN (SELECT id FROM evidence)"
    number = session.execute(text(query)).scalar_one()
    return Finding("reviews of rows that no rule finds any more", True, f"{number}, kept")


def _unfinished_runs(session: Session) -> Finding:
    number = session.execute(text("SELECT count(*) FROM run WHERE state = 'running'")).scalar_one()
    return Finding("runs under way, or ended by force", True, str(number))
