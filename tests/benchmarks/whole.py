"""What the whole line costs, stage by stage: `python -m tests.benchmarks.whole`.

    python -m tests.benchmarks.whole              cost per page, against pdfium's and pdfplumber's plain text
    python -m tests.benchmarks.whole --workers 2  documents per second with one and with two workers
    python -m tests.benchmarks.whole --documents 100 1000 10000   how the cost grows
    python -m tests.benchmarks.whole --start      how long commands take to start

Figures of one run compare with each other only: they depend on the machine and on what else it does.
"""

import argparse
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pdfplumber
import pypdfium2

from extract.entities.pipeline import load
from extract.ingest.document import extract_document
from extract.ingest.options import WorkerOptions
from extract.ingest.run import IngestOptions, ingest
from extract.ingest.tally import Tally
from extract.pdf.document import opened
from extract.pdf.layout import lay_out
from extract.pdf.page import read_page
from extract.store.base import Base, open_base
from extract.store.runs import begin_run
from extract.store.write import Reader, write_document
from extract.text.assemble import assemble
from extract.text.captions import caption_of
from extract.tuples import find_statements

ROOT = Path(__file__).parent.parent.parent
REPEATS = 7


@dataclass(slots=True)
class Costs:
    """Seconds for all pages by stage, one for each repeat."""

    seconds: dict[str, list[float]] = field(default_factory=dict)

    @contextmanager
    def clock(self, stage: str) -> Iterator[None]:
        """Add what the block takes to the stage's last repeat."""
        started = time.perf_counter()
        yield
        self.seconds[stage][-1] += time.perf_counter() - started

    def next_repeat(self, stages: tuple[str, ...]) -> None:
        """Begin to count anew."""
        for stage in stages:
            self.seconds.setdefault(stage, []).append(0.0)

    def ms_a_page(self, stage: str, pages: int) -> float:
        """The least of the repeats: whatever else the machine does only adds."""
        return min(self.seconds[stage]) * 1000 / pages


PLAIN = ("pdfium get_text_range", "pdfplumber extract_text")
STAGES = ("reading", "layout", "tokens", "entities", "tuples", "store")


def corpus() -> dict[str, bytes]:
    """Our own PDFs by name."""
    return {file.name: file.read_bytes() for file in sorted((ROOT / "corpus").glob("*.pdf"))}


def cost_per_page(files: dict[str, bytes]) -> None:
    """Print milliseconds per page of each stage, warm, in one process, and the ratios to plain text."""
    pages = sum(len(pypdfium2.PdfDocument(data)) for data in files.values())
    costs = Costs()
    with tempfile.TemporaryDirectory() as folder, open_base(Path(folder) / "evidence.db", create=True) as base:
        reader = base.write(lambda session: begin_run(session, "benchmark", "benchmark", {}))
        for data in files.values():
            extract_document(data, "warm-up.pdf")
        for repeat in range(REPEATS):
            costs.next_repeat((*PLAIN, *STAGES))
            for name, data in files.items():
                with costs.clock(PLAIN[0]):
                    _plain_pdfium(data)
                _run_stages(costs, data + b"%%%d" % repeat, name, base, reader)
                if repeat < 3:  # it is slow, and steady
                    with costs.clock(PLAIN[1]):
                        _plain_pdfplumber(data)
    costs.seconds[PLAIN[1]] = costs.seconds[PLAIN[1]][:3]
    whole = sum(costs.ms_a_page(stage, pages) for stage in STAGES)
    print(f"{len(files)} documents, {pages} pages, least of {REPEATS} repeats, ms a page:")
    for stage in (*PLAIN, *STAGES):
        print(f"  {stage:26} {costs.ms_a_page(stage, pages):8.2f}")
    print(f"  {'whole':26} {whole:8.2f}")
    for plain in PLAIN:
        print(f"whole / {plain}: {whole / costs.ms_a_page(plain, pages):.2f}")


def _plain_pdfium(data: bytes) -> None:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text_page = page.get_textpage()
        text_page.get_text_range()
        text_page.close()
        page.close()
    document.close()


def _plain_pdfplumber(data: bytes) -> None:
    with pdfplumber.open(BytesIO(data)) as document:
        for page in document.pages:
            page.extract_text()
            page.close()


def _run_stages(costs: Costs, data: bytes, name: str, base: Base, reader: Reader) -> None:
    """The line of `extract_document` and the store, with a clock at every station."""
    with costs.clock("reading"), opened(data) as document:
        read = []
        for number in range(len(document)):
            handle = document[number]
            read.append(read_page(handle, number + 1))
            handle.close()
    with costs.clock("layout"):
        source = assemble(lay_out(read, caption_of))
    nlp = load()
    with costs.clock("tokens"):
        doc = nlp.make_doc(source.text)
    with costs.clock("entities"):
        doc = nlp(doc)
    with costs.clock("tuples"):
        find_statements(doc, source, "0" * 64, name)
    extracted = extract_document(data, name)
    with costs.clock("store"):
        base.write(lambda session: write_document(session, extracted, reader, f"/{extracted.sha256}/{name}"))


def make_many(folder: Path, files: dict[str, bytes], number: int) -> Path:
    """So many documents: our PDFs again and again, each with other bytes at its end."""
    folder.mkdir()
    kinds = list(files.items())
    for each in range(number):
        name, data = kinds[each % len(kinds)]
        (folder / f"{each:06}-{name}").write_bytes(data + b"\n%%%d" % each)
    return folder


def throughput(files: dict[str, bytes], number: int, workers: int) -> float:
    """Seconds for an ingest of so many documents, after the workers have started."""
    with tempfile.TemporaryDirectory() as folder:
        articles = make_many(Path(folder) / "articles", files, number)
        with open_base(Path(folder) / "evidence.db", create=True) as base:
            first: list[float] = []

            def watch(_: object) -> None:
                if not first:
                    first.append(time.perf_counter())

            ingest(base, IngestOptions((articles,), WorkerOptions(), workers), watch, Tally())
            return time.perf_counter() - first[0]


def compare_workers(files: dict[str, bytes], most: int) -> None:
    """Print documents per second with one, two and more workers."""
    number = 40 * len(files)
    single = throughput(files, number, 1)
    print(f"1 worker: {number / single:.1f} documents/s")
    for workers in range(2, most + 1):
        seconds = throughput(files, number, workers)
        print(f"{workers} workers: {number / seconds:.1f} documents/s, {single / seconds:.2f} times one")


def growth(files: dict[str, bytes], numbers: list[int], workers: int) -> None:
    """Print the cost of one document in ingests of growing size."""
    for number in numbers:
        seconds = throughput(files, number, workers)
        print(f"{number:6} documents: {seconds:8.1f} s, {seconds * 1000 / number:6.1f} ms a document")


def start_up() -> None:
    """Print the wall time of commands and of a first document's commit, median of five, the file cache warm."""
    with tempfile.TemporaryDirectory() as folder:
        base = str(Path(folder) / "evidence.db")
        pdf = str(next((ROOT / "corpus").glob("*.pdf")))
        _timed(["ingest", pdf, "--db", base])
        for arguments in (["--help"], ["query", "--drug", "ruxolitinib", "--db", base], ["status", "--db", base]):
            print(
                f"extract {' '.join(arguments[:1]):10} {statistics.median(_timed(arguments) for _ in range(5)):.2f} s"
            )
        ingests = [_timed_ingest(pdf, f"{base}-{n}") for n in range(5)]
        print(f"extract ingest, first document committed: {statistics.median(first for first, _ in ingests):.2f} s")
        print(f"extract ingest, one document and out: {statistics.median(out for _, out in ingests):.2f} s")


def _timed(arguments: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run([*_program(), *arguments], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - started


def _timed_ingest(pdf: str, base: str) -> tuple[float, float]:
    """Seconds until a document is committed, as another process sees it, and until the command is done."""
    silent = subprocess.DEVNULL
    started = time.perf_counter()
    with subprocess.Popen(
        [*_program(), "ingest", pdf, "--db", base], cwd=ROOT, stdout=silent, stderr=silent
    ) as process:
        while process.poll() is None and not _has_document(base):
            time.sleep(0.01)
        first = time.perf_counter() - started
        process.wait()
        return first, time.perf_counter() - started


def _has_document(base: str) -> bool:
    try:
        with closing(sqlite3.connect(f"{Path(base).as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT 1 FROM document").fetchone() is not None
    except sqlite3.Error:  # there is no base yet, or it has no tables
        return False


def _program() -> list[str]:
    program = shutil.which("extract")
    return [program] if program else [sys.executable, "-m", "extract"]


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.whole", description=__doc__)
    parser.add_argument("--workers", type=int, default=0, help="compare one to N workers")
    parser.add_argument("--documents", type=int, nargs="+", help="ingests of these sizes")
    parser.add_argument("--start", action="store_true", help="how long commands take to start")
    asked = parser.parse_args()
    files = corpus()
    if asked.start:
        start_up()
    elif asked.documents:
        growth(files, asked.documents, asked.workers or 2)
    elif asked.workers:
        compare_workers(files, asked.workers)
    else:
        cost_per_page(files)


if __name__ == "__main__":
    main()
