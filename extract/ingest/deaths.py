"""How a worker ended, as the outcome of the document that it was reading."""

import signal
from dataclasses import dataclass

from extract.ingest.channel import Job
from extract.ingest.limits import Limits
from schema.source import ExtractedDocument


@dataclass(frozen=True, slots=True)
class Death:
    """The exit code (negative: the signal), the peak of memory in use, and whether its parent killed it for time."""

    exit_code: int
    peak_kb: int
    overstayed: bool

    @property
    def by_time(self) -> bool:
        """True where the time limit ended the worker."""
        return self.overstayed or self.exit_code == -signal.SIGXCPU

    def by_memory(self, limits: Limits) -> bool:
        """True where the memory limit did, as far as the peak tells.

        The PDF library aborts when it is refused memory. It asks for twice what it has, so that a refusal comes at a
        peak of half of the limit at the earliest.
        """
        return self.peak_kb > limits.memory_mb * 1024 // 2


def is_worth_another_try(death: Death, limits: Limits) -> bool:
    """True unless a limit of ours ended the worker: it may have been killed from outside."""
    return not death.by_time and not death.by_memory(limits)


def document_of_dead_worker(job: Job, death: Death, limits: Limits) -> ExtractedDocument:
    """The document whose reading killed its worker: timed out, out of memory, or damaged.

    >>> limits = Limits(timeout_s=60, memory_mb=1000)
    >>> document_of_dead_worker(Job("/a.pdf", "a.pdf", "00"), Death(-signal.SIGXCPU, 90_000, False), limits).outcome
    'timed out'
    >>> document_of_dead_worker(Job("/a.pdf", "a.pdf", "00"), Death(-signal.SIGABRT, 900_000, False), limits).outcome
    'out of memory'
    >>> document_of_dead_worker(Job("/a.pdf", "a.pdf", "00"), Death(-signal.SIGSEGV, 90_000, False), limits).reason
    'the PDF library crashed on it (SIGSEGV)'
    """
    if death.by_time:
        return ExtractedDocument(job.sha256, job.name, "timed out", limits.timeout_reason)
    if death.by_memory(limits) or death.exit_code == -signal.SIGKILL:  # so the kernel does when the machine runs out
        return ExtractedDocument(job.sha256, job.name, "out of memory", limits.memory_reason)
    if death.exit_code < 0:
        name = signal.Signals(-death.exit_code).name
        return ExtractedDocument(job.sha256, job.name, "damaged", f"the PDF library crashed on it ({name})")
    return ExtractedDocument(job.sha256, job.name, "damaged", f"its reader stopped (exit code {death.exit_code})")
