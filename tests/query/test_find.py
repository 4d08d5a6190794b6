"""Filters, alone and together, on a small base: which rows answer."""

from pathlib import Path

import pytest

from extract.query.filter import Filter, Range
from extract.query.find import GroupCount, count_groups, count_rows, find_documents, find_rows, sort_order
from extract.query.matching import NoLexicon
from extract.query.reader import open_reader
from extract.query.where import build_where
from schema.errors import UsageError
from tests.query.evidence import evidence, make_base, result
from tests.store.articles import article, mechanism, new_base, reader, write

ROWS = (
    evidence("m1", kind="mechanism", drug="baricitinib", target="JAK1;JAK2", target_source="text"),
    evidence("s1", kind="study", drug="ritlécitinib", indication="pelade", phase="2/3", trial="ALLEGRO", n=718),
    result("r1", "ruxolitinib", "F-VASI75", trial="TRuE-V1;TRuE-V2", timepoint_weeks=24, year=2022, phase="3"),
    result("r2", "adalimumab + méthotrexate", "PASI75", indication="psoriasis en plaques", phase="4", check="p"),
    result("r3", "bimékizumab", "PASI90", comparator="placebo", timepoint_weeks=16, certainty="negated"),
    result("r4", "bimékizumab", "infections graves", document="b.pdf", registry="NCT03370133", phase="2b"),
    result("r5", "x' OR '1'='1", "100 % de réponse_", document="b.pdf", passage="L’œdème a régressé à S16."),
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    return make_base(tmp_path_factory.mktemp("query"), *ROWS)


def ids(base: str, criteria: Filter) -> list[str]:
    """The ids of the rows that answer, sorted."""
    with open_reader(base) as held:
        where = build_where(held, criteria, NoLexicon())
        return sorted(row.id for row in find_rows(held, where))


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        (Filter(), ["m1", "r1", "r2", "r3", "r4", "r5", "s1"]),
        (Filter(drugs=("RITLECITINIB",)), ["s1"]),
        (Filter(drugs=("méthotrexate",)), ["r2"]),
        (Filter(drugs=("ruxolitinib", "bimekizumab")), ["r1", "r3", "r4"]),
        (Filter(drugs=("tinib",)), []),
        (Filter(drugs=("x' OR '1'='1",)), ["r5"]),
        (Filter(drugs=("1' OR '1'='1",)), []),
        (Filter(drugs=("%",)), []),
        (Filter(drugs=("",)), []),
        (Filter(targets=("jak2",)), ["m1"]),
        (Filter(targets=("JAK",)), ["m1"]),
        (Filter(indications=("psoriasis",)), ["r2"]),
        (Filter(endpoints=("PASI",)), ["r2", "r3"]),
        (Filter(endpoints=("pasi 90", "PASI90")), ["r3"]),
        (Filter(endpoints=("PAS",)), []),
        (Filter(endpoints=("infections",)), ["r4"]),
        (Filter(trials=("true-v2",)), ["r1"]),
        (Filter(trials=("TRuE-V",)), ["r1"]),
        (Filter(registries=("nct03370133",)), ["r4"]),
        (Filter(comparators=("placebo",)), ["r3"]),
        (Filter(documents=("B.PDF",)), ["r4", "r5"]),
        (Filter(documents=("_",)), []),
        (Filter(kinds=("mechanism", "study")), ["m1", "s1"]),
        (Filter(phases=("2/3", "2b")), ["r4", "s1"]),
        (Filter(certainties=("negated",)), ["r3"]),
        (Filter(weeks=Range(12, 20)), ["r3"]),
        (Filter(weeks=Range(low=20)), ["r1"]),
        (Filter(years=Range(2022, 2022)), ["r1"]),
        (Filter(flagged=True), ["r2"]),
        (Filter(flagged=False, endpoints=("PASI",)), ["r3"]),
        (Filter(min_confidence=0.5, drugs=("ruxolitinib",)), ["r1"]),
        (Filter(text="oedème"), ["r5"]),
        (Filter(text='"oedeme a régressé" s16'), ["r5"]),
        (Filter(text='"a oedeme"'), []),
        (Filter(text="regres*"), ["r5"]),
        (Filter(text="regres"), []),
        (Filter(text="phrase", drugs=("baricitinib",)), ["m1"]),
        (Filter(endpoints=("PASI",), phases=("4",)), ["r2"]),
        (Filter(endpoints=("PASI",), phases=("3",)), []),
    ],
)
def test_rows_that_meet_every_criterion(base: str, criteria: Filter, expected: list[str]) -> None:
    assert ids(base, criteria) == expected


def test_a_name_that_nothing_matches_gets_suggestions(base: str) -> None:
    with open_reader(base) as held:
        where = build_where(held, Filter(drugs=("bimekizumabe", "ruxolitinib")), NoLexicon())
    assert [(name.asked, name.similar) for name in where.unmatched] == [("bimekizumabe", ("bimékizumab",))]


def test_a_search_without_a_word_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="holds no word"):
        ids(base, Filter(text="« % »"))


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        (Filter(), ["m1", "s1", "r1", "r2", "r3", "r4", "r5"]),
        (Filter(kinds=("result",)), ["r1", "r2", "r3", "r4", "r5"]),
        (Filter(drugs=("bimékizumab", "ruxolitinib", "baricitinib")), ["m1", "r3", "r4", "r1"]),
    ],
)
def test_rows_come_as_read_or_where_names_are_asked_for_as_an_evidence_table(
    base: str, criteria: Filter, expected: list[str]
) -> None:
    with open_reader(base) as held:
        rows = list(find_rows(held, build_where(held, criteria, NoLexicon())))
    assert [row.id for row in rows] == expected


def test_sorting_by_a_column_and_a_limit(base: str) -> None:
    with open_reader(base) as held:
        where = build_where(held, Filter(endpoints=("PASI", "F-VASI")), NoLexicon())
        rows = list(find_rows(held, where, sort_order("-timepoint_weeks"), limit=2))
    assert [row.id for row in rows] == ["r1", "r3"]


def test_counts(base: str) -> None:
    with open_reader(base) as held:
        where = build_where(held, Filter(kinds=("result",)), NoLexicon())
        assert count_rows(held, where) == 5
        assert count_groups(held, where, "document") == (GroupCount("a.pdf", 3, 1), GroupCount("b.pdf", 2, 1))
        assert [(d.name, d.rows) for d in find_documents(held, where)] == [("a.pdf", 3), ("b.pdf", 2)]


@pytest.mark.parametrize("criteria", [Filter(), Filter(kinds=("result",)), Filter(endpoints=("PASI", "F-VASI"))])
def test_rows_do_not_depend_on_which_document_was_stored_first(tmp_path: Path, criteria: Filter) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    first.mkdir()
    second.mkdir()
    one, other = make_base(first, *ROWS), make_base(second, *ROWS[5:], *ROWS[:5])
    assert ids_in_order(one, criteria) == ids_in_order(other, criteria)


def ids_in_order(base: str, criteria: Filter) -> list[str]:
    """The ids of the rows that answer, as they come."""
    with open_reader(base) as held:
        return [row.id for row in find_rows(held, build_where(held, criteria, NoLexicon()))]


def test_rows_of_a_replaced_document_show_only_where_they_are_asked_for(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        by = reader(base)
        write(base, by, article(b"old", "a.pdf", mechanism("old", "JAK1")), "/a.pdf")
        write(base, by, article(b"new", "a.pdf", mechanism("new", "JAK2")), "/a.pdf")
        path = str(base.file)
    assert ids(path, Filter()) == ["new"]
    assert ids(path, Filter(superseded=True)) == ["new", "old"]
