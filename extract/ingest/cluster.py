"""The same ingest over a Dask cluster: documents are read by its workers, and written here in batches.

Reading a document is a pure function of its bytes, the rules and the version, so that Dask may run it anywhere and
again where a worker is lost. Each Dask worker holds documents to the usual limits by worker processes of its own.
"""

import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from extract import __version__
from extract.ingest.channel import Job, Reply, reply_from_bytes, reply_to_bytes
from extract.ingest.files import UnreadableFileError
from extract.ingest.fingerprint import fingerprint
from extract.ingest.options import WorkerOptions, rules_path
from extract.ingest.pool import WorkerPool
from extract.ingest.remote import find_urls, name_of, place_of, read_url
from extract.ingest.run import Watch, is_outdated
from extract.ingest.tally import FileDone, Tally
from extract.store.base import Base
from extract.store.known import Known, find_known_at
from extract.store.runs import begin_run, end_run
from extract.store.write import Reader, Written, write_document
from schema.errors import BaseUnusableError, ExitCode, ExtractError, MissingPartError
from schema.tables import RunState

_BATCH_DOCUMENTS = 32
_BATCH_S = 2.0
"""Documents of one transaction: so many, or those of so many seconds; each costs a server one round of syncing."""

_IN_FLIGHT = 4
"""Documents handed out for each thread of the cluster, so that none waits for work and memory here stays flat."""


class ClusterError(ExtractError):
    """The scheduler cannot be reached or is gone, or a worker cannot read documents at all."""

    exit_code = ExitCode.FILE


@dataclass(frozen=True, slots=True)
class Order:
    """One document for a worker: its URL, and the SHA-256 of what the base has from there and needs not read again."""

    url: str
    known: str | None


@dataclass(frozen=True, slots=True)
class ClusterOptions:
    """What to read, and on which cluster: a scheduler's address, or `local:N` for N workers on this machine."""

    locations: tuple[str, ...]
    scheduler: str
    worker: WorkerOptions = field(default_factory=WorkerOptions)
    refresh: bool = False


_own = threading.local()


def read_order(order: Order, options: WorkerOptions) -> bytes | None:
    """Runs on the cluster: the reply for a document as JSON, or None where its bytes are the known ones."""
    try:
        data = read_url(order.url)
    except UnreadableFileError as error:
        return reply_to_bytes(Reply(None, str(error)))
    digest = sha256(data).hexdigest()
    if digest == order.known:
        return None
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        job = Job(file.name, name_of(order.url), digest)
        ((_, reply),) = _own_pool(options).read(iter([job]))
    return reply_to_bytes(reply)


def _own_pool(options: WorkerOptions) -> WorkerPool:
    """This thread's pool of one worker process, kept from document to document."""
    pool: WorkerPool | None = getattr(_own, "pool", None)
    if pool is None or _own.options != options:
        pool, _own.options = WorkerPool(options, 1), options
        _own.pool = pool
    return pool


def ingest_on_cluster(base: Base, options: ClusterOptions, watch: Watch, tally: Tally) -> None:
    """Read the documents at the URLs on a cluster into the base; otherwise like `extract.ingest.run.ingest`.

    Raises:
        ClusterError: the scheduler cannot be reached or is gone; what was written stays.
        MissingPartError: Dask, or the program for this kind of URL, is not installed.
        BaseUnusableError: the base cannot be written.
    """
    print_of_rules = fingerprint(rules_path(options.worker), options.worker.ocr)
    recorded = {"refresh": options.refresh, "ocr": options.worker.ocr, "cluster": options.scheduler}
    with _client(options.scheduler) as client:
        reader = base.write(lambda session: begin_run(session, __version__, print_of_rules, recorded))
        writer = _BatchWriter(base, reader, watch, tally)
        state: RunState = "failed"
        try:
            _run(client, options, writer)
            state = "finished"
        except KeyboardInterrupt:
            state = "interrupted"
            raise
        finally:
            try:
                writer.flush()
                base.write(lambda session: end_run(session, reader.run_id, state, tally.counts))
            except BaseUnusableError:
                if state == "finished":
                    raise


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise MissingPartError("a cluster needs Dask: pip install 'extract[cluster]'") from error
    cluster = None
    if scheduler.startswith("local:"):
        cluster = LocalCluster(n_workers=int(scheduler[6:]), threads_per_worker=1, dashboard_address=None)
    try:
        client = Client(cluster or scheduler, timeout=10, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"the scheduler {scheduler} cannot be reached; is it running?") from error
    try:
        yield client
    finally:
        client.close(timeout=2)
        if cluster:
            cluster.close(timeout=5)


def _run(client: Any, options: ClusterOptions, writer: "_BatchWriter") -> None:
    from distributed import as_completed
    from distributed.comm import CommClosedError

    orders = _orders(options, writer)
    completed = as_completed(loop=client.loop)
    waiting: dict[Any, Order] = {}
    try:
        while True:
            for order in _next_orders(orders, _IN_FLIGHT * max(1, sum(client.nthreads().values())) - len(waiting)):
                future = client.submit(read_order, order, options.worker, pure=False, retries=1)
                waiting[future] = order
                completed.add(future)
            if not waiting:
                return
            future = next(completed)
            writer.take(waiting.pop(future), future)
    except (CommClosedError, CancelledError, OSError) as error:
        raise ClusterError(
            f"the scheduler {options.scheduler} is gone; what was read is kept, run the command again"
        ) from error


def _next_orders(orders: Iterator[Order], number: int) -> Iterator[Order]:
    for _ in range(number):
        order = next(orders, None)
        if order is None:
            return
        yield order


def _orders(options: ClusterOptions, writer: "_BatchWriter") -> Iterator[Order]:
    for location in options.locations:
        try:
            for url in find_urls([location]):
                known = writer.known_at(url)
                again = known is None or (options.refresh and is_outdated(known, writer.reader.fingerprint))
                yield Order(url, None if known is None or again else known.sha256)
        except UnreadableFileError as error:
            writer.skip(location, str(error))


@dataclass(slots=True)
class _BatchWriter:
    """Writes what the cluster gives back, many documents a transaction."""

    base: Base
    reader: Reader
    watch: Watch
    tally: Tally
    batch: list[tuple[str, Reply]] = field(default_factory=list)
    flushed_s: float = field(default_factory=time.monotonic)

    def known_at(self, url: str) -> Known | None:
        """The document that the base has from this URL."""
        with self.base.reading() as session:
            return find_known_at(session, place_of(url))

    def take(self, order: Order, future: Any) -> None:
        """Keep a result for the next transaction; a document that killed several Dask workers is named."""
        if future.status == "error":
            error = future.exception()
            if isinstance(error, ExtractError):
                raise ClusterError(str(error))
            self.skip(order.url, f"the cluster could not read it: {type(error).__name__}")
        elif (message := future.result()) is None:
            self._pass(order)
        else:
            self.batch.append((order.url, reply_from_bytes(message)))
        if len(self.batch) >= _BATCH_DOCUMENTS or time.monotonic() - self.flushed_s > _BATCH_S:
            self.flush()

    def skip(self, location: str, reason: str) -> None:
        """Count a location that could not be read."""
        self.watch(self.tally.count_skipped(place_of(location), reason))

    def flush(self) -> None:
        """Write the batch in one transaction, and count it."""
        batch, self.batch, self.flushed_s = self.batch, [], time.monotonic()
        read = [(place_of(url), reply.document) for url, reply in batch if reply.document]
        written = self.base.write(
            lambda session: [write_document(session, document, self.reader, place) for place, document in read]
        )
        for (_, document), done in zip(read, written, strict=True):
            self.watch(self.tally.count_document(document, done))
        for url, reply in batch:
            if reply.document is None:
                self.skip(url, reply.unreadable)

    def _pass(self, order: Order) -> None:
        known = self.known_at(order.url)
        if known is not None:
            done = FileDone(name_of(order.url), Written.KNOWN, known.outcome, known.reason)
            self.watch(self.tally.count_known(done, is_outdated=known.fingerprint != self.reader.fingerprint))
