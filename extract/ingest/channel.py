"""Messages between the processes: frames of a length and bytes over a socket, and what is in them.

The bytes are JSON, never pickle: a worker reads hostile files, and nothing that it sends may run here.
"""

import json
import socket
import struct
from dataclasses import asdict, dataclass

from pydantic import TypeAdapter

from schema.source import ExtractedDocument

_LENGTH = struct.Struct("!Q")
_CHUNK_BYTES = 1 << 18

MAX_MESSAGE_BYTES = 256 << 20
"""A document's text and rows are some hundred kilobytes, the largest tried 20 MB; more is no honest answer."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read: where it is, what to call it, and the SHA-256 of its bytes when it was found."""

    path: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker sends back: the document, or why the file could not be opened any more."""

    document: ExtractedDocument | None
    unreadable: str = ""


_REPLY = TypeAdapter(Reply)


def job_to_bytes(job: Job) -> bytes:
    """The job as ASCII JSON, which also carries paths that are no UTF-8."""
    return json.dumps(asdict(job)).encode("ascii")


def job_from_bytes(message: bytes) -> Job:
    """The job of that JSON."""
    return Job(**json.loads(message))


def reply_to_bytes(reply: Reply) -> bytes:
    """The reply as JSON, without cells that are as by default; raises ValueError where a text has lone surrogates."""
    return _REPLY.dump_json(reply, exclude_defaults=True)


def reply_from_bytes(message: bytes) -> Reply:
    """The reply of that JSON, validated anew; raises ValueError where it is none."""
    return _REPLY.validate_json(message)


def send(channel: socket.socket, message: bytes) -> None:
    """Send one whole message; raises OSError where the other side is gone."""
    channel.sendall(_LENGTH.pack(len(message)) + message)


def receive(channel: socket.socket) -> bytes | None:
    """Wait for one whole message; None where the other side closed."""
    inbox = Inbox()
    while (message := inbox.take()) is None:
        if not inbox.read(channel):
            return None
    return message


class Inbox:
    """Bytes as they arrive, given out as whole messages."""

    def __init__(self) -> None:
        """An empty inbox."""
        self._bytes = bytearray()

    def read(self, channel: socket.socket) -> bool:
        """Take in what has arrived on the channel, waiting for the first byte; False where the other side closed."""
        try:
            chunk = channel.recv(_CHUNK_BYTES)
        except OSError:
            return False
        self._bytes += chunk
        return bool(chunk)

    def take(self) -> bytes | None:
        """The next whole message, or None while it is not whole; raises ValueError for one that is too long."""
        if len(self._bytes) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack_from(self._bytes)
        if length > MAX_MESSAGE_BYTES:
            raise ValueError(f"a message of {length} bytes, more than {MAX_MESSAGE_BYTES}")
        end = _LENGTH.size + length
        if len(self._bytes) < end:
            return None
        message = bytes(self._bytes[_LENGTH.size : end])
        del self._bytes[:end]
        return message
