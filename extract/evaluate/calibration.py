"""What gold says of each rule, as the text of `extract/rules/confidence.yaml`."""

from collections import Counter
from collections.abc import Iterable

from extract.evaluate.judge import Verdict
from extract.tuples.confidence import make_of

HEAD = """\
# How often each tuple rule was right on gold: rows that agree with the gold in drug and target, in drug, phase and
# trial, or in value, arm and endpoint, among all rows of the rule. Result rules are parted by what a row holds: its
# endpoint is a scale's label (EASI75) or in words (guérison), and it is compared with another arm or stands alone.
# Written by `extract evaluate --fresh --gold … --calibrate FILE`; a rule that is not listed has not been measured.
rules:
"""


def confidence_text(verdicts: Iterable[Verdict]) -> str:
    """The file's text: counts of right and found rows by rule and make, in alphabetical order."""
    right: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for verdict in verdicts:
        row = verdict.row.evidence
        key = row.rule, make_of(row.kind, row.endpoint, row.comparator)
        right[key] += verdict.is_right
        found[key] += 1
    lines = []
    for rule in sorted({rule for rule, _ in found}):
        lines.append(f"  {rule}:\n")
        lines += [
            f"    {make}: {{right: {right[rule, make]}, found: {found[rule, make]}}}\n"
            for name, make in sorted(found)
            if name == rule
        ]
    return HEAD + ("".join(lines) or "  {}\n")
