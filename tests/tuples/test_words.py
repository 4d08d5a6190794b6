"""The quick test before a word list: it never hides a word of the list."""

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from extract.tuples.clauses import Clauses
from extract.tuples.words import WordList, words

QUICK: tuple[WordList, ...] = ("not_results", "outdoing")


@pytest.mark.parametrize("role", QUICK)
@given(data=st.data())
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
def test_one_of_the_openings_stands_wherever_a_word_of_the_list_does(role: WordList, data: st.DataObject) -> None:
    loose = re.compile(words(role).pattern.pattern.replace(r"(?<![\w-])", "").replace(r"(?![\w-])", ""))
    drawn = data.draw(st.from_regex(loose, fullmatch=True))
    assume(words(role).search(drawn))
    assert words(role).may_stand(Clauses(drawn, 0, ()).openings)


def test_a_list_without_openings_is_always_searched() -> None:
    assert words("verbs").may_stand(frozenset())
