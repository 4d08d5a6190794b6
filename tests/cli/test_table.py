"""Bold headings on a terminal that wants them, and nowhere else."""

import sys

import pytest

from extract.cli.table import bold


@pytest.mark.parametrize(
    ("is_terminal", "environment", "line"),
    [
        (True, {}, "\x1b[1mdrug\x1b[0m"),
        (True, {"NO_COLOR": "1"}, "drug"),
        (True, {"TERM": "dumb"}, "drug"),
        (False, {}, "drug"),
    ],
)
def test_headings_are_bold_on_a_terminal_that_wants_colour(
    monkeypatch: pytest.MonkeyPatch, is_terminal: bool, environment: dict[str, str], line: str
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    assert bold("drug") == line
