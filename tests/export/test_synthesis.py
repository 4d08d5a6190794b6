"""summary-of-findings, metafor, netmeta and revman, read back by pandas and, where R is installed, by metafor."""

import io
import math
import shutil
import subprocess
import zipfile
from pathlib import Path

import pandas
import pytest

from extract.export.findings import write_findings
from extract.export.metafor import write_metafor
from extract.export.netmeta import write_netmeta
from extract.export.result import Written
from extract.export.revman import write_revman
from tests.export.records import record, responders

SOLO = {
    "drug": "dupilumab",
    "dose": "300 mg",
    "endpoint": "IGA0/1",
    "timepoint_weeks": 16.0,
    "comparator": "placebo",
    "effect": None,
}
ROWS = [
    responders("r1", value=38.0, arm_n=224, comparator_value=10.3, comparator_n=224, trial="SOLO 1", **SOLO),
    responders("r2", events=84, arm_n=233, comparator_events=20, comparator_n=236, trial="SOLO 2", **SOLO),
    responders("r3"),
    record("s1", kind="study", drug="dupilumab"),
]
LEFT_OUT = {"no stated result of a drug on an endpoint": 1}


def test_findings_show_how_many_documents_agree_and_who_does_not() -> None:
    quoted = [("a.pdf", 29.8), ("b.pdf", 30.0), ("c.pdf", 29.6)]
    rows = [responders(document=document, value=value) for document, value in quoted]
    out = io.BytesIO()
    assert write_findings([*rows, ROWS[-1]], out) == Written(1, LEFT_OUT)
    table = pandas.read_csv(io.BytesIO(out.getvalue()))
    assert table.loc[0].dropna().to_dict() == {
        "drug": "ruxolitinib",
        "comparator": "véhicule",
        "endpoint": "F-VASI75",
        "weeks": 24,
        "indication": "vitiligo",
        "trials": "TRuE-V1",
        "documents": 3,
        "rows": 3,
        "measure": "proportion",
        "value": "29.6–30",
        "comparator_value": 7.4,
        "effect_measure": "RR",
        "effect": 4,
        "agreement": "conflict",
        "concordance": "TRuE-V1 value: 2 of 3 documents agree; "
        "TRuE-V1 comparator_value: 3 of 3 documents agree; TRuE-V1 effect: 3 of 3 documents agree",
        "conflicts": "TRuE-V1 value: 29.8 (a.pdf p. 3), 30 (b.pdf p. 3), 29.6 (c.pdf p. 3)",
        "sources": "a.pdf p. 3; b.pdf p. 3; c.pdf p. 3",
    }


def test_metafor_has_events_and_estimates_under_the_names_of_its_arguments() -> None:
    out = io.BytesIO()
    assert write_metafor(ROWS, out) == Written(3, LEFT_OUT)
    table = pandas.read_csv(io.BytesIO(out.getvalue()))
    assert table["slab"].tolist() == ["SOLO 1", "SOLO 2", "TRuE-V1"]
    counts = table.loc[:1, ["ai", "n1i", "ci", "n2i", "events_from"]].to_numpy().tolist()
    assert counts == [[85, 224, 23, 224, "percent"], [84, 233, 20, 236, "text"]]
    assert table.loc[2, ["measure", "yi", "sei"]].tolist() == ["RR", 1.386294, 0.379185]


def test_netmeta_has_a_line_an_arm_and_a_shared_arm_once() -> None:
    weekly = responders("r4", dose="300 mg/sem", events=83, arm_n=223, **{k: v for k, v in SOLO.items() if k != "dose"},
                        comparator_events=23, comparator_n=224, trial="SOLO 1")  # fmt: skip
    out = io.BytesIO()
    estimate_only = {"an estimate without the arms' events or means": 1}
    assert write_netmeta([*ROWS, weekly], out) == Written(3, LEFT_OUT | estimate_only)
    table = pandas.read_csv(io.BytesIO(out.getvalue()))
    assert table[["studlab", "treat", "event", "n", "agent", "time"]].to_numpy().tolist() == [
        ["SOLO 1", "dupilumab 300 mg", 85, 224, "dupilumab", 16],
        ["SOLO 1", "placebo", 23, 224, "placebo", 16],
        ["SOLO 2", "dupilumab 300 mg", 84, 233, "dupilumab", 16],
        ["SOLO 2", "placebo", 20, 236, "placebo", 16],
        ["SOLO 1", "dupilumab 300 mg/sem", 83, 223, "dupilumab", 16],
    ]


def test_revman_files_fit_together() -> None:
    out = io.BytesIO()
    assert write_revman(ROWS, out) == Written(3, LEFT_OUT)
    with zipfile.ZipFile(out) as archive:
        tables = {name: pandas.read_csv(archive.open(name)) for name in archive.namelist()}
    arms, results = tables["study-arms.csv"], tables["study-results.csv"]
    assert tables["study-information.csv"]["Study"].tolist() == ["SOLO 1", "SOLO 2", "TRuE-V1"]
    assert set(zip(results["Study"], results["Arm"], strict=True)) <= set(zip(arms["Study"], arms["Arm"], strict=True))
    assert results[["Outcome", "Data type", "Sample size", "Cases"]].head(2).to_numpy().tolist() == [
        ["IGA0/1, week 16", "Dichotomous", 224, 85],
        ["IGA0/1, week 16", "Dichotomous", 224, 23],
    ]
    assert results.loc[4, ["Effect measure", "Exp mean", "Exp CI start", "Exp CI end"]].tolist() == ["RR", 4, 1.9, 8.4]
    data = tables["data-rows.csv"]
    assert data[["Analysis group", "Analysis number", "Study"]].to_numpy().tolist() == [
        [1, 1, "SOLO 1"], [1, 1, "SOLO 2"], [2, 1, "TRuE-V1"],
    ]  # fmt: skip


def test_equal_rows_give_equal_revman_files() -> None:
    one, other = io.BytesIO(), io.BytesIO()
    write_revman(ROWS, one)
    write_revman(ROWS, other)
    assert one.getvalue() == other.getvalue()


def run_r(script: str, table: Path) -> list[float]:
    """The numbers that the R script prints; skips where R or metafor is missing."""
    rscript = shutil.which("Rscript")
    if rscript is None or subprocess.run([rscript, "-e", "library(metafor)"], capture_output=True).returncode:
        pytest.skip("R with the package metafor is not installed (Debian: r-cran-metafor)")
    printed = subprocess.run([rscript, "-e", script, str(table)], capture_output=True, text=True, check=True).stdout
    return [float(number) for number in printed.split()]


def pooled(studies: list[tuple[float, float]]) -> float:
    """The ratio that inverse-variance weights give from log ratios and their variances."""
    weights = [1 / variance for _, variance in studies]
    return math.exp(sum(w * log for w, (log, _) in zip(weights, studies, strict=True)) / sum(weights))


@pytest.mark.slow
def test_r_pools_what_metafor_exports(tmp_path: Path) -> None:
    table = tmp_path / "m.csv"
    second = responders("r5", trial="TRuE-V2", effect=2.7, effect_ci_low=1.5, effect_ci_high=4.9)
    with table.open("wb") as out:
        write_metafor([*ROWS, second], out)
    events = """suppressMessages(library(metafor)); d <- read.csv(commandArgs(TRUE)[1]); d <- d[!is.na(d$ai), ]
        r <- rma(measure = "RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, slab = slab, data = d, method = "EE")
        cat(r$k, exp(coef(r)))"""
    solo = [(math.log(85 / 23), 1 / 85 - 1 / 224 + 1 / 23 - 1 / 224)]
    solo.append((math.log(84 / 233 / (20 / 236)), 1 / 84 - 1 / 233 + 1 / 20 - 1 / 236))
    assert run_r(events, table) == pytest.approx([2, pooled(solo)], rel=1e-4)
    estimates = """suppressMessages(library(metafor)); d <- read.csv(commandArgs(TRUE)[1]); d <- d[!is.na(d$yi), ]
        r <- rma(yi = yi, sei = sei, slab = slab, data = d, method = "EE"); cat(r$k, exp(coef(r)))"""
    true_v = [(math.log(4.0), 0.379185**2), (math.log(2.7), 0.301986**2)]
    assert run_r(estimates, table) == pytest.approx([2, pooled(true_v)], rel=1e-4)
