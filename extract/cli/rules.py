"""`extract rules`: check the lexicons and cues, list them, look up what a name stands for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from extract.cli.options import RulesOption
from extract.cli.registry import command_app, example
from extract.cli.terminal import one_line
from extract.rules import Rules, load_rules
from extract.rules.lookup import Named, entries_named
from schema.errors import ExitCode

app = command_app(no_args_is_help=True)

FolderArgument = Annotated[
    Path | None, typer.Argument(metavar="[DIR]", help="Folder of rules files to lay over ours; ours alone without it.")
]


@app.callback()
def rules() -> None:
    """List, look up and check the lexicons and cues."""


@app.command(epilog=example("extract rules check", "extract rules check mes-regles"))
def check(folder: FolderArgument = None) -> None:
    """Check the files, and run the examples and counterexamples that the rules have."""
    from extract.entities.self_check import run_examples  # spaCy: not needed to list or look up

    count, failed = run_examples(folder)
    for failure in failed:
        typer.echo(one_line(f"{failure.file}, {failure.entry}: {failure.problem} in « {failure.text} »"))
    if failed:
        typer.echo(f"{len(failed)} of {count} examples fail")
        raise typer.Exit(ExitCode.SOME_FAILED)
    typer.echo(f"the rules are valid, all {count} examples hold")


@app.command("list", epilog=example("extract rules list"))
def list_rules(rules_dir: RulesOption = None) -> None:
    """Count the entries of each file."""
    for name, count in _counts(load_rules(rules_dir)):
        typer.echo(f"{count:6}  {name}")


def _counts(all_rules: Rules) -> Iterator[tuple[str, int]]:
    yield "drugs (drugs.csv, medicines.csv)", len(all_rules.drugs)
    yield "drug classes (drug_classes.csv)", len(all_rules.drug_classes)
    yield "procedures (procedures.csv)", len(all_rules.procedures)
    yield "targets (targets.csv)", len(all_rules.targets)
    yield "diseases (diseases.csv)", len(all_rules.diseases)
    yield "scales (scales.csv)", len(all_rules.scales)
    yield "endpoints without a scale (endpoints.csv)", len(all_rules.endpoints)
    yield "trials (trials.csv)", len(all_rules.trials)
    yield "control arms (comparators.csv)", len(all_rules.comparators)
    yield "routes (routes.csv)", len(all_rules.routes)


@app.command(epilog=example("extract rules show Opzelura", "extract rules show HS"))
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A drug, brand, code, class, disease, scale, trial …")],
    rules_dir: RulesOption = None,
) -> None:
    """Show what a name stands for, and all that the rules know of it."""
    found = list(entries_named(load_rules(rules_dir), name))
    for named in found:
        typer.echo(f"{named.kind}: {named.name}")
        for line in _cells(named):
            typer.echo(f"  {line}")
    if not found:
        typer.echo(f"no rules file has the name « {one_line(name)} »")
        raise typer.Exit(ExitCode.SOME_FAILED)


def _cells(named: Named) -> Iterator[str]:
    width = max((len(column) for column, _ in named.cells), default=0)
    for column, value in named.cells:
        yield f"{column:<{width}}  {value}"
