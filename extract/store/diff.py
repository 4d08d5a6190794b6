"""Rows gained, lost and changed between two runs of one base, or between two bases."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import and_, or_, select
from sqlmodel import Session, col

from extract.store.changes import Cells, read_cells
from schema.errors import UsageError
from schema.tables import Document, EvidenceRow, RowChange, Run

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class RowDiff:
    """A row before and after by its read cells; None where it was not there."""

    id: str
    before: Cells | None
    after: Cells | None

    @property
    def kind(self) -> str:
        """`gained`, `lost` or `changed`."""
        if self.before is None:
            return "gained"
        return "lost" if self.after is None else "changed"

    @property
    def rule(self) -> str:
        """The rule that made the row: the new one where it changed."""
        return str((self.after or self.before or {})["rule"])

    @property
    def changed_columns(self) -> tuple[str, ...]:
        """The columns whose cells differ, in the table's order, of a changed row."""
        before, after = self.before or {}, self.after or {}
        return tuple(name for name in {**before, **after} if before.get(name) != after.get(name))


def diff_runs(session: Session, older: int, newer: int) -> Iterator[RowDiff]:
    """What changed in a base after run `older` up to and with run `newer`, by row id.

    Raises:
        UsageError: there is no such run.
    """
    for number in (older, newer):
        if session.get(Run, number) is None:
            raise UsageError(f"no run {number}; `extract status --runs` lists them")
    for row_id in _touched(session, older, newer):
        row_before, row_after = _state(session, row_id, older), _state(session, row_id, newer)
        if row_before != row_after:
            yield RowDiff(row_id, row_before, row_after)


def last_runs(session: Session) -> tuple[int, int]:
    """The last run and the one before it; raises UsageError where there are not two."""
    runs = session.execute(select(col(Run.id)).order_by(col(Run.id).desc()).limit(2)).scalars().all()
    if len(runs) < 2:
        raise UsageError("there are not two runs to compare; name two runs or two bases")
    return runs[1] or 0, runs[0] or 0


def _touched(session: Session, older: int, newer: int) -> list[str]:
    """Ids of rows that a run in between may have changed, or that came with a document that it read first."""
    new_documents = select(col(Document.id)).where(
        col(Document.first_run_id) > older, col(Document.first_run_id) <= newer
    )
    changed = select(col(RowChange.evidence_id)).where(
        or_(
            and_(col(RowChange.run_id) > older, col(RowChange.run_id) <= newer),
            col(RowChange.document_id).in_(new_documents),
        )
    )
    present = select(col(EvidenceRow.id)).where(col(EvidenceRow.document_id).in_(new_documents))
    return sorted({*session.execute(changed).scalars(), *session.execute(present).scalars()})


def _state(session: Session, row_id: str, run_id: int) -> Cells | None:
    """A row's cells as they were after a run: what the next change kept of them, else what they are now."""
    changes = (
        select(RowChange)
        .where(col(RowChange.evidence_id) == row_id, col(RowChange.run_id) > run_id)
        .order_by(col(RowChange.id))
        .limit(1)
    )
    change: RowChange | None = session.execute(changes).scalar()
    row = session.get(EvidenceRow, row_id)
    kept = change or row
    if kept is None or session.get_one(Document, kept.document_id).first_run_id > run_id:
        return None
    return change.before if change else as_kept(read_cells(row))


def diff_bases(older: Session, newer: Session) -> Iterator[RowDiff]:
    """What `newer` has otherwise than `older`, by row id, both gone through once and side by side."""
    before, after = _all_rows(older), _all_rows(newer)
    left, right = next(before, None), next(after, None)
    while left or right:
        if right is None or (left is not None and left[0] < right[0]):
            assert left is not None
            yield RowDiff(left[0], left[1], None)
            left = next(before, None)
        elif left is None or right[0] < left[0]:
            yield RowDiff(right[0], None, right[1])
            right = next(after, None)
        else:
            if left[1] != right[1]:
                yield RowDiff(left[0], left[1], right[1])
            left, right = next(before, None), next(after, None)


def _all_rows(session: Session) -> Iterator[tuple[str, Cells]]:
    """Each row by id, in the order of the ids' code points, whatever the database's own collation."""
    row_id = col(EvidenceRow.id)
    binary = row_id.collate("C") if session.get_bind().dialect.name == "postgresql" else row_id
    rows = session.execute(select(EvidenceRow).order_by(binary).execution_options(yield_per=_BATCH)).scalars()
    for row in rows:
        yield row.id, as_kept(read_cells(row))
        session.expunge(row)


def as_kept(cells: Cells) -> Cells:
    """The cells as JSON gives them back, so that kept and present cells compare equal."""
    return dict(json.loads(json.dumps(cells)))


def count_by_rule(diffs: Iterable[RowDiff]) -> dict[str, dict[str, int]]:
    """For each rule, how many rows were gained, lost and changed; rules in alphabetical order."""
    counts: dict[str, dict[str, int]] = {}
    for diff in diffs:
        kinds = counts.setdefault(diff.rule, {"gained": 0, "lost": 0, "changed": 0})
        kinds[diff.kind] += 1
    return dict(sorted(counts.items()))
