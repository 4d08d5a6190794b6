"""How many participants each arm has, where its name tells them: « la ciclosporine (groupe CsA, 117 malades) »."""

import re
from collections.abc import Sequence

from extract.entities.model import SampleSize
from extract.tuples.arm import Arm, PlacedArm
from extract.tuples.clauses import Clauses

_TO_SIZE = re.compile(r"[^()\d]{0,25}\((?:(?:groupe|bras) )?(?:[\w-]+\s?,\s*)?(?:soit )?")
"""Between an arm and its size: « la ciclosporine (groupe CsA, 117 malades) »."""


def arm_sizes(clauses: Clauses, placed: Sequence[PlacedArm]) -> list[tuple[Arm, int, int]]:
    """Arms whose size stands in brackets right behind them, with the offset where it stands; none without such."""
    found = []
    for mention in clauses.of("sample_size"):
        before = [p for p in placed if p.end <= mention.start]
        if before and isinstance(mention.value, SampleSize) and mention.value.n:
            gap = clauses.slice(before[-1].end, mention.start)
            if _TO_SIZE.fullmatch(gap) or re.fullmatch(r"\s*,\s*", gap):
                found.append((before[-1].arm, mention.value.n, mention.start))
    return found


def updated_sizes(
    known: Sequence[tuple[Arm, int]], sizes: Sequence[tuple[Arm, int, int]]
) -> tuple[tuple[Arm, int], ...]:
    """The sizes of the arms, those of this sentence instead of what was said of the same arms before."""
    kept = [(arm, n) for arm, n in known if not any(arm.same_as(new) for new, _, _ in sizes)]
    return (*kept, *((arm, n) for arm, n, _ in sizes))
