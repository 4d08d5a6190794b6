"""Stand-ins for the reading of PDFs, made to behave or misbehave as a file's first word says."""

import os
import signal
import time
from hashlib import sha256
from pathlib import Path

from extract.ingest.options import WorkerOptions
from extract.ingest.worker import Extractor
from schema.errors import UsageError
from schema.source import ExtractedDocument


def make_obedient(options: WorkerOptions) -> Extractor:
    """An extractor that does what the file's first word says, and else reads it as text."""
    return obey


def make_failing(options: WorkerOptions) -> Extractor:
    """Rules with an error."""
    raise UsageError("drugs.csv, line 3: no such column")


def obey(data: bytes, name: str) -> ExtractedDocument:
    """A document whose text is the file's, or what the first word orders."""
    order, _, rest = data.decode().partition(" ")
    if order == "hang":
        time.sleep(600)
    if order == "spin":
        while True:
            pass
    if order == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if order == "crash_once" and not Path(rest).exists():
        Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "grow":
        return obey(b"x" * (4 << 30), name)
    if order == "abort_full":
        _ = b"x" * (700 << 20)
        os.abort()
    if order == "leave":
        os._exit(3)
    if order == "write":
        Path(rest).write_text("x" * 10)
    if order == "surrogate":
        return ExtractedDocument(sha256(data).hexdigest(), name, "no statement", text="\ud800")
    return ExtractedDocument(sha256(data).hexdigest(), name, "no statement", text=data.decode())
