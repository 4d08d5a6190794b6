"""`extract evaluate` as a user types it: what is printed, what is kept, and the exit code."""

import json
from pathlib import Path

import pytest

from tests.cli.run import run
from tests.query.evidence import evidence, make_base, result


@pytest.fixture
def base(tmp_path: Path) -> str:
    return make_base(
        tmp_path,
        evidence("m1", kind="mechanism", drug="ruxolitinib", target="JAK1"),
        result("r1", "ruxolitinib", "F-VASI75", value=29.8, unit="%"),
    )


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    facts = [
        {"kind": "mechanism", "drug": "ruxolitinib", "target": "JAK1"},
        {"kind": "mechanism", "drug": "ruxolitinib", "target": "JAK2", "quote": "inhibe JAK1 et JAK2"},
        {"kind": "result", "arm": "ruxolitinib", "endpoint": ["F-VASI75"], "measure": "proportion", "value": 29.8},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"doc": "a.pdf", "facts": facts}) + "\n", encoding="utf-8")
    return path


def test_figures_of_the_base(base: str, gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("evaluate", "--db", base, "--gold", str(gold), "--errors") == 0
    assert capfd.readouterr().out.splitlines()[:10] == [
        "== a.pdf",
        "  missed mechanism   drug=ruxolitinib, target=JAK2 | inhibe JAK1 et JAK2",
        "",
        "1 document    precision  recall     F1   gold  found",
        "mechanism         1.000   0.500  0.667      2      1",
        "study             0.000   0.000  0.000      0      0",
        "value             1.000   1.000  1.000      1      1",
        "tuple             1.000   1.000  1.000      1      1",
        "strict            1.000   1.000  1.000      1      1",
        "slots of matched values: arm 1/1  endpoint 1/1",
    ]


def test_recording_keeps_the_history_and_sets_floors(base: str, gold: Path) -> None:
    assert run("evaluate", "--db", base, "--gold", str(gold), "--record") == 0
    assert (gold.parent / "scores.csv").read_text(encoding="utf-8").splitlines()[1].split(",", 2)[2] == (
        "1,0.667,0.000,1.000,1.000,1.000"
    )
    assert (gold.parent / "floors.csv").read_text(encoding="utf-8").splitlines()[1] == "mechanism,0.65"


def test_a_figure_below_its_floor_fails(base: str, gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (gold.parent / "floors.csv").write_text("figure,f1\nmechanism,0.90\n", encoding="utf-8")
    assert run("evaluate", "--db", base, "--gold", str(gold)) == 1
    assert capfd.readouterr().err == "extract: mechanism: F1 0.667 is below the floor 0.90\n"


def test_fresh_names_the_pdf_that_is_not_there(gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("evaluate", "--fresh", "--gold", str(gold)) == 2
    assert "a.pdf: not found; --fresh reads the PDFs that stand beside the gold file" in capfd.readouterr().err


def test_a_missing_gold_file_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("evaluate", "--gold", str(tmp_path / "none.jsonl")) == 2
    assert "none.jsonl: cannot be read as a gold file" in capfd.readouterr().err


def test_json_holds_the_same_figures(base: str, gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("evaluate", "--db", base, "--gold", str(gold), "--format", "json") == 0
    figures = json.loads(capfd.readouterr().out)["figures"]
    assert figures["mechanism"] == {"precision": 1.0, "recall": 0.5, "f1": 2 / 3, "gold": 2, "found": 1}


def test_rules_without_fresh_are_said_to_have_no_effect(
    base: str, gold: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run("evaluate", "--db", base, "--gold", str(gold), "--rules", str(gold.parent)) == 0
    assert capfd.readouterr().err == (
        "extract: --rules is for --fresh; the base holds what the rules of its ingest found\n"
    )
