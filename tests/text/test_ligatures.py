"""Lost ligatures come back where one word fits, and stay marked where none or several do."""

import pytest

from extract.text.ligatures import restored, with_ligatures
from extract.text.traced import Traced
from extract.text.words import Lexicon

NOTHING = Lexicon([])


@pytest.mark.parametrize(
    ("lost", "whole"),
    [
        ("e\ufffdcacité", "efficacité"),
        ("in\ufffdammatoire", "inflammatoire"),
        ("signi\ufffdcatif", "significatif"),
        ("di\ufffdérence", "différence"),
        ("Broda\ufffdkizumab", "Brodafikizumab"),
        ("x\ufffda", "x\ufffda"),
    ],
)
def test_words(lost: str, whole: str) -> None:
    assert restored(lost, NOTHING) == whole


def test_the_document_knows_its_own_names() -> None:
    assert restored("Ca\ufffdo", Lexicon(["l’étude Caflo", "avec Caflo"])) == "Caflo"


def test_origins_stay() -> None:
    traced = Traced("e\ufffdet", (1, 2, 3, 4))
    assert with_ligatures(traced, NOTHING) == Traced("effet", (1, 2, 2, 3, 4))
