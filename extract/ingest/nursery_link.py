"""The parent's end of the nursery: starts it, orders workers, and hears how they ended."""

import json
import os
import socket
import subprocess
import sys
from collections import deque
from dataclasses import asdict, dataclass
from types import TracebackType
from typing import Self

from extract.ingest.options import WorkerOptions
from schema.errors import ExitCode, ExtractError

_CALM = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "PYDANTIC_DISABLE_PLUGINS": "__all__",
}
"""No threads in numeric libraries: they make forking unsafe, and each takes address space from the limit. No plugins in
Pydantic, which would look through all that is installed for some."""
MAX_ORDER_BYTES = 64
MAX_ANSWER_BYTES = 4096
"""The longest message to the nursery and from it."""

_PARTING_S = 2.0
"""A nursery that listens ends in milliseconds."""


class NurseryError(ExtractError):
    """The workers cannot be started: an error in the user's rules, or a fault of the program."""

    def __init__(self, message: str, exit_code: ExitCode = ExitCode.INTERNAL) -> None:
        """The message and what the command returns."""
        super().__init__(message)
        self.exit_code = exit_code  # type: ignore[misc]


@dataclass(frozen=True, slots=True)
class Ended:
    """A worker that ended: its wait status and its peak of memory in use."""

    pid: int
    status: int
    peak_kb: int


class NurseryLink:
    """A running nursery; `control` is readable when a worker ended. Use as a context manager, or call `close`."""

    def __init__(self, options: WorkerOptions) -> None:
        """Start the nursery; it loads in the background."""
        self.options = options
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._ended: deque[Ended] = deque()
        self._is_ready = False
        # The same modules as here, and none from the current folder that happens to be called the same.
        program = f"import sys; sys.path[:] = {sys.path!r}; from extract.ingest.nursery import main; main()"
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", program, json.dumps(asdict(options))],
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            env={**os.environ, **_CALM},
        )
        theirs.close()

    def __enter__(self) -> Self:
        """The link itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the nursery."""
        self.close()

    def wait_until_ready(self) -> None:
        """Wait until the nursery has loaded; raises NurseryError with its own words where it failed."""
        if not self._is_ready:
            answer = self._answer()
            if answer != ["ready"]:
                raise NurseryError(" ".join(answer[2:]), ExitCode(int(answer[1])))
            self._is_ready = True

    def fork(self) -> tuple[int, socket.socket]:
        """A new worker's process id and the channel to it."""
        ours, theirs = socket.socketpair()
        socket.send_fds(self.control, [b"fork"], [theirs.fileno()])
        theirs.close()
        while (answer := self._answer())[0] != "forked":
            self._note(answer)
        return int(answer[1]), ours

    def kill(self, pid: int) -> None:
        """Kill a worker, unless it has ended; `ended` tells when it has."""
        self.control.send(f"kill {pid}".encode())

    def hear(self) -> None:
        """Take in one report that a worker ended; waits for one."""
        self._note(self._answer())

    def take_ended(self) -> list[Ended]:
        """The workers that are known to have ended since the last call."""
        ended = list(self._ended)
        self._ended.clear()
        return ended

    def close(self) -> None:
        """End the nursery, which kills all its workers; again does nothing."""
        self.control.close()
        if not self._is_ready:
            self._process.kill()  # it has no worker yet, and does not listen before it has loaded
        try:
            self._process.wait(_PARTING_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _note(self, answer: list[str]) -> None:
        self._ended.append(Ended(*(int(number) for number in answer[1:4])))

    def _answer(self) -> list[str]:
        words = self.control.recv(MAX_ANSWER_BYTES).decode().split()
        if not words:
            raise NurseryError("the process that starts the workers has ended; run the command again")
        return words
