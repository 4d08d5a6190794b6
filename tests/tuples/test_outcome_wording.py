"""How French texts name an outcome that is no scale, and what stands beside the name and is none."""

import pytest

from tests.tuples.rows import told

TRIAL = "Essai de l'éplérénone contre placebo. "
READ = [
    (
        "Une tension systolique inférieure à 90 mmHg était plus fréquente sous éplérénone (9,5 % vs 4,1 %).",
        ["éplérénone 9.5 vs placebo 4.1 | tension systolique inférieure à 90 mmHg"],
    ),
    (
        "Tolérance – Une créatininémie excédant 200 µmol/l a été mesurée chez 6 % des patients traités, contre 3 % des "
        "témoins.",
        ["éplérénone 6 vs placebo 3 | créatininémie excédant 200 µmol/l"],
    ),
    (
        "Les crampes nocturnes, définies par un réveil au moins, ont gêné 12 % des patients sous éplérénone.",
        ["éplérénone 12 | crampes nocturnes"],
    ),
    (
        "Le résultat esthétique a été jugé excellent chez 52 % des patients sous éplérénone et 30 % sous placebo.",
        ["éplérénone 52 vs placebo 30 | résultat esthétique"],
    ),
    (
        "Le nombre moyen de nuits sans réveil était de 4,5 sous éplérénone et de 2,1 sous placebo.",
        ["éplérénone 4.5 vs placebo 2.1 | nuits sans réveil | mean"],
    ),
    (
        "La cicatrisation était acquise dans un délai médian de 20 jours sous éplérénone contre 31 sous placebo.",
        ["éplérénone 20 vs placebo 31 | cicatrisation | median"],
    ),
    (
        "Le délai médian de reprise du travail était de 20 jours sous éplérénone, contre 31 jours sous placebo.",
        ["éplérénone 20 vs placebo 31 | délai médian de reprise du travail | median"],
    ),
    (
        "Les hémorragies n'ont guère reculé : 7,2 % sous éplérénone contre 8,0 % sous placebo.",
        ["éplérénone 7.2 vs placebo 8 | hémorragie"],
    ),
    (
        "Les complications sévères ont touché 7 malades sous éplérénone et 18 sous placebo.",
        ["éplérénone 7 vs placebo 18 | complications sévères | count"],
    ),
    (
        "Parmi ceux qui avaient atteint un PASI 75, 30 % ont perdu leur réponse sous éplérénone, contre 12 % sous "
        "placebo.",
        ["éplérénone 30 vs placebo 12 | perte de réponse"],
    ),
    (
        "Un an après, la lésion était réapparue chez 30 % des malades sous éplérénone, contre 12 % sous placebo.",
        ["éplérénone 30 vs placebo 12 | récidive | Un an"],
    ),
    (
        "Mortalité, 8,1 % et 15,2 %, p = 0,3 ; guérison bien plus rapide, p = 0,01.",
        ["éplérénone 8.1 vs placebo 15.2 | mortalité | p = 0.3"],
    ),
    (
        "La rémission était de 61 % sous éplérénone (IC95 % 55-67) et de 40 % dans le groupe placebo (34-46).",
        ["éplérénone 61 [55, 67] vs placebo 40 [34, 46] | rémission"],
    ),
    (
        "Des infections superficielles ont été notées chez 12 % des patients sous éplérénone, contre 5 % sous placebo.",
        ["éplérénone 12 vs placebo 5 | infections superficielles"],
    ),
    (
        "Des infections comparables ont été notées chez 12 % des patients sous éplérénone, contre 11 % sous placebo.",
        ["éplérénone 12 vs placebo 11 | infections"],
    ),
    (
        "Sont en rémission à la semaine 24 – c'est-à-dire sevrés à la semaine 12, sans rechute ni toux – 28 % du "
        "groupe éplérénone et 9 % du groupe placebo.",
        ["éplérénone 28 vs placebo 9 | rémission | à la semaine 24"],
    ),
    (
        "À S12, une guérison était notée chez 30 % des patients sous éplérénone. Une toux gênait 12 % des patients "
        "sous éplérénone à la même échéance.",
        ["éplérénone 30 | guérison | S12", "éplérénone 12 | toux | S12"],
    ),
    (
        "Sous éplérénone, le PASI 75 passait de 40 % à la semaine 12 à 61 % à la semaine 24.",
        ["éplérénone 40 | PASI75 | à la semaine 12", "éplérénone 61 | PASI75 | à la semaine 24"],
    ),
    (
        "La baisse de l'EASI était de 60 % sous éplérénone. Et 21 % sous placebo.",
        ["éplérénone 60 vs placebo 21 | EASI | percent_change"],
    ),
    (
        "L'EASI s'était amélioré de 60 % sous éplérénone et de 21 % sous placebo ; pour le DLQI, 40 % et 20 %.",
        [
            "éplérénone 60 vs placebo 21 | EASI | percent_change",
            "éplérénone 40 vs placebo 20 | DLQI | percent_change",
        ],
    ),
    (
        "À un an, 41 % des bons répondeurs sous éplérénone avaient rechuté.",
        ["éplérénone 41 | rechute | un an"],
    ),
    (
        "La qualité de vie s'était améliorée : le score moyen avait progressé de 9 points sous éplérénone, contre 4 "
        "sous placebo.",
        ["éplérénone 9 vs placebo 4 | qualité de vie | mean_change"],
    ),
    (
        "\n\nLe bilan à un an. Une toux gênait 12 % des patients sous éplérénone.\n\nEnfin, une soif gênait 8 % des "
        "patients sous éplérénone.",
        ["éplérénone 12 | toux | un an", "éplérénone 8 | soif"],
    ),
    (
        "À la semaine 48, les deux critères sont atteints. Le PASI 75 est obtenu par 62 % des malades sous éplérénone.",
        ["éplérénone 62 | PASI75 | À la semaine 48"],
    ),
    (
        "À la semaine 48, les deux critères sont atteints. Une toux gênait 12 % des patients sous éplérénone.",
        ["éplérénone 12 | toux"],
    ),
    (
        "La rémission était obtenue par 9 % des patients sous placebo. Valeurs de p : 0,03 pour 25 mg, 0,42 pour 10 mg "
        "d'éplérénone.",
        ["placebo 9 | rémission"],
    ),
    ("L'hyperaldostéronisme est rare (une naissance sur 30 000) et l'éplérénone le soigne.", []),
    (
        "Succès sur le cuir chevelu : 66 % sous éplérénone, 11 % sous placebo. Sur les ongles : 40 % et 8 %.",
        [
            "éplérénone 66 vs placebo 11 | succès sur le cuir chevelu",
            "éplérénone 40 vs placebo 8 | succès sur les ongles",
        ],
    ),
    (
        "Dans REMAC (241 patients, un an), 40 % des patients sous éplérénone ont rechuté.",
        ["éplérénone 40 | rechute | un an | REMAC"],
    ),
    (
        "Dans REMAC, 40 % des patients (éplérénone pendant un an) ont rechuté.",
        ["éplérénone 40 | rechute | REMAC"],
    ),
    (
        "Pour la survie, le rapport ajusté des taux était de 0,45 sous éplérénone (IC à 95 % : 0,30-0,68).",
        ["éplérénone vs placebo | survie | IRR 0.45 [0.3, 0.68]"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_outcomes_are_named(sentence: str, expected: list[str]) -> None:
    assert told(TRIAL + sentence) == expected
