"""The commands that look after a base, run as a user runs them."""

from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner

from schema.errors import UsageError
from tests.store.articles import article, mechanism, new_base, reader, write


def run(name: str, *arguments: str | Path) -> tuple[int, str]:
    """The exit code and what was printed."""
    result = CliRunner().invoke(import_module(f"extract.cli.{name}").app, [str(argument) for argument in arguments])
    if isinstance(result.exception, UsageError):
        raise result.exception
    return result.exit_code, result.output


@pytest.fixture
def base(tmp_path: Path) -> Path:
    with new_base(tmp_path) as made:
        write(made, reader(made, "rules 1"), article(b"a", "a.pdf", mechanism("1", "JAK1")))
        write(made, reader(made, "rules 2"), article(b"a", "a.pdf", mechanism("1", "JAK2")))
    return tmp_path / "evidence.db"


def test_status(base: Path) -> None:
    code, output = run("status", "--db", base)
    assert (code, output.splitlines()[1].split()[:4], output.splitlines()[-1]) == (
        0,
        ["a.pdf", "ok", "1", "1"],
        "documents: 1 (1 ok)",
    )


def test_diff_of_the_last_run(base: Path) -> None:
    code, output = run("diff", "--db", base)
    assert (code, output.splitlines()) == (
        0,
        [
            "~ 1 baricitinib JAK2 (mechanism.inhibits) [target: JAK1 → JAK2]",
            "mechanism.inhibits: 1 changed",
            "differences: 1",
        ],
    )


def test_backup_and_remove(base: Path, tmp_path: Path) -> None:
    assert run("backup", tmp_path / "copy.db", "--db", base)[0] == 0
    assert run("remove", "a.pdf", "--db", base) == (0, "a.pdf: removed (statements: 1)\n")
    assert run("status", "--db", base)[1].splitlines()[-1] == "documents: 0"
    assert run("status", "--db", tmp_path / "copy.db")[1].splitlines()[-1] == "documents: 1 (1 ok)"
    with pytest.raises(UsageError, match="no document"):
        run("remove", "a.pdf", "--db", base)


def test_doctor(base: Path) -> None:
    code, output = run("doctor", "--db", base)
    assert (code, "BAD" in output) == (0, False)
