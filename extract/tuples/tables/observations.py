"""One number of a table with all that its heads, stubs, group heading and caption say of it."""

import re
from collections.abc import Iterator
from typing import NamedTuple, get_args

from spacy.tokens import Doc

from extract.entities.folding import fold_lower
from extract.text.model import SourceText, TextTable
from extract.tuples.tables.cells import CellValue, read_cell
from extract.tuples.tables.grid import Grid
from extract.tuples.tables.label import NOTHING_TOLD, Label, LabelArm
from extract.tuples.tables.labels import caption_contrast, exceptions, read_caption, read_label
from extract.tuples.tables.words import TableWords
from schema.vocabulary import WEEKS_PER_MONTH, WEEKS_PER_YEAR, EffectMeasure, Phase

GroupKey = tuple[str | float | int | tuple[str, ...] | None, ...]


class Observation(NamedTuple):
    """A cell's value, the arm it was measured on (None for a comparison's), and the key of what it is compared in.

    `label` says endpoint, time, trial and kind of number; observations of one `key` stand against each other.
    `versus` is the arm that the row itself names as the comparator of a contrast.
    """

    key: GroupKey
    label: Label
    arm: LabelArm | None
    cell: CellValue
    row: int
    column: int
    versus: LabelArm | None = None


_PAIR = 2
"""The arms of a comparison."""


class _Reading(NamedTuple):
    """A table with its labels read: caption, heads by column, and which axis names the arms."""

    grid: Grid
    doc: Doc
    words: TableWords
    caption: Label
    exempt: dict[str, Label]
    heads: dict[int, Label]
    in_columns: bool
    anchors: dict[int, int]
    sizes: dict[tuple[str, int], int]
    contrast: EffectMeasure | None  # what all numbers are, where the caption opens with it and no head names one


def read_observations(
    grid: Grid, table: TextTable, doc: Doc, source: SourceText, words: TableWords
) -> Iterator[Observation]:
    """The observations of a table, row by row; sizes of arms and rows that describe patients are left out."""
    heads = {column: read_label(doc, grid.head_ranges(column), words) for column in grid.columns}
    reading = _Reading(
        grid, doc, words, read_caption(doc, table.caption, words), exceptions(doc, table.caption), heads,
        _arms_in_columns(grid, heads), _anchors(grid, heads), _sizes(grid, heads, source, words),
        None if any(head.is_statistic for head in heads.values()) else caption_contrast(doc, table.caption),
    )  # fmt: skip
    above = 0
    for row in grid.body:
        if _describes_patients(grid, row, doc, source, words):
            continue
        named = row_arms(grid, row, doc, words)
        stub: Label | None = None  # the same up to the next column of labels
        for column in grid.columns:
            if column in grid.label_columns:
                stub = None
            if column in grid.label_columns or heads[column].holds_size or (row, column) not in grid.cells:
                continue
            stub = stub or _stub(grid, row, column, doc, source, words)
            at = grid.cells[row, column]
            holds_p = heads[column].holds_p or stub.holds_p
            cell = read_cell(source.text[at.start : at.end], True) if holds_p else grid.values[row, column]
            if cell is None or (stub.is_baseline and reading.in_columns):
                continue
            observation = _observe(reading, row, column, stub, cell, named)
            if reading.in_columns and stub.holds_p and not (stub.endpoint or stub.noun):
                yield _of_row(observation, above, heads[column])
            else:
                above = row
                yield observation


def _observe(
    reading: _Reading, row: int, column: int, stub: Label, cell: CellValue, named: list[LabelArm]
) -> Observation:
    """The observation of one cell; `named` are the arms that the row names, two where it compares them itself."""
    head, in_columns = reading.heads[column], reading.in_columns
    arm = _arm(head, stub, in_columns)
    size = reading.sizes.get(("column", column)) if in_columns else reading.sizes.get(("row", row)) if arm else None
    label = _joined(head, stub, in_columns)
    label = label.over(reading.exempt.get(next(iter(label.trials), ""), NOTHING_TOLD)).over(reading.caption)
    if reading.contrast and not label.is_statistic:
        label = label._replace(contrast=reading.contrast)
    label = label._replace(n=size or label.n)  # a row of sizes tells of the arms, a head above them of the trial
    if not in_columns and stub.is_comparison and len(stub.arms) == _PAIR:
        named = list(stub.arms)  # « Omalizumab vs placebo » in one cell
    paired = not in_columns and len(named) > 1
    key = _key(head, stub, row, reading.anchors[column], in_columns or paired)
    if paired and head.is_statistic:
        return Observation(key, label, named[0], cell, row, column, versus=named[-1])
    return Observation(key, label, arm, cell, row, column)


def _of_row(observation: Observation, row: int, head: Label) -> Observation:
    """A p of the row « p » as that of the value above it, in the column of an arm or between two arms."""
    arm = next((arm for arm in head.arms if not arm.is_control), None)
    return observation._replace(key=("row", row, *observation.key[2:]), arm=arm, row=row)


def _arms_in_columns(grid: Grid, heads: dict[int, Label]) -> bool:
    """Whether the heads of the value columns name the arms."""
    named = [heads[c] for c in grid.columns if c not in grid.label_columns and not heads[c].is_statistic]
    return any(head.arms for head in named)


def _anchors(grid: Grid, heads: dict[int, Label]) -> dict[int, int]:
    """The value column that a column of p values or contrasts without an endpoint of its own belongs to."""
    anchors: dict[int, int] = {}
    last: int | None = None
    for column in grid.columns:
        head = heads[column]
        if column in grid.label_columns or head.holds_size:
            continue
        dependent = head.is_statistic or head.is_bare_interval
        if dependent and head.endpoint is None and head.noun is None and last is not None:
            anchors[column] = last
        else:
            anchors[column] = column
            last = column
    return anchors


def _stub(grid: Grid, row: int, column: int, doc: Doc, source: SourceText, words: TableWords) -> Label:
    """What the label cells left of a cell say together; of several that name arms the nearest counts."""
    stub = NOTHING_TOLD
    for label_column, cell in grid.label_cells(row, column):
        if label_column in grid.time_columns:
            read = _time(source.text[cell.start : cell.end], grid.time_columns[label_column])
        elif grid.head_words.get(label_column) == "phase":
            read = Label(phase=read_phase(source.text[cell.start : cell.end]))
        else:
            read = _without_event(
                read_label(doc, [(cell.start, cell.end)], words), grid.head_words.get(label_column, "")
            )
        stub = read.over(stub)._replace(
            arms=read.arms or stub.arms,
            holds_p=read.holds_p or stub.holds_p,
            contrast=read.contrast or stub.contrast,
            is_comparison=read.is_comparison or stub.is_comparison,
        )
    if row in grid.groups:
        group = grid.groups[row]
        outer = read_label(doc, [(group.start, group.end)], words)
        stub = stub.over(outer)._replace(arms=stub.arms or outer.arms)
    return stub


_OF_DISEASES = re.compile(r"indication|maladie|pathologie|population|dermatose|affection|diagnostic")


def _without_event(label: Label, head: str) -> Label:
    """« Acné, n (%) » in a row of its own is an event of the treatment, unless the column is one of diseases."""
    is_event = label.indication and (label.noun or label.endpoint_kind == "event") and not _OF_DISEASES.search(head)
    return label._replace(indication=None) if is_event else label


def read_phase(text: str) -> Phase | None:
    """The phase of a cell under « Phase »: « III », « IIb », « 2/3 »; None where it tells none.

    >>> read_phase("IIb"), read_phase("II/III"), read_phase("-")
    ('2b', '2/3', None)
    """
    plain = re.sub(r"phase|\s", "", text.lower()).replace("–", "/").replace("-", "/")
    arabic = re.sub(r"iv|i{1,3}", lambda roman: _ROMAN[roman.group()], plain)
    return next((phase for phase in get_args(Phase) if phase == arabic), None)


_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def _time(text: str, head: str) -> Label:
    match = re.fullmatch(r"\s*(\d+(?:[.,]\d+)?)\s*", text)
    if match is None:
        return NOTHING_TOLD
    unit = fold_lower(head)
    weeks = {"s": 1.0, "m": WEEKS_PER_MONTH, "j": 1 / 7, "a": WEEKS_PER_YEAR}[unit[0]]
    return Label(timepoint=f"{head} {text.strip()}", weeks=round(float(match[1].replace(",", ".")) * weeks, 2))


def _arm(head: Label, stub: Label, in_columns: bool) -> LabelArm | None:
    arms = head.arms if in_columns else stub.arms
    if not arms or (in_columns and head.is_statistic) or stub.is_statistic:
        return None
    if in_columns and arms[0].name is None and stub.arms:
        return stub.arms[0]._replace(dose=stub.arms[0].dose or arms[0].dose)
    return arms[0]


def _joined(head: Label, stub: Label, in_columns: bool) -> Label:
    """Head and stub as one label: the axis that does not name the arms names the endpoint first."""
    inner, outer = (stub, head) if in_columns else (head, stub)
    joined = inner.over(outer)
    return joined._replace(
        arms=head.arms if in_columns else stub.arms,
        n=head.n or stub.n,
        holds_p=head.holds_p or stub.holds_p,
        contrast=head.contrast or stub.contrast,
        other_contrasts=(*head.other_contrasts, *stub.other_contrasts),
        is_baseline=head.is_baseline,
        is_comparison=head.is_comparison or stub.is_comparison,
    )


def _key(head: Label, stub: Label, row: int, anchor: int, in_columns: bool) -> GroupKey:
    if in_columns:
        return ("row", row, head.trials, head.weeks)
    return ("column", anchor, stub.endpoint or stub.noun, stub.weeks, stub.trials)


def row_arms(grid: Grid, row: int, doc: Doc, words: TableWords) -> list[LabelArm]:
    """The arms that a row's label cells name, one a cell: a treatment, or a treatment and its comparator."""
    labels = grid.label_cells(row, max(grid.columns) + 1)
    return [arms[0] for _, cell in labels if (arms := read_label(doc, [(cell.start, cell.end)], words).arms)]


def _describes_patients(grid: Grid, row: int, doc: Doc, source: SourceText, words: TableWords) -> bool:
    """Whether the row's first label tells of age, sex or numbers of patients, and of no endpoint."""
    labels = grid.label_cells(row, max(grid.columns) + 1)
    if not labels:
        return False
    cell = labels[0][1]
    if read_label(doc, [(cell.start, cell.end)], words).endpoint:
        return False
    return words.baseline_rows.match(fold_lower(source.text[cell.start : cell.end]).strip()) is not None


def _sizes(grid: Grid, heads: dict[int, Label], source: SourceText, words: TableWords) -> dict[tuple[str, int], int]:
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
