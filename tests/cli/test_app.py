"""The entry point: help without heavy imports, errors as one line and an exit code."""

import subprocess
import sys

import pytest

from extract.cli import app, registry
from schema.errors import BaseUnusableError, ExitCode, UsageError


def run_main(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    """The exit code of `main` when the command raises `error`."""

    def raise_it(**_: object) -> None:
        raise error

    monkeypatch.setattr(app, "app", raise_it)
    with pytest.raises(SystemExit) as left:
        app.main()
    return int(left.value.code or 0)


@pytest.mark.parametrize(
    ("error", "line", "code"),
    [
        (UsageError("no phase « 5 »"), "extract: no phase « 5 »", ExitCode.USAGE),
        (BaseUnusableError("a.db:\n not a base\x1b[2J"), "extract: a.db: not a base[2J", ExitCode.BASE),
        (PermissionError(13, "Permission denied", "/a/b.csv"), "extract: /a/b.csv: Permission denied", ExitCode.FILE),
        (
            KeyError("x"),
            "extract: internal error, KeyError: 'x' (set EXTRACT_TRACEBACK=1 to see where)",
            ExitCode.INTERNAL,
        ),
    ],
)
def test_an_error_is_one_line_and_a_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, line: str, code: int
) -> None:
    assert run_main(monkeypatch, error) == code
    assert capsys.readouterr() == ("", line + "\n")


def test_help_imports_no_command_and_no_heavy_library() -> None:
    script = (
        "import sys; from extract.cli.app import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('sqlalchemy', 'pydantic', 'spacy', 'rich', 'pypdfium2') if m in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert printed.splitlines()[-1] == "[]"
    assert [name for name in registry.COMMANDS if f"  {name} " not in printed] == []
