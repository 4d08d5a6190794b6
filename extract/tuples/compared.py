"""Which arms of a sentence stand behind a comparison cue."""

import re

from extract.tuples.arm import PlacedArm
from extract.tuples.clauses import Clauses

_APART = re.compile(r"[\d,;:]")


def is_compared(clauses: Clauses, placed: PlacedArm) -> bool:
    """Whether a comparison cue stands right before the arm (« contre le placebo », « versus adalimumab »)."""
    for cue in clauses.comparisons:
        # « par rapport à la dose de … », told with its « à », begins before the cue ends
        if -2 <= placed.start - cue.end <= 30 and not _APART.search(clauses.slice(cue.end, placed.start)):
            return True
    return False
