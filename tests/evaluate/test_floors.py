"""The project's own gold: what is extracted from the corpus stays at or above the floors, and floors only rise."""

import csv
from pathlib import Path

import pytest

from extract.evaluate.gold import read_gold
from extract.evaluate.history import FLOORS, HISTORY, below, raised, read_floors
from extract.evaluate.score import score
from extract.evaluate.source import rows_of_documents
from extract.evaluate.tally import Figure, Tally
from extract.ingest.document import extract_document

CORPUS = Path(__file__).parents[2] / "corpus"
GOLD = read_gold(CORPUS / "gold.jsonl")


@pytest.mark.slow
def test_the_corpus_is_extracted_above_the_floors() -> None:
    documents = [extract_document((CORPUS / one.name).read_bytes(), one.name) for one in GOLD]
    tallies = score(GOLD, rows_of_documents(documents)).tallies
    assert below(read_floors(CORPUS / FLOORS), tallies) == []


def test_each_figure_has_a_floor() -> None:
    assert set(read_floors(CORPUS / FLOORS)) == set(Figure)


def test_no_floor_lies_below_what_the_history_reached() -> None:
    floors = read_floors(CORPUS / FLOORS)
    with (CORPUS / HISTORY).open(encoding="utf-8", newline="") as file:
        runs = [row for row in csv.DictReader(file) if int(row["documents"]) == len(GOLD)]
    reached = [{figure: Tally(round(float(run[figure]) * 1000), 1000, 1000) for figure in Figure} for run in runs]
    assert reached
    assert [raised(floors, tallies) for tallies in reached] == [floors] * len(reached)
