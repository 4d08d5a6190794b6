"""Which arms of a sentence stand behind a comparison cue."""

import re

from extract.tuples.arm import PlacedArm
from extract.tuples.clauses import Clauses


def is_compared(clauses: Clauses, placed: PlacedArm) -> bool:
    """Whether a comparison cue stands right before the arm (« contre le placebo », « versus adalimumab »)."""
    return any(
        -2 <= placed.start - b.end <= 30  # « par rapport à la dose de … », told with its « à »
        and not re.search(r"[\d,;:]", clauses.slice(b.end, placed.start))
        for b in clauses.comparisons
    )
