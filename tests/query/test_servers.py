"""SQLite and PostgreSQL give the same rows in the same order to the same question."""

from pathlib import Path

from extract.query.filter import Filter, Range
from extract.query.find import count_groups, find_documents, find_rows, sort_order
from extract.query.matching import NoLexicon
from extract.query.reader import open_reader
from extract.query.record import Record
from extract.query.where import build_where
from tests.query.evidence import evidence, fill_base, make_base, result

ROWS = (
    evidence("m1", kind="mechanism", drug="baricitinib", target="JAK1;JAK2"),
    evidence("s1", kind="study", drug="Étanercept", indication="pelade", phase="2/3", trial="ALLEGRO", n=718),
    result("r1", "ruxolitinib", "F-VASI75", trial="TRuE-V1", timepoint_weeks=24, value=29.8, approximate=True),
    result("r2", "ruxolitinib", "F-VASI50", timepoint_weeks=24, value=51.2, passage="L’œdème, puis l’ŒDÈME : TNF-α."),
    result(
        "r3", "ruxolitinib", "F-VASI75", document="b.pdf", check="p", certainty="negated", passage="À S16, p = 0,4."
    ),
    result("r4", "éfalizumab", "PASI75", document="b.pdf", timepoint_weeks=12, value=-5.2),
)

QUESTIONS = (
    Filter(),
    Filter(drugs=("ruxolitinib", "etanercept", "efalizumab", "baricitinib")),
    Filter(endpoints=("F-VASI",)),
    Filter(targets=("JAK",)),
    Filter(text="oedeme"),
    Filter(text='"tnf α"'),
    Filter(text="oed* puis"),
    Filter(text='"s16 p"'),
    Filter(text="d'oeil"),
    Filter(flagged=True, certainties=("negated",)),
    Filter(weeks=Range(12, 20), kinds=("result", "study")),
    Filter(documents=("B.PDF",), min_confidence=0.5),
    Filter(phases=("2/3",)),
)


def answers(location: str, criteria: Filter) -> list[Record]:
    """The rows that answer."""
    with open_reader(location) as reader:
        return list(find_rows(reader, build_where(reader, criteria, NoLexicon())))


def test_both_give_the_same_answers(tmp_path: Path, postgresql_url: str) -> None:
    file = make_base(tmp_path, *ROWS)
    fill_base(postgresql_url, *ROWS)
    for criteria in QUESTIONS:
        assert answers(postgresql_url, criteria) == answers(file, criteria), criteria


def test_both_sort_count_and_list_documents_alike(tmp_path: Path, postgresql_url: str) -> None:
    file = make_base(tmp_path, *ROWS)
    fill_base(postgresql_url, *ROWS)
    found = []
    for location in (file, postgresql_url):
        with open_reader(location) as reader:
            where = build_where(reader, Filter(), NoLexicon())
            ids = [row.id for row in find_rows(reader, where, sort_order("-value"))]
            found.append((ids, count_groups(reader, where, "drug"), find_documents(reader, where)))
    assert found[0] == found[1]
