"""`extract doctor`: check the installation and the base."""

import platform
import sqlite3

import typer

from extract import __version__
from extract.cli.options import DEFAULT_DB, DbOption, RulesOption
from extract.cli.registry import command_app, example
from extract.cli.terminal import one_line
from extract.ingest.fingerprint import LIBRARIES, fingerprint, library_version
from extract.rules import load_rules
from extract.store.base import open_base
from extract.store.doctor import examine
from schema.errors import ExitCode
from schema.migrations import HEAD

app = command_app()


@app.command(epilog=example("extract doctor", "extract doctor --db evidence.db --rules my-rules/"))
def doctor(db: DbOption = DEFAULT_DB, rules: RulesOption = None) -> None:
    """Check the installation, the rules and the base; returns 1 where something is wrong.

    Names the versions that rows depend on, and checks that the base's file is whole, that everything in it hangs
    together, and what is left over from runs that were ended by force.
    """
    typer.echo(f"extract {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    typer.echo(", ".join(f"{library} {library_version(library)}" for library in LIBRARIES))
    load_rules(rules)
    typer.echo(f"rules and program: {fingerprint(rules, ocr=False)}, schema {HEAD}")
    with open_base(db) as base:
        findings = examine(base)
        typer.echo(one_line(f"base {base.name}:"))
    for finding in findings:
        typer.echo(one_line(f"{'ok ' if finding.is_good else 'BAD'} {finding.subject}: {finding.detail}"))
    if not all(finding.is_good for finding in findings):
        raise typer.Exit(ExitCode.SOME_FAILED)
