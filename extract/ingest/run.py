"""One ingest: find the files, leave those the base knows, have the others read, write each as it comes."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from extract import __version__
from extract.ingest.channel import Job
from extract.ingest.files import FoundFile, Skipped, UnreadableFileError, find_files, hash_file
from extract.ingest.fingerprint import fingerprint
from extract.ingest.options import WorkerOptions, rules_path
from extract.ingest.pool import WorkerPool
from extract.ingest.tally import FAILED_OUTCOMES, FileDone, Tally
from extract.store.base import Base
from extract.store.known import Known, find_known
from extract.store.names import link_name
from extract.store.runs import begin_run, end_run
from extract.store.write import Reader, Written, write_document
from schema.clean import shown_name
from schema.errors import BaseUnusableError
from schema.source import ExtractedDocument
from schema.tables import RunState

Watch = Callable[[FileDone], None]
"""Told of each file when it is dealt with."""


_PARTING_S = 1.0
"""How long a run that was stopped waits for the lock to say so in its record: Ctrl-C ends within five seconds."""


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """What to read and how; `refresh` reads again what other rules, another version or smaller limits have read."""

    paths: tuple[Path, ...]
    worker: WorkerOptions = field(default_factory=WorkerOptions)
    workers: int = 1
    refresh: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """What an ingest would do with a file."""

    name: str
    action: str


def ingest(base: Base, options: IngestOptions, watch: Watch, tally: Tally, pool: WorkerPool | None = None) -> None:
    """Read the files into the base, each document in a transaction of its own; `tally` counts as they come.

    `pool` is one that was started before, so that its workers load meanwhile; without it one is started here.

    Whatever ends it (KeyboardInterrupt, an error), what was written stays, the workers end, and the run's record says
    how it ended.

    Raises:
        BaseUnusableError: the base cannot be written.
        NurseryError: the workers cannot start, or the user's rules have an error.
    """
    with pool or WorkerPool(options.worker, options.workers) as pool:
        print_of_rules = _fingerprint(options)
        reader = base.write(lambda session: begin_run(session, __version__, print_of_rules, _recorded(options)))
        state: RunState = "failed"
        try:
            ingestion = _Ingestion(base, options, reader, watch, tally)
            for job, reply in pool.read(ingestion.jobs()):
                if reply.document is None:
                    ingestion.skip(job.name, reply.unreadable)
                else:
                    ingestion.keep(reply.document, job.path)
            state = "finished"
        except KeyboardInterrupt:
            state = "interrupted"
            raise
        finally:
            with suppress(BaseUnusableError):  # a full disk has been named already
                patient = base if state == "finished" else replace(base, lock_wait_s=_PARTING_S)
                patient.write(lambda session: end_run(session, reader.run_id, state, tally.counts))


def plan(base: Base | None, options: IngestOptions) -> Iterator[Planned]:
    """What `ingest` would do with each file, without reading or writing: `read`, `read again`, `known`, or why not."""
    print_of_rules = _fingerprint(options)
    for found in find_files(options.paths):
        if isinstance(found, Skipped):
            yield Planned(found.name, f"not opened: {found.reason}")
            continue
        try:
            known = _known(base, hash_file(found.path)) if base else None
        except UnreadableFileError as error:
            yield Planned(found.name, f"not opened: {error}")
            continue
        if known is None:
            yield Planned(found.name, "read")
        else:
            again = options.refresh and is_outdated(known, print_of_rules)
            yield Planned(found.name, "read again" if again else "known")


def _fingerprint(options: IngestOptions) -> str:
    return fingerprint(rules_path(options.worker), options.worker.ocr)


def _recorded(options: IngestOptions) -> dict[str, object]:
    return {"refresh": options.refresh, "ocr": options.worker.ocr, **asdict(options.worker.limits)}


def is_outdated(known: Known, print_of_rules: str) -> bool:
    """True where reading again may give more: other rules or version, or a reading that failed."""
    return known.fingerprint != print_of_rules or known.outcome in FAILED_OUTCOMES


def _known(base: Base, sha256: str) -> Known | None:
    with base.reading() as session:
        return find_known(session, sha256)


@dataclass(slots=True)
class _Ingestion:
    """The parent's side of one ingest: what to read next, what needs no reading, and the writing."""

    base: Base
    options: IngestOptions
    reader: Reader
    watch: Watch
    tally: Tally

    def jobs(self) -> Iterator[Job]:
        """The files to read, one at a time as workers ask; files that the base knows are dealt with on the way."""
        for found in find_files(self.options.paths):
            if isinstance(found, Skipped):
                self.skip(found.name, found.reason)
                continue
            try:
                sha256 = hash_file(found.path)
            except UnreadableFileError as error:
                self.skip(found.name, str(error))
                continue
            known = _known(self.base, sha256)
            if known is None or (self.options.refresh and is_outdated(known, self.reader.fingerprint)):
                yield Job(str(found.path), found.name, sha256)
            else:
                self._pass(found, known)

    def skip(self, name: str, reason: str) -> None:
        """Count a path that could not be opened."""
        self.watch(self.tally.count_skipped(name, reason))

    def keep(self, document: ExtractedDocument, path: str) -> None:
        """Write a document that was read, and count it."""
        place = shown_name(path)
        written = self.base.write(lambda session: write_document(session, document, self.reader, place))
        self.watch(self.tally.count_document(document, written))

    def _pass(self, found: FoundFile, known: Known) -> None:
        path = shown_name(str(found.path))
        if path not in known.paths:
            self.base.write(lambda session: link_name(session, known.id, path, found.name))
        done = FileDone(found.name, Written.KNOWN, known.outcome, known.reason)
        self.watch(self.tally.count_known(done, is_outdated=known.fingerprint != self.reader.fingerprint))
