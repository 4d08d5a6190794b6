"""Small PDFs typeset for tests: text at given places with ReportLab, in the order in which it is drawn."""

from collections.abc import Callable, Iterable
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)


def pdf(*draw: Callable[[Canvas], object], size: tuple[float, float] = A4, password: str | None = None) -> bytes:
    """A PDF with one page for each function that draws on it, encrypted where a password is given."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=True, encrypt=password)
    for page in draw:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(
    canvas: Canvas,
    x: float,
    top: float,
    texts: Iterable[str],
    size: float = 10,
    font: str = "Helvetica",
    pitch: float = 12,
) -> None:
    """Lines under each other, the first baseline `top` points from the page's top."""
    canvas.setFont(font, size)
    height = canvas._pagesize[1]
    for index, text in enumerate(texts):
        canvas.drawString(x, height - top - index * pitch, text)
