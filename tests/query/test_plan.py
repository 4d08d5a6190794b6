"""Which index SQLite takes for each filter, without statistics, and that a page of rows needs no sorting of many.

`tests/benchmarks/query.py` measures the same on a million rows.
"""

import sqlite3

import pytest

from extract.query.filter import Filter, Range
from extract.query.find import selected_columns
from extract.query.reader import FileReader, open_reader
from extract.query.synonyms import Synonyms
from extract.query.vocabulary import NameColumn, stored_names
from extract.query.where import build_where
from tests.query.evidence import make_base, result


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    row = result("r1", "ruxolitinib", "PASI75", target="JAK1", trial="TRuE-V1", registry="NCT1", comparator="placebo",
                 indication="vitiligo")  # fmt: skip
    return make_base(tmp_path_factory.mktemp("plan"), row)


@pytest.mark.parametrize(
    ("criteria", "index", "is_sorted"),
    [
        (Filter(), "ix_evidence_place", False),
        (Filter(drugs=("ruxolitinib",)), "ix_evidence_order (drug=?)", False),
        (Filter(drugs=("ruxolitinib",), kinds=("study",), phases=("3",)), "ix_evidence_order (drug=?)", False),
        (Filter(targets=("JAK",)), "ix_evidence_target (target=?)", True),
        (Filter(indications=("vitiligo",)), "ix_evidence_indication_year (indication=?)", True),
        (Filter(endpoints=("PASI",)), "ix_evidence_endpoint_weeks (endpoint=?)", True),
        (Filter(endpoints=("PASI",), reviews=("accepted",)), "ix_evidence_endpoint_weeks (endpoint=?)", True),
        (Filter(trials=("TRuE-V1",), kinds=("mechanism",)), "ix_evidence_trial (trial=?)", True),
        (Filter(registries=("NCT1",)), "ix_evidence_registry (registry=?)", True),
        (Filter(comparators=("placebo",)), "ix_evidence_comparator (comparator=?)", True),
        (Filter(documents=("a.pdf",)), "ix_evidence_document_id (document_id=?)", True),
        (Filter(text="phrase"), "ix_evidence_passage_id (passage_id=?)", True),
        (Filter(kinds=("mechanism",)), "ix_evidence_kind_place (kind=?)", False),
        (Filter(kinds=("result",)), "ix_evidence_place", False),
        (Filter(certainties=("negated",), kinds=("study",)), "ix_evidence_certainty_place (certainty=?)", False),
        (Filter(reviews=("corrected",), certainties=("affirmed",)), "ix_evidence_review_place (review=?)", False),
        (Filter(phases=("3",), kinds=("study",)), "ix_evidence_phase_place (phase=?)", False),
        (Filter(flagged=True), "ix_evidence_check_place", False),
        (Filter(weeks=Range(12, 24)), "ix_evidence_timepoint_weeks_place (timepoint_weeks>?", True),
        (Filter(years=Range(2020, 2022)), "ix_evidence_year_place (year>?", True),
    ],
)  # fmt: skip
def test_every_filter_has_its_index(base: str, criteria: Filter, index: str, is_sorted: bool) -> None:
    with open_reader(base) as reader:
        where = build_where(reader, criteria, Synonyms())
    sql = f"SELECT {selected_columns()} FROM evidence {where.sql} ORDER BY {', '.join(where.order)} LIMIT 50"
    connection = sqlite3.connect(base)
    steps = [step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {sql}", where.values)]
    connection.close()
    assert index in " ".join(steps)
    assert ("USE TEMP B-TREE FOR ORDER BY" in steps) == is_sorted


@pytest.mark.parametrize("column", ["drug", "target", "indication", "endpoint", "trial", "registry", "comparator"])
def test_the_names_of_a_column_come_from_its_index(base: str, column: NameColumn) -> None:
    statements: list[str] = []
    connection = sqlite3.connect(base)
    connection.set_trace_callback(statements.append)
    assert stored_names(FileReader(connection), column)
    connection.set_trace_callback(None)
    steps = [step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {statements[0]}")]
    connection.close()
    read = [step for step in steps if "evidence" in step]
    assert len(read) == 2
    assert all("COVERING INDEX ix_evidence_" in step for step in read)
