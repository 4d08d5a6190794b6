"""Contrasts by every name and abbreviation; diabetes, heart rates and canals are none."""

import pytest

from extract.entities.model import Contrast
from tests.entities.marked import found

FOUND: list[tuple[str, list[tuple[str, object]]]] = [
    (
        "Les rapports de risque étaient de 0,80 (IC 95 %, 0,60 à 1,07) et de 1,20 (IC 95 %, 0,90 à 1,60) pour le décès "
        "et l’infection, respectivement ; de 0,75 (IC 95 %, 0,50 à 1,12) pour la rechute.",
        [
            ("rapports de risque étaient de 0,80", Contrast("RR", 0.8)),
            ("1,20", Contrast("RR", 1.2)),
            ("0,75", Contrast("RR", 0.75)),
        ],
    ),
    ("On trouve un OR de récidive de 1,40 (IC95 % : 0,9-2,2).", [("1,40", Contrast("OR", 1.4))]),
    ("Un odds ratio de décès ou de greffe de 0,6 (p = 0,03).", [("0,6", Contrast("OR", 0.6))]),
    (
        "La différence des moindres carrés était de -1,8 (IC 95 % : -2,4 à -1,2).",
        [("différence des moindres carrés était de -1,8", Contrast("MD", -1.8))],
    ),
    ("Le traitement doublait la réponse (RR 2,1 ; IC95 % : 1,4-3,2).", [("RR 2,1", Contrast("RR", 2.1))]),
    ("Le risque relatif était de 0,71 (p = 0,02).", [("risque relatif était de 0,71", Contrast("RR", 0.71))]),
    ("Risque relatif : 1,33 (IC à 95 % de 1,01 à 1,75).", [("Risque relatif : 1,33", Contrast("RR", 1.33))]),
    ("Un risque relatif (RR) de 3,09 était calculé.", [("risque relatif (RR) de 3,09", Contrast("RR", 3.09))]),
    ("L’OR était de 1,8 (IC95 % 1,1-2,7).", [("OR était de 1,8", Contrast("OR", 1.8))]),
    ("Odds ratio : 5,18 (IC95 % : 2,18–12,28).", [("Odds ratio : 5,18", Contrast("OR", 5.18))]),
    (
        "Le rapport de cotes était de 2,42 (IC à 95 %, 1,47-3,94).",
        [("rapport de cotes était de 2,42", Contrast("OR", 2.42))],
    ),
    (
        "Un rapport des cotes ajusté (RCa) de 0,22 (IC à 95 % : 0,11-0,44).",
        [("rapport des cotes ajusté (RCa) de 0,22", Contrast("OR", 0.22, adjusted=True))],
    ),
    ("Le hazard ratio de décès était de 0,52 (p < 0,001).", [("0,52", Contrast("HR", 0.52))]),
    ("HR = 0,16 (IC 95 % [0,05 ; 0,54]).", [("HR = 0,16", Contrast("HR", 0.16))]),
    ("HRa : 0,74 (IC 95 % 0,6-0,9).", [("HRa : 0,74", Contrast("HR", 0.74, adjusted=True))]),
    ("L’aHR était de 0,81 (IC95 % : 0,70-0,93).", [("aHR était de 0,81", Contrast("HR", 0.81, adjusted=True))]),
    (
        "Rapport de risques instantanés : 0,66 (IC95 % : 0,5-0,8).",
        [("Rapport de risques instantanés : 0,66", Contrast("HR", 0.66))],
    ),
    ("Le risque relatif instantané était de 0,4.", [("risque relatif instantané était de 0,4", Contrast("HR", 0.4))]),
    (
        "Le rapport de risque (RR) était de 26,16 (IC à 95 % 22,03 à 31,07).",
        [("rapport de risque (RR) était de 26,16", Contrast("RR", 26.16))],
    ),
    ("OR ajusté = 4,49 (IC à 95 % : 1,87–10,8).", [("OR ajusté = 4,49", Contrast("OR", 4.49, adjusted=True))]),
    ("ORa = 2,3 (IC95 % 1,2-4,4).", [("ORa = 2,3", Contrast("OR", 2.3, adjusted=True))]),
    ("L’IRR était de 0,35 (IC95 % 0,2-0,6).", [("IRR était de 0,35", Contrast("IRR", 0.35))]),
    (
        "Le rapport des taux d’incidence était de 0,62 (p = 0,01).",
        [("rapport des taux d’incidence était de 0,62", Contrast("IRR", 0.62))],
    ),
    (
        "La réduction absolue du risque était de 12 %.",
        [("réduction absolue du risque était de 12 %", Contrast("RD", 12.0, "%"))],
    ),
    ("La RRA était de 8,5 %.", [("RRA était de 8,5 %", Contrast("RD", 8.5, "%"))]),
    (
        "La différence moyenne (DM) était de -4,93 (IC à 95 % -7,81 à -2,06).",
        [("différence moyenne (DM) était de -4,93", Contrast("MD", -4.93))],
    ),
    ("DM 9,04 mm (IC à 95 % 6,07 à 12,0).", [("DM 9,04 mm", Contrast("MD", 9.04, "mm"))]),
    (
        "La différence moyenne standardisée (DMS) était de -0,36.",
        [("différence moyenne standardisée (DMS) était de -0,36", Contrast("SMD", -0.36))],
    ),
    ("DMS −0,41 (IC à 95 % −0,74 à −0,09).", [("DMS −0,41", Contrast("SMD", -0.41))]),
    ("L’écart moyen était de -1,89 (p < 0,001).", [("écart moyen était de -1,89", Contrast("MD", -1.89))]),
    (
        "45 % contre 14 %, soit une différence de 31 points (p < 0,001).",
        [("différence de 31 points", Contrast("RD", 31.0, "points"))],
    ),
    (
        "On notait une différence de 33 points de pourcentage (IC 95 % : 12 à 54).",
        [("différence de 33 points de pourcentage", Contrast("RD", 33.0, "%"))],
    ),
    ("La différence de DLQI était de 3,2 points en faveur du gel.", [("3,2 points", Contrast("MD", 3.2, "points"))]),
    (
        "Différence ajustée : 10,9 % (IC95 % : 1,0 à 20,9).",
        [("Différence ajustée : 10,9 %", Contrast("RD", 10.9, "%", True))],
    ),
    (
        "La différence ajustée était de 3,45 (IC95 % : 2,16–4,75).",
        [("différence ajustée était de 3,45", Contrast("MD", 3.45, adjusted=True))],
    ),
    ("Le nombre de sujets à traiter était de 10.", [("nombre de sujets à traiter était de 10", Contrast("NNT", 10.0))]),
    ("NNT = 4.", [("NNT = 4", Contrast("NNT", 4.0))]),
    ("NST : 6 patients.", [("NST : 6", Contrast("NNT", 6.0))]),
    (
        "Le nombre de patients à traiter (NNT) est de huit.",
        [("nombre de patients à traiter (NNT) est de huit", Contrast("NNT", 8.0))],
    ),
    ("NNH de 25.", [("NNH de 25", Contrast("NNH", 25.0))]),
    (
        "Ces odds ratios étaient, respectivement, de 2,2 (IC95 % 1,3-3,7) et 2,7 (IC95 % 1,6-4,6).",
        [("odds ratios étaient, respectivement, de 2,2", Contrast("OR", 2.2)), ("2,7", Contrast("OR", 2.7))],
    ),
    ("Succès, % (IC95 %) | HR d’échec (IC95 %)", [("HR", Contrast("HR"))]),
    ("RRR : 0,65 (IC95 % : 0,5-0,8).", [("RRR : 0,65", Contrast("RR", 0.65))]),
    ("RC 2,8 (IC à 95 % 0,97 à 7,9).", [("RC 2,8", Contrast("OR", 2.8))]),
    (
        "Différence entre médianes : 5,8 (IC à 95 % 1,8 à 10,0).",
        [("Différence entre médianes : 5,8", Contrast("MD", 5.8))],
    ),
    ("Différence : 1,2 % (IC95 % : -4,1 à 6,6).", [("Différence : 1,2 %", Contrast("RD", 1.2, "%"))]),
    ("Le RR poolé était de 0,9 (IC95 % 0,7-1,2).", [("RR poolé était de 0,9", Contrast("RR", 0.9))]),
    (
        "La différence de risque était de 0,5 % (IC à 95 % : -1,2 à 2,3).",
        [("différence de risque était de 0,5 %", Contrast("RD", 0.5, "%"))],
    ),
    (
        "Le rapport de cotes commun pour la grossesse [RCC], 2,42 (IC à 95 %, 1,47-3,94), est élevé.",
        [("rapport de cotes commun pour la grossesse [RCC], 2,42", Contrast("OR", 2.42))],
    ),
    (
        "Les rapports de risque étaient de 1,11 (IC 95 %, 0,82 à 1,51) et de 1,06 (IC 95 %, 0,37 à 3,02).",
        [("rapports de risque étaient de 1,11", Contrast("RR", 1.11)), ("1,06", Contrast("RR", 1.06))],
    ),
    (
        "Le rapport de prévalence ajusté était de 0,06 (IC95 % 0,03-0,11).",
        [("rapport de prévalence ajusté était de 0,06", Contrast("RR", 0.06, adjusted=True))],
    ),
    (
        "Différence : -12,7 points (IC à 95 % [-15,9 ; -9,5]) pour 300 mg et de -10,0 points pour 150 mg.",
        [
            ("Différence : -12,7 points", Contrast("MD", -12.7, "points")),
            ("-10,0 points", Contrast("MD", -10.0, "points")),
        ],
    ),
    (
        "La différence de score était de − 21,3 % pour 11 mg (p = 0,01) et de − 7,6 % pour 6 mg (p = 0,30).",
        [("− 21,3 %", Contrast("RD", -21.3, "%")), ("− 7,6 %", Contrast("RD", -7.6, "%"))],
    ),
]

NONE = [
    "Le DM de type 2 multiplie le risque d’infection.",
    "Le DM 2 est fréquent chez ces patients.",
    "La HR était à 72/min.",
    "HR 68 battements par minute au repos.",
    "Le RR était de 16 cycles par minute.",
    "RR 18/min à l’entrée.",
    "Les RC dentaires ont été traités.",
    "RC : 45 % des patients.",
    "M. H.R., 54 ans, consulte.",
    "La réduction du risque relatif était de 45 %.",
    "La RRR était de 38 %.",
    "Il n’y avait pas de différence à 12 mois.",
    "Un écart de 2 semaines séparait les visites.",
    "Le risque relatif de ce choix est discuté.",
    "OR 24 carats et bijoux.",
    "Le rapport de 1 pour 3 était respecté.",
    "Il existe une différence entre les 3 groupes.",
    "Le Dr 12 ne répond pas.",
    "La différence d’âge était de 4 ans.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[tuple[str, object]]) -> None:
    assert found("contrast", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert found("contrast", text) == []
