"""`extract`: the entry point. Runs one command and turns errors into one line on stderr and an exit code."""

import os
import sys
from typing import Annotated, NoReturn

import typer

from extract import __version__
from extract.cli.registry import LazyGroup, command_app
from extract.cli.terminal import one_line
from schema.errors import ExitCode, ExtractError

app = command_app(cls=LazyGroup, no_args_is_help=True, add_completion=True)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"extract {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and stop.")
    ] = False,
) -> None:
    """Evidence tables from French dermatology PDFs, by rules and without a language model.

    \b
    Exit codes:
      0    done
      1    done, but some documents or checks failed
      2    wrong option, filter value or path
      3    the evidence base cannot be used
      4    an error in a rules file
      5    an optional part is not installed
      6    a file cannot be read or written
      70   a fault of the program
      130  stopped from the keyboard
    """


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    try:
        app(prog_name="extract")
    except ExtractError as error:
        _fail(str(error), error.exit_code)
    except OSError as error:
        _fail(f"{error.filename or 'standard output'}: {error.strerror or error}", ExitCode.FILE)
    except Exception as error:
        if os.environ.get("EXTRACT_TRACEBACK"):
            raise
        _fail(
            f"internal error, {type(error).__name__}: {error} (set EXTRACT_TRACEBACK=1 to see where)", ExitCode.INTERNAL
        )
    sys.exit(ExitCode.OK)


def _fail(message: str, exit_code: ExitCode) -> NoReturn:
    print(f"extract: {one_line(message)}", file=sys.stderr)
    sys.exit(exit_code)
