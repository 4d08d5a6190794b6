"""How long reading takes, as ratios in one run: `python -m tests.benchmarks.reading [FILE.pdf …]`.

Everything is measured on the same open pages and compared with pdfium's plain text of them (`get_text_range`) and with
`pdfplumber.extract_text`. The best of several rounds counts: other programs only ever add time.
"""

import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2 as pdfium

from extract.pdf.chars import TextLayer
from extract.pdf.page import read_page
from extract.text.read import read_source

ROUNDS = 5
CORPUS = Path(__file__).parents[2] / "corpus"


def main(names: list[str]) -> None:
    """Print one line a measure: milliseconds a page, and the ratio to pdfium's plain text and to pdfplumber."""
    files = [Path(name) for name in names] or sorted(CORPUS.glob("*.pdf"))
    contents = [file.read_bytes() for file in files]
    pages = sum(len(pdfium.PdfDocument(data)) for data in contents)
    measures: list[tuple[str, Callable[[bytes], None]]] = [
        ("pdfium, plain text", lambda data: _each_page(data, _plain)),
        ("characters with boxes", lambda data: _each_page(data, _characters)),
        ("page: words, lines, drawings", lambda data: _each_page(data, lambda page: read_page(page, 1))),
        ("document: text with places", lambda data: read_source(data)),  # type: ignore[list-item]
        ("pdfplumber.extract_text", _pdfplumber),
    ]
    seconds = {name: sum(_best(measure, data) for data in contents) for name, measure in measures}
    plain, plumber = seconds["pdfium, plain text"], seconds["pdfplumber.extract_text"]
    print(f"{len(files)} files, {pages} pages{'':16} ms/page   × pdfium   of pdfplumber")
    for name, spent in seconds.items():
        print(f"{name:36}{1000 * spent / pages:10.2f}{spent / plain:11.1f}{spent / plumber:14.3f}")


def _best(measure: Callable[[bytes], None], data: bytes) -> float:
    best = float("inf")
    for _ in range(ROUNDS if measure is not _pdfplumber else 2):
        start = time.perf_counter()
        measure(data)
        best = min(best, time.perf_counter() - start)
    return best


def _each_page(data: bytes, read: Callable[[Any], object]) -> None:
    document = pdfium.PdfDocument(data)
    for index in range(len(document)):
        page = document[index]
        read(page)
        page.close()
    document.close()


def _plain(page: Any) -> None:
    textpage = page.get_textpage()
    textpage.get_text_range()
    textpage.close()


def _characters(page: Any) -> None:
    TextLayer(page).close()


def _pdfplumber(data: bytes) -> None:
    with pdfplumber.open(BytesIO(data)) as document:
        for page in document.pages:
            page.extract_text()
            page.close()


if __name__ == "__main__":
    main(sys.argv[1:])
