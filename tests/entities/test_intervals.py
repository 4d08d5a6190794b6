"""Confidence intervals by name, level and bracket; ranges of ages, quartiles and references are none."""

import pytest

from extract.entities.model import Interval
from tests.entities.marked import found

FOUND: list[tuple[str, list[tuple[str, object]]]] = [
    ("Devant le bimékizumab (RR 30,3 ; 25,1-36,4).", [("25,1-36,4", Interval(25.1, 36.4))]),
    ("La rechute était retardée (HR = 0,33 ; 0,15 à 0,73 ; p = 0,006).", [("0,15 à 0,73", Interval(0.15, 0.73))]),
    (
        "Un gain de 11 points (marge d’incertitude à 95 % : de 1,2 à 20,8).",
        [("marge d’incertitude à 95 % : de 1,2 à 20,8", Interval(1.2, 20.8, 95.0))],
    ),
    (
        "Rapport de 0,7 (fourchette de confiance à 90 %, 0,5-0,9).",
        [("fourchette de confiance à 90 %, 0,5-0,9", Interval(0.5, 0.9, 90.0))],
    ),
    ("Une différence -16 points [-26 à -6].", [("[-26 à -6]", Interval(-26.0, -6.0))]),
    ("Le RR était de 2,4 (IC95 % : 1,9-4,8).", [("IC95 % : 1,9-4,8", Interval(1.9, 4.8, 95.0))]),
    ("Le taux était de 40 % (IC à 95 % [33,1 ; 47,2]).", [("IC à 95 % [33,1 ; 47,2]", Interval(33.1, 47.2, 95.0))]),
    ("HR 0,61 (IC 95 %, 0,48–0,77).", [("IC 95 %, 0,48–0,77", Interval(0.48, 0.77, 95.0))]),
    ("La survie était de 71 % (IC95% = 64 à 77).", [("IC95% = 64 à 77", Interval(64.0, 77.0, 95.0))]),
    ("Réponse de 73 % [IC95 : 66,8 à 79,4 %].", [("IC95 : 66,8 à 79,4 %", Interval(66.8, 79.4, 95.0))]),
    (
        "L’intervalle de confiance à 95 % était compris entre 1,2 et 3,4.",
        [("intervalle de confiance à 95 % était compris entre 1,2 et 3,4", Interval(1.2, 3.4, 95.0))],
    ),
    ("OR 2,9 [95 % IC 1,73 à 5,10].", [("95 % IC 1,73 à 5,10", Interval(1.73, 5.1, 95.0))]),
    ("RR 1,4 (IC de 95 % : 1.3-1,6).", [("IC de 95 % : 1.3-1,6", Interval(1.3, 1.6, 95.0))]),
    ("HR 0,8 (CI95% 0,62-0,98).", [("CI95% 0,62-0,98", Interval(0.62, 0.98, 95.0))]),
    ("OR 1,7 (IC₉₅ 1,2–2,4).", [("IC₉₅ 1,2–2,4", Interval(1.2, 2.4, 95.0))]),
    ("Différence de 8,2 % (IC96,25 % [- 2,2 ; 18,6]).", [("IC96,25 % [- 2,2 ; 18,6]", Interval(-2.2, 18.6, 96.25))]),
    (
        "Différence de − 21 points (IC95 % : − 36,02 à − 6,52).",
        [("IC95 % : − 36,02 à − 6,52", Interval(-36.02, -6.52, 95.0))],
    ),
    ("Écart de 2,1 (IC 95 % : – 0,4 à 4,6).", [("IC 95 % : – 0,4 à 4,6", Interval(-0.4, 4.6, 95.0))]),
    (
        "RCa 0,22 (intervalle de confiance, IC, à 95% : 0,11–0,44).",
        [("intervalle de confiance, IC, à 95% : 0,11–0,44", Interval(0.11, 0.44, 95.0))],
    ),
    ("RR 0,95 (IC à 95 % : de 0,78 à 1,16).", [("IC à 95 % : de 0,78 à 1,16", Interval(0.78, 1.16, 95.0))]),
    (
        "RR 1,03, intervalle de confiance (IC) à 95 % de 0,81 à 1,31.",
        [("intervalle de confiance (IC) à 95 % de 0,81 à 1,31", Interval(0.81, 1.31, 95.0))],
    ),
    (
        "Le gain était de 11 points (intervalle de confiance à 90 % : 3 à 19).",
        [("intervalle de confiance à 90 % : 3 à 19", Interval(3.0, 19.0, 90.0))],
    ),
    ("HR 0,57 (IC98,4 % : 0,43–0,74).", [("IC98,4 % : 0,43–0,74", Interval(0.43, 0.74, 98.4))]),
    ("Estimation 0,9 (IC à 99 % : 0,7 à 1,2).", [("IC à 99 % : 0,7 à 1,2", Interval(0.7, 1.2, 99.0))]),
    ("DM 1,28 (IC à 95 %, 0,51 à 2,05).", [("IC à 95 %, 0,51 à 2,05", Interval(0.51, 2.05, 95.0))]),
    ("OR 0,5 (IC95 % ]0,3 ; 0,9[).", [("IC95 % ]0,3 ; 0,9[", Interval(0.3, 0.9, 95.0))]),
    ("RR de 0,72 [0,56-0,93].", [("[0,56-0,93]", Interval(0.56, 0.93))]),
    ("Imiquimod | 2,03 (1,36–3,04)", [("(1,36–3,04)", Interval(1.36, 3.04))]),
    ("Réduction de 52 % (44-59) sous ciclosporine.", [("(44-59)", Interval(44.0, 59.0))]),
    (
        "Taux de 7,3 (intervalle de confiance de 95 %, IC : 7,0-7,5).",
        [("intervalle de confiance de 95 %, IC : 7,0-7,5", Interval(7.0, 7.5, 95.0))],
    ),
    ("RR 1,8 (IC 95 % allant de 1,1 à 2,9).", [("IC 95 % allant de 1,1 à 2,9", Interval(1.1, 2.9, 95.0))]),
    ("Coût de 1 400 (IC à 95 % : 1 200 à 1 600).", [("IC à 95 % : 1 200 à 1 600", Interval(1200.0, 1600.0, 95.0))]),
    ("HR 0,48 (IC95 % : 0,32/0,71).", [("IC95 % : 0,32/0,71", Interval(0.32, 0.71, 95.0))]),
    ("RR 3,1 (95 % CI: 2.1 to 4.4).", [("95 % CI: 2.1 to 4.4", Interval(2.1, 4.4, 95.0))]),
    (
        "Risque de 1,2 % (intervalle de confiance à 95 % : de 0,4 % à 2,3 %).",
        [("intervalle de confiance à 95 % : de 0,4 % à 2,3 %", Interval(0.4, 2.3, 95.0))],
    ),
    ("Survie à 5 ans : 80,5 % (IC95% 74,0 % - 85,6 %).", [("IC95% 74,0 % - 85,6 %", Interval(74.0, 85.6, 95.0))]),
    ("OR = 1,9 [1,2 ; 3,0].", [("[1,2 ; 3,0]", Interval(1.2, 3.0))]),
    (
        "RR : 0,63 ; intervalle de confiance à 95 %, IC 95 % : 0,56-0,70.",
        [("intervalle de confiance à 95 %, IC 95 % : 0,56-0,70", Interval(0.56, 0.7, 95.0))],
    ),
    ("Prurit | -4,8 | -4,2 (-4,6 à -3,8)", [("(-4,6 à -3,8)", Interval(-4.6, -3.8))]),
    ("Le gain était de 10,0 points ([6,9 ; 13,1]).", [("[6,9 ; 13,1]", Interval(6.9, 13.1))]),
    (
        "La survie était de 48,2 mois (IC95 : 30,1-66) sous A et de 17,3 mois (12,8-21,4) sous B.",
        [("IC95 : 30,1-66", Interval(30.1, 66.0, 95.0)), ("(12,8-21,4)", Interval(12.8, 21.4))],
    ),
    ("Le risque a baissé (HR 0,61 ; 0,48-0,77).", [("0,48-0,77", Interval(0.48, 0.77))]),
    ("L’écart avec le placebo est de -14,2 (de -22,5 à -6,1).", [("(de -22,5 à -6,1)", Interval(-22.5, -6.1))]),
    (
        "Étaient guéris 61 % des malades du bras A (IC95 % 55-67) et 40 % du bras B (34-46).",
        [("IC95 % 55-67", Interval(55.0, 67.0, 95.0)), ("(34-46)", Interval(34.0, 46.0))],
    ),
]

NONE = [
    "Le risque augmentait (RR 1,6, 12-16 semaines).",
    "Le rapport était de 1,6 ; 0,4-0,9 selon les centres.",
    "Étaient guéris 61 % des malades du bras A et 40 % du bras B (34-46).",
    "Le risque était plus haut (HR 0,61 ; 12-17 mois).",
    "L’âge médian était de 38 ans (18-71).",
    "Le score médian [écart interquartile] était de 5 [3-7].",
    "Le suivi médian était de 14,5 mois (extrêmes 1-55).",
    "La CI-50 était de 12 nM.",
    "L’étendue du PASI initial était de 20 (12-31).",
    "Selon plusieurs auteurs [12-15], le risque est faible.",
    "Le taux était de 30 % (fig. 2-3).",
    "Un intervalle de confiance à 95 % a été calculé.",
    "La moyenne était de 12 (écart-type 3-4).",
    "Le score va de 0 (0-72).",
    "Les circuits IC 555 sont sans rapport.",
    "Le délai était de 8 semaines (8-12 semaines).",
    "Réponse de 48,8 % (40/82).",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[tuple[str, object]]) -> None:
    assert found("interval", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert found("interval", text) == []
