"""The quick test for a population: it never hides what an expression would find."""

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from extract.tuples import slots

POPULATIONS = [slots._AMONG, slots._IN_STATE, slots._WHO_HAD]


@pytest.mark.parametrize("expression", POPULATIONS)
@given(data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_one_of_the_endings_closes_every_match(expression: re.Pattern[str], data: st.DataObject) -> None:
    drawn = data.draw(st.from_regex(expression))
    assume(expression.search(drawn))
    assert drawn.rstrip().endswith(slots._BEFORE_POPULATION)
