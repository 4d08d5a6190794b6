"""`load_rules`: all rules files read, a user's folder laid over ours, and everything checked against everything."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from extract.rules.checks import NAME_COLUMNS, check
from extract.rules.cues import CUE_FILES, lay_cues_over, read_cues
from extract.rules.entries import rules_from
from extract.rules.model import Rules
from extract.rules.tables import Columns, Row, RuleError, read_rows
from extract.rules.word_lists import WORD_FILES, read_word_lists

RULES_DIR = Path(__file__).parent

_DRUG_COLUMNS = Columns(("inn", "english", "synonyms", "class", "targets", "atc", "routes"))
FILES: dict[str, Columns] = {
    "drugs.csv": _DRUG_COLUMNS,
    "medicines.csv": _DRUG_COLUMNS,
    "drug_classes.csv": Columns(("name", "synonyms", "targets", "includes")),
    "procedures.csv": Columns(("name", "synonyms", "route", "except")),
    "targets.csv": Columns(("symbol", "family", "synonyms")),
    "diseases.csv": Columns(("name", "synonyms", "abbreviations", "field")),
    "scales.csv": Columns(("scale", "names", "percent", "cutoff", "points", "zero_one", "default")),
    "endpoints.csv": Columns(("label", "kind", "synonyms", "forms", "except")),
    "trials.csv": Columns(("acronym", "drug", "indication", "phase", "synonyms")),
    "comparators.csv": Columns(("name", "synonyms", "except")),
    "routes.csv": Columns(("name", "synonyms", "except")),
    "event_cues.csv": Columns(("expression",)),
}
"""The lexicon files and their columns; the first column names the row."""

_REMOVAL = "-"


@lru_cache(maxsize=4)
def load_rules(overlay: Path | None = None) -> Rules:
    """Our rules, with the files of the folder `overlay` laid over them; read once, then kept.

    A row of `overlay` whose name we have fills or replaces our row's cells and adds its synonyms; a new name is a new
    row; a name that starts with `-` takes our row away. Cues and word lists add to ours; the word lists are
    checked here, and read where they are used (`read_word_lists`).

    Raises RuleError where a file is wrong or unknown, naming file, line, column and remedy.

    >>> load_rules().drug_named("Dupixent").targets
    ('IL-4RA',)
    """
    tables = {name: read_table(name, overlay) for name in FILES}
    cues = {name: read_cues(RULES_DIR / name) for name in CUE_FILES}
    if overlay is not None:
        for name in CUE_FILES:
            if (overlay / name).is_file():
                cues[name] = lay_cues_over(cues[name], read_cues(overlay / name))
    for name in WORD_FILES:
        read_word_lists(name, overlay)
    check(tables)
    return rules_from(tables, cues)


def read_table(name: str, overlay: Path | None = None) -> list[Row]:
    """The rows of one file of `FILES`, with those of the folder `overlay` laid over them; no other file is read.

    For the query side, which must start quickly: `load_rules` checks every file against every other.
    """
    rows = read_rows(RULES_DIR / name, FILES[name])
    if overlay is None:
        return rows
    _check_folder(overlay)
    return _laid_over(rows, read_rows(overlay / name, FILES[name])) if (overlay / name).is_file() else rows


def _check_folder(overlay: Path) -> None:
    if not overlay.is_dir():
        raise RuleError(f"{overlay}: there is no such folder; give the folder that holds your rules files")
    known = [*FILES, *CUE_FILES, *WORD_FILES]
    for path in sorted(overlay.iterdir()):
        if path.suffix.lower() in {".csv", ".yaml", ".yml"} and path.name not in known:
            close = get_close_matches(path.name, known, 1)
            hint = f"did you mean {close[0]}?" if close else f"the files are {', '.join(known)}"
            raise RuleError(f"{path}: no rules file has that name; {hint}")


def _laid_over(ours: Sequence[Row], theirs: Iterable[Row]) -> list[Row]:
    rows = {row.key: row for row in ours}
    for row in theirs:
        if not row.key.startswith(_REMOVAL):
            rows[row.key] = _merged(rows[row.key], row) if row.key in rows else row
        elif rows.pop(row.key.removeprefix(_REMOVAL).strip(), None) is None:
            problem = f"« {row.key} » takes away a row that there is not"
            raise row.error(next(iter(row.cells)), problem, "check its spelling")
    return list(rows.values())


def _merged(ours: Row, theirs: Row) -> Row:
    cells = {}
    for column, cell in theirs.cells.items():
        mine = ours.cells[column]
        cells[column] = f"{mine}|{cell}" if column in NAME_COLUMNS and mine and cell else cell or mine
    return Row(theirs.file, theirs.line, cells)
