from pathlib import Path

import pytest

from tests.cli.run import run


def test_what_is_not_opened_counts_among_the_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "n.txt").write_text("rien")
    code = run("ingest", "--db", str(tmp_path / "a.db"), str(tmp_path / "absent.pdf"), str(tmp_path / "n.txt"))
    assert (code, capsys.readouterr().err.splitlines()) == (
        1,
        [
            f"[1/2] {tmp_path}/absent.pdf: not opened (no such file or folder)",
            "[2/2] n.txt: not a PDF (the file is no PDF (no %PDF- header in its first 1024 bytes): check what it is)",
        ],
    )
