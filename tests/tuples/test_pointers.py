"""Arms that a sentence only points at."""

import pytest

from extract.tuples.arm import Arm, Cast
from extract.tuples.clauses import Clauses
from extract.tuples.pointers import with_pointed_at

COMPARED = Cast(Arm("A"), (Arm("A"), Arm("B")), Arm("B"))


@pytest.mark.parametrize(
    ("sentence", "pointed_at"),
    [
        ("56 % chez l'une, 31 % chez l'autre", [(5, "A"), (22, "B")]),
        ("56 % avec l’un, 31 % avec l'autre", [(5, "A"), (21, "B")]),
        ("56 % dans l'un des bras, 31 % dans l’autre", [(5, "A"), (30, "B")]),
        ("56 % chez l'un et l'autre", []),
        ("56 % dans un essai, 31 % chez un adulte", []),
    ],
)
def test_one_and_the_other_are_the_arms_of_the_study_in_order(sentence: str, pointed_at: list[tuple[int, str]]) -> None:
    found = with_pointed_at(Clauses(sentence, 0, ()), COMPARED, [])
    assert [(arm.start, arm.arm.name) for arm in found] == pointed_at
