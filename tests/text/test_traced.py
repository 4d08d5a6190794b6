"""Origins survive any sequence of edits."""

import re

from hypothesis import given
from hypothesis import strategies as st

from extract.text.traced import Traced, concatenated

EDITS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 6), st.text("xyz", max_size=4)), max_size=12)


@given(st.text("abc -", min_size=1, max_size=40), EDITS)
def test_untouched_characters_keep_their_origin(text: str, edits: list[tuple[int, int, str]]) -> None:
    traced = Traced(text, tuple(range(len(text))))
    for at, length, new in edits:
        start = min(at, len(traced.text))
        if traced.text:
            traced = traced.replaced(start, min(start + length, len(traced.text)), new)
    kept = [(c, o) for c, o in zip(traced.text, traced.origins, strict=True) if c not in "xyz"]
    assert all(text[origin] == character for character, origin in kept)
    assert list(traced.origins) == sorted(traced.origins)


@given(st.text("ab- ", min_size=1, max_size=30))
def test_a_repair_by_pattern_equals_re_sub(text: str) -> None:
    pattern = re.compile(r"a+|-")
    repaired = Traced(text, tuple(range(len(text)))).repaired(pattern, "é")
    assert repaired.text == pattern.sub("é", text)
    assert len(repaired.origins) == len(repaired.text)


def test_parts_are_joined_with_their_origins() -> None:
    assert concatenated([Traced.of("ab", 3), Traced.of("c", 5)]) == Traced("abc", (3, 3, 5))
