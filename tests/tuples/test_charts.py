"""Bars, arms, trials and contrasts of a chart, by the order of its labels and by their places."""

from dataclasses import replace

from extract.entities.pipeline import read_entities
from extract.text.model import ChartLabel, SourceText
from extract.text.plain import source_from_plain
from extract.tuples.charts import find_chart_results
from extract.tuples.context import read_context
from extract.tuples.model import ArmValue, ContrastValue, Draft, PrintedP
from schema.source import Box, PageBox
from tests.tuples.reading import drafts_of

CHART = """Fig. 2 : Réponse PASI 75 à la semaine 12 (% de patients).

100
75
50
25
0
Ixékizumab n = 150
81,2 %
IC95 % : 74,1-87,0
Placebo n = 75
6,1 %
Risque relatif : 13,3 ; IC95 % : 5,6-31,4 ; p < 0,001"""

LABELS = (  # left to right on the page, in another order in the file
    ("Placebo n = 75", (240, 700)),
    ("100", (100, 600)),
    ("50", (100, 640)),
    ("0", (100, 680)),
    ("81,2 %", (150, 610)),
    ("Ixékizumab n = 150", (150, 700)),
    ("6,1 %", (240, 660)),
)


def placed(labels: tuple[tuple[str, tuple[int, int]], ...]) -> SourceText:
    """A chart whose labels stand at (left, top); its caption tells the endpoint."""
    plain = source_from_plain("Fig. 2 : Réponse PASI 75 à la semaine 12.\n\n" + "\n".join(text for text, _ in labels))
    (chart,) = plain.charts
    boxes = [PageBox(1, Box(left, top, left + 20, top + 8)) for _, (left, top) in labels]
    at = zip(chart.labels, boxes, strict=True)
    there = replace(chart, labels=tuple(ChartLabel(label.start, label.end, box) for label, box in at))
    return replace(plain, charts=(there,))


def test_bars_in_the_order_of_the_text() -> None:
    (draft,) = drafts_of(find_chart_results, CHART)
    assert (draft.drug, draft.endpoint, draft.timepoint_weeks, draft.measure) == (
        "ixékizumab",
        "PASI75",
        12.0,
        "proportion",
    )
    assert (draft.arm, draft.comparator, draft.comparator_arm.value) == (
        ArmValue(81.2, ci=(74.1, 87.0), n=150), "placebo", 6.1,
    )  # fmt: skip
    assert (draft.contrast, draft.p) == (ContrastValue("RR", 13.3, (5.6, 31.4)), PrintedP("<", 0.001))


def test_bars_by_their_places() -> None:
    source = placed(LABELS)
    doc = read_entities(source)
    found: list[Draft] = list(find_chart_results(doc, source, read_context(doc, source)))
    assert [(draft.drug, draft.arm.value, draft.arm.n, draft.comparator_arm.value) for draft in found] == [
        ("ixékizumab", 81.2, 150, 6.1)
    ]


def test_endpoints_under_the_bars_of_all_arms() -> None:
    chart = """Fig. 3 : Réponses à la semaine 16 (% de patients).

Risankizumab
Placebo
74,8 %
9,1 %
PASI 90
35,2 %
1,4 %
PASI 100"""
    found = drafts_of(find_chart_results, chart)
    assert [
        (draft.endpoint, draft.arm.value, draft.comparator_arm.value, draft.timepoint_weeks) for draft in found
    ] == [
        ("PASI90", 74.8, 9.1, 16.0),
        ("PASI100", 35.2, 1.4, 16.0),
    ]


def test_values_that_do_not_fit_the_arms_give_nothing() -> None:
    assert drafts_of(find_chart_results, CHART.replace("6,1 %\n", "6,1 %\n9,3 %\n")) == []


def test_a_drawing_without_numbers_gives_nothing() -> None:
    assert drafts_of(find_chart_results, "Fig. 1 : La voie JAK.\n\nCytokine\nJAK1\nSTAT") == []
