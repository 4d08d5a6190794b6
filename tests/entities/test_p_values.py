"""p values in every notation, and the p that is a page, a protein or phosphorus."""

import pytest

from extract.entities.model import PValue
from tests.entities.marked import found

FOUND: list[tuple[str, list[tuple[str, object]]]] = [
    ("La différence était significative (p < 0,001).", [("p < 0,001", PValue("<", 0.001))]),
    ("L’écart se creusait à S24 (p<.001).", [("p<.001", PValue("<", 0.001))]),
    ("Le test donnait P = 0,03 pour le critère principal.", [("P = 0,03", PValue("=", 0.03))]),
    ("Le prurit diminuait nettement (p<10-3).", [("p<10-3", PValue("<", 0.001))]),
    ("La réponse était meilleure sous gel (p < 10⁻³).", [("p < 10⁻³", PValue("<", 0.001))]),
    ("Le taux de rechute différait (p < 10^-4).", [("p < 10^-4", PValue("<", 0.0001))]),
    ("Le score variait peu (p = 0.62).", [("p = 0.62", PValue("=", 0.62))]),
    ("La comparaison était en faveur du laser, p ≤ 0,01.", [("p ≤ 0,01", PValue("≤", 0.01))]),
    ("Les deux crèmes faisaient jeu égal (p ≥ 0,05).", [("p ≥ 0,05", PValue("≥", 0.05))]),
    ("L’effet était net (p inférieur à 0,05).", [("p inférieur à 0,05", PValue("<", 0.05))]),
    ("La valeur de p était inférieure à 0,001.", [("p était inférieure à 0,001", PValue("<", 0.001))]),
    ("Le gain restait modeste (p supérieur à 0,05).", [("p supérieur à 0,05", PValue(">", 0.05))]),
    ("Les taux étaient proches (p non significatif).", [("p non significatif", PValue(">", None))]),
    ("Les groupes étaient comparables à l’entrée (NS).", [("NS", PValue(">", None))]),
    ("Aucun écart de tolérance (p = NS) n’a été vu.", [("p = NS", PValue(">", None))]),
    ("On notait un effet dose (p de tendance = 0,004).", [("p de tendance = 0,004", PValue("=", 0.004))]),
    (
        "La courbe de survie différait (p [log-rank] = 0,02 et log-rank p = 0,03).",
        [("p [log-rank] = 0,02", PValue("=", 0.02)), ("p = 0,03", PValue("=", 0.03))],
    ),
    ("Le risque baissait (p = 5 × 10⁻⁴).", [("p = 5 × 10⁻⁴", PValue("=", 0.0005))]),
    ("La réponse complète était plus fréquente (p=0,0001).", [("p=0,0001", PValue("=", 0.0001))]),
    (
        "L’interaction avec l’âge était nulle (p pour l’interaction = 0,81).",
        [("p pour l’interaction = 0,81", PValue("=", 0.81))],
    ),
    ("Le seuil retenu était p < 5 %.", [("p < 5 %", PValue("<", 0.05))]),
    ("Placebo | 12,4 | p < 0,05", [("p < 0,05", PValue("<", 0.05))]),
    ("Gel à l’azélaïque | 34 | NS", [("NS", PValue(">", None))]),
    ("Le bénéfice (RR 1,4 ; p = 0,012) se maintenait.", [("p = 0,012", PValue("=", 0.012))]),
    ("La réduction atteignait la signification (p=0,049) de justesse.", [("p=0,049", PValue("=", 0.049))]),
    ("Tous les critères secondaires étaient atteints (p < 0,0001 pour chacun).", [("p < 0,0001", PValue("<", 0.0001))]),
    ("Les deux bras ne différaient pas : p = 0,5.", [("p = 0,5", PValue("=", 0.5))]),
    ("La durée du prurit différait (P : 0,04).", [("P : 0,04", PValue("=", 0.04))]),
    ("PASI 100 | 39,6 | < 0,0001", [("< 0,0001", PValue("<", 0.0001))]),
]

NONE = [
    "Voir p. 12 pour le détail.",
    "La protéine p19 de l’IL-23 est la cible.",
    "Le gène p53 est muté dans 40 % des cas.",
    "Une dose de 2 mg p. os suffit.",
    "Les pages p 45 et suivantes décrivent la méthode.",
    "Le NS5A est une protéine virale.",
    "Le pH = 5,5 de la peau protège.",
    "Le type NS n’est pas défini.",
    "On compte p patients par groupe.",
    "La valeur était de 0,04 mg.",
    "L’apport de P = 45 mg est faible.",
    "Hémoglobine | 12 | < 12",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[tuple[str, object]]) -> None:
    assert found("p_value", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert found("p_value", text) == []
