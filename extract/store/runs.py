"""The record of each ingest: begun before the first document, closed whatever happens."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session

from extract.store.write import Reader
from schema.tables import Run, RunState


@dataclass(frozen=True, slots=True)
class RunCounts:
    """What a run did, in documents and rows."""

    read: int = 0
    known: int = 0
    failed: int = 0
    rows: int = 0


def begin_run(session: Session, version: str, fingerprint: str, options: dict[str, Any]) -> Reader:
    """Open a run and give the reader under whose name its documents are written."""
    run = Run(started_at=datetime.now(UTC), version=version, fingerprint=fingerprint, options=options)
    session.add(run)
    session.flush()
    assert run.id is not None
    return Reader(run.id, version, fingerprint)


def end_run(session: Session, run_id: int, state: RunState, counts: RunCounts) -> None:
    """Close a run with what it did."""
    run = session.get_one(Run, run_id)
    run.finished_at = datetime.now(UTC)
    run.state = state
    run.documents_read = counts.read
    run.documents_known = counts.known
    run.documents_failed = counts.failed
    run.rows_written = counts.rows
    session.add(run)
