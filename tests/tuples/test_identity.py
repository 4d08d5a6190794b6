"""Ids that outlive a reworked rule."""

from extract.tuples.identity import statement_ids
from extract.tuples.model import ArmValue, Draft

RESULT = Draft(
    "result",
    "results.versus",
    0.9,
    0,
    40,
    drug="dupilumab",
    endpoint="EASI75",
    measure="proportion",
    arm=ArmValue(48.8),
)


def test_an_id_rests_on_what_is_said_and_not_on_who_found_it() -> None:
    moved = RESULT._replace(rule="tables.cell", confidence=0.4, start=300, end=340)
    assert statement_ids([RESULT], "ab") == statement_ids([moved], "ab")


def test_an_id_changes_with_the_value_and_the_document() -> None:
    other_value = RESULT._replace(arm=ArmValue(48.9))
    ids = {*statement_ids([RESULT], "ab"), *statement_ids([other_value], "ab"), *statement_ids([RESULT], "cd")}
    assert len(ids) == 3


def test_two_rows_of_one_content_have_two_ids() -> None:
    first, second = statement_ids([RESULT, RESULT], "ab")
    assert first != second
