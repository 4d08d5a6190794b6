"""`extract rules`: check, list, show, on our rules and on a user's folder."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.cli.rules import app
from extract.rules import RuleError

runner = CliRunner()


@pytest.mark.slow
def test_our_own_examples_hold() -> None:
    result = runner.invoke(app, ["check"])
    assert (result.exit_code, result.output.startswith("the rules are valid, all ")) == (0, True)


def test_a_wrong_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "drugs.csv").write_text("inn,class\nzorbatinib,inhibiteurs de JAKK\n", encoding="utf-8")
    result = runner.invoke(app, ["check", str(tmp_path)])
    assert isinstance(result.exception, RuleError)
    assert str(result.exception).startswith("drugs.csv, line 2, column « class »: « inhibiteurs de JAKK » is not in")


@pytest.mark.slow
def test_a_failing_example_is_listed(tmp_path: Path) -> None:
    (tmp_path / "arm_references.yaml").write_text(
        "treated:\n  forms: [groupe verum]\n  examples: ['Il pleut.']\n  counterexamples: ['Le groupe verum.']\n",
        encoding="utf-8",
    )
    result = runner.invoke(app, ["check", str(tmp_path)])
    first, second, summary = result.output.splitlines()
    assert first == "arm_references.yaml, treated: not found in « Il pleut. »"
    assert second == "arm_references.yaml, treated: found where it should not be in « Le groupe verum. »"
    assert (summary[:5], summary[-13:], result.exit_code) == ("2 of ", "examples fail", 1)


@pytest.mark.parametrize(
    ("name", "first_line"),
    [
        ("opzelura", "drug: ruxolitinib"),
        ("JAKi", "drug class: inhibiteurs de JAK"),
        ("sous-unité p19", "target: IL-23"),
        ("maladie de Verneuil", "disease: hidradénite suppurée"),
        ("puva", "procedure: PUVA"),
        ("TRuE-V1", "trial: TRuE-V1"),
    ],
)
def test_a_name_is_looked_up(name: str, first_line: str) -> None:
    result = runner.invoke(app, ["show", name])
    assert (result.exit_code, result.output.splitlines()[0]) == (0, first_line)


def test_an_unknown_name_is_told() -> None:
    result = runner.invoke(app, ["show", "zorbatinib"])
    assert (result.exit_code, result.output) == (1, "no rules file has the name « zorbatinib »\n")


def test_entries_are_counted() -> None:
    result = runner.invoke(app, ["list"])
    assert [line.split(maxsplit=1)[1] for line in result.output.splitlines()][:3] == [
        "drugs (drugs.csv, medicines.csv)",
        "drug classes (drug_classes.csv)",
        "procedures (procedures.csv)",
    ]
