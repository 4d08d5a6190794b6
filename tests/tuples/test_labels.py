"""Names of outcomes that the words around a term of the lexicon make: absences, either of two, events of responders."""

import pytest

from tests.tuples.rows import told

ABSENCES = [
    ("22 % des patients sous éplérénone n'avaient plus de lésions.", ["éplérénone 22 | absence de lésions"]),
    ("22 % des patients sous éplérénone n'avaient plus aucune lésion.", ["éplérénone 22 | absence de lésion"]),
    ("30 % des patients sous éplérénone n'avaient pas de prurit.", ["éplérénone 30 | absence de prurit"]),
    (
        "45 % des patients sous éplérénone n'avaient plus ni plaques ni prurit.",
        ["éplérénone 45 | absence de plaques et de prurit"],
    ),
    (
        "45 % des patients sous éplérénone n'avaient ni prurit ni plaques.",
        ["éplérénone 45 | absence de prurit et de plaques"],
    ),
    (
        "La probabilité d'absence de récidive était de 80 % sous éplérénone et de 70 % sous placebo.",
        ["éplérénone 80 vs placebo 70 | absence de récidive"],
    ),
    ("Le taux de patients sans récidive était de 80 % sous éplérénone.", ["éplérénone 80 | absence de récidive"]),
    ("22 % des patients sous éplérénone avaient un prurit.", ["éplérénone 22 | prurit"]),
]

EITHER = [
    (
        "L'éplérénone réduit le risque de récidive ou de décès de 68 % par rapport au placebo.",
        ["éplérénone 68 vs placebo | récidive ou décès | percent_change"],
    ),
    (
        "Des nausées ou des vomissements ont gêné 12 % des patients sous éplérénone et 5 % sous placebo.",
        ["éplérénone 12 vs placebo 5 | nausées ou vomissements"],
    ),
    (
        "Des nausées ont gêné 12 % des patients sous éplérénone, des vomissements 5 %.",
        ["éplérénone 12 | nausées", "éplérénone 5 | vomissements"],
    ),
]

RESPONDERS = [
    ("Sous éplérénone, 58 % des répondeurs rechutaient en cinq mois.", ["éplérénone 58 | rechute | cinq mois"]),
    ("Sous éplérénone, 10 % des bons répondeurs ont récidivé.", ["éplérénone 10 | récidive"]),
    ("On comptait 40 % de répondeurs sous éplérénone et 12 % sous placebo.", ["éplérénone 40 vs placebo 12 | réponse"]),
]

BRACKETS = [
    (
        "Une guérison a été obtenue chez 44 % des patients sous éplérénone (véhicule : 5 %) et 54 % dans le second "
        "essai (véhicule : 13 %).",
        ["éplérénone 44 vs véhicule 5 | guérison", "éplérénone 54 vs véhicule 13 | guérison"],
    ),
    (
        "Le bénéfice de l'éplérénone contre placebo portait aussi bien sur les récidives locorégionales (HR = 0,20 "
        "[0,09-0,40]) que sur les métastases à distance (HR = 0,35 [0,17-0,72]).",
        [
            "éplérénone vs placebo | récidives locorégionales | HR 0.2 [0.09, 0.4]",
            "éplérénone vs placebo | métastases à distance | HR 0.35 [0.17, 0.72]",
        ],
    ),
]

GIVEN = [
    (
        "57 % des malades traités quatre mois par éplérénone avaient une soif intense, contre 10 % sous placebo ; 58 % "
        "rechutaient à un an.",
        ["éplérénone 57 vs placebo 10 | soif intense", "éplérénone 58 | rechute | un an"],
    ),
    (
        "42 % des patients qui recevaient l'éplérénone avaient une soif intense, contre 17 % sous placebo.",
        ["éplérénone 42 vs placebo 17 | soif intense"],
    ),
    (
        "57 % des malades traités par éplérénone quatre mois avaient une sécheresse des lèvres.",
        ["éplérénone 57 | sécheresse des lèvres"],
    ),
    ("42 % des patients recevaient l'éplérénone.", []),
]
"""What stands between the people and what they had."""


@pytest.mark.parametrize(("text", "rows"), ABSENCES + EITHER + RESPONDERS + BRACKETS + GIVEN)
def test_the_words_around_make_the_name(text: str, rows: list[str]) -> None:
    assert told(text) == rows
