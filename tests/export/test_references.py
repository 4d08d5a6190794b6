"""ris read back by rispy, bibtex as lines."""

import io

import rispy

from extract.export.references import write_bibtex, write_ris
from extract.export.result import Written
from extract.query.record import DocumentRecord

ARTICLE = DocumentRecord(
    sha256="ab" * 32,
    name="peau_2.pdf",
    outcome="ok",
    title="Crème au ruxolitinib & vitiligo",
    authors=("Martin, Anne", "Dupont, Bé"),
    journal="Annales de dermatologie",
    year=2023,
    doi="10.1000/x_1",
    rows=7,
)
UNKNOWN = DocumentRecord(sha256="cd" * 32, name="scan.pdf", outcome="ok", rows=1)


def test_ris_records_are_read_by_rispy() -> None:
    out = io.BytesIO()
    assert write_ris([ARTICLE, UNKNOWN], out) == Written(2)
    article, unknown = rispy.loads(out.getvalue().decode())
    assert article == {
        "type_of_reference": "JOUR",
        "authors": ["Martin, Anne", "Dupont, Bé"],
        "title": "Crème au ruxolitinib & vitiligo",
        "journal_name": "Annales de dermatologie",
        "year": "2023",
        "doi": "10.1000/x_1",
        "file_attachments1": "peau_2.pdf",
        "notes": [f"7 statements; SHA-256 {'ab' * 32}"],
    }
    assert unknown["title"] == "scan.pdf"


def test_bibtex_escapes_what_latex_would_obey_and_leaves_out_what_is_unknown() -> None:
    out = io.BytesIO()
    assert write_bibtex([ARTICLE, UNKNOWN], out) == Written(2)
    assert out.getvalue().decode().splitlines() == [
        "@article{abababababab,",
        "  author = {Martin, Anne and Dupont, Bé},",
        r"  title = {{Crème au ruxolitinib \& vitiligo}},",
        "  journal = {Annales de dermatologie},",
        "  year = {2023},",
        "  doi = {10.1000/x_1},",
        r"  file = {peau\_2.pdf},",
        "}",
        "",
        "@article{cdcdcdcdcdcd,",
        "  title = {{scan.pdf}},",
        "  file = {scan.pdf},",
        "}",
        "",
    ]
