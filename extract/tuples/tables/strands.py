"""Strands: columns of the same arms again, for another trial, site or grade, which are compared within each alone."""

import re
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from extract.tuples.tables.grid import Grid
from extract.tuples.tables.label import Label
from extract.tuples.tables.stretch import stretch_of

_ARM = ("drug", "control", "dose", "sample_size")
_SIZE = re.compile(r"[(\[]?\s?n\s?=\s?\d[\d ]*[)\]]?|%|\bn\b")
_NAME = re.compile(r"[a-z0-9]+")


def strands_of(grid: Grid, doc: Doc, heads: Mapping[int, Label], anchors: Mapping[int, int]) -> dict[int, str]:
    """The strand of each value column: what its heads say beside the arm where an arm stands in several columns.

    « Essai 1 – actif | Essai 1 – crème | Essai 2 – actif | Essai 2 – crème » are two strands. Where the heads say no
    more than the arms, a strand begins with each arm that comes again. A p is of its value column's strand.
    """
    columns = [c for c, anchor in anchors.items() if c == anchor and heads[c].arms]
    arms = [(heads[c].arms[0], heads[c].trials, heads[c].weeks) for c in columns]
    strands = [""] * len(columns)
    if len(set(arms)) < len(arms):
        strands = [_beside_arm(doc, grid, c) for c in columns]
        if len(set(zip(arms, strands, strict=True))) < len(arms):
            strands = _in_turn(arms)
    by_column = dict(zip(columns, strands, strict=True))
    lead = {c: heads[anchor] for c, anchor in anchors.items()}
    return {c: f"{by_column.get(a, '')}|{';'.join(lead[c].trials)}|{lead[c].weeks}" for c, a in anchors.items()}


def _beside_arm(doc: Doc, grid: Grid, column: int) -> str:
    """The words of a column's heads without those that name the arm and its size."""
    said = []
    for start, end in grid.head_ranges(column):
        stretch = stretch_of(doc, start, end)
        plain = stretch.plain
        for mention in (mention for family in _ARM for mention in stretch.of(family)):
            left, right = mention.start - start, mention.end - start
            plain = plain[:left] + " " * (right - left) + plain[right:]
        said += _NAME.findall(_SIZE.sub(" ", plain))
    return " ".join(said)


def _in_turn(arms: Sequence[object]) -> list[str]:
    strands: list[str] = []
    seen: set[object] = set()
    turn = 0
    for arm in arms:
        if arm in seen:
            seen, turn = set(), turn + 1
        seen.add(arm)
        strands.append(str(turn))
    return strands
