"""What an ingest did, counted as it goes; names are kept of what was not read whole, up to a bound."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from extract.store.runs import RunCounts
from extract.store.write import Written
from schema.source import ExtractedDocument
from schema.vocabulary import DocumentOutcome

FAILED_OUTCOMES: frozenset[str] = frozenset(
    {"partly read", "password needed", "not a PDF", "damaged", "timed out", "out of memory", "not opened"}
)
"""A file with one of these was not read whole: the command names it and returns 1."""

_MAX_NAMED = 10_000
"""Names kept for the summary, so that memory stays flat; `extract status` lists all."""


@dataclass(frozen=True, slots=True)
class FileDone:
    """A file that was dealt with: what was done, how its reading ended and why, and the rows it gave in this run."""

    name: str
    written: Written | None
    outcome: DocumentOutcome | Literal["not opened"]
    reason: str
    rows: int = 0


@dataclass(slots=True)
class Tally:
    """Counts of one ingest: files by what was done and by outcome, rows by kind."""

    written: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    outdated: int = 0
    unread: list[FileDone] = field(default_factory=list)

    def count_document(self, document: ExtractedDocument, written: Written) -> FileDone:
        """Count a document that was read in this run."""
        self.kinds.update(statement.evidence.kind for statement in document.statements)
        rows = len(document.statements)
        return self._count(FileDone(document.name, written, document.outcome, document.reason, rows))

    def count_known(self, done: FileDone, is_outdated: bool) -> FileDone:
        """Count a file whose bytes the base knows; `is_outdated` where another version or rules read them."""
        self.outdated += is_outdated
        return self._count(done)

    def count_skipped(self, name: str, reason: str) -> FileDone:
        """Count a path that could not be opened."""
        return self._count(FileDone(name, None, "not opened", reason))

    def _count(self, done: FileDone) -> FileDone:
        self.outcomes[done.outcome] += 1
        if done.written is not None:
            self.written[done.written] += 1
        if done.outcome in FAILED_OUTCOMES and len(self.unread) < _MAX_NAMED:
            self.unread.append(done)
        return done

    @property
    def read(self) -> int:
        """Documents that were read in this run."""
        return self.written[Written.NEW] + self.written[Written.REFRESHED]

    @property
    def known(self) -> int:
        """Files whose bytes the base knew."""
        return self.written[Written.KNOWN]

    @property
    def failed(self) -> int:
        """Files that were not opened or not read whole."""
        return sum(self.outcomes[outcome] for outcome in FAILED_OUTCOMES)

    @property
    def counts(self) -> RunCounts:
        """The numbers that the run's record keeps."""
        return RunCounts(self.read, self.known, self.failed, self.kinds.total())


def summary_lines(tally: Tally) -> list[str]:
    """The summary as lines: documents, statements by kind, and each file that was not read whole with its reason.

    >>> tally = Tally()
    >>> _ = tally.count_skipped("absent.pdf", "no such file or folder")
    >>> print("\\n".join(summary_lines(tally)))
    0 documents read, 0 already known
    0 statements: 0 mechanism, 0 study, 0 result
    0 without text, 0 without statement, 1 not read whole
      absent.pdf: not opened (no such file or folder)
    """
    unread_files = sorted(tally.unread, key=lambda done: done.name)  # workers finish in any order
    lines = [
        f"{_counted(tally.read, 'document')} read, {tally.known} already known",
        f"{_counted(tally.kinds.total(), 'statement')}: "
        + ", ".join(f"{tally.kinds[kind]} {kind}" for kind in ("mechanism", "study", "result")),
        f"{tally.outcomes['no text']} without text, {tally.outcomes['no statement']} without statement, "
        f"{tally.failed} not read whole",
    ]
    lines += [f"  {unread.name}: {unread.outcome}{_bracketed(unread.reason)}" for unread in unread_files]
    if tally.failed > len(tally.unread):
        lines.append(f"  and {tally.failed - len(tally.unread)} more; `extract status --failed` lists them")
    if tally.outdated:
        lines.append(f"{tally.outdated} known from another version or other rules; --refresh reads them again")
    return lines


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _bracketed(reason: str) -> str:
    return f" ({reason})" if reason else ""
