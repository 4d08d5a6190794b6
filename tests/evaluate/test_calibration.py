"""The text of confidence.yaml from judged rows."""

from extract.evaluate.calibration import HEAD, confidence_text
from extract.evaluate.judge import Verdict, judge
from tests.evaluate.rows import arm, gold, row


def verdicts() -> list[Verdict]:
    said = gold(arm("guselkumab", 73.3), arm("dupilumab", 41.0))
    found = [
        row("result", drug="guselkumab", value=73.3, endpoint="PASI90", comparator="placebo"),
        row("result", drug="dupilumab", value=41.0, endpoint="PASI90"),
        row("result", drug="dupilumab", value=12.5, endpoint="PASI90"),
    ]
    return list(judge(said, found).verdicts)


def test_rows_are_counted_by_rule_and_make() -> None:
    assert confidence_text(verdicts()) == HEAD + (
        "  result.rule:\n"
        "    scale alone: {right: 1, found: 2}\n"
        "    scale compared: {right: 1, found: 1}\n"
    )  # fmt: skip


def test_nothing_judged_gives_an_empty_file() -> None:
    assert confidence_text([]) == HEAD + "  {}\n"
