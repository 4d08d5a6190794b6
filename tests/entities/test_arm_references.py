"""Mentions of an arm that do not name it, by the arm a reader would look for."""

import pytest

from tests.entities.marked import found, named

FOUND: list[tuple[str, list[tuple[str, str]]]] = [
    ("Dans le groupe traité, 45 %.", [("groupe traité", "treated")]),
    ("Sous traitement, la réponse monte.", [("Sous traitement", "treated")]),
    ("Le bras actif.", [("bras actif", "treated")]),
    ("Le groupe d’intervention.", [("groupe d’intervention", "treated")]),
    ("Chez les patients traités, 12 %.", [("patients traités", "treated")]),
    ("Dans l’autre groupe, 8 %.", [("l’autre groupe", "control")]),
    ("Dans le premier groupe.", [("premier groupe", "first")]),
    ("Pour 80 % des premiers et 50 % des seconds.", [("des premiers", "first"), ("des seconds", "second")]),
    ("12 % avec le premier, 8 % avec le second.", [("avec le premier", "first"), ("avec le second", "second")]),
    ("Le groupe A et le groupe B.", [("groupe A", "first"), ("groupe B", "second")]),
    ("Dans le deuxième bras.", [("deuxième bras", "second")]),
    ("Dans ce dernier groupe.", [("ce dernier groupe", "last")]),
    ("Le troisième groupe.", [("troisième groupe", "last")]),
    ("Dans les deux groupes.", [("les deux groupes", "each")]),
    ("Chaque bras comptait 40 malades.", [("Chaque bras", "each")]),
    ("Ce traitement réduit le prurit.", [("Ce traitement", "anaphor")]),
    ("Cette molécule inhibe JAK1.", [("Cette molécule", "anaphor")]),
    ("Avec la crème, 30 %.", [("la crème", "anaphor")]),
    ("L’anticorps est injecté.", [("L’anticorps", "anaphor")]),
    ("Cette association est supérieure.", [("Cette association", "anaphor")]),
    ("Le groupe 300 mg.", [("groupe 300 mg", "dose")]),
    ("Sous 15 mg, 60 %.", [("Sous 15 mg", "dose")]),
    ("Avec 0,5 mg/kg.", [("Avec 0,5 mg/kg", "dose")]),
    ("La dose de 45 mg.", [("La dose de 45 mg", "dose")]),
    ("À la dose élevée.", [("la dose élevée", "dose")]),
    ("À la plus forte dose ou à faible dose.", [("forte dose", "dose"), ("faible dose", "dose")]),
    ("Le groupe Q4W.", [("groupe Q4W", "dose")]),
]

NONE = [
    "Les patients traités par dupilumab.",
    "Les enfants traités avec le propranolol.",
    "Le premier auteur.",
    "Les premiers résultats.",
    "La seconde visite.",
    "Le groupe placebo.",
    "Le groupe dupilumab.",
    "La recherche d’anticorps.",
    "Le groupe de travail.",
    "Avec 37 % de réponses.",
    "Le traitement de fond.",
    "Une crème hydratante.",
    "Deux patients.",
    "Des premiers signes discrets.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_arm_references(text: str, expected: list[tuple[str, str]]) -> None:
    assert named("arm_reference", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_arm_reference(text: str) -> None:
    assert found("arm_reference", text) == []
