"""Reference calls are told from intervals and years in brackets."""

import pytest

from extract.text.calls import find_calls


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("une réponse F-VASI 75 [10].", ["[10]"]),
        ("déjà décrits [2, 3] puis revus [4-6].", ["[2, 3]", "[4-6]"]),
        ("semaine 52[12]", ["[12]"]),
        ("un rapport de 2,0 (IC95 % [1-4])", []),
        ("médiane de 5 mois [3-9]", []),
        ("HR 0,48 (IC95 % : [34 ; 61])", []),
        ("une borne [12-4] retournée", []),
        ("le score [0]", []),
    ],
)
def test_calls(text: str, calls: list[str]) -> None:
    assert [text[a:b] for a, b in find_calls(text)] == calls
