"""`extract explain`: entities with typed values, statements with their rules."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.cli.explain import app
from schema.errors import UsageError

runner = CliRunner()


def test_a_sentence() -> None:
    result = runner.invoke(app, ["Le baricitinib est un inhibiteur de JAK1."])
    lines = result.output.splitlines()
    assert lines[:6] == [
        "« Le baricitinib est un inhibiteur de JAK1. »",
        "  drug           baricitinib                      baricitinib, atc L04AF02, targets JAK1; JAK2, route orale",
        "  drug           inhibiteur de JAK1               inhibiteurs de JAK, targets JAK, is_class True",
        "  target         JAK1                             JAK1, family JAK",
        "",
        "1 statement",
    ]
    assert lines[6].startswith("  kind mechanism, drug baricitinib")
    assert lines[7].startswith("    by rule mechanism.")
    assert lines[8:] == ["    from « Le baricitinib est un inhibiteur de JAK1. »"]


def test_a_text_without_anything() -> None:
    assert runner.invoke(app, ["Il pleut sur la ville."]).output == "0 statements\n"


def test_stdin_and_an_escape_sequence() -> None:
    result = runner.invoke(app, ["-"], input="Le vitiligo \x1b[31m.")
    assert result.output.splitlines()[1] == "  disease        vitiligo                         vitiligo"
    assert "\x1b" not in result.output


def test_a_verb_of_the_users(tmp_path: Path) -> None:
    (tmp_path / "mechanism.yaml").write_text("verbs:\n  - musele\n", encoding="utf-8")
    sentence = "Le ritlécitinib musèle la kinase JAK3."
    assert "0 statements" in runner.invoke(app, [sentence]).output
    assert "rule mechanism.verb" in runner.invoke(app, [sentence, "--rules", str(tmp_path)]).output


def test_the_users_rules(tmp_path: Path) -> None:
    (tmp_path / "drugs.csv").write_text("inn,synonyms\nzorbatide,Zorbix\n", encoding="utf-8")
    result = runner.invoke(app, ["--rules", str(tmp_path), "Le Zorbix."])
    assert result.output.splitlines()[1] == "  drug           Zorbix                           zorbatide"


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "texte.txt"
    path.write_text("Le vitiligo.", encoding="utf-8")
    assert "vitiligo" in runner.invoke(app, ["--file", str(path)]).output


@pytest.mark.parametrize("arguments", [[], ["texte", "--file", "x.pdf"]])
def test_a_text_or_a_file(arguments: list[str]) -> None:
    assert isinstance(runner.invoke(app, arguments).exception, UsageError)


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(b"\xff\xfe\x00d")
    error = runner.invoke(app, ["--file", str(path)]).exception
    assert str(error) == f"{path}: neither a PDF nor text in UTF-8; convert it to one of the two"
