"""The history grows by a line a run, and floors only rise."""

from datetime import date
from pathlib import Path

import pytest

from extract.evaluate.history import FloorsError, read_floors, record
from extract.evaluate.tally import Figure, Tally


def tallies(hits: int) -> dict[Figure, Tally]:
    return dict.fromkeys(Figure, Tally(hits, 100, 100))


def test_a_worse_run_is_recorded_and_lowers_no_floor(tmp_path: Path) -> None:
    record(tmp_path, "0.1.0", date(2026, 11, 24), 2, tallies(90))
    record(tmp_path, "0.1.0", date(2026, 11, 25), 2, tallies(80))
    assert (tmp_path / "scores.csv").read_text(encoding="utf-8").splitlines() == [
        "date,version,documents,mechanism,study,value,tuple,strict",
        "2026-11-24,0.1.0,2,0.900,0.900,0.900,0.900,0.900",
        "2026-11-25,0.1.0,2,0.800,0.800,0.800,0.800,0.800",
    ]
    assert read_floors(tmp_path / "floors.csv") == dict.fromkeys(Figure, 0.89)


@pytest.mark.parametrize(("line", "complaint"), [("tuples,0.9", "no figure 'tuples'"), ("tuple,high", "'high' is no")])
def test_a_wrong_floor_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    (tmp_path / "floors.csv").write_text(f"figure,f1\n{line}\n", encoding="utf-8")
    with pytest.raises(FloorsError, match=complaint):
        read_floors(tmp_path / "floors.csv")
