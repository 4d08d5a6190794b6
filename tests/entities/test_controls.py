"""Control arms in every wording, and the words that merely look like them."""

import pytest

from tests.entities.marked import found, named

FOUND: list[tuple[str, list[tuple[str, str]]]] = [
    ("Contre 8 % sous placebo.", [("placebo", "placebo")]),
    ("Le groupe placebo.", [("groupe placebo", "placebo")]),
    ("Dans les groupes placebos.", [("groupes placebos", "placebo")]),
    ("Le bras placebo a rechuté.", [("bras placebo", "placebo")]),
    ("Les patients sous placebo.", [("patients sous placebo", "placebo")]),
    ("Un essai contrôlé contre placebo.", [("placebo", "placebo")]),
    ("Une étude placebo-contrôlée.", [("placebo-contrôlée", "placebo")]),
    ("PLACEBO (n = 120)", [("PLACEBO", "placebo")]),
    ("La crème placebo.", [("crème placebo", "placebo")]),
    ("Le véhicule seul.", [("véhicule seul", "véhicule")]),
    ("Les groupes véhicules.", [("groupes véhicules", "véhicule")]),
    ("Contre 13 % avec l’excipient.", [("excipient", "véhicule")]),
    ("Le bras excipient.", [("bras excipient", "véhicule")]),
    ("Le vehicule, sans accent.", [("vehicule", "véhicule")]),
    ("La mousse sans principe actif.", [("mousse sans principe actif", "véhicule")]),
    ("Le laser contre un traitement simulé.", [("traitement simulé", "placebo")]),
    ("Le groupe contrôle.", [("groupe contrôle", "contrôle")]),
    ("Les groupes témoins.", [("groupes témoins", "contrôle")]),
    ("Dans le bras de contrôle.", [("bras de contrôle", "contrôle")]),
    ("Le groupe de comparaison.", [("groupe de comparaison", "contrôle")]),
    ("Les patients non traités.", [("patients non traités", "contrôle")]),
    ("L’absence de traitement.", [("absence de traitement", "contrôle")]),
    ("L’absence de photothérapie.", [("absence de photothérapie", "contrôle")]),
    ("En l’absence d’émollients.", [("absence d’émollients", "contrôle")]),
    ("L’abstention thérapeutique.", [("abstention thérapeutique", "contrôle")]),
    ("Chez les témoins, 12 %.", [("Chez les témoins", "contrôle")]),
    ("Les sujets non vaccinés.", [("sujets non vaccinés", "contrôle")]),
    ("Le traitement standard.", [("traitement standard", "traitement standard")]),
    ("Les soins usuels.", [("soins usuels", "traitement standard")]),
    ("La prise en charge habituelle.", [("prise en charge habituelle", "traitement standard")]),
    ("Le traitement de référence.", [("traitement de référence", "traitement standard")]),
    ("La valeur initiale était de 12.", [("valeur initiale", "baseline")]),
    ("Par rapport au score initial.", [("score initial", "baseline")]),
]

NONE = [
    "Le contrôle de la maladie est bon.",
    "Ils sont véhiculés par le sang.",
    "Une étude cas-témoins.",
    "Un double placebo assurait l’insu.",
    "L’effet placebo est connu.",
    "Le traitement de la rosacée.",
    "Le groupe de travail s’est réuni.",
    "Aucun traitement n’est parfait.",
    "Après échec des traitements conventionnels.",
    "Une observation clinique isolée.",
    "Il en témoigne volontiers.",
    "L’absence de fièvre rassure.",
    "La référence bibliographique manque.",
    "Un véhiculé sanitaire.",
    "Le comparatif des prix.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_controls(text: str, expected: list[tuple[str, str]]) -> None:
    assert named("control", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_control(text: str) -> None:
    assert found("control", text) == []
