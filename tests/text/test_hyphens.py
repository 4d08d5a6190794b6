"""Hyphens at line ends: which the compositor set, and which the word has."""

import pytest

from extract.text.hyphens import has_lost_hyphen, keeps_hyphen
from extract.text.words import Lexicon

DOCUMENT = Lexicon(["un anti-inflammatoire", "l’auto-évaluation des malades", "la cohorte PRISME", "l’essai LUNAR-EST"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("anti", "inflammatoires"),
        ("l’auto", "évaluation"),
        ("F", "VASI"),
        ("IL", "17"),
        ("IFN", "γ"),
        ("anti", "TNF"),
        ("cutanéo", "muqueuses"),
        ("peut", "être"),
        ("elles", "mêmes"),
        ("cas", "témoin"),
        ("non", "répondeurs"),
        ("méta", "analyse"),
        ("LUNAR", "OUEST"),
    ],
)
def test_true_hyphens_stay(first: str, second: str) -> None:
    assert keeps_hyphen(first, second, DOCUMENT)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("théra", "peutique"),
        ("kératino", "cytes"),
        ("rituxi", "mab"),
        ("psoria", "sis"),
        ("PRIS", "ME"),
        ("photo", "carcinogenèse"),
        ("inter", "ruption"),
        ("par", "fois"),
    ],
)
def test_hyphens_of_the_compositor_go(first: str, second: str) -> None:
    assert not keeps_hyphen(first, second, DOCUMENT)


def test_a_lost_hyphen_is_seen_only_inside_a_word() -> None:
    assert has_lost_hyphen("un effet indé", "sirable bref", DOCUMENT)
    assert not has_lost_hyphen("avec le rituxi", "dans un essai", DOCUMENT)
