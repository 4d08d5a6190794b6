"""The dated history of scores and the floors that CI holds: two small CSV files beside the gold."""

import csv
import math
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from extract.evaluate.tally import Figure, Tally
from schema.errors import UsageError

HISTORY = "scores.csv"
FLOORS = "floors.csv"

SLACK = 0.01
"""A floor lies this far below the recorded score, so that a change of one or two facts elsewhere does not stop work."""


class FloorsError(UsageError):
    """A floors file with an unknown figure or a number that is none; the message names both."""


def record(folder: Path, version: str, day: date, documents: int, tallies: Mapping[Figure, Tally]) -> None:
    """Append one line to the history in `folder` and raise the floors there; a floor never falls."""
    path = folder / HISTORY
    is_new = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if is_new:
            writer.writerow(["date", "version", "documents", *Figure])
        writer.writerow([day.isoformat(), version, documents, *(f"{tallies[figure].f1:.3f}" for figure in Figure)])
    _write_floors(folder / FLOORS, raised(read_floors(folder / FLOORS), tallies))


def raised(floors: Mapping[Figure, float], tallies: Mapping[Figure, Tally]) -> dict[Figure, float]:
    """The floors after a run: each the higher of the old one and the new F1 less `SLACK`, rounded down to 0.01.

    >>> raised({Figure.STUDY: 0.9}, {Figure.STUDY: Tally(8, 10, 10), Figure.VALUE: Tally(8, 10, 10)})
    {<Figure.STUDY: 'study'>: 0.9, <Figure.VALUE: 'value'>: 0.79}
    """
    reached = {
        figure: max(0.0, math.floor((round(tally.f1, 3) - SLACK) * 100 + 1e-6) / 100)
        for figure, tally in tallies.items()
    }
    return {figure: max(floors.get(figure, 0.0), floor) for figure, floor in reached.items()}


def read_floors(path: Path) -> dict[Figure, float]:
    """The floors of a file with the columns `figure` and `f1`; none where there is no file. Raises `FloorsError`."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {_figure(path, row["figure"]): _share(path, row["f1"]) for row in csv.DictReader(file)}


def below(floors: Mapping[Figure, float], tallies: Mapping[Figure, Tally]) -> list[str]:
    """One line for each figure under its floor.

    >>> below({Figure.STUDY: 0.9}, {Figure.STUDY: Tally(8, 10, 10)})
    ['study: F1 0.800 is below the floor 0.90']
    """
    return [
        f"{figure}: F1 {tallies[figure].f1:.3f} is below the floor {floor:.2f}"
        for figure, floor in floors.items()
        if round(tallies[figure].f1, 3) < floor
    ]


def _write_floors(path: Path, floors: Mapping[Figure, float]) -> None:
    lines = ["figure,f1", *(f"{figure},{floor:.2f}" for figure, floor in floors.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _figure(path: Path, name: str) -> Figure:
    try:
        return Figure(name)
    except ValueError as error:
        raise FloorsError(f"{path}: no figure {name!r}; use {', '.join(Figure)}") from error


def _share(path: Path, text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise FloorsError(f"{path}: {text!r} is no number between 0 and 1") from error
