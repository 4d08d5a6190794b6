from hashlib import sha256

import pytest

from extract.ingest.document import extract_document
from tests.hostile.kinds import HOSTILE
from tests.ingest.pdfs import SENTENCES, pdf_of


def test_the_same_bytes_give_the_same_document() -> None:
    data = pdf_of(*SENTENCES)
    document = extract_document(data, "a.pdf")
    assert document == extract_document(data, "a.pdf")
    assert (document.sha256, document.name, len(document.pages)) == (sha256(data).hexdigest(), "a.pdf", 1)
    assert SENTENCES[0] in document.text


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        (b"", "not a PDF"),
        (b"PK\x03\x04", "not a PDF"),
        (b"%PDF-1.7\n", "damaged"),
        (pdf_of(*SENTENCES)[:400], "damaged"),
        (pdf_of(""), "no text"),
        (pdf_of("Le patient dort."), "no statement"),
    ],
)
def test_how_reading_ends(data: bytes, outcome: str) -> None:
    assert extract_document(data, "a.pdf").outcome == outcome


def test_a_false_page_count_gives_no_million_reports() -> None:
    (lie,) = (file for file in HOSTILE if file.name == "count-million.pdf")
    document = extract_document(lie.make(), "a.pdf")
    assert (document.reason, len(document.pages)) == ("unreadable: pages 2-1000000", 1001)
