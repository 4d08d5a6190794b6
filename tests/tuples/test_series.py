"""Values that are compared, or listed in the order of arms, doses, endpoints or trials."""

import pytest

from tests.tuples.rows import told

COMPARED = [
    (
        "Le propranolol a guéri 60 % des enfants ; sous placebo, ils n'étaient que 4 %.",
        ["propranolol 60 vs placebo 4 | guérison"],
    ),
    (
        "Sous propranolol, 60 % des enfants étaient guéris. Sous placebo, ils n'étaient que 4 %.",
        ["propranolol 60 vs placebo 4 | guérison"],
    ),
    (
        "Avec le placebo, en revanche, 12 % seulement étaient guéris ; 60 % l'étaient sous propranolol.",
        ["propranolol 60 vs placebo 12 | guérison"],
    ),
    (
        "Le taux de rémission complète à six mois s'établissait à 38 % avec le tacrolimus topique et à 21 % avec le "
        "clobétasol.",
        ["tacrolimus 38 vs clobétasol 21 | rémission complète | six mois"],
    ),
    (
        "Sous terbinafine orale, la guérison à un an atteignait 55 %, deux fois plus que sous itraconazole (27 %).",
        ["terbinafine 55 vs itraconazole 27 | guérison | un an"],
    ),
    (
        "Sous dupilumab, l'amélioration moyenne de l'EASI était de 72 %, contre 37 % avec le placebo.",
        ["dupilumab 72 vs placebo 37 | EASI | percent_change"],
    ),
    (
        "Les nausées (24 % contre 7 %) et les céphalées (11 % contre 8 %) étaient plus fréquentes sous aprémilast que "
        "sous placebo.",
        ["aprémilast 24 vs placebo 7 | nausées", "aprémilast 11 vs placebo 8 | céphalées"],
    ),
    (
        "Par rapport au clobétasol, le tacrolimus entraînait moins d'infections (2 % contre 11 %) mais davantage de "
        "nausées (28 % contre 9 %).",
        ["tacrolimus 2 vs clobétasol 11 | infections", "tacrolimus 28 vs clobétasol 9 | nausées"],
    ),
    (
        "La supériorité du risankizumab sur l'aprémilast était nette dès S16 (PASI 90 : 55,9 % versus 5,1 %).",
        ["risankizumab 55.9 vs aprémilast 5.1 | PASI90 | S16"],
    ),
    (
        "Avec l'ustékinumab, la rémission à 5 ans est de 51 % ; elle tombe à 29 % avec l'étanercept.",
        ["ustékinumab 51 vs étanercept 29 | rémission | 5 ans"],
    ),
    (
        "Après huit semaines, un PASI 75 était retrouvé chez près d'un tiers des patients sous tapinarof (32,8 %) mais "
        "chez seulement 5,9 % de ceux sous véhicule.",
        ["tapinarof 32.8 vs véhicule 5.9 | PASI75 | huit semaines"],
    ),
    (
        "La crème à la capsaïcine a diminué l'intensité du prurit de 3,1 points, contre 1,2 point pour la crème neutre "
        "(différence : 1,9 ; IC 95 % : 0,8 à 3,0).",
        ["capsaïcine 3.1 vs véhicule 1.2 | prurit | mean_change | MD 1.9 [0.8, 3]"],
    ),
    (
        "Le bimékizumab surclasse le sécukinumab (PASI 100 : 61,7 % contre 48,9 % à S16).",
        ["bimékizumab 61.7 vs sécukinumab 48.9 | PASI100 | S16"],
    ),
    (
        "La crème au ruxolitinib l'emportait nettement sur le véhicule : succès IGA de 53 % contre 15 %.",
        ["ruxolitinib 53 vs véhicule 15 | IGA0/1"],
    ),
    (
        "L'efficacité de l'abrocitinib dépassait celle du dupilumab (EASI 90 à S2 : 29 % contre 15 %).",
        ["abrocitinib 29 vs dupilumab 15 | EASI90 | S2"],
    ),
    (
        "Le méthotrexate a fait jeu égal avec la ciclosporine : 42 % de SCORAD 50 contre 45 % à S12.",
        ["méthotrexate 42 vs ciclosporine 45 | SCORAD50 | S12"],
    ),
    (
        "Le placebo était dépassé par le spésolimab : clairance des pustules chez 54 % contre 6 % à une semaine.",
        ["spésolimab 54 vs placebo 6 | clairance | une semaine"],
    ),
    (
        "Une rechute est survenue chez 40 % des patients sous placebo contre 8 % sous étanercept.",
        ["étanercept 8 vs placebo 40 | rechute"],
    ),
    (
        "Le placebo a fait moins bien que l'abrocitinib : 12 % d'IGA 0/1 contre 48 %.",
        ["abrocitinib 48 vs placebo 12 | IGA0/1"],
    ),
    (
        "Le groupe arrêt a rechuté dans 25 % des cas contre 8 % pour le groupe étanercept.",
        ["étanercept 8 vs contrôle 25 | rechute"],
    ),
    (
        "Le délai de rechute était de 8 semaines avec le placebo contre 26 semaines avec le guselkumab et 30 semaines "
        "avec le risankizumab.",
        [
            "guselkumab 26 vs placebo 8 | délai de rechute | mean",
            "risankizumab 30 vs placebo 8 | délai de rechute | mean",
        ],
    ),
]

IN_ORDER = [
    (
        "Le tapinarof a permis un succès PGA chez 35,4 % et 40,2 % des malades, contre 6,0 % et 6,3 % avec le "
        "véhicule, dans deux essais de phase III.",
        ["tapinarof 35.4 vs véhicule 6 | PGA0/1", "tapinarof 40.2 vs véhicule 6.3 | PGA0/1"],
    ),
    (
        "La crème au trifarotène a permis un succès chez 29 % et 42 % des patients dans deux études de phase III "
        "(20 % et 26 % avec l'excipient).",
        ["trifarotène 29 vs véhicule 20 | succès", "trifarotène 42 vs véhicule 26 | succès"],
    ),
    (
        "La rechute était de 12 % dans un essai et de 14 % dans l'autre sous adalimumab, contre 40 % et 45 % "
        "sous placebo.",
        ["adalimumab 12 vs placebo 40 | rechute", "adalimumab 14 vs placebo 45 | rechute"],
    ),
    (
        "À 16 semaines, les taux d'ACR20 étaient de 44 %, 51 % et 20 % pour l'aprémilast 20 mg, 30 mg et le placebo.",
        [
            "aprémilast (20 mg) 44 vs placebo 20 | ACR20 | 16 semaines",
            "aprémilast (30 mg) 51 vs placebo 20 | ACR20 | 16 semaines",
        ],
    ),
    (
        "Les guérisons étaient de 31 %, 44 % et 9 % dans les groupes 15 mg, 30 mg et placebo de l'essai de "
        "l'upadacitinib.",
        ["upadacitinib (15 mg) 31 vs placebo 9 | guérison", "upadacitinib (30 mg) 44 vs placebo 9 | guérison"],
    ),
    (
        "Le succès touchait 37 % du groupe 0,5 %, 31 % du groupe 0,25 % et 12 % du groupe véhicule de l'essai du "
        "delgocitinib.",
        [
            "delgocitinib (0,5 %) 37 vs véhicule 12 | succès",
            "delgocitinib (0,25 %) 31 vs véhicule 12 | succès",
        ],
    ),
    (
        "Un essai a comparé l'azithromycine à la doxycycline : guérison dans 71 % et 66 % des cas "
        "respectivement (p = 0,52).",
        ["azithromycine 71 vs doxycycline 66 | guérison | p = 0.52"],
    ),
    (
        "Trois groupes étaient comparés : guselkumab 100 mg, adalimumab 40 mg et placebo. À S16, 73 %, 50 % et 3 % des "
        "patients, respectivement, atteignaient un PASI 90.",
        [
            "guselkumab (100 mg) 73 vs adalimumab 50 | PASI90 | S16",
            "guselkumab (100 mg) 73 vs placebo 3 | PASI90 | S16",
        ],
    ),
    (
        "L'ACR50 à S24 était de 33,4 % sous risankizumab et de 11,3 % sous placebo ; le HAQ-DI avait baissé de 0,31 et "
        "0,11 point respectivement.",
        [
            "risankizumab 33.4 vs placebo 11.3 | ACR50 | S24",
            "risankizumab 0.31 vs placebo 0.11 | HAQ-DI | mean_change | S24",
        ],
    ),
    (
        "Sous JAK inhibiteur, le prurit diminuait : -2,4 points (abrocitinib 200 mg), -1,9 (abrocitinib 100 mg) et "
        "-0,8 (placebo).",
        [
            "abrocitinib (200 mg) -2.4 vs placebo -0.8 | prurit | mean_change",
            "abrocitinib (100 mg) -1.9 vs placebo -0.8 | prurit | mean_change",
        ],
    ),
    (
        "Effets indésirables graves : 3,2 % (brodalumab 210 mg), 2,8 % (brodalumab 140 mg), 1,9 % (ustékinumab).",
        [
            "brodalumab (210 mg) 3.2 | effets indésirables graves",
            "brodalumab (140 mg) 2.8 | effets indésirables graves",
            "ustékinumab 1.9 | effets indésirables graves",
        ],
    ),
    (
        "À la semaine 12, les répondeurs ACR20 étaient 61 % dans le bras ixékizumab 80 mg toutes les 4 semaines, 58 % "
        "dans le bras toutes les 2 semaines et 30 % sous placebo (p < 0,0001).",
        [
            "ixékizumab (80 mg toutes les 4 semaines) 61 vs placebo 30 | ACR20 | À la semaine 12 | p < 0.0001",
            "ixékizumab (toutes les 2 semaines) 58 vs placebo 30 | ACR20 | À la semaine 12 | p < 0.0001",
        ],
    ),
]


@pytest.mark.parametrize(("text", "rows"), [*COMPARED, *IN_ORDER])
def test_each_value_of_a_series_goes_to_its_arm(text: str, rows: list[str]) -> None:
    assert told(text) == rows
