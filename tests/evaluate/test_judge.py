"""Tiny documents with the figures that a person computes for them."""

from extract.evaluate.judge import DocumentScore, judge
from extract.evaluate.tally import Figure, Tally
from tests.evaluate.rows import arm, gold, row

TWO_ARMS = {"drug": "guselkumab", "value": 73.3, "comparator": "placebo", "comparator_value": 2.9, "endpoint": "PASI90"}


def results(score: DocumentScore) -> tuple[Tally, Tally, Tally]:
    return score.tallies[Figure.VALUE], score.tallies[Figure.TUPLE], score.tallies[Figure.STRICT]


def test_each_arm_of_a_row_is_one_fact() -> None:
    said = gold(arm("guselkumab", 73.3, versus="placebo"), arm("placebo", 2.9, versus="guselkumab"))
    assert results(judge(said, [row("result", **TWO_ARMS)])) == (Tally(2, 2, 2), Tally(2, 2, 2), Tally(2, 2, 2))


def test_exchanged_arms_keep_the_values_and_lose_the_tuples() -> None:
    said = gold(arm("guselkumab", 73.3), arm("placebo", 2.9))
    exchanged = row(
        "result", drug="placebo", value=73.3, comparator="guselkumab", comparator_value=2.9, endpoint="PASI90"
    )
    assert results(judge(said, [exchanged])) == (Tally(2, 2, 2), Tally(0, 2, 2), Tally(0, 2, 2))


def test_a_wrong_time_costs_only_the_strict_figure() -> None:
    score = judge(gold(arm("guselkumab", 73.3, timepoint_weeks=16)), [row("result", **TWO_ARMS, timepoint_weeks=48)])
    assert results(score) == (Tally(1, 1, 2), Tally(1, 1, 2), Tally(0, 1, 2))
    assert (score.slots["timepoint"], score.slots["arm"]) == ((0, 1), (1, 1))
    assert [fault.text for fault in score.faults if fault.label == "slot"] == [
        "guselkumab, PASI90, proportion 73.3: timepoint 16.0→48.0 [result.rule]"
    ]


def test_an_interval_that_the_gold_does_not_know_is_wrong() -> None:
    score = judge(
        gold(arm("guselkumab", 73.3)),
        [row("result", drug="guselkumab", value=73.3, endpoint="PASI90", ci_low=68, ci_high=78)],
    )
    assert results(score) == (Tally(1, 1, 1), Tally(1, 1, 1), Tally(0, 1, 1))


def test_an_optional_fact_counts_neither_found_nor_missed() -> None:
    said = gold(arm("guselkumab", 73.3, optional=True), arm("placebo", 2.9, optional=True))
    found = row("result", drug="guselkumab", value=73.3, endpoint="PASI90")
    score = judge(said, [found])
    assert results(score) == (Tally(0, 0, 0), Tally(0, 0, 0), Tally(0, 0, 0))
    assert (score.verdicts, score.faults) == ((), ())


def test_a_control_value_shared_by_two_rows_is_one_fact() -> None:
    rows = [
        row("result", **TWO_ARMS | {"drug": drug, "value": value})
        for drug, value in (("guselkumab", 73.3), ("adalimumab", 49.7))
    ]
    said = gold(arm("guselkumab", 73.3), arm("adalimumab", 49.7), arm("placebo", 2.9))
    assert results(judge(said, rows))[0] == Tally(3, 3, 3)


def test_a_contrast_is_paired_by_its_measure() -> None:
    said = gold(
        arm("ruxolitinib", 4.0, versus="véhicule", endpoint=["F-VASI75"], measure="RR", ci=[1.9, 8.4], p="<0.001")
    )
    contrast = {"drug": "ruxolitinib", "comparator": "véhicule", "endpoint": "F-VASI75", "effect": 4.0}
    contrast |= {"effect_ci_low": 1.9, "effect_ci_high": 8.4, "p_operator": "<", "p_value": 0.001}
    assert results(judge(said, [row("result", **contrast, effect_measure="RR")])) == (Tally(1, 1, 1),) * 3
    assert results(judge(said, [row("result", **contrast, effect_measure="OR")])) == (Tally(0, 1, 1),) * 3


def test_the_sign_of_a_change_is_free_and_that_of_a_difference_is_not() -> None:
    change = gold(arm("ritlécitinib", 21.2, measure="percent_change"))
    difference = gold(arm("ritlécitinib", 21.2, measure="MD"))
    assert (
        results(judge(change, [row("result", drug="ritlécitinib", value=-21.2, measure="percent_change")]))[0].hits == 1
    )
    assert (
        results(judge(difference, [row("result", drug="ritlécitinib", effect=-21.2, effect_measure="MD")]))[0].hits == 0
    )


def test_each_target_of_a_mechanism_row_is_one_fact() -> None:
    said = gold(*({"kind": "mechanism", "drug": "baricitinib", "target": target} for target in ("JAK1", "JAK2")))
    found = [
        row("mechanism", drug="baricitinib", target="JAK1;JAK3"),
        row("mechanism", drug="Baricitinib", target="JAK1"),
    ]
    score = judge(said, found)
    assert score.tallies[Figure.MECHANISM] == Tally(1, 2, 2)
    assert [(fault.label, fault.text[:33]) for fault in score.faults] == [
        ("missed mechanism", "drug=baricitinib, target=JAK2 | "),
        ("spurious mechanism", "drug=baricitinib, target=JAK3 | …"),
    ]


def test_a_study_needs_the_phase_and_the_trial_that_the_gold_states() -> None:
    said = gold(
        {"kind": "study", "drug": "guselkumab", "phase": "3", "trial": "VOYAGE 1"},
        {"kind": "study", "drug": "sécukinumab", "phase": None, "trial": None},
    )
    found = [
        row("study", drug="guselkumab", phase="3b", trial="VOYAGE 1"),
        row("study", drug="sécukinumab", phase="2", trial="ERASURE"),
        row("study", drug="guselkumab", phase="3", trial="VOYAGE 2"),
    ]
    assert judge(said, found).tallies[Figure.STUDY] == Tally(2, 2, 3)


def test_a_document_without_rows_misses_all_its_facts() -> None:
    score = judge(gold(arm("guselkumab", 73.3)), [])
    assert (results(score)[0], [fault.label for fault in score.faults]) == (Tally(0, 1, 0), ["missed value"])
