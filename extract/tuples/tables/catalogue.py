"""`mechanism` and `study` rows from tables that list drugs: « Molécule | Cible | Phase | Essai | Indication »."""

from collections.abc import Iterator

from spacy.tokens import Doc

from extract.entities.model import Certainty, Disease, Target, Trial
from extract.entities.spans import folded_of, values_in
from extract.text.model import SourceText, TextCell
from extract.tuples.context import Context
from extract.tuples.model import Draft
from extract.tuples.tables.cells import read_cell
from extract.tuples.tables.grid import Grid, read_grids
from extract.tuples.tables.stubs import read_phase, row_arms
from extract.tuples.tables.words import TableWords, load_words
from schema.vocabulary import Status

CONFIDENCE = 0.85
"""The author's estimate of a listed row's precision, until gold has measured it (`extract/rules/confidence.yaml`)."""


def find_listed(doc: Doc, source: SourceText, context: Context) -> Iterator[Draft]:
    """The targets and studies that tables list, one row a drug; none from tables without such columns."""
    words = load_words(context.rules_dir)
    for table, grid in read_grids(doc, source, words):
        if words.target_heads.isdisjoint(grid.head_words.values()) and "phase" not in grid.head_words.values():
            continue
        caption = table.caption or (table.start, table.start)
        indication = _disease(doc, *caption) or context.at(caption[0]).indication
        for row in grid.body:
            arms = row_arms(grid, row, doc, words)
            if arms and arms[0].name and not arms[0].is_control:
                yield from _mechanisms(grid, row, arms[0].name, doc, words)
                yield from _studies(grid, row, arms[0].name, indication, doc, source, words)


def _mechanisms(grid: Grid, row: int, drug: str, doc: Doc, words: TableWords) -> Iterator[Draft]:
    cell = _under(grid, row, words.target_heads)
    if cell is None:
        return
    start, end = grid.row_range(row)
    symbols = (target.symbol for target in values_in(doc, "target", Target, cell.start, cell.end))
    for symbol in dict.fromkeys(symbols):
        yield Draft("mechanism", "table.mechanism", CONFIDENCE, start, end, drug=drug, target=symbol)


def _studies(
    grid: Grid, row: int, drug: str, indication: str | None, doc: Doc, source: SourceText, words: TableWords
) -> Iterator[Draft]:
    """The study of a row that names a trial or a phase."""
    start, end = grid.row_range(row)
    phase_cell = _under(grid, row, frozenset({"phase"}))
    phase = read_phase(source.text[phase_cell.start : phase_cell.end]) if phase_cell else None
    trials = tuple(dict.fromkeys(trial.acronym for trial in values_in(doc, "trial", Trial, start, end)))
    if phase is None and (not trials or phase_cell is None):
        return
    size = _under(grid, row, words.size_heads)
    n = read_cell(source.text[size.start : size.end]) if size else None
    yield Draft(
        "study", "table.study", CONFIDENCE, start, end, drug=drug, phase=phase, trials=trials[:1],
        indication=_disease(doc, start, end) or indication,
        status=_status(doc, start, end),
        n=int(n.value) if n and n.value is not None and n.is_whole else None,
    )  # fmt: skip


def _under(grid: Grid, row: int, heads: frozenset[str]) -> TextCell | None:
    """The row's cell under the first column whose head is one of `heads`, or None."""
    column = next((column for column, head in grid.head_words.items() if head in heads), None)
    return grid.cells.get((row, column)) if column is not None else None


def _disease(doc: Doc, start: int, end: int) -> str | None:
    return next((disease.name for disease in values_in(doc, "disease", Disease, start, end)), None)


def _status(doc: Doc, start: int, end: int) -> Status:
    """The status that a row tells; a listed study without one is taken as completed, as in prose."""
    found: list[Status] = [cue.status for cue in values_in(doc, "certainty", Certainty, start, end) if cue.status]
    plain = folded_of(doc)[start:end]
    if not found and "en cours" in plain:
        return "ongoing"
    if not found and "prevu" in plain:
        return "planned"
    return found[0] if found else "completed"
