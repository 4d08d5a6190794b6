"""What one document may cost, and how a reader process is held to it by the kernel."""

import resource
from dataclasses import dataclass

DEFAULT_TIMEOUT_S = 120.0
"""Wall and CPU time for one document: a page takes about 0.05 s, a volume of 1,000 pages less than half of this."""

DEFAULT_MEMORY_MB = 2048
"""Address space of a reader process, of which 500 MB are the program and its libraries before the first page."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one document: seconds of wall and of CPU time, megabytes of address space."""

    timeout_s: float = DEFAULT_TIMEOUT_S
    memory_mb: int = DEFAULT_MEMORY_MB

    @property
    def timeout_reason(self) -> str:
        """What is said of a document that was stopped for its time."""
        return f"not done after {self.timeout_s:g} s; try --timeout"

    @property
    def memory_reason(self) -> str:
        """What is said of a document that was stopped for its memory."""
        return f"needs more than {self.memory_mb} MB; try --memory"


def confine(limits: Limits, may_write: bool) -> None:
    """Hold this process to the address space, without core dumps, and without writing files unless `may_write`."""
    memory_bytes = limits.memory_mb << 20
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not may_write:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def start_cpu_clock(limits: Limits) -> None:
    """Give this process the CPU time of one more document; past it the kernel sends SIGXCPU, which kills."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used_s = usage.ru_utime + usage.ru_stime
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used_s + limits.timeout_s) + 1, hard))
