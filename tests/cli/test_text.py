"""`extract text`: the text on stdout, what was not read on stderr, pictures on demand."""

from pathlib import Path

import pytest

from extract.cli.text import with_page_marks
from extract.text.read import read_source
from schema.errors import ExitCode
from tests.cli.run import run
from tests.pdf.typeset import lines, pdf

FIRST = ["Le traitement a été arrêté chez douze"]
SECOND = ["patients sur trente. Aucun décès."]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.pdf"
    path.write_bytes(pdf(lambda c: lines(c, 90, 100, FIRST), lambda c: lines(c, 90, 100, SECOND), lambda c: None))
    return path


def test_text_goes_to_stdout_and_unread_pages_to_stderr(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("text", str(article)) == ExitCode.SOME_FAILED
    out, err = capsys.readouterr()
    assert out == "Le traitement a été arrêté chez douze patients sur trente. Aucun décès.\n"
    assert err == "page 3: no text (no text layer; a scanned page can be read with --ocr)\n"


def test_pages_are_marked_inside_a_sentence(article: Path) -> None:
    source = read_source(article.read_bytes()).source
    assert with_page_marks(source) == (
        "[page 1] Le traitement a été arrêté chez douze [page 2] patients sur trente. Aucun décès."
    )


def test_layout_writes_a_picture_a_page(article: Path, tmp_path: Path) -> None:
    run("text", str(article), "--layout", str(tmp_path / "seen"))
    names = sorted(path.name for path in (tmp_path / "seen").iterdir())
    assert names == ["page-001.png", "page-002.png", "page-003.png"]


def test_what_is_no_pdf_gives_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notes.pdf"
    path.write_text("pas un PDF")
    assert run("text", str(path)) == ExitCode.FILE
    assert capsys.readouterr().err.count("\n") == 1
