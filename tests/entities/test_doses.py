"""Doses, concentrations and rhythms; blood levels and shares of patients are none."""

import pytest

from extract.entities.model import Dose
from tests.entities.marked import found

FOUND: list[tuple[str, list[tuple[str, object]]]] = [
    ("Le succès touchait 37 % du groupe 0,5 %.", [("0,5 %", Dose((0.5,), "%", is_concentration=True))]),
    ("La lidocaïne simple à 2 % agit peu.", [("2 %", Dose((2.0,), "%", is_concentration=True))]),
    (
        "Le dupilumab est injecté à 300 mg toutes les 2 semaines.",
        [("300 mg toutes les 2 semaines", Dose((300.0,), "mg", "toutes les 2 semaines"))],
    ),
    (
        "La réponse était de 42 % toutes les quatre semaines.",
        [("toutes les quatre semaines", Dose((), "", "toutes les quatre semaines"))],
    ),
    ("La dose était de 4 mg/j pendant un mois.", [("4 mg/j", Dose((4.0,), "mg/j"))]),
    ("On donne 0,5 mg/kg/j de prednisolone.", [("0,5 mg/kg/j", Dose((0.5,), "mg/kg/j"))]),
    ("Il reçoit 3 mg/kg par jour.", [("3 mg/kg par jour", Dose((3.0,), "mg/kg", "par jour"))]),
    (
        "Une mousse à 2,5 % deux fois par jour calme bien.",
        [("2,5 % deux fois par jour", Dose((2.5,), "%", "deux fois par jour", True))],
    ),
    ("Le gel à 0,015 % brûle peu.", [("0,015 %", Dose((0.015,), "%", is_concentration=True))]),
    (
        "Appliquer la pommade à 0,1 % matin et soir.",
        [("0,1 % matin et soir", Dose((0.1,), "%", "matin et soir", True))],
    ),
    (
        "Les doses de 15, 45 et 75 mg ont été comparées.",
        [("15", Dose((15.0,), "mg")), ("45", Dose((45.0,), "mg")), ("75 mg", Dose((75.0,), "mg"))],
    ),
    (
        "Une dose de charge de 600 mg précède 300 mg toutes les deux semaines.",
        [
            ("600 mg", Dose((600.0,), "mg")),
            ("300 mg toutes les deux semaines", Dose((300.0,), "mg", "toutes les deux semaines")),
        ],
    ),
    ("Le méthotrexate (15 mg par semaine) est ancien.", [("15 mg par semaine", Dose((15.0,), "mg", "par semaine"))]),
    ("Les perfusions de 900 mg étaient uniques.", [("900 mg", Dose((900.0,), "mg"))]),
    (
        "Le comprimé à 25 mg est pris deux fois par jour.",
        [("25 mg", Dose((25.0,), "mg")), ("deux fois par jour", Dose((), "", "deux fois par jour"))],
    ),
    ("La ciclosporine à 2,5 mg/kg/jour agit vite.", [("2,5 mg/kg/jour", Dose((2.5,), "mg/kg/jour"))]),
    ("On injecte 150 UI par visite.", [("150 UI", Dose((150.0,), "UI"))]),
    ("La dose d’UVB était de 2,5 J/cm2.", [("2,5 J/cm2", Dose((2.5,), "J/cm2"))]),
    (
        "Il applique la lotion à 5 % une fois par jour.",
        [("5 % une fois par jour", Dose((5.0,), "%", "une fois par jour", True))],
    ),
    ("Une injection toutes les 4 semaines suffit.", [("toutes les 4 semaines", Dose((), "", "toutes les 4 semaines"))]),
    ("Le schéma q2w a été retenu.", [("q2w", Dose((), "", "q2w"))]),
    ("Les patients étaient traités chaque semaine.", [("chaque semaine", Dose((), "", "chaque semaine"))]),
    ("Le traitement était pris un jour sur deux.", [("un jour sur deux", Dose((), "", "un jour sur deux"))]),
    ("La dose de 200 µg/kg est unique.", [("200 µg/kg", Dose((200.0,), "µg/kg"))]),
    (
        "Prendre 20 à 40 mg une ou deux fois par jour.",
        [("20 à 40 mg une ou deux fois par jour", Dose((20.0, 40.0), "mg", "une ou deux fois par jour"))],
    ),
    (
        "La crème à 0,5 %, 1 % et 1,5 % était testée.",
        [
            ("0,5 %", Dose((0.5,), "%", is_concentration=True)),
            ("1 %", Dose((1.0,), "%", is_concentration=True)),
            ("1,5 %", Dose((1.5,), "%", is_concentration=True)),
        ],
    ),
    ("Le minoxidil à 5 % fait mieux que l’excipient.", [("5 %", Dose((5.0,), "%", is_concentration=True))]),
    ("On prescrit 20 mg/g de crème.", [("20 mg/g", Dose((20.0,), "mg/g"))]),
    (
        "La dose est de 100 mg/m² tous les mois.",
        [("100 mg/m² tous les mois", Dose((100.0,), "mg/m²", "tous les mois"))],
    ),
    ("Le sirop contient 2,5 ml par prise.", [("2,5 ml par prise", Dose((2.5,), "ml par prise"))]),
    ("On passe de 40 mg à 20 mg.", [("40 mg", Dose((40.0,), "mg")), ("20 mg", Dose((20.0,), "mg"))]),
    ("À 1 %, en crème, elle agit contre la rosacée.", [("1 %", Dose((1.0,), "%", is_concentration=True))]),
    (
        "Un succès de 18 % avec la crème à 1 % contre 9,0 % sous excipient.",
        [("1 %", Dose((1.0,), "%", is_concentration=True))],
    ),
    ("Le groupe 150 mg/2 semaines rechutait moins.", [("150 mg/2 semaines", Dose((150.0,), "mg", "/2 semaines"))]),
    (
        "La cryothérapie est répétée toutes les 2-3 semaines.",
        [("toutes les 2-3 semaines", Dose((), "", "toutes les 2-3 semaines"))],
    ),
]

NONE = [
    "Dans ce groupe 5 % des malades rechutaient.",
    "Chez les malades du groupe, 5 % rechutaient.",
    "Deux comprimés par jour sont nécessaires.",
    "Le taux d’hémoglobine était de 12 g/dL.",
    "La ferritine était à 30 ng/mL.",
    "La CRP passait à 4 mg/L.",
    "Avec la crème, 42,4 % des malades guérissaient.",
    "La crème donnait 18,4 % de succès.",
    "La réponse était de 75 % sous anticorps.",
    "La qualité de la vie quotidienne s’améliore.",
    "Les poussées sont deux fois moins nombreuses.",
    "Tous les patients ont été revus.",
    "L’indice passe de 12 à 4 en moyenne.",
    "Le poids moyen était de 72 kg.",
    "Les IgE totales étaient de 82 UI/mL.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[tuple[str, object]]) -> None:
    assert found("dose", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert found("dose", text) == []
