"""Whatever a user types finds rows or nothing; it never breaks the query or reads as part of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.query.filter import Filter
from extract.query.find import find_rows
from extract.query.parse import phases, weeks, years
from extract.query.reader import open_reader
from extract.query.synonyms import Synonyms
from extract.query.where import build_where
from schema.errors import UsageError
from tests.query.evidence import make_base, result

SQL = st.text(alphabet="ab'\"%_;()*-^:+ \\\x00\u202eœé0NEARORANDNOT«»{}", max_size=12)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    return make_base(tmp_path_factory.mktemp("hostile"), result("r1", "ruxolitinib", "PASI75", passage="Une phrase."))


@given(asked=SQL | st.text(max_size=8))
@settings(max_examples=60, deadline=None)
def test_names_and_words_are_taken_literally(base: str, asked: str) -> None:
    with open_reader(base) as reader:
        for criteria in (Filter(drugs=(asked,)), Filter(registries=(asked,), documents=(asked,)), Filter(text=asked)):
            try:
                rows = list(find_rows(reader, build_where(reader, criteria, Synonyms())))
            except UsageError:
                assert criteria.text  # nothing to search for
            else:
                assert [row.id for row in rows] in ([], ["r1"])


@given(asked=st.text(alphabet="0123456789-–:.,abmwyIVX/ ", max_size=8))
@settings(max_examples=200, deadline=None)
def test_ranges_are_read_or_refused(asked: str) -> None:
    for read in (phases, weeks, years):
        try:
            assert read(asked)
        except UsageError as error:
            assert asked in str(error) or asked.strip() in str(error)
