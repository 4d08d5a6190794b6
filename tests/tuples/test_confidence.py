"""Confidence as measured precision: few rows move it little, many rows set it."""

import pytest

from extract.tuples.confidence import Make, Measured, blend, calibrated, make_of, measured_rules
from extract.tuples.model import Draft
from schema.vocabulary import Kind


@pytest.mark.parametrize(
    ("kind", "endpoint", "comparator", "make"),
    [
        ("mechanism", None, None, "any"),
        ("study", None, None, "any"),
        ("result", "EASI75", "placebo", "scale compared"),
        ("result", "DLQI", None, "scale alone"),
        ("result", "guérison", "placebo", "words compared"),
        ("result", None, None, "words alone"),
    ],
)
def test_the_make_of_a_row(kind: Kind, endpoint: str | None, comparator: str | None, make: Make) -> None:
    assert make_of(kind, endpoint, comparator) == make


@pytest.mark.parametrize(
    ("measured", "confidence"),
    [(Measured(0, 0), 0.8), (Measured(0, 4), 0.4), (Measured(96, 96), 0.992), (Measured(48, 96), 0.512)],
)
def test_an_estimate_gives_way_to_measured_rows(measured: Measured, confidence: float) -> None:
    assert blend(0.8, measured) == pytest.approx(confidence)


def test_a_rule_that_was_never_measured_keeps_its_estimate() -> None:
    assert calibrated(Draft("mechanism", "mechanism.new", 0.85, 0, 0)) == 0.85


def test_no_rule_is_right_more_often_than_found() -> None:
    counts = [measured for makes in measured_rules().values() for measured in makes.values()]
    assert counts
    assert [measured for measured in counts if not 0 <= measured.right <= measured.found] == []
