"""What the label cells left of a value say together: criterion, treatment, trial, time, phase."""

import re
from collections.abc import Sequence
from typing import get_args

from spacy.tokens import Doc

from extract.entities.folding import fold_lower
from extract.text.model import SourceText
from extract.tuples.tables.additions import told_apart
from extract.tuples.tables.grid import Grid
from extract.tuples.tables.label import NOTHING_TOLD, Label, LabelArm
from extract.tuples.tables.labels import read_label
from extract.tuples.tables.words import TableWords
from schema.vocabulary import WEEKS_PER_MONTH, WEEKS_PER_YEAR, Phase


def read_stub(grid: Grid, row: int, column: int, doc: Doc, source: SourceText, words: TableWords) -> Label:
    """What the label cells left of a cell say together; of several that name arms the nearest counts."""
    stub = NOTHING_TOLD
    for label_column, cell in grid.label_cells(row, column):
        if label_column in grid.time_columns:
            read = _time(source.text[cell.start : cell.end], grid.time_columns[label_column])
        elif grid.head_words.get(label_column) == "phase":
            read = Label(phase=read_phase(source.text[cell.start : cell.end]))
        else:
            head = grid.head_words.get(label_column, "")
            read = _without_event(read_label(doc, [(cell.start, cell.end)], words), head)
            read = read._replace(noun=None) if words.is_subgroup_head(head) else read
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


_OF_DISEASES = re.compile(
    r"indication|maladie|pathologie|population|dermatose|affection|diagnostic|lesion|tumeur|cancer"
)


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


def added_arms(grid: Grid, rows: Sequence[int], doc: Doc, source: SourceText, words: TableWords) -> dict[int, LabelArm]:
    """The arms of rows that others share but for what their cells add to the drug."""
    named: dict[int, tuple[LabelArm, str]] = {}
    for row in rows:
        for _, cell in grid.label_cells(row, max(grid.columns) + 1):
            if arms := read_label(doc, [(cell.start, cell.end)], words).arms:
                named.setdefault(row, (arms[0], source.text[cell.start : cell.end]))
    return told_apart(named)


def row_arms(grid: Grid, row: int, doc: Doc, words: TableWords) -> list[LabelArm]:
    """The arms that a row's label cells name, one a cell: a treatment, or a treatment and its comparator."""
    labels = grid.label_cells(row, max(grid.columns) + 1)
    return [arms[0] for _, cell in labels if (arms := read_label(doc, [(cell.start, cell.end)], words).arms)]


def describes_patients(grid: Grid, row: int, doc: Doc, source: SourceText, words: TableWords) -> bool:
    """Whether the row's first label tells of age, sex or numbers of patients, and of no endpoint."""
    labels = grid.label_cells(row, max(grid.columns) + 1)
    if not labels:
        return False
    cell = labels[0][1]
    if read_label(doc, [(cell.start, cell.end)], words).endpoint:
        return False
    return words.baseline_rows.match(fold_lower(source.text[cell.start : cell.end]).strip()) is not None
