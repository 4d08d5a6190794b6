"""A pool of worker processes: jobs in, outcomes out in any order; a worker that dies or overstays is replaced."""

import os
import selectors
import socket
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from extract.ingest.channel import Inbox, Job, Reply, job_to_bytes, reply_from_bytes, send
from extract.ingest.deaths import Death, document_of_dead_worker, is_worth_another_try
from extract.ingest.nursery_link import Ended, NurseryLink
from extract.ingest.options import WorkerOptions
from extract.ingest.worker import DOCUMENTS_PER_WORKER

GRACE_S = 1.0
"""Wall time beyond the limit before the parent kills: the kernel's own CPU limit, which says more, comes first."""

_MAX_TRIES = 2
"""Tries of a document whose worker died by no limit of ours: a worker may be killed from outside, once."""


@dataclass(slots=True)
class _Worker:
    """A worker as its parent sees it: what it reads, since when, and what has arrived from it."""

    pid: int
    channel: socket.socket
    job: Job | None = None
    tries: int = 0
    started_s: float = 0.0
    done: int = 0
    overstayed: bool = False
    inbox: Inbox = field(default_factory=Inbox)


class WorkerPool:
    """Workers that read documents; use as a context manager, so that no process is left over."""

    def __init__(self, options: WorkerOptions, size: int, link: NurseryLink | None = None) -> None:
        """A pool of `size` workers, whose nursery starts to load at once, or has been started with these options."""
        self.options = options
        self.size = size
        self._selector = selectors.DefaultSelector()
        self._workers: dict[int, _Worker] = {}
        self._again: deque[tuple[Job, int]] = deque()
        self._link = link or NurseryLink(options)
        self._selector.register(self._link.control, selectors.EVENT_READ, None)

    def __enter__(self) -> Self:
        """The pool itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Kill all workers, whatever they do."""
        for worker in self._workers.values():
            worker.channel.close()
        self._selector.close()
        self._link.close()

    def read(self, jobs: Iterator[Job]) -> Iterator[tuple[Job, Reply]]:
        """Each job with its reply, as they are done; a new job is handed out before the last reply is given.

        No more jobs are taken from `jobs` than there are workers to do them.

        Raises:
            RuleError: the user's rules have an error.
        """
        finished: deque[tuple[Job, Reply]] = deque()
        while True:
            self._hand_out(jobs)
            if finished:
                yield finished.popleft()
                continue
            if not any(worker.job for worker in self._workers.values()):
                return
            finished.extend(self._wait())

    def _hand_out(self, jobs: Iterator[Job]) -> None:
        idle = [worker for worker in self._workers.values() if worker.job is None]
        while idle or len(self._workers) < self.size:
            job, tries = self._again.popleft() if self._again else (next(jobs, None), 0)
            if job is None:
                return
            self._give(idle.pop() if idle else self._hire(), job, tries)

    def _hire(self) -> _Worker:
        if not self._workers:
            self._link.wait_until_ready()
        pid, channel = self._link.fork()
        worker = _Worker(pid, channel)
        self._workers[pid] = worker
        self._selector.register(channel, selectors.EVENT_READ, worker)
        return worker

    def _give(self, worker: _Worker, job: Job, tries: int) -> None:
        worker.job, worker.tries, worker.started_s, worker.overstayed = job, tries + 1, time.monotonic(), False
        with suppress(OSError):  # it died before it began; its end is reported, and the job is tried again
            send(worker.channel, job_to_bytes(job))

    def _wait(self) -> list[tuple[Job, Reply]]:
        finished = []
        for key, _ in self._selector.select(self._next_deadline_s()):
            if key.data is None:
                self._link.hear()
            else:
                finished.append(self._hear(key.data))
        finished += [self._bury(ended) for ended in self._link.take_ended()]
        self._stop_overstaying()
        return [done for done in finished if done]

    def _next_deadline_s(self) -> float:
        limit_s = self.options.limits.timeout_s + GRACE_S
        started = [w.started_s for w in self._workers.values() if w.job and not w.overstayed]
        return max(0.0, min(started, default=time.monotonic()) + limit_s - time.monotonic())

    def _stop_overstaying(self) -> None:
        limit_s = self.options.limits.timeout_s + GRACE_S
        for worker in self._workers.values():
            if worker.job and not worker.overstayed and time.monotonic() - worker.started_s >= limit_s:
                worker.overstayed = True
                self._link.kill(worker.pid)

    def _hear(self, worker: _Worker) -> tuple[Job, Reply] | None:
        if not worker.inbox.read(worker.channel):
            self._selector.unregister(worker.channel)  # it closed; how it ended comes from the nursery
            return None
        return self._take_reply(worker)

    def _take_reply(self, worker: _Worker) -> tuple[Job, Reply] | None:
        try:
            message = worker.inbox.take()
            reply = None if message is None else reply_from_bytes(message)
        except ValueError:
            self._link.kill(worker.pid)
            return None
        if reply is None or worker.job is None:
            return None
        done = (worker.job, reply)
        worker.job = None
        worker.done += 1
        if worker.done >= DOCUMENTS_PER_WORKER or (reply.document and reply.document.outcome == "out of memory"):
            self._forget(worker)
        return done

    def _forget(self, worker: _Worker) -> None:
        if worker.channel in self._selector.get_map():
            self._selector.unregister(worker.channel)
        worker.channel.close()
        self._workers.pop(worker.pid, None)

    def _bury(self, ended: Ended) -> tuple[Job, Reply] | None:
        worker = self._workers.get(ended.pid)
        if worker is None:
            return None  # it was let go after its last document
        while worker.inbox.read(worker.channel):  # what it sent before it ended
            pass
        done = self._take_reply(worker)
        self._forget(worker)
        if done or worker.job is None:
            return done
        limits = self.options.limits
        death = Death(os.waitstatus_to_exitcode(ended.status), ended.peak_kb, worker.overstayed)
        if worker.tries < _MAX_TRIES and is_worth_another_try(death, limits):
            self._again.append((worker.job, worker.tries))
            return None
        return worker.job, Reply(document_of_dead_worker(worker.job, death, limits))
