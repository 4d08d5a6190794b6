"""Outcomes that a verb tells of patients, or that stand behind what brought them about."""

import pytest

from tests.tuples.rows import told

TRIAL = "Essai de l'éplérénone contre placebo. "
READ = [
    (
        "À cinq ans, 61 % des malades étaient en vie sous éplérénone et 48 % sous placebo.",
        ["éplérénone 61 vs placebo 48 | survie | cinq ans"],
    ),
    (
        "À deux ans, 45 % des malades étaient sans progression sous éplérénone, contre 30 % sous placebo.",
        ["éplérénone 45 vs placebo 30 | survie sans progression | deux ans"],
    ),
    (
        "Sous éplérénone, 61 % des malades ne se grattaient plus, contre 25 % sous placebo.",
        ["éplérénone 61 vs placebo 25 | absence de prurit"],
    ),
    (
        "Sous éplérénone, 38 % des malades étaient blanchis, contre 9 % sous placebo.",
        ["éplérénone 38 vs placebo 9 | blanchiment"],
    ),
    (
        "Sous éplérénone, 22 % des malades ont vu leur maladie s'aggraver, contre 40 % sous placebo.",
        ["éplérénone 22 vs placebo 40 | aggravation"],
    ),
    (
        "À cinq ans, 66 % des malades étaient toujours sous éplérénone.",
        ["éplérénone 66 | maintien du traitement | cinq ans"],
    ),
    (
        "Sous éplérénone, 15 % des malades sont sortis de l'étude, contre 8 % sous placebo.",
        ["éplérénone 15 vs placebo 8 | arrêt du traitement"],
    ),
    (
        "Le kyste était revenu chez 30 % des bons répondeurs sous éplérénone et chez 12 % sous placebo.",
        ["éplérénone 30 vs placebo 12 | récidive"],
    ),
    (
        "Un vertige était noté chez 34 % des malades sous éplérénone ; il a imposé l'arrêt chez 8 % d'entre eux.",
        ["éplérénone 34 | vertiges", "éplérénone 8 | arrêt"],
    ),
    (
        "Des nausées touchaient 30 % des malades sous éplérénone, nécessitant une perfusion chez 4 %.",
        ["éplérénone 30 | nausées", "éplérénone 4 | perfusion"],
    ),
    (
        "Les croûtes étaient plus fréquentes sous éplérénone (11 % vs 1 %), ainsi que les picotements (18 % vs 4 %).",
        ["éplérénone 11 vs placebo 1 | croûtes", "éplérénone 18 vs placebo 4 | picotements"],
    ),
    (
        "Un eczéma irritatif compliquait 12 % des applications sous éplérénone.",
        ["éplérénone 12 | eczéma irritatif"],
    ),
    (
        "Sous éplérénone, 44 % des malades avaient un prurit diminué de quatre points, contre 20 % sous placebo.",
        ["éplérénone 44 vs placebo 20 | NRS4"],
    ),
    (
        "Au moins un effet indésirable touchait 44 % des malades sous éplérénone.",
        ["éplérénone 44 | effets indésirables"],
    ),
]
OTHERS = [
    (
        "En vie réelle, la réponse était de 40 % sous éplérénone.",
        ["éplérénone 40 | réponse"],
    ),
    (
        "Sous éplérénone, 40 % des malades qui poursuivaient un régime ont eu une toux.",
        ["éplérénone 40 | toux"],
    ),
    (
        "L'éplérénone était plus efficace que le placebo (40 % contre 12 % de guérison).",
        ["éplérénone 40 vs placebo 12 | guérison"],
    ),
    (
        "Sous éplérénone, le prurit diminuait de 40 %.",
        ["éplérénone 40 | prurit | percent_change"],
    ),
]


@pytest.mark.parametrize(("text", "rows"), [*READ, *OTHERS])
def test_a_verb_tells_the_outcome_of_patients(text: str, rows: list[str]) -> None:
    assert told(TRIAL + text) == rows


def test_the_patients_a_share_is_of_are_no_outcome() -> None:
    assert told(TRIAL + "Dix pour cent des répondeurs étaient des fumeurs sous éplérénone.") == []


JOINED = [
    (
        "Une rechute ou un décès étaient notés chez 12 % des malades sous éplérénone.",
        ["éplérénone 12 | rechute ou décès"],
    ),
    (
        "Le risque de récidive ou de décès était réduit sous éplérénone (HR 0,55 ; IC 95 % 0,41 à 0,74).",
        ["éplérénone vs placebo | récidive ou décès | HR 0.55 [0.41, 0.74]"],
    ),
    (
        "À deux ans, 45 % étaient sans progression et 70 % en vie sous éplérénone.",
        ["éplérénone 45 | survie sans progression | deux ans", "éplérénone 70 | survie | deux ans"],
    ),
    (
        "La cicatrice visible départage nettement les groupes : 13 sur 54 sous éplérénone, 2 sur 54 sous placebo.",
        ["éplérénone 24.07 vs placebo 3.7 | cicatrice visible"],
    ),
    ("Sous éplérénone, 61 % des malades n'avaient plus de prurit.", ["éplérénone 61 | absence de prurit"]),
    (
        "Sous éplérénone, 61 % des malades étaient répondeurs pour le prurit, contre 20 % sous placebo.",
        ["éplérénone 61 vs placebo 20 | prurit"],
    ),
    (
        "Sous éplérénone, un vertige est apparu chez 9 % des malades, et de quelques autres on a appris des chutes.",
        ["éplérénone 9 | vertiges"],
    ),
    (
        "Au prix d'un gonflement des mains chez 9 % des malades, et de quelques nausées, les scores baissent sous "
        "éplérénone.",
        ["éplérénone 9 | gonflement des mains"],
    ),
    ("Sous éplérénone, 9 % des malades ont eu, pour finir, des nausées.", ["éplérénone 9 | nausées"]),
]


@pytest.mark.parametrize(("text", "rows"), JOINED)
def test_endpoints_beside_each_other(text: str, rows: list[str]) -> None:
    assert told(TRIAL + text) == rows
