"""One statement in two places is one; two statements that differ in any cell stay two."""

import pytest

from extract.tuples.merge import Merged, merge
from extract.tuples.model import ArmValue, ContrastValue, Draft

PROSE = Draft(
    "result", "prose", 0.8, 10, 40, drug="abrocitinib", dose="200 mg", endpoint="EASI75", measure="proportion",
    arm=ArmValue(70.3), trials=("JADE COMPARE",),
)  # fmt: skip
TABLE = PROSE._replace(rule="table", start=100, end=140, arm=ArmValue(70.3, n=226), comparator="placebo")
STUDY = Draft("study", "named", 0.9, 0, 20, drug="ruxolitinib", indication="vitiligo", phase="3", status="completed")


def test_a_value_in_text_and_table_is_one_statement_with_two_places() -> None:
    assert merge([PROSE, TABLE]) == [Merged(TABLE._replace(confidence=0.8), ((10, 40),))]


def test_cells_that_one_place_lacks_are_taken_from_the_other() -> None:
    untimed, timed = PROSE._replace(arm=ArmValue(70.3, n=226)), PROSE._replace(start=60, end=90, timepoint_weeks=12.0)
    assert [one.draft.timepoint_weeks for one in merge([untimed, timed])] == [12.0]


@pytest.mark.parametrize(
    "other",
    [
        TABLE._replace(dose="100 mg"),
        TABLE._replace(endpoint="EASI90"),
        TABLE._replace(trials=("JADE MONO-1",)),
        TABLE._replace(arm=ArmValue(70.4)),
        TABLE._replace(drug="dupilumab"),
        TABLE._replace(certainty="negated"),
        TABLE._replace(arm=ArmValue(), contrast=ContrastValue("RR", 3.0)),
    ],
)
def test_statements_that_differ_in_one_cell_stay_two(other: Draft) -> None:
    assert merge([PROSE, other]) == [Merged(PROSE), Merged(other)]


def test_a_mechanism_told_twice_is_one() -> None:
    first = Draft("mechanism", "copula", 0.9, 0, 20, drug="baricitinib", target="JAK1")
    again = first._replace(rule="apposition", start=50, end=80)
    assert merge([again, first]) == [Merged(first, ((50, 80),))]


def test_a_trial_met_again_fills_its_study() -> None:
    named = STUDY._replace(phase=None, trials=("TRuE-V1",))
    sized = named._replace(start=80, end=99, phase="3", n=330)
    assert merge([named, sized]) == [Merged(sized, ((0, 20),))]


@pytest.mark.parametrize(
    "other", [STUDY._replace(phase="2"), STUDY._replace(indication="pelade"), STUDY._replace(status="ongoing")]
)
def test_studies_of_another_phase_disease_or_status_stay_two(other: Draft) -> None:
    assert merge([STUDY, other]) == [Merged(STUDY), Merged(other)]


def test_nothing_merges_to_nothing() -> None:
    assert merge([]) == []
