"""Small PDFs for the tests of the ingest, made with ReportLab: the same text gives the same bytes."""

from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=8)

SENTENCES = (
    "Le baricitinib est un inhibiteur de JAK1 et de JAK2.",
    "À la semaine 36, un SALT20 était atteint chez 38,8 % des patients sous baricitinib contre 6,2 % sous placebo "
    "(p < 0,001).",
)


def pdf_of(*paragraphs: str) -> bytes:
    """A PDF with these paragraphs in one column."""
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build([Paragraph(text, _BODY) for text in paragraphs])
    return out.getvalue()


def write_pdf(file: Path, *paragraphs: str) -> Path:
    """The file, written."""
    file.write_bytes(pdf_of(*paragraphs))
    return file
