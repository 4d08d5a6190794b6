"""Whether documents that quote one trial agree on its numbers."""

import pytest

from extract.query.concordance import findings
from tests.export.records import record, responders

A, B, C = "a.pdf", "b.pdf", "c.pdf"


@pytest.mark.parametrize(
    ("cells", "agreeing", "is_conflict"),
    [
        ([{"document": A, "value": 29.8}, {"document": B, "value": 29.8}], 2, False),
        ([{"document": A, "value": 29.8}, {"document": B, "value": 30.0}], 2, False),
        ([{"document": A, "value": 29.8}, {"document": B, "value": 30.0}, {"document": C, "value": 29.6}], 2, True),
        ([{"document": A, "value": 29.8}, {"document": B, "value": 92.8}], 1, True),
        ([{"document": A, "value": 29.8}, {"document": B, "value": 25.0, "value_high": 30.0}], 2, False),
        ([{"document": A, "value": 29.0}, {"document": B, "value": 30.0, "approximate": True}], 2, False),
        ([{"document": A, "value": 30.0}, {"document": A, "value": 29.8}, {"document": B, "value": 29.8}], 2, False),
    ],
)
def test_numbers_agree_up_to_rounding(cells: list[dict[str, object]], agreeing: int, is_conflict: bool) -> None:
    (finding,) = findings(responders(str(place), **given) for place, given in enumerate(cells))
    (value,) = [quoted for quoted in finding.quotes if quoted.cell == "value"]
    assert (value.agreeing, value.is_conflict) == (agreeing, is_conflict)


@pytest.mark.parametrize(
    "cells",
    [
        [{"document": A, "value": 29.8}, {"document": B, "trial": "TRuE-V2", "value": 30.9}],
        [{"document": A, "value": 29.8}, {"document": A, "value": 51.2}],
        [{"document": A, "trial": None, "value": 29.8}, {"document": B, "trial": None, "value": 50.0}],
        [{"document": A, "dose": "0,75 %", "value": 20.0}, {"document": B, "dose": "1,5 %", "value": 29.8}],
        [{"document": A, "value": 29.8}, {"document": B, "measure": "mean_change", "value": 12.0}],
    ],
)
def test_numbers_that_are_not_of_one_trial_dose_and_measure_are_not_compared(cells: list[dict[str, object]]) -> None:
    (finding,) = findings(responders(str(place), **given) for place, given in enumerate(cells))
    assert [quoted for quoted in finding.quotes if quoted.cell == "value"] == []


def test_a_finding_is_a_drug_comparator_endpoint_and_week() -> None:
    rows = [
        responders("1"),
        responders("2", document=B, timepoint_weeks=24.33),
        responders("3", endpoint="F-VASI50"),
        responders("4", comparator="placebo"),
        responders("5", timepoint_weeks=None),
        record("6", kind="study", drug="ruxolitinib"),
        responders("7", certainty="hypothetical"),
        responders("8", review="rejected"),
        responders("9", drug=None),
    ]
    assert [(f.endpoint, f.comparator, f.weeks, [r.id for r in f.records]) for f in findings(rows)] == [
        ("F-VASI50", "véhicule", 24, ["3"]),
        ("F-VASI75", "placebo", 24, ["4"]),
        ("F-VASI75", "véhicule", None, ["5"]),
        ("F-VASI75", "véhicule", 24, ["1", "2"]),
    ]
