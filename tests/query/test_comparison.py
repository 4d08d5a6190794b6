"""Two arms or an estimate from a row's own numbers, or the reason why not."""

import pytest

from extract.query.comparison import Arm, Comparison, read_comparison, read_comparisons, read_estimate
from tests.export.records import record, responders

NOTHING = "neither events with arm sizes, nor means with deviations, nor an estimate with its interval"


def arms(**cells: object) -> tuple[Arm, Arm]:
    """The arms of a row with these cells."""
    found = read_comparison(responders(**cells))
    assert isinstance(found, Comparison)
    return found.treated, found.control


def test_stated_events_are_taken_as_they_are() -> None:
    treated, control = arms(events=66, value=29.8, comparator_events=8)
    assert treated == Arm("ruxolitinib 1,5 % × 2/j", 221, 66)
    assert control == Arm("véhicule", 109, 8)


def test_events_are_computed_where_a_whole_number_gives_the_printed_percentage() -> None:
    treated, control = arms(value=38.0, arm_n=224, comparator_value=10.3, comparator_n=224)
    assert (treated.events, treated.is_computed) == (85, True)
    assert (control.events, control.is_computed) == (23, True)


@pytest.mark.parametrize(
    "cells", [{"value": 29.8}, {"approximate": True, "value": 38.0, "arm_n": 224}, {"arm_n": None}]
)
def test_events_are_not_invented(cells: dict[str, object]) -> None:
    assert arms(**cells)[0].events is None


def test_a_deviation_comes_from_a_mean_with_interval_in_arms_large_enough() -> None:
    known = {"measure": "mean_change", "value": -5.2, "ci_low": -6.0, "ci_high": -4.4, "comparator_value": -1.0}
    treated, control = arms(**known, comparator_ci_low=-2.0, comparator_ci_high=0.0, comparator_n=40)
    assert treated.sd is not None
    assert (treated.mean, round(treated.sd, 2)) == (-5.2, 6.07)
    assert (control.mean, control.sd) == (-1.0, None)


@pytest.mark.parametrize(
    ("cells", "yi_sei"),
    [
        ({}, (1.386, 0.379)),
        ({"effect_measure": "RD", "effect": 22.4, "effect_ci_low": 14.2, "effect_ci_high": 30.5}, (0.224, 0.042)),
        ({"effect_measure": "MD", "effect": -4.2, "effect_ci_low": -5.2, "effect_ci_high": -3.2}, (-4.2, 0.51)),
        ({"ci_level": 90.0}, (1.386, 0.452)),
        ({"ci_level": None}, None),
        ({"effect_ci_low": None}, None),
        ({"effect_ci_low": -0.1}, None),
        ({"effect": 9.0}, None),
        ({"effect_measure": "NNT"}, None),
    ],
)
def test_an_estimate_has_its_error_from_the_interval(
    cells: dict[str, object], yi_sei: tuple[float, float] | None
) -> None:
    estimate = read_estimate(responders(**cells))
    assert (estimate and (round(estimate.yi, 3), round(estimate.sei, 3))) == yi_sei


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (record(kind="study", drug="dupilumab"), "no stated result of a drug on an endpoint"),
        (responders(review="rejected"), "no stated result of a drug on an endpoint"),
        (responders(comparator=None), "no comparator arm"),
        (responders(comparator="baseline"), "no comparator arm"),
        (responders(effect=None, arm_n=None), NOTHING),
    ],
)
def test_a_row_that_is_no_comparison_says_why(row: object, reason: str) -> None:
    assert read_comparison(row) == reason  # type: ignore[arg-type]


def test_a_study_counts_once_and_conflicts_are_marked() -> None:
    rows = [
        responders("1"),
        responders("2", document="b.pdf", effect_ci_low=None, effect_ci_high=None, events=66, comparator_events=8),
        responders("3", trial="TRuE-V2"),
        responders("4", trial="TRuE-V2", document="b.pdf", effect=1.4, effect_ci_low=1.1, effect_ci_high=1.9),
        responders("5", trial=None),
    ]
    found = read_comparisons(rows)
    assert [(c.record.id, c.is_conflict) for c in found.kept] == [("2", False), ("3", True), ("4", True), ("5", False)]
    assert found.left_out == {"repeats a study that another row already gives": 1}
