"""`extract export` and `extract show` as a user types them."""

import sys
from pathlib import Path

import pytest

from extract.export.formats import FORMATS
from tests.cli.run import run
from tests.query.evidence import make_base, result


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    rows = [
        result(
            "abc1", "ruxolitinib", "F-VASI75", passage="Avant.", timepoint_weeks=12, measure="proportion", value=20.0
        ),
        result("abd2", "ruxolitinib", "F-VASI75", passage="Une réponse chez 29,8 %.", page=2, value=29.8, unit="%"),
    ]
    return make_base(tmp_path_factory.mktemp("cli"), *rows)


def test_the_suffix_of_the_file_names_the_format(base: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.jsonl"
    assert run("export", "--db", base, "--out", str(out)) == 0
    assert capfd.readouterr() == ("", f"extract: {out}: 2 rows\n")
    assert len(out.read_text().splitlines()) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]


@pytest.mark.parametrize(
    ("words", "err", "code"),
    [
        (["--format", "docx"], "extract: --format: no « docx »; choose from csv, excel-fr, ", 2),
        (["--out", "/nowhere/a.csv"], "extract: /nowhere/a.csv: No such file or directory\n", 6),
    ],
)
def test_what_cannot_be_written_is_one_line(
    base: str, capfd: pytest.CaptureFixture[str], words: list[str], err: str, code: int
) -> None:
    assert run("export", "--db", base, *words) == code
    printed = capfd.readouterr().err
    assert printed.startswith(err)
    assert printed.count("\n") == 1


def test_show_prints_the_passage_in_its_context(base: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("show", "--db", base, "abd") == 0
    assert capfd.readouterr().out.splitlines() == [
        "abd2  a.pdf p. 2",
        "  kind       result",
        "  drug       ruxolitinib",
        "  endpoint   F-VASI75",
        "  value      29.8",
        "  unit       %",
        "  certainty  affirmed",
        "  review     unreviewed",
        "",
        "  … Avant. « Une réponse chez 29,8 %. »  …",
        "",
        "  rule result.test, confidence 1",
    ]


@pytest.mark.parametrize(
    ("asked", "err"),
    [
        ("ab", "extract: several statements start with « ab »: abc1, abd2, …\n"),
        ("zz", "extract: no statement « zz »; `extract query` shows the ids\n"),
        ("ab_1", "extract: no statement « ab_1 »; `extract query` shows the ids\n"),
    ],
)
def test_an_id_that_names_no_single_row(base: str, capfd: pytest.CaptureFixture[str], asked: str, err: str) -> None:
    assert run("show", "--db", base, asked) == 2
    assert capfd.readouterr().err == err


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_file_and_says_how_many(
    base: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    out = tmp_path / "out"
    assert run("export", "--db", base, "--format", name, "--out", str(out)) == 0
    assert capfd.readouterr().err.splitlines()[0].startswith(f"extract: {out}: ")
    assert out.stat().st_size > 0


@pytest.mark.parametrize(
    ("words", "library", "err"),
    [
        (["export", "--format", "xlsx"], "openpyxl", "format xlsx needs openpyxl: pip install 'extract[export]'"),
        (["plot", "timeline"], "matplotlib", "plots need matplotlib: pip install 'extract[plot]'"),
    ],
)
def test_a_library_that_is_not_installed_is_named(
    base: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    library: str,
    err: str,
) -> None:
    for name in list(sys.modules):
        if name.partition(".")[0] == library or name == "extract.export.workbook":
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    assert run(*words, "--db", base, "--out", str(tmp_path / "out.png")) == 5
    assert capfd.readouterr().err == f"extract: {err}\n"
