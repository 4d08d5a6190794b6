"""The nursery: one process that loads the libraries and rules once and forks workers from that, on request.

A forked worker starts in milliseconds and shares the loaded rules' memory, so that a dead or tired worker is replaced
at no cost. The nursery itself reads no document. When its parent goes away, however that ends, it takes its workers
with it.

Started by `NurseryLink` with the options as first argument and a socket as standard input. The parent sends `fork`
with one end of a socket pair, or `kill PID`; the nursery answers `ready` or `failed CODE MESSAGE`, then `forked PID`
and `ended PID STATUS PEAK_KB`.
"""

import gc
import json
import os
import select
import signal
import socket
import sys
from importlib import import_module
from typing import Any

from extract.ingest.limits import Limits
from extract.ingest.nursery_link import MAX_ANSWER_BYTES, MAX_ORDER_BYTES
from extract.ingest.options import WorkerOptions
from extract.ingest.worker import Extractor, serve
from schema.errors import ExitCode, ExtractError


def main() -> None:
    """Serve the parent at the socket on standard input until it closes."""
    options = _options(json.loads(sys.argv[1]))
    control = socket.socket(fileno=os.dup(0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    module, function = options.make_extractor.split(":")
    gc.disable()  # nearly all that loading makes stays, and looking through it takes a fifth of the time
    try:
        extract = getattr(import_module(module), function)(options)
    except Exception as error:
        exit_code = error.exit_code if isinstance(error, ExtractError) else ExitCode.INTERNAL
        control.send(f"failed {int(exit_code)} {error}".encode(errors="replace")[:MAX_ANSWER_BYTES])
        return
    gc.freeze()  # what is loaded stays shared between the workers
    gc.enable()
    Nursery(control, extract, options).run()


def _options(given: dict[str, Any]) -> WorkerOptions:
    return WorkerOptions(**{**given, "limits": Limits(**given["limits"])})


class Nursery:
    """Forks, kills and buries workers on its parent's orders."""

    def __init__(self, control: socket.socket, extract: Extractor, options: WorkerOptions) -> None:
        """A nursery without workers, obeying `control`."""
        self._control = control
        self._extract = extract
        self._options = options
        self._workers: set[int] = set()

    def run(self) -> None:
        """Obey until the parent closes the socket, then kill what is left."""
        wake_up, alarm = socket.socketpair()
        for end in (wake_up, alarm):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(alarm.fileno())
        self._inherited = (wake_up, alarm)
        try:
            self._control.send(b"ready")
            while self._obey_or_bury(wake_up):
                pass
        except OSError:
            pass  # the parent is gone
        finally:
            for pid in self._workers:
                os.kill(pid, signal.SIGKILL)

    def _obey_or_bury(self, wake_up: socket.socket) -> bool:
        ready, _, _ = select.select([self._control, wake_up], [], [])
        if wake_up in ready:
            wake_up.recv(4096)
            self._bury()
        if self._control not in ready:
            return True
        order, descriptors, _, _ = socket.recv_fds(self._control, MAX_ORDER_BYTES, 1)
        if order.startswith(b"kill "):
            self._kill(int(order.split()[1]))
        elif descriptors:
            channel = socket.socket(fileno=descriptors[0])
            channel.set_inheritable(False)
            self._fork(channel)
        return bool(order)

    def _kill(self, pid: int) -> None:
        if pid in self._workers:  # else it ended by itself meanwhile, and its number may be another's
            os.kill(pid, signal.SIGKILL)

    def _fork(self, channel: socket.socket) -> None:
        pid = os.fork()
        if pid:
            channel.close()
            self._workers.add(pid)
            self._control.send(f"forked {pid}".encode())
            return
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for inherited in (self._control, *self._inherited):
                inherited.close()
            serve(channel, self._extract, self._options)
            status = 0
        finally:
            os._exit(status)

    def _bury(self) -> None:
        for pid in list(self._workers):
            ended, status, usage = os.wait4(pid, os.WNOHANG)
            if ended:
                self._workers.discard(pid)
                self._control.send(f"ended {pid} {status} {usage.ru_maxrss}".encode())
