"""The `extract` command: one file per command.

How to add a command: write `extract/cli/NAME.py` with

    from extract.cli.registry import command_app, example

    app = command_app()

    @app.command(epilog=example("extract NAME article.pdf"))
    def NAME(db: DbOption = DEFAULT_DB) -> None:
        "One line that says what it does."

and name it in `extract.cli.registry.COMMANDS`, whose line is what `extract --help` shows: a command's module is
imported only when that command runs, so a command may import spaCy or matplotlib at its top. Several subcommands:
several `@app.command()` functions and an `@app.callback()`. Shared options are in `extract.cli.options`.

Errors that a user can mend are `schema.errors.ExtractError`, raised with a whole message in any layer; `app.main`
prints them as one line on stderr and returns their exit code (`schema.errors.ExitCode`). A command that finished its
work with failures ends with `raise typer.Exit(ExitCode.SOME_FAILED)`. Text that came from a PDF is written to the
terminal through `schema.clean.for_terminal`.
"""
