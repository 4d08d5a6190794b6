"""Times and their roles; ages, durations that are results and names of things are none."""

import pytest

from extract.entities.model import Timepoint
from tests.entities.marked import found

FOUND: list[tuple[str, list[tuple[str, object]]]] = [
    ("La réponse était mesurée à la semaine 16.", [("à la semaine 16", Timepoint(16.0))]),
    ("Le taux montait à 45 % à S24.", [("S24", Timepoint(24.0))]),
    ("À W12, l’écart était net.", [("W12", Timepoint(12.0))]),
    ("Le prurit baissait dès J8.", [("J8", Timepoint(1.14))]),
    ("La rémission tenait à M6.", [("M6", Timepoint(26.07))]),
    ("La réponse était de 30 % à 52 semaines.", [("52 semaines", Timepoint(52.0))]),
    ("Après 6 mois, la moitié rechutait.", [("6 mois", Timepoint(26.07))]),
    ("À un an, le bénéfice persistait.", [("un an", Timepoint(52.14))]),
    ("Au terme des 24 semaines, 40 % guérissaient.", [("24 semaines", Timepoint(24.0))]),
    ("Au bout de 16 semaines, le score avait baissé.", [("16 semaines", Timepoint(16.0))]),
    ("Le critère était évalué à la 16e semaine.", [("à la 16e semaine", Timepoint(16.0))]),
    ("À la douzième semaine, 20 % répondaient.", [("À la douzième semaine", Timepoint(12.0))]),
    ("Deux ans après, la rémission tenait.", [("Deux ans", Timepoint(104.28))]),
    ("L’effet s’efface un an plus tard.", [("un an", Timepoint(52.14))]),
    ("Dès la première semaine, le prurit cédait.", [("Dès la première semaine", Timepoint(1.0))]),
    ("Le score à l’inclusion était de 20.", [("à l’inclusion", Timepoint(0.0, "baseline"))]),
    ("À l’état initial, le DLQI était de 14.", [("À l’état initial", Timepoint(0.0, "baseline"))]),
    ("Le score a baissé par rapport au départ de l’étude.", [("au départ de l’étude", Timepoint(0.0, "baseline"))]),
    (
        "La réponse entre la 8e et la 24e semaine était stable.",
        [("la 8e et la 24e semaine", Timepoint(8.0, weeks_high=24.0))],
    ),
    (
        "Le taux était stable de la semaine 8 à la semaine 16.",
        [("de la semaine 8", Timepoint(8.0)), ("à la semaine 16", Timepoint(16.0))],
    ),
    (
        "Les visites avaient lieu aux semaines 4, 8 et 12.",
        [("aux semaines 4", Timepoint(4.0)), ("8", Timepoint(8.0)), ("12", Timepoint(12.0))],
    ),
    ("Aux semaines 6 et 9 et 1,7 point de moins.", [("Aux semaines 6", Timepoint(6.0)), ("9", Timepoint(9.0))]),
    (
        "Poussées de grade 2 à 3 à 40 semaines : 7 %.",
        [("40 semaines", Timepoint(40.0))],
    ),
    (
        "À 3, 6 et 12 mois, la réponse était de 20, 40 et 60 %.",
        [("3", Timepoint(13.04)), ("6", Timepoint(26.07)), ("12 mois", Timepoint(52.14))],
    ),
    ("Les résultats à 12 et 24 semaines concordent.", [("12", Timepoint(12.0)), ("24 semaines", Timepoint(24.0))]),
    ("Le suivi médian était de 36 mois.", [("36 mois", Timepoint(156.42, "followup"))]),
    ("Après un recul moyen de 18 mois, aucune rechute n’était notée.", [("18 mois", Timepoint(78.21, "followup"))]),
    ("Avec 5 ans de suivi, la survie reste bonne.", [("5 ans", Timepoint(260.7, "followup"))]),
    ("Le traitement a duré 12 semaines.", [("12 semaines", Timepoint(12.0, "duration"))]),
    ("Pendant quatre semaines, la crème est appliquée.", [("quatre semaines", Timepoint(4.0, "duration"))]),
    ("Durant les 26 semaines, aucune crise n’est survenue.", [("26 semaines", Timepoint(26.0))]),
    ("Le nombre de poussées sur 52 semaines baissait.", [("52 semaines", Timepoint(52.0))]),
    ("Le gel était appliqué sur 12 semaines.", [("12 semaines", Timepoint(12.0, "duration"))]),
    ("Un essai de 24 semaines a été mené.", [("24 semaines", Timepoint(24.0, "duration"))]),
    ("Une cure de deux à quatre semaines suffit.", [("deux à quatre semaines", Timepoint(2.0, "duration", 4.0))]),
    ("En 48 semaines, une poussée survenait chez 10 %.", [("48 semaines", Timepoint(48.0))]),
    ("La survie à cinq ans était de 52 %.", [("cinq ans", Timepoint(260.7))]),
    ("À deux ans et demi, le taux était de 30 %.", [("deux ans et demi", Timepoint(130.35))]),
    ("La première année, les infections étaient rares.", [("La première année", Timepoint(52.14))]),
    ("Au cours des 12 derniers mois, il a rechuté.", [("12 derniers mois", Timepoint(52.14))]),
    ("À l’âge de 3 ans, la moitié toussaient encore.", [("3 ans", Timepoint(156.42))]),
    ("À 24 heures, la douleur cédait.", [("24 heures", Timepoint(0.14))]),
    ("Au 3e mois, le score était nul.", [("Au 3e mois", Timepoint(13.04))]),
    ("Le DLQI de base était de 12 avant traitement.", [("avant traitement", Timepoint(0.0, "baseline"))]),
    ("La réponse à J168 était de 48 %.", [("J168", Timepoint(24.0))]),
    ("Entre 12 et 16 semaines, le score stagne.", [("12 et 16 semaines", Timepoint(12.0, weeks_high=16.0))]),
    ("Après 12-16 semaines, on décide.", [("12-16 semaines", Timepoint(12.0, weeks_high=16.0))]),
    ("Le score initial moyen était de 20.", [("score initial", Timepoint(0.0, "baseline"))]),
    ("La durée du traitement était de 12 semaines.", [("12 semaines", Timepoint(12.0, "duration"))]),
    (
        "Les données vont de S16 à S52 (S16-S52).",
        [("S16", Timepoint(16.0)), ("S52", Timepoint(52.0)), ("S16", Timepoint(16.0)), ("S52", Timepoint(52.0))],
    ),
]

NONE = [
    "La survie médiane atteignait 14,2 mois.",
    "La réponse avait une durée médiane de 9,4 mois.",
    "Le délai médian de guérison était de 12 jours contre 18 jours.",
    "Les patients de 12 ans et plus étaient inclus.",
    "Il est réservé aux plus de 65 ans.",
    "L’âge moyen était de 38 ans.",
    "Les enfants âgés de 6 à 11 ans répondaient.",
    "Les macrophages M2 sont en cause.",
    "La protéine S100 est exprimée.",
    "La vitamine D3 est prescrite.",
    "Une tumeur au stade M1 est exclue.",
    "La 2e génération d’inhibiteurs est là.",
    "La cicatrisation a pris 12 jours en moyenne.",
    "S. aureus colonise la peau.",
    "Les JAK1 et JAK2 sont bloquées.",
    "Il habite au 12 rue des Roses.",
    "La maladie débute en moyenne à 23 ans.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[tuple[str, object]]) -> None:
    assert found("timepoint", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert found("timepoint", text) == []
