"""A soak: many files, every fiftieth of them hostile, one ingest; the memory of parent and workers is watched."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.durability.scenes import content_of, finish, make_articles, start
from tests.hostile.kinds import HOSTILE

_PERIOD_S = 2.0
_MAX_PARENT_MB = 300
_HOSTILE_SHARE = 50


def soak(files: int) -> int:
    """Read so many files and print the memory on the way; 1 where the parent took too much or a document is missing."""
    with tempfile.TemporaryDirectory() as folder:
        articles = make_articles(Path(folder) / "articles", files)
        hostile = [file for file in HOSTILE if not file.is_slow]
        for each in range(files // _HOSTILE_SHARE):
            file = hostile[each % len(hostile)]
            (articles / f"article-{each * _HOSTILE_SHARE:04}-{file.name}").write_bytes(file.make() + b"%%%d" % each)
        base = Path(folder) / "evidence.db"
        started = time.monotonic()
        process = start("ingest", articles, "--db", base, "--timeout", "20", errors_to=Path(folder) / "errors")
        peaks = []
        while process.poll() is None:
            peaks.append(resident_mb(process.pid))
            children = sum(resident_mb(pid) for pid in _descendants(process.pid))
            print(f"{time.monotonic() - started:7.0f} s  parent {peaks[-1]:6.1f} MB  workers {children:7.1f} MB")
            time.sleep(_PERIOD_S)
        print(finish(process).output)
        documents = len(content_of(base))
        print(f"{documents} documents in {time.monotonic() - started:.0f} s, parent at most {max(peaks):.1f} MB")
        return int(max(peaks) > _MAX_PARENT_MB)


def resident_mb(pid: int) -> float:
    """Memory in use by a process; 0 where it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    lines = [line.split() for line in status.splitlines() if line.startswith("VmRSS")]
    return int(lines[0][1]) / 1024 if lines else 0.0


def _descendants(pid: int) -> Iterator[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in map(int, children):
        yield child
        yield from _descendants(child)
