"""One number of a table with all that its heads, stubs, group heading and caption say of it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from extract.text.model import SourceText, TextTable
from extract.tuples.tables.axes import PAIR, Axes, read_axes
from extract.tuples.tables.cells import CellValue, read_cell
from extract.tuples.tables.grid import Grid
from extract.tuples.tables.label import NOTHING_TOLD, Label, LabelArm
from extract.tuples.tables.labels import caption_contrast, exceptions, read_caption, read_label
from extract.tuples.tables.stubs import added_arms, describes_patients, read_stub, row_arms
from extract.tuples.tables.words import TableWords
from schema.vocabulary import EffectMeasure

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
    in_row_of_baseline: bool = False
    is_derived: bool = False  # a reduction against the comparator of what the row above measures


class _Reading(NamedTuple):
    """A table with its labels read: its axes, the caption, and how many arms it has."""

    grid: Grid
    doc: Doc
    source: SourceText
    words: TableWords
    axes: Axes
    caption: Label
    exempt: dict[str, Label]
    has_one_arm: bool
    control: LabelArm | None
    added: dict[int, LabelArm]  # the arms of rows that differ from another's by an addition
    contrast: EffectMeasure | None  # what all numbers are, where the caption opens with it and no head names one


def read_observations(
    grid: Grid, table: TextTable, doc: Doc, source: SourceText, words: TableWords
) -> Iterator[Observation]:
    """The observations of a table, row by row; sizes of arms and rows that describe patients are left out."""
    axes = read_axes(grid, doc, source, words)
    rows = [row for row in grid.body if not describes_patients(grid, row, doc, source, words)]
    if axes.in_columns:
        arms = dict.fromkeys(arm for column in axes.anchors for arm in axes.heads[column].arms[:1])
    else:
        arms = dict.fromkeys(arm for row in rows for arm in row_arms(grid, row, doc, words))
    reading = _Reading(
        grid, doc, source, words, axes, _around(grid, axes, read_caption(doc, table.caption, words)),
        exceptions(doc, table.caption), len(arms) < PAIR, next((arm for arm in arms if arm.is_control), None),
        {} if axes.in_columns else added_arms(grid, rows, doc, source, words),
        None if any(head.is_statistic for head in axes.heads.values()) else caption_contrast(doc, table.caption),
    )  # fmt: skip
    above: tuple[Observation, ...] = ()  # of the last row with an endpoint of its own and of those that depend on it
    for row in rows:
        found = list(_in_row(reading, row, above))
        yield from found
        own = [o for o in found if o.row == row]
        above = (*above, *own) if own and own[0].is_derived else tuple(own) or above


def _around(grid: Grid, axes: Axes, caption: Label) -> Label:
    """The caption with what the corner over the stubs adds: « Effet indésirable, n (%) »."""
    corner = axes.heads[grid.columns[0]]
    if not corner.endpoint and not corner.is_percent:
        return caption
    kind = Label(measure=corner.measure, is_percent=corner.is_percent, counts_first=corner.counts_first)
    return kind._replace(endpoint=corner.endpoint, endpoint_kind=corner.endpoint_kind).over(caption)


def _in_row(reading: _Reading, row: int, above: Sequence[Observation]) -> Iterator[Observation]:
    grid, axes = reading.grid, reading.axes
    named = row_arms(grid, row, reading.doc, reading.words)
    stub: Label | None = None  # the same up to the next column of labels
    for column in grid.columns:
        if column in grid.label_columns:
            stub = None
        if column in axes.left_out or (row, column) not in grid.cells:
            continue
        stub = stub or _stub(reading, row, column)
        at = grid.cells[row, column]
        holds_p = axes.heads[column].holds_p or stub.holds_p
        cell = read_cell(reading.source.text[at.start : at.end], True) if holds_p else grid.values[row, column]
        if cell is None or (stub.is_baseline and axes.in_columns):
            continue
        yield from _placed(_observe(reading, row, column, stub, cell, named), stub, above, reading)


def _stub(reading: _Reading, row: int, column: int) -> Label:
    """What stands left of a cell; a treatment that no lexicon knows is an arm by its own words."""
    grid, axes, words = reading.grid, reading.axes, reading.words
    stub = read_stub(grid, row, column, reading.doc, reading.source, words)
    if stub.arms and row in reading.added:
        return stub._replace(arms=(reading.added[row], *stub.arms[1:]))
    own = next((c for at, c in grid.label_cells(row, column) if at == axes.unnamed), None)
    if own is None or stub.arms or stub.is_statistic:
        return stub
    label = read_label(reading.doc, [(own.start, own.end)], words)
    if label.endpoint or not label.noun or len(label.noun.split()) > MAX_ARM_WORDS:
        return stub
    return stub._replace(arms=(LabelArm(label.noun),), noun=None if stub.noun == label.noun else stub.noun)


MAX_ARM_WORDS = 5
"""Words of a treatment; a longer text in its column tells of something else."""


def _placed(
    observation: Observation, stub: Label, above: Sequence[Observation], reading: _Reading
) -> Iterator[Observation]:
    """The observation with its comparator, or as one of the rows above that it has no endpoint beside.

    A row « p » or « différence » compares the arms on what stands above it; « réduction vs placebo » measures the same
    endpoint.
    """
    axes, column = reading.axes, observation.column
    if not axes.in_columns:
        yield from _of_columns(observation, reading)
    elif stub.is_statistic and (stub.endpoint or stub.noun):
        arm, versus = axes.pair(column)
        label = observation.label._replace(n=None)  # the size of one arm is none of the ratio's
        yield observation._replace(label=label, arm=arm, versus=versus)
    elif stub.is_statistic:
        rows = dict.fromkeys(other.row for other in above if stub.holds_p or not other.is_derived)
        arm = None if len(axes.compared(column)) == PAIR else axes.pair(column)[0]
        for row in rows:
            yield observation._replace(key=("row", row, *observation.key[2:]), arm=arm, row=row)
    elif above and _is_reduction(stub):
        yield _derived(observation, above[0].label, axes.pair(column)[1])
    else:
        yield observation


def _of_columns(observation: Observation, reading: _Reading) -> Iterator[Observation]:
    """The observation, against the control where its column tells of reductions, its p for the column before, too."""
    axes, column = reading.axes, observation.column
    is_comparison = observation.label.is_comparison or reading.caption.is_comparison
    against = column in axes.derived and is_comparison and observation.arm != reading.control
    yield observation._replace(versus=reading.control) if against else observation
    if observation.label.holds_p and (of := axes.derived.get(axes.anchors[column])) is not None:
        yield observation._replace(key=("column", axes.anchors[of], *observation.key[2:]))


def _is_reduction(stub: Label) -> bool:
    """« Réduction vs placebo, % », which names no endpoint."""
    is_change = stub.measure in ("mean_change", "percent_change")
    return is_change and stub.is_comparison and not (stub.endpoint or stub.noun)


def _derived(observation: Observation, above: Label, versus: LabelArm | None) -> Observation:
    label = observation.label._replace(endpoint=above.endpoint, noun=above.noun, endpoint_kind=None)
    return observation._replace(label=label, versus=versus, is_derived=True)


def _observe(
    reading: _Reading, row: int, column: int, stub: Label, cell: CellValue, named: list[LabelArm]
) -> Observation:
    """The observation of one cell; `named` are the arms that the row names, two where it compares them itself."""
    axes = reading.axes
    head, in_columns = axes.heads[column], axes.in_columns
    arm = _arm(head, stub, axes)
    label = _joined(head, stub, in_columns)
    label = label.over(reading.exempt.get(next(iter(label.trials), ""), NOTHING_TOLD)).over(reading.caption)
    if reading.contrast and not label.is_statistic:
        label = label._replace(contrast=reading.contrast)
    label = label._replace(n=_size(reading, row, column, stub, label))
    if not in_columns and stub.is_comparison and len(stub.arms) == PAIR:
        named = list(stub.arms)  # « Omalizumab vs placebo » in one cell
    paired = not in_columns and len(named) > 1
    if in_columns or paired:
        key: GroupKey = ("row", row, *((axes.strands[column],) if in_columns else (head.trials, head.weeks)))
    else:
        apart = None if stub.arms or stub.is_statistic else row  # « Bras », « Jambes »: parts of the patients
        key = ("column", axes.anchors[column], stub.endpoint or stub.noun or apart, stub.weeks, stub.trials)
    if paired and head.is_statistic:
        return Observation(key, label, named[0], cell, row, column, versus=named[-1])
    return Observation(key, label, arm, cell, row, column, in_row_of_baseline=stub.is_baseline)


def _size(reading: _Reading, row: int, column: int, stub: Label, label: Label) -> int | None:
    """The size of the arm: from a row or column of sizes, else where the arm is named; a trial's or a caption's size is
    that of the arm where the table has no other."""
    axes = reading.axes
    if axes.in_columns:
        own = axes.sizes.get(("column", column)) or axes.heads[column].n
    else:
        own = axes.sizes.get(("row", row)) if stub.arms else None
        own = own or (stub.n if stub.arms else None)
    return own or (label.n if reading.has_one_arm else None)


def _arm(head: Label, stub: Label, axes: Axes) -> LabelArm | None:
    """The arm of a cell; a column beside that of the comparator holds the values of the treatment in the row."""
    if stub.is_statistic or (axes.in_columns and head.is_statistic):
        return None
    if not axes.in_columns or axes.has_control_heads_only:
        return next(iter(head.arms if axes.in_columns and head.arms else stub.arms), None)
    if head.arms and head.arms[0].name is None and stub.arms:
        return stub.arms[0]._replace(dose=stub.arms[0].dose or head.arms[0].dose)
    return next(iter(head.arms), None)


def _joined(head: Label, stub: Label, in_columns: bool) -> Label:
    """Head and stub as one label: the axis that does not name the arms names the endpoint first."""
    inner, outer = (stub, head) if in_columns else (head, stub)
    joined = _graded(inner.over(outer), outer)
    return joined._replace(
        arms=head.arms if in_columns else stub.arms,
        n=head.n or stub.n,
        holds_p=head.holds_p or stub.holds_p,
        contrast=head.contrast or stub.contrast,
        other_contrasts=(*head.other_contrasts, *stub.other_contrasts),
        is_baseline=head.is_baseline or (stub.is_baseline and not in_columns),
        is_comparison=head.is_comparison or stub.is_comparison,
    )


def _graded(label: Label, outer: Label) -> Label:
    """The label of events with the grade that the heads tell: « prurit » under « Grade 3-4 »."""
    grade = _GRADE.fullmatch(outer.noun or "")
    event = label.endpoint or label.noun
    if grade is None or event is None or event == outer.noun:
        return label
    return label._replace(endpoint=f"{event} de grade {grade['grade']}")


_GRADE = re.compile(r"(?:de )?grades? (?P<grade>(?:≥ ?)?\d(?: ?(?:-|–|/|et|ou) ?\d)?)", re.IGNORECASE)
