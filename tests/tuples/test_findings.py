"""Findings without a number: what was not shown, for which arm and endpoint."""

import pytest

from extract.tuples.findings import find_findings
from tests.tuples.reading import drafts_of

TOLD = [
    (
        "Aucune différence significative de PASI 75 n'a été observée entre le dupilumab et la ciclosporine.",
        [("dupilumab", "ciclosporine", "PASI75", "negated")],
    ),
    (
        "Le critère principal était la réponse EASI 75 à S16. Le tradipitant a été comparé au placebo. Le critère "
        "principal n'a pas été atteint.",
        [("tradipitant", "placebo", "EASI75", "negated")],
    ),
    (
        "Sous méthotrexate, la rémission ne différait pas de celle observée sous placebo.",
        [("méthotrexate", "placebo", "rémission", "negated")],
    ),
]
NOT_TOLD = [
    "La guérison ne différait pas entre le tacrolimus et le placebo (42 % contre 40 %).",
    "Le diagnostic n'a pas été démontré chez les patients sous dupilumab.",
    "Le dupilumab améliore la réponse EASI 75.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_negated_finding_is_a_row_without_values(text: str, expected: list[tuple[str, ...]]) -> None:
    drafts = drafts_of(find_findings, text)
    assert [(d.drug, d.comparator, d.endpoint, d.certainty) for d in drafts] == expected
    assert all(d.arm.value is None and d.contrast is None for d in drafts)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_numbers_and_other_negations_are_left_to_other_rules(text: str) -> None:
    assert drafts_of(find_findings, text) == []
