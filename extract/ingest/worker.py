"""A worker process: takes one job after another from its channel, reads the document, sends it back."""

import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path

from extract.ingest.channel import Job, Reply, job_from_bytes, receive, reply_to_bytes, send
from extract.ingest.files import UnreadableFileError, read_file
from extract.ingest.limits import Limits, confine, start_cpu_clock
from extract.ingest.options import WorkerOptions
from schema.source import ExtractedDocument

Extractor = Callable[[bytes, str], ExtractedDocument]
"""Reads a document of given bytes and file name."""

DOCUMENTS_PER_WORKER = 200
"""After so many documents a worker makes way for a fresh one, so that nothing it holds on to can pile up."""


def serve(channel: socket.socket, extract: Extractor, options: WorkerOptions) -> None:
    """Read documents until the channel closes or enough were read."""
    _be_quiet()
    confine(options.limits, may_write=options.ocr)
    for _ in range(DOCUMENTS_PER_WORKER):
        message = receive(channel)
        if message is None:
            return
        start_cpu_clock(options.limits)
        reply = _read(job_from_bytes(message), extract, options.limits)
        send(channel, reply_to_bytes(reply))
        if reply.document and reply.document.outcome == "out of memory":
            return


def _be_quiet() -> None:
    """Leave Ctrl-C to the parent, and keep what C libraries print off the terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if not os.environ.get("EXTRACT_TRACEBACK"):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)


def _read(job: Job, extract: Extractor, limits: Limits) -> Reply:
    try:
        return Reply(extract(read_file(Path(job.path)), job.name))
    except MemoryError:
        return Reply(ExtractedDocument(job.sha256, job.name, "out of memory", limits.memory_reason))
    except UnreadableFileError as error:
        return Reply(None, str(error))
