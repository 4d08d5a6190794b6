"""How cost grows with the number of documents: `python -m tests.benchmarks.scaling 100 1000 [--workers 1 2]`.

The documents are made of the pages of our own PDFs: each pairs a first and a last page anew and carries a line with its
own number, so that no two have the same bytes and few the same text. `extract ingest` reads them as a user would;
processor time and peak of memory are those of its parent process, which writes the base: what grows with the base shows
there, also on a busy machine. They are read from /proc, so on Linux only.

The same number gives the same documents. Times of one run compare with each other only.
"""

import argparse
import ctypes
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw

ROOT = Path(__file__).parents[2]
SAMPLE_S = 0.2
MAX_PARENT_MB = 300
LINE = "Document no {} de la serie, {} pages."


@dataclass(frozen=True, slots=True)
class Usage:
    """Processor time of a process, and its peak of resident memory; 0 where the system does not tell."""

    cpu_s: float = 0.0
    peak_mb: float = 0.0


@dataclass(frozen=True, slots=True)
class Measured:
    """What one ingest took: wall time, and of the parent the last that was seen."""

    documents: int
    workers: int
    seconds: float
    parent: "Usage"

    def __str__(self) -> str:
        """One line of the table."""
        each, parent = (1000 * s / self.documents for s in (self.seconds, self.parent.cpu_s))
        counts = f"{self.documents:9} {self.workers:8}"
        return f"{counts} {self.seconds:9.1f} {each:12.1f} {parent:19.1f} {self.parent.peak_mb:15.0f}"


def make_documents(folder: Path, number: int) -> None:
    """Write so many PDFs of two pages into the folder, no two alike."""
    sources = [pypdfium2.PdfDocument(file) for file in sorted((ROOT / "corpus").glob("*.pdf"))]
    for index in range(number):
        first = sources[index % len(sources)]
        last = sources[index // len(sources) % len(sources)]
        made = pypdfium2.PdfDocument.new()
        made.import_pages(first, [0])
        made.import_pages(last, [len(last) - 1])
        _write_line(made, LINE.format(index, len(made)))
        made.save(folder / f"{index:06}.pdf")
        made.close()


def _write_line(document: pypdfium2.PdfDocument, text: str) -> None:
    """Put a line at the foot of the first page."""
    page = document[0]
    line = raw.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", 7.0)
    units = (text + "\0").encode("utf-16-le")
    raw.FPDFText_SetText(line, ctypes.cast(ctypes.create_string_buffer(units), raw.FPDF_WIDESTRING))
    raw.FPDFPageObj_Transform(line, 1, 0, 0, 1, 40, 12)
    raw.FPDFPage_InsertObject(page.raw, line)
    page.gen_content()
    page.close()


def measure(folder: Path, documents: int, workers: int) -> Measured:
    """Run one ingest of the folder into a new base."""
    with tempfile.TemporaryDirectory() as scratch:
        base = str(Path(scratch) / "evidence.db")
        command = [sys.executable, "-m", "extract", "ingest", str(folder), "--workers", str(workers), "--db", base]
        started = time.perf_counter()
        run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        usage = Usage()
        while run.poll() is None:
            usage = _usage(run.pid) or usage
            time.sleep(SAMPLE_S)
        if run.returncode:
            raise SystemExit(f"extract ingest ended with exit code {run.returncode}; run it by hand on {folder}")
        return Measured(documents, workers, time.perf_counter() - started, usage)


def _usage(pid: int) -> Usage | None:
    """What a process took so far, without its children; None for one that has ended or where /proc is missing."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        spent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    peaks_kb = [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")]
    ticks = int(spent[11]) + int(spent[12])  # utime and stime, proc(5)
    return Usage(ticks / os.sysconf("SC_CLK_TCK"), peaks_kb[0] / 1024) if peaks_kb else None


def main() -> None:
    """Print one line for each number of documents and of workers; end with exit code 1 above the memory limit."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scaling", description=__doc__)
    parser.add_argument("documents", type=int, nargs="+", help="numbers of documents, such as 100 1000 10000")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    asked = parser.parse_args()
    print("documents  workers   seconds  ms/document  parent CPU ms/doc.  parent peak MB", flush=True)
    peaks = []
    for number in asked.documents:
        with tempfile.TemporaryDirectory() as folder:
            make_documents(Path(folder), number)
            for workers in asked.workers:
                measured = measure(Path(folder), number, workers)
                print(measured, flush=True)
                peaks.append(measured.parent.peak_mb)
    if max(peaks) > MAX_PARENT_MB:
        raise SystemExit(f"the parent took more than {MAX_PARENT_MB} MB")


if __name__ == "__main__":
    main()
