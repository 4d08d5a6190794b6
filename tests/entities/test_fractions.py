"""Fractions with and without their percentage; scales, dates and blood pressures are none."""

import pytest

from extract.entities.model import Fraction
from tests.entities.marked import found

FOUND: list[tuple[str, list[tuple[str, object]]]] = [
    ("85 patients sur 224 (38 %) ont répondu.", [("85 patients sur 224 (38 %)", Fraction(85, 224, 38.0))]),
    ("Le succès concernait 84/108 (78 %) des malades.", [("84/108 (78 %)", Fraction(84, 108, 78.0))]),
    ("La réponse était de 72 % (218/301) à S16.", [("72 % (218/301)", Fraction(218, 301, 72.0))]),
    (
        "27 des 48 enfants opérés (56 %) gardaient une cicatrice.",
        [("27 des 48 enfants opérés (56 %)", Fraction(27, 48, 56.0))],
    ),
    ("Un seul sur 18 (6 %) répondait sous placebo.", [("Un seul sur 18 (6 %)", Fraction(1, 18, 6.0))]),
    ("12 patients sur 30 ont guéri.", [("12 patients sur 30", Fraction(12, 30))]),
    ("Ils étaient 21 sur 28 à un an.", [("21 sur 28", Fraction(21, 28))]),
    ("Le taux de succès était de 96,5 % (136/141).", [("96,5 % (136/141)", Fraction(136, 141, 96.5))]),
    ("Tous les échecs (5/141) étaient sous injection.", [("5/141", Fraction(5, 141))]),
    (
        "210 femmes parmi 1400 (15,0 %) étaient porteuses.",
        [("210 femmes parmi 1400 (15,0 %)", Fraction(210, 1400, 15.0))],
    ),
    ("39 cas sur 260 patients (15 %) sont décédés.", [("39 cas sur 260 patients (15 %)", Fraction(39, 260, 15.0))]),
    (
        "41 des 64 malades retenus du bras dapsone (64,1 %) blanchissaient.",
        [("41 des 64 malades retenus du bras dapsone (64,1 %)", Fraction(41, 64, 64.1))],
    ),
    ("Réponse de 43 % (27/63 ; IC95 % : 31-56).", [("43 % (27/63", Fraction(27, 63, 43.0))]),
    ("Aucun des 45 enfants n’a rechuté.", [("Aucun des 45", Fraction(0, 45))]),
    ("Aucun patient sur 62 n’a arrêté.", [("Aucun patient sur 62", Fraction(0, 62))]),
    ("31 % (38 sur 124) répondaient.", [("31 % (38 sur 124)", Fraction(38, 124, 31.0))]),
    ("Sept patients sur 12 ont blanchi.", [("Sept patients sur 12", Fraction(7, 12))]),
    (
        "5 patients sur les 30 inclus (16,7 %) ont arrêté.",
        [("5 patients sur les 30 inclus (16,7 %)", Fraction(5, 30, 16.7))],
    ),
    ("Une des 32 femmes a saigné.", [("Une des 32", Fraction(1, 32))]),
    ("Guérison | 12/24 | 3/25", [("12/24", Fraction(12, 24)), ("3/25", Fraction(3, 25))]),
    (
        "8 sur 2070 contre 5 sur 2032 ont fait une fièvre.",
        [("8 sur 2070", Fraction(8, 2070)), ("5 sur 2032", Fraction(5, 2032))],
    ),
    ("1 200/2 400 participants ont répondu.", [("1 200/2 400", Fraction(1200, 2400))]),
    (
        "Rechute : 3/40 (7,5 %) contre 11/41 (26,8 %).",
        [("3/40 (7,5 %)", Fraction(3, 40, 7.5)), ("11/41 (26,8 %)", Fraction(11, 41, 26.8))],
    ),
    ("45 des 60 lésions ont disparu.", [("45 des 60", Fraction(45, 60))]),
    ("n = 12/30 (40 %).", [("12/30 (40 %)", Fraction(12, 30, 40.0))]),
    ("La cicatrisation était complète dans 9 cas/14 (64 %).", [("9 cas/14 (64 %)", Fraction(9, 14, 64.0))]),
]

NONE = [
    "Trois patients sur quatre étaient satisfaits.",
    "Une réponse IGA 0/1 était rare.",
    "L’EVA était à 7/10.",
    "Le score était coté 3 sur 10.",
    "La tension était de 120/80.",
    "Le traitement est pris 24 h/24.",
    "Le 12/03/2021, il consulte.",
    "Les JAK1/2 sont visées.",
    "Une dose de 5 mg sur 12 semaines suffit.",
    "Un jour sur deux, la crème est appliquée.",
    "Le rapport 3/1 est habituel.",
    "Les deux tiers des patients sont guéris.",
    "Sur 10 ans, le risque double.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[tuple[str, object]]) -> None:
    assert found("fraction", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert found("fraction", text) == []
