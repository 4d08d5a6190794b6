"""`python -m extract.cli.reference`: write `REFERENCE.md`, the help of every command as one page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from extract.cli.app import app
from extract.cli.registry import COMMANDS, load_command

PAGE = Path(__file__).with_name("REFERENCE.md")
WIDTH = 100

_HEAD = """# Commands

Generated from the commands' own help by `python -m extract.cli.reference`; a test holds the two together.
Results go to standard output, all else to standard error; text from documents is written without control characters.
`NO_COLOR` turns bold headings off; a pipe or file gets plain, uncut lines.

"""


def reference() -> str:
    """The page: the program's help, then that of each command and subcommand."""
    parts = [_section("extract", get_command(app))]
    for name in COMMANDS:
        parts += _sections(f"extract {name}", load_command(name))
    return _HEAD + "\n".join(parts)


def _sections(path: str, command: Any) -> Iterator[str]:
    yield _section(path, command)
    for name, inner in getattr(command, "commands", {}).items():
        yield from _sections(f"{path} {name}", inner)


def _section(path: str, command: Any) -> str:
    context = command.context_class(command, info_name=path, terminal_width=WIDTH, help_option_names=["-h", "--help"])
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"## {path}\n\n```text\n{text}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
