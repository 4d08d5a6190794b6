"""Which rows a picture shows, what is pooled, and that the files are pictures that say so."""

import re
import shutil
import subprocess
from math import exp, log
from pathlib import Path

import pytest

from extract.plots.forest import draw_forest
from extract.plots.pool import pool
from extract.plots.rows import Curve, choose_forest, choose_timeline
from extract.plots.timeline import draw_timeline
from schema.errors import UsageError
from tests.export.records import record, responders

SECOND = {"trial": "TRuE-V2", "effect": 2.7, "effect_ci_low": 1.5, "effect_ci_high": 4.9}
THIRD = {"trial": "TRuE-V3", "effect": 1.1, "effect_ci_low": 0.9, "effect_ci_high": 1.3}
ODDS = {"effect_measure": "OR", "trial": "BE VIVID", "endpoint": "PASI90"}


def test_a_forest_shows_the_printed_estimates_of_one_measure() -> None:
    rows = [responders(), responders(**SECOND), responders(**ODDS), record(kind="study", drug="x")]
    forest = choose_forest(rows)
    assert (forest.measure, forest.heading) == ("RR", "RR [95 % CI]")
    assert [(row.label, row.n, row.estimate_text) for row in forest.rows] == [
        ("TRuE-V1: ruxolitinib 1,5 % × 2/j vs véhicule, F-VASI75 S24", "221 / 109", "4 [1.9–8.4]"),
        ("TRuE-V2: ruxolitinib 1,5 % × 2/j vs véhicule, F-VASI75 S24", "221 / 109", "2.7 [1.5–4.9]"),
    ]
    assert forest.left_out == {
        "no printed RR with its interval": 1,
        "no stated result of a drug on an endpoint": 1,
    }
    assert [row.comparison.study for row in choose_forest(rows, "OR").rows] == ["BE VIVID"]


@pytest.mark.parametrize(
    ("rows", "measure", "message"),
    [
        ([responders(effect=None)], None, "no estimate with its interval to draw"),
        ([responders()], "HR", "no HR with its interval to draw; the rows have RR"),
    ],
)
def test_nothing_to_draw_is_said(rows: list[object], measure: str | None, message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)):
        choose_forest(rows, measure)  # type: ignore[arg-type]


def test_fixed_effect_is_the_inverse_variance_mean() -> None:
    pooled = pool(choose_forest([responders(), responders(**SECOND)]), "fixed")
    weights = [1 / (log(8.4 / 1.9) / 3.92) ** 2, 1 / (log(4.9 / 1.5) / 3.92) ** 2]
    expected = exp((weights[0] * log(4.0) + weights[1] * log(2.7)) / sum(weights))
    assert pooled.effect == pytest.approx(expected, rel=1e-4)
    assert pooled.label == "Fixed effect (inverse variance), 2 studies: I² 0 %, τ² 0.000, Q p 0.42"


def test_random_effects_without_spread_are_the_fixed_effect() -> None:
    forest = choose_forest([responders(), responders(**SECOND)])
    one, other = pool(forest, "fixed"), pool(forest, "random")
    assert (one.effect, one.low, one.high, other.tau2) == (other.effect, other.low, other.high, 0.0)


@pytest.mark.slow
def test_random_effects_are_those_of_metafor() -> None:
    rscript = shutil.which("Rscript")
    if rscript is None or subprocess.run([rscript, "-e", "library(metafor)"], capture_output=True).returncode:
        pytest.skip("R with the package metafor is not installed (Debian: r-cran-metafor)")
    script = """suppressMessages(library(metafor)); y <- log(c(4, 2.7, 1.1)); l <- log(c(1.9, 1.5, .9))
        u <- log(c(8.4, 4.9, 1.3)); r <- rma(yi = y, sei = (u - l) / 2 / qnorm(.975), method = "DL")
        cat(exp(c(coef(r), r$ci.lb, r$ci.ub)), r$tau2, r$I2, r$QEp)"""
    printed = subprocess.run([rscript, "-e", script], capture_output=True, text=True, check=True).stdout
    pooled = pool(choose_forest([responders(), responders(**SECOND), responders(**THIRD)]), "random")
    ours = [pooled.effect, pooled.low, pooled.high, pooled.tau2, pooled.i2, pooled.q_p]
    assert ours == pytest.approx([float(number) for number in printed.split()], rel=1e-3)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([responders()], "at least two studies"),
        ([responders(), responders(trial="B", endpoint="F-VASI50")], "one endpoint, the rows have F-VASI50, F-VASI75"),
        (
            [responders(), responders(trial="B", comparator="placebo")],
            "one comparator, the rows have placebo, vé",
        ),
        ([responders(), responders(trial="B", timepoint_weeks=52.0)], "one time, the rows have 24, 52"),
        ([responders(), responders(dose="0,75 %")], "counts a study once, several rows are of TRuE-V1"),
        ([responders(), responders(document="b.pdf", effect=1.5, effect_ci_low=1.1)], "counts a study once"),
    ],
)
def test_what_does_not_belong_together_is_not_pooled(rows: list[object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        pool(choose_forest(rows), "random")  # type: ignore[arg-type]


@pytest.mark.parametrize(("suffix", "start"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")])
def test_pictures_are_the_same_bytes_each_time(tmp_path: Path, suffix: str, start: bytes) -> None:
    forest = choose_forest([responders(), responders(**SECOND)])
    one, other = tmp_path / f"one{suffix}", tmp_path / f"other{suffix}"
    draw_forest(forest, one, pool(forest, "random"))
    draw_forest(forest, other, pool(forest, "random"))
    assert one.read_bytes().startswith(start)
    assert one.read_bytes() == other.read_bytes()


def test_the_forest_says_what_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "f.svg"
    draw_forest(choose_forest([responders()]), path)
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", path.read_text(encoding="utf-8"))
    for text in ("RR [95 % CI]", "4 [1.9–8.4]", "221 / 109", "Relative risk"):
        assert text in texts
    assert [text for text in texts if text.startswith("Pooled")] == []


def test_a_timeline_has_a_curve_an_arm_and_its_weeks_in_order(tmp_path: Path) -> None:
    late = {"timepoint_weeks": 52.0, "value": 50.3, "comparator": None, "comparator_value": None}
    timeline = choose_timeline([responders("2", **late), responders("1", ci_low=24.0, ci_high=36.0), record("3")])
    assert timeline.endpoint == "F-VASI75"
    assert timeline.curves == (
        Curve("TRuE-V1: ruxolitinib 1,5 % × 2/j", ((24.0, 29.8, 24.0, 36.0), (52.0, 50.3, None, None))),
        Curve("TRuE-V1: véhicule", ((24.0, 7.4, None, None),)),
    )
    assert timeline.left_out == {"no share of F-VASI75 at a stated time": 1}
    draw_timeline(timeline, tmp_path / "t.svg")
    assert "TRuE-V1: véhicule" in (tmp_path / "t.svg").read_text(encoding="utf-8")


def test_shares_without_a_trial_are_joined_inside_a_document_only() -> None:
    known = {"trial": None, "comparator": None, "comparator_value": None, "dose": None}
    rows = [responders("1", **known), responders("2", document="b.pdf", timepoint_weeks=52.0, **known)]
    assert [curve.label for curve in choose_timeline(rows).curves] == ["a: ruxolitinib", "b: ruxolitinib"]


def test_a_timeline_needs_a_share_at_a_time() -> None:
    with pytest.raises(UsageError, match="no responder share"):
        choose_timeline([responders(timepoint_weeks=None), responders(measure="mean_change")])
