"""`extract text`: what the tool reads on a page, as text or as pictures of the layout it understood."""

from pathlib import Path
from typing import Annotated

import typer

from extract.cli.registry import command_app, example
from extract.pdf.document import opened
from extract.pdf.drawing import draw_layout
from extract.pdf.errors import PdfError
from extract.pdf.layout import PageLayout
from extract.text.assemble import assemble
from extract.text.model import SourceText
from extract.text.read import read_layouts
from schema.clean import for_terminal
from schema.errors import ExitCode, UsageError
from schema.source import PageReport

app = command_app()


@app.command(epilog=example("extract text article.pdf --pages"))
def text(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The PDF to read.")],
    pages: Annotated[bool, typer.Option("--pages", help="Mark where each page begins.")] = False,
    layout: Annotated[
        Path | None,
        typer.Option("--layout", metavar="DIR", help="Write a PNG a page with blocks framed and numbered, too."),
    ] = None,
    ocr: Annotated[bool, typer.Option("--ocr", help="Recognise pages without usable text (needs Tesseract).")] = False,
) -> None:
    """Print a PDF's text in reading order, as extract sees it."""
    if not file.is_file():
        raise UsageError(f"{file}: no such file")
    data = file.read_bytes()
    try:
        laid = read_layouts(data, ocr)
    except PdfError as error:
        raise type(error)(f"{file}: {error}") from error
    source = assemble(laid.layouts, laid.metadata)
    typer.echo(for_terminal(with_page_marks(source) if pages else source.text))
    if layout is not None:
        _draw(data, laid.layouts, layout)
    for report in laid.reports:
        _tell(report)
    if any(report.outcome != "ok" for report in laid.reports):
        raise typer.Exit(ExitCode.SOME_FAILED)


def with_page_marks(source: SourceText) -> str:
    """The text with « [page 2] » before the first character of each page, also inside a sentence that runs over."""
    marked, at, current = [], 0, 0
    for start, place in zip(source.run_starts, source.run_places, strict=True):
        if place.page > current:
            marked.append(source.text[at:start])
            marked.append(f"[page {place.page}] ")
            at, current = start, place.page
    return "".join([*marked, source.text[at:]])


def _draw(data: bytes, layouts: list[PageLayout], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with opened(data, for_pictures=True) as document:
        for number in sorted({layout.number for layout in layouts}):
            handle = document[number - 1]
            picture = draw_layout(handle, [layout for layout in layouts if layout.number == number])
            handle.close()
            picture.save(folder / f"page-{number:03d}.png")


def _tell(report: PageReport) -> None:
    if report.outcome != "ok":
        typer.echo(f"page {report.page}: {report.outcome} ({report.reason})", err=True)
