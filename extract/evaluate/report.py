"""A score as text for the terminal and as plain data for a program."""

from collections.abc import Mapping
from typing import Any

from extract.evaluate.score import DECILES, Precision, Score


def figures_table(score: Score) -> list[str]:
    """Precision, recall, F1 and support of each figure, then the slots of matched values."""
    count = len(score.documents)
    lines = [f"{f'{count} document' + 's' * (count != 1):<14}precision  recall     F1   gold  found"]
    for figure, tally in score.tallies.items():
        numbers = f"{tally.precision:9.3f} {tally.recall:7.3f} {tally.f1:6.3f} {tally.gold:6d} {tally.found:6d}"
        lines.append(f"{figure:<14}{numbers}")
    slots = "  ".join(f"{slot} {right}/{stated}" for slot, (right, stated) in score.slots.items() if stated)
    return [*lines, f"slots of matched values: {slots or 'none'}"]


def rules_table(rules: Mapping[str, Precision]) -> list[str]:
    """Found facts of each rule with their precision; `strict` is the share that is right in every slot."""
    width = max((len(rule) for rule in rules), default=4) + 2
    lines = [f"{'rule':<{width}} found  precision  strict"]
    return lines + [f"{rule:<{width}} {_precision_cells(one)}" for rule, one in rules.items()]


def calibration_table(score: Score) -> list[str]:
    """Found facts by tenth of confidence: in a calibrated table the precision lies within or above its band."""
    lines = ["confidence   found  precision  strict"]
    for band, one in reversed(list(enumerate(score.deciles))):
        if one.found:
            lines.append(f"{band / DECILES:.1f} to {(band + 1) / DECILES:.1f}   {_precision_cells(one)}")
    return lines


def error_lines(score: Score) -> list[str]:
    """Every missed, spurious and misfilled fact, by document."""
    lines = []
    for document in score.documents:
        if document.faults:
            lines.append(f"== {document.name}")
            lines += [f"  {fault.label:<18} {fault.text}" for fault in document.faults]
    return lines


def as_data(score: Score) -> dict[str, Any]:
    """The score as JSON data: `figures`, `slots`, `rules`, `calibration` and `errors` by document."""
    return {
        "documents": len(score.documents),
        "figures": {
            figure: {
                "precision": tally.precision,
                "recall": tally.recall,
                "f1": tally.f1,
                "gold": tally.gold,
                "found": tally.found,
            }
            for figure, tally in score.tallies.items()
        },
        "slots": {slot: {"right": right, "stated": stated} for slot, (right, stated) in score.slots.items()},
        "rules": {rule: _precision_data(one) for rule, one in score.rules.items()},
        "calibration": [
            {"from": band / DECILES, "to": (band + 1) / DECILES} | _precision_data(one)
            for band, one in enumerate(score.deciles)
        ],
        "errors": {one.name: [f"{fault.label}: {fault.text}" for fault in one.faults] for one in score.documents},
    }


def _precision_cells(one: Precision) -> str:
    return f"{one.found:5d} {one.share:10.3f} {one.strict / one.found if one.found else 0.0:7.3f}"


def _precision_data(one: Precision) -> dict[str, float]:
    return {"found": one.found, "right": one.right, "strict": one.strict, "precision": one.share}
