"""Which commands there are, and how one is imported only when it runs."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

COMMANDS: Mapping[str, str] = {
    "ingest": "Read PDF files and folders, store the statements found.",
    "query": "Show the statements that match the filters.",
    "show": "Show one statement whole, its passage in context.",
    "export": "Write statements as csv, xlsx, html, metafor, fhir and others.",
    "plot": "Draw a forest plot or responder shares over time.",
    "counts": "Count documents and statements, as PRISMA asks for them.",
    "text": "Print a PDF's text in reading order, as extract sees it.",
    "explain": "Show what the rules find in a sentence or file, and why.",
    "rules": "List, look up and check the lexicons and cues.",
    "evaluate": "Score extracted statements against gold files.",
    "status": "Show how the reading of each document ended.",
    "diff": "Show what changed between two runs.",
    "remove": "Take a document and its statements out of the base.",
    "backup": "Copy the base to a file while it is in use.",
    "doctor": "Check the installation and the base.",
}
"""Each command's name, which is also its module in `extract.cli`, and its line in `extract --help`."""


class LazyGroup(TyperGroup):
    """A group whose commands are the modules named in COMMANDS; the help texts come from there."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in COMMANDS' order."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command with that name, its module imported now; None where there is none."""
        return load_command(cmd_name) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the command list without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def load_command(name: str) -> Any:
    """The click command (or group) of `extract.cli.NAME`, whose `app` is a `typer.Typer`."""
    command = typer.main.get_command(import_module(f"extract.cli.{name}").app)
    command.name = name
    return command


def command_app(**options: Any) -> typer.Typer:
    """A Typer app for a command's module: plain help that pipes well and starts without loading rich."""
    settings: dict[str, Any] = {
        "rich_markup_mode": None,
        "pretty_exceptions_enable": False,
        "add_completion": False,
        "context_settings": {"help_option_names": ["-h", "--help"]},
    }
    return typer.Typer(**settings | options)


def example(*lines: str) -> str:
    """An epilog that shows command lines as they are typed, one a line.

    >>> print(example("extract query --drug Opzelura"))
    \b
    Example:
      extract query --drug Opzelura
    """
    return "\b\n" + "\n  ".join(["Examples:" if len(lines) > 1 else "Example:", *lines])
