"""The axes of a table: which one names the arms, which columns are compared, and which belong to another."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from extract.entities.folding import fold_lower
from extract.text.model import SourceText
from extract.tuples.tables.additions import told_apart
from extract.tuples.tables.grid import Grid
from extract.tuples.tables.label import Label, LabelArm
from extract.tuples.tables.labels import read_label
from extract.tuples.tables.strands import strands_of
from extract.tuples.tables.words import TableWords

PAIR = 2
"""The arms of a comparison."""


class Axes(NamedTuple):
    """A table's heads by column and what they make of the columns.

    `anchors` give the value column that a column of p values or contrasts belongs to, `derived` the one whose endpoint
    a column « Réduction, % » takes; columns of one of the `strands` are compared. `sizes` are those of arms by
    ("row" or "column", number). `unnamed` is the column whose cells name the arms of their rows, known to us or not.
    """

    heads: Mapping[int, Label]
    in_columns: bool
    anchors: Mapping[int, int]
    derived: Mapping[int, int]
    strands: Mapping[int, str]
    sizes: Mapping[tuple[str, int], int]
    left_out: frozenset[int]
    unnamed: int | None

    @property
    def has_control_heads_only(self) -> bool:
        """Whether all arms that the columns name are controls: « Dose | HiSCR, % | Comparateur, % »."""
        return self.in_columns and all(arm.is_control for head in self.heads.values() for arm in head.arms)

    def compared(self, column: int) -> list[LabelArm]:
        """The arms in the columns of one strand with `column`."""
        own = [c for c in self.anchors if self.strands[c] == self.strands[column] and not self.heads[c].is_statistic]
        return list(dict.fromkeys(arm for c in own for arm in self.heads[c].arms[:1]))

    def pair(self, column: int) -> tuple[LabelArm | None, LabelArm | None]:
        """The arm and its comparator of a contrast in the column of an arm; None where they are not told."""
        arms = self.compared(column)
        control = next((arm for arm in arms if arm.is_control), None)
        if len(arms) == PAIR:
            versus = control or arms[1]
            return next(arm for arm in arms if arm != versus), versus
        arm = next(iter(self.heads[column].arms), None)
        return (arm, control) if arm != control else (None, None)


def read_axes(grid: Grid, doc: Doc, source: SourceText, words: TableWords) -> Axes:
    """The axes of a table, an arm that no lexicon knows named by its head or row."""
    heads = {column: read_label(doc, grid.head_ranges(column), words) for column in grid.columns}
    left_out = frozenset(
        c for c in grid.columns if c in grid.label_columns or heads[c].holds_size or _is_product(grid, c, words)
    )
    values = [column for column in grid.columns if column not in left_out]
    in_columns = _arms_in_columns(heads, values)
    if in_columns:
        heads = _with_unknown_arms(grid, heads, values)
        texts = {c: " ".join(source.text[slice(*at)] for at in grid.head_ranges(c)) for c in values}
        apart = told_apart({c: (heads[c].arms[0], texts[c]) for c in values if heads[c].arms})
        heads |= {c: heads[c]._replace(arms=(arm,)) for c, arm in apart.items()}
    derived = {} if in_columns else _derived(heads, values)
    heads |= {c: _taking_endpoint(heads[c], heads[of]) for c, of in derived.items()}
    anchors = _anchors(heads, values)
    strands = strands_of(grid, doc, heads, anchors) if in_columns else dict.fromkeys(anchors, "")
    unnamed = None if in_columns else _arm_column(grid, words)
    return Axes(heads, in_columns, anchors, derived, strands, _sizes(grid, heads, source, words), left_out, unnamed)


def _is_product(grid: Grid, column: int, words: TableWords) -> bool:
    return words.is_product_head(grid.head_words.get(column, ""))


def _arms_in_columns(heads: Mapping[int, Label], values: Sequence[int]) -> bool:
    """Whether the heads of the value columns name the arms; « réduction vs placebo » names but the comparator."""
    named = [heads[c] for c in values if not heads[c].is_statistic and not _is_against_control(heads[c])]
    return any(head.arms for head in named)


def _is_against_control(head: Label) -> bool:
    return head.is_comparison and bool(head.arms) and all(arm.is_control for arm in head.arms)


def _with_unknown_arms(grid: Grid, heads: Mapping[int, Label], values: Sequence[int]) -> dict[int, Label]:
    """The heads, one beside those of arms that has a size as they have, and no endpoint, as that of an arm, too."""
    sized = all(heads[c].n for c in values if heads[c].arms)
    unknown = [c for c in values if sized and heads[c].n and not heads[c].arms and not heads[c].is_statistic]
    names = {c: heads[c].noun or _in_brackets(grid.head_words.get(c, "")) for c in unknown if not heads[c].endpoint}
    return {**heads, **{c: heads[c]._replace(arms=(LabelArm(name),), noun=None) for c, name in names.items() if name}}


def _in_brackets(head: str) -> str | None:
    """« Groupe B (crème hydratante) (n = 45) »: what the group with a letter received."""
    match = _LETTERED.match(head)
    return match["name"] if match else None


_LETTERED = re.compile(r"(?:groupe|bras) [a-z0-9]{1,2} ?[(:–-] ?(?P<name>[^()=:]{3,40}?) ?(?:\)|\(|$)")


def _derived(heads: Mapping[int, Label], values: Sequence[int]) -> dict[int, int]:
    """The columns of changes that name no endpoint, each with the value column before it, whose endpoint it takes."""
    derived: dict[int, int] = {}
    last: int | None = None
    for column in values:
        head = heads[column]
        is_change = head.measure in ("mean_change", "percent_change")
        if is_change and not (head.endpoint or head.noun or head.is_statistic) and last is not None:
            derived[column] = last
        elif head.endpoint or head.noun:
            last = column
    return derived


def _taking_endpoint(head: Label, other: Label) -> Label:
    """The head of a change with the endpoint of another; a share of responders changes to no share."""
    return head._replace(endpoint=other.endpoint, noun=other.noun)


def _anchors(heads: Mapping[int, Label], values: Sequence[int]) -> dict[int, int]:
    """The value column that a column of p values or contrasts without an endpoint of its own belongs to."""
    anchors: dict[int, int] = {}
    last: int | None = None
    for column in values:
        head = heads[column]
        dependent = head.is_statistic or head.is_bare_interval
        if dependent and head.endpoint is None and head.noun is None and last is not None:
            anchors[column] = last
        else:
            anchors[column] = column
            last = column
    return anchors


def _arm_column(grid: Grid, words: TableWords) -> int | None:
    """The column of labels whose head says that its cells are treatments, where there is but one."""
    found = [c for c in sorted(grid.label_columns) if words.is_arm_head(grid.head_words.get(c, ""))]
    return found[0] if len(found) == 1 else None


def _sizes(grid: Grid, heads: Mapping[int, Label], source: SourceText, words: TableWords) -> dict[tuple[str, int], int]:
    """Sizes of arms from a column « n » (by row) or a row « Effectif » (by column)."""
    sizes: dict[tuple[str, int], int] = {}
    for row, column in grid.cells:
        value = grid.values.get((row, column))
        if column in grid.label_columns or value is None or value.value is None or not value.is_whole:
            continue
        if heads[column].holds_size:
            sizes["row", row] = int(value.value)
        elif any(
            words.is_size_head(fold_lower(source.text[c.start : c.end])) for _, c in grid.label_cells(row, column)
        ):
            sizes["column", column] = int(value.value)
    return sizes
