"""Results in prose: every value on its arm, endpoint, time and trial; and numbers that are no result."""

import pytest

from extract.tuples.results import find_results
from tests.tuples.reading import drafts_of
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

CARRIED = [
    (
        "Cent trente patientes ont été randomisées et analysées (spironolactone : 68 ; doxycycline : 62). Le succès "
        "a été constaté chez 40 % et 27 % d'entre elles.",
        ["spironolactone 40 vs doxycycline 27 | succès"],
    ),
    (
        "Essai de la spironolactone contre la doxycycline. Les nausées touchaient 14 % des femmes sous cycline et 4 % "
        "sous spironolactone.",
        ["spironolactone 4 vs doxycycline 14 | nausées"],
    ),
    (
        "Cohorte de 97 malades sous dupilumab. La prise concomitante de méthotrexate n'influençait pas la réponse. Le "
        "taux de rechute était de 12 %.",
        ["dupilumab 12 | rechute"],
    ),
    (
        "À 3 mois, 45 % des patients sous dupilumab répondaient et 17 % étaient en rémission ; à 6 mois, ces "
        "proportions atteignaient 62 % et 28 %.",
        [
            "dupilumab 45 | réponse | 3 mois",
            "dupilumab 17 | rémission | 3 mois",
            "dupilumab 62 | réponse | 6 mois",
            "dupilumab 28 | rémission | 6 mois",
        ],
    ),
    (
        "À S16, 75 % des malades sous bimékizumab et 50 % des malades sous adalimumab avaient un PASI 90. À S24, ces "
        "taux étaient de 82 % et 52 %.",
        ["bimékizumab 75 vs adalimumab 50 | PASI90 | S16", "bimékizumab 82 vs adalimumab 52 | PASI90 | S24"],
    ),
    (
        "Dans PSO-1, un PASI 75 à S16 a été obtenu chez 58 % des patients sous deucravacitinib et 13 % sous placebo. "
        "L'essai PSO-2 donne des chiffres voisins (53 % et 9 %).",
        [
            "deucravacitinib 58 vs placebo 13 | PASI75 | S16 | PSO-1",
            "deucravacitinib 53 vs placebo 9 | PASI75 | S16 | PSO-2",
        ],
    ),
    (
        "Le bimékizumab a été évalué dans l'essai BE BRIGHT. À trois ans, 8 malades sur 10 gardaient un PASI 90.",
        ["bimékizumab 80 | PASI90 | trois ans | BE BRIGHT"],
    ),
    (
        "L'étude AQUILA (n = 244) comparait le sécukinumab au placebo. La réponse IGA 0/1 à S16 était observée chez "
        "44,0 % des patients contre 31,5 %.",
        ["sécukinumab 44 vs placebo 31.5 | IGA0/1 | S16 | AQUILA"],
    ),
    (
        "Les patientes recevaient 100 mg de spironolactone (n = 52) ou un placebo (n = 50). À trois mois, une guérison "
        "était constatée chez 29 patientes (56 %) et 14 patientes (28 %) respectivement.",
        ["spironolactone (100 mg) 56 vs placebo 28 | guérison | trois mois"],
    ),
    (
        "Le critère principal était la réponse EASI 75 à la semaine 16. Avec le lébrikizumab, ce critère principal a "
        "été atteint par 61 % des malades contre 24 % sous placebo.",
        ["lébrikizumab 61 vs placebo 24 | EASI75 | à la semaine 16"],
    ),
    (
        "# Un anticorps de plus\n\nLe nivolumab affrontait la dacarbazine dans l'essai HORIZON. La survie médiane "
        "sans progression était de 8,4 mois ; elle n'était que de 2,6 mois dans l'autre bras.",
        ["nivolumab 8.4 vs dacarbazine 2.6 | survie sans progression | median | HORIZON"],
    ),
    (
        "INTERVENTION : sonélokimab 120 mg (n = 201) vs placebo (n = 201). RÉSULTATS à S12 : PASI 90, 69,3 % vs 4,0 % "
        "(p < 0,001) ; PASI 100, 31,8 % vs 1,0 %.",
        [
            "sonélokimab (120 mg) 69.3 vs placebo 4 | PASI90 | S12 | p < 0.001",
            "sonélokimab (120 mg) 31.8 vs placebo 1 | PASI100 | S12",
        ],
    ),
]

ONE_ARM = [
    (
        "On notait sous isotrétinoïne une baisse de 78 % des lésions inflammatoires.",
        ["isotrétinoïne 78 | lésions inflammatoires | percent_change"],
    ),
    ("Sous isotrétinoïne, 78 % des lésions avaient disparu.", ["isotrétinoïne 78 | disparition"]),
    (
        "Le nombre moyen de crises par mois est passé de 2,6 à 0,4 avec le lanadélumab et de 2,5 à 2,0 sous placebo.",
        ["lanadélumab 0.4 vs baseline 2.6 | crises | mean", "placebo 2 vs baseline 2.5 | crises | mean"],
    ),
    (
        "Sous placebo, le DLQI passait de 13,2 à 10,1 ; sous aprémilast, de 13,5 à 6,2.",
        ["placebo 10.1 vs baseline 13.2 | DLQI | mean", "aprémilast 6.2 vs baseline 13.5 | DLQI | mean"],
    ),
    (
        "Le PASI a baissé de 18 à 4 avec le méthotrexate, et de 19 à 3 avec la ciclosporine.",
        ["méthotrexate 4 vs baseline 18 | PASI | mean", "ciclosporine 3 vs baseline 19 | PASI | mean"],
    ),
    (
        "Sous spironolactone, le DLQI passait de 20,1 à 12,4, sans changement sous placebo (de 19,8 à 19,1).",
        ["spironolactone 12.4 vs baseline 20.1 | DLQI | mean", "placebo 19.1 vs baseline 19.8 | DLQI | mean"],
    ),
    (
        "Avec un recul de 5 ans, le taux de récidive était de 3 % après chirurgie de Mohs.",
        ["chirurgie de Mohs 3 | récidive | 5 ans"],
    ),
    (
        "Après une baisse du prurit, le taux de succès était de 41 % sous dupilumab.",
        ["dupilumab 41 | succès"],
    ),
    (
        "À 3 ans, 4 patients sur 5 traités par imiquimod étaient guéris, soit 80,1 % (IC95 % : 74,9-84,4).",
        ["imiquimod 80.1 [74.9, 84.4] | guérison | 3 ans"],
    ),
    (
        "En ouvert, 30 patients ont reçu de l'aprémilast ; le score BSA a chuté de 62 % à 4 mois.",
        ["aprémilast 62 | BSA | percent_change | 4 mois"],
    ),
    (
        "Le score DLQI moyen passait de 15,3 à l'inclusion à 6,2 à la semaine 24 sous aprémilast.",
        ["aprémilast 6.2 vs baseline 15.3 | DLQI | mean | à la semaine 24"],
    ),
    (
        "Sur 50 patients traités par isotrétinoïne, 47 ont guéri (94 %) et 5 ont rechuté dans l'année.",
        ["isotrétinoïne 94 | guérison"],
    ),
    (
        "Le taux de réponse objective sous cémiplimab a été de 41 %, dont 9 % de réponses complètes.",
        ["cémiplimab 41 | réponse objective", "cémiplimab 9 | réponse complète"],
    ),
    (
        "Deux ans plus tard, trois quarts des patients restaient indemnes de récidive sous imiquimod.",
        ["imiquimod 75 | absence de récidive | Deux ans"],
    ),
    (
        "Quant à la tolérance, 3 arrêts pour effet indésirable ont été notés sous vismodégib.",
        ["vismodégib 3 | arrêts pour effet indésirable | count"],
    ),
]

CONTRASTS = [
    (
        "Essai du némolizumab. Le succès IGA était de 38 % vs 26 % sous placebo (12,2 % [4,6 ; 19,8] ; p = 0,0006).",
        ["némolizumab 38 vs placebo 26 | IGA0/1 | RD 12.2 [4.6, 19.8] | p = 0.0006"],
    ),
    (
        "Sous adalimumab, l'HiSCR était obtenu chez 59 % contre 28 % sous placebo (21 % [12 ; 30] chez les fumeurs).",
        ["adalimumab 59 vs placebo 28 | HiSCR"],
    ),
    (
        "L'efficacité de la ciclosporine était comparable à celle du méthotrexate (RR de rémission 0,97 ; IC95 % "
        "0,84-1,12).",
        ["ciclosporine vs méthotrexate | rémission | RR 0.97 [0.84, 1.12]"],
    ),
    (
        "Photothérapie UVB contre méthotrexate dans la pelade. Une repousse était notée chez 37 % des malades sous "
        "méthotrexate et 14 % de ceux sous photothérapie UVB (OR 3,6 ; IC 95 % : 1,2-10,4).",
        ["méthotrexate 37 vs photothérapie UVB 14 | repousse | OR 3.6 [1.2, 10.4]"],
    ),
    (
        "Photothérapie UVB contre méthotrexate dans la pelade. Une repousse était notée chez 37 % des malades sous "
        "méthotrexate et 14 % de ceux sous photothérapie UVB (RR 0,38 ; IC 95 % : 0,2-0,8).",
        ["photothérapie UVB 14 vs méthotrexate 37 | repousse | RR 0.38 [0.2, 0.8]"],
    ),
    (
        "L'infliximab venait en tête (PASI 90 : RR 50,3 ; IC95 % : 20,9 à 120,7 versus placebo), devant le bimékizumab "
        "(RR 30,3 ; 25,1-36,4).",
        ["infliximab vs placebo | PASI90 | RR 50.3 [20.9, 120.7]", "bimékizumab | PASI90 | RR 30.3 [25.1, 36.4]"],
    ),
    (
        "Le taux de récidive était de 1,7 % dans le groupe traité et de 5,8 % dans le groupe témoin (RR 0,29).",
        ["contrôle 5.8 | récidive"],
    ),
    (
        "Le taux de succès à S12 était supérieur de 12 points sous adapalène (IC 95 % : 3-21 ; p = 0,01).",
        ["adapalène | succès | S12 | RD 12 [3, 21] | p = 0.01"],
    ),
    (
        "Le DLQI était inférieur de 2,3 points sous aprémilast par rapport au placebo (IC 95 % : 1,1 à 3,5).",
        ["aprémilast vs placebo | DLQI | MD 2.3 [1.1, 3.5]"],
    ),
    (
        "Comparativement au placebo, l'oméga-3 ne réduit pas le risque de poussée (HR 0,94 ; IC 95 % : 0,71-1,24 ; "
        "p = 0,66).",
        ["oméga-3 vs placebo | poussée | HR 0.94 [0.71, 1.24] | p = 0.66"],
    ),
    (
        "Le risque d'infection sévère augmente avec l'infliximab (OR 1,81 [1,02-3,21]) mais pas avec le guselkumab "
        "(OR 0,96 [0,55-1,68]).",
        [
            "infliximab | infections sévères | OR 1.81 [1.02, 3.21]",
            "guselkumab | infections sévères | OR 0.96 [0.55, 1.68]",
        ],
    ),
    (
        "La durée médiane de survie globale a été de 36,9 mois dans le bras nivolumab versus 19,9 mois dans le bras "
        "ipilimumab (HR = 0,63 ; IC95 % : 0,53-0,75).",
        ["nivolumab 36.9 vs ipilimumab 19.9 | survie globale | median | HR 0.63 [0.53, 0.75]"],
    ),
    (
        "La rémission à un an était obtenue par 43 % des patients du groupe infliximab et 26 % des patients du groupe "
        "méthotrexate, soit un risque relatif de 1,65 (intervalle de confiance à 95 % : 1,06 à 2,58).",
        ["infliximab 43 vs méthotrexate 26 | rémission | un an | RR 1.65 [1.06, 2.58]"],
    ),
]

POINTED_AT = [
    (
        "L'association de trétinoïne, de clindamycine et de peroxyde de benzoyle a été comparée au placebo. Un IGA 0/1 "
        "était atteint par 49 % des patients traités par cette triple association contre 25 % avec le placebo.",
        ["clindamycine + peroxyde de benzoyle + trétinoïne 49 vs placebo 25 | IGA0/1"],
    ),
    (
        "Le gel associant clindamycine, adapalène et peroxyde de benzoyle a été comparé au véhicule. Un IGA 0/1 était "
        "atteint par 49 % des patients contre 25 % avec le véhicule.",
        ["adapalène + clindamycine + peroxyde de benzoyle 49 vs véhicule 25 | IGA0/1"],
    ),
    (
        "Un PASI 75 était obtenu chez 61 % des patients sous adalimumab, 72 % sous infliximab et 40 % sous étanercept.",
        ["adalimumab 61 | PASI75", "infliximab 72 | PASI75", "étanercept 40 | PASI75"],
    ),
    (
        "À la semaine 12, 42 % et 38 % des patients sous trifarotène avaient un IGA 0/1 ; les taux observés avec le "
        "véhicule étaient de 24 % et 20 %.",
        [
            "trifarotène 42 vs véhicule 24 | IGA0/1 | À la semaine 12",
            "trifarotène 38 vs véhicule 20 | IGA0/1 | À la semaine 12",
        ],
    ),
    (
        "L'essai LUNE a comparé le tazarotène au placebo. Le succès, défini par un IGA 0/1, était atteint à la "
        "semaine 12 par 49 % des patients traités par tazarotène contre 25 % avec le placebo.",
        ["tazarotène 49 vs placebo 25 | IGA0/1 | à la semaine 12 | LUNE"],
    ),
    (
        "Avec le dupilumab, 49 % des patients avaient une réponse, définie par une baisse de 75 % du score, contre "
        "25 % avec le placebo.",
        ["dupilumab 49 vs placebo 25 | réponse"],
    ),
    (
        "Deux essais, PERLE 1 et PERLE 2, ont comparé le trifarotène au véhicule. À la semaine 12, 42 % et 38 % des "
        "patients sous trifarotène avaient un IGA 0/1 ; les taux notés avec le véhicule étaient de 24 % et 20 %.",
        [
            "trifarotène 42 vs véhicule 24 | IGA0/1 | À la semaine 12 | PERLE 1",
            "trifarotène 38 vs véhicule 20 | IGA0/1 | À la semaine 12 | PERLE 2",
        ],
    ),
    (
        "Dans un essai comparant le némolizumab au placebo, le prurit a été amélioré chez 58 % des uns et 16 % des "
        "autres.",
        ["némolizumab 58 vs placebo 16 | amélioration"],
    ),
    (
        "Le sonidégib a réduit la taille des lésions de 42 mm sous traitement et de 12 mm dans l'autre groupe.",
        ["sonidégib 42 vs contrôle 12 | taille des lésions | mean_change"],
    ),
    (
        "L'essai TOPAZ opposait le clobétasol au placebo. À trois mois, 61 % des uns et 24 % des autres ont guéri.",
        ["clobétasol 61 vs placebo 24 | guérison | trois mois | TOPAZ"],
    ),
    (
        "Trente malades sur 60 du groupe compression (50 %) et 12 des 58 du groupe témoin (21 %) ont cicatrisé "
        "(p = 0,001).",
        ["compression 50 vs contrôle 21 | cicatrisation | p = 0.001"],
    ),
    (
        "Les fréquences de rechute et de décès étaient de 12 % et 3 % dans le groupe rituximab, et de 31 % et 9 % dans "
        "le groupe placebo, respectivement.",
        ["rituximab 12 vs placebo 31 | rechute", "rituximab 3 vs placebo 9 | décès"],
    ),
    (
        "LUMEN 1 et LUMEN 2, deux essais de phase III, ont évalué le tralokinumab. Dans l'analyse poolée, 34 % des "
        "patients avaient un EASI 75, contre 12 % sous placebo.",
        ["tralokinumab 34 vs placebo 12 | EASI75 | LUMEN 1;LUMEN 2"],
    ),
    (
        "Deux essais, ASTRE 1 (302 patients) et ASTRE 2 (310 patients), ont comparé le brodalumab au placebo. Le "
        "PASI 90 était atteint à S12 chez 70 % contre 3 % dans le premier et chez 68 % contre 4 % dans le second.",
        ["brodalumab 70 vs placebo 3 | PASI90 | S12 | ASTRE 1", "brodalumab 68 vs placebo 4 | PASI90 | S12 | ASTRE 2"],
    ),
    (
        "Le premier essai s'appelle BOREAL. Le dupilumab y affrontait le placebo chez 200 enfants. Un EASI 75 était "
        "obtenu chez 58 % des enfants, contre 21 %.",
        ["dupilumab 58 vs placebo 21 | EASI75 | BOREAL"],
    ),
    (
        "Deux essais, ARCO 1 et ARCO 2, ont évalué le tralokinumab. Une rémission a été notée chez 34 % des malades du "
        "premier essai et 29 % de ceux du second. Le second essai retrouvait 8 % de conjonctivites.",
        [
            "tralokinumab 34 | rémission | ARCO 1",
            "tralokinumab 29 | rémission | ARCO 2",
            "tralokinumab 8 | conjonctivite | ARCO 2",
        ],
    ),
    (
        "Deux essais, ARCO 1 et ARCO 2, ont opposé le tralokinumab au placebo. Sur l'ensemble des deux essais, 52 % "
        "des patients avaient un PASI 75 contre 11 %. Une conjonctivite survenait dans 7 % et 2 % des cas.",
        [
            "tralokinumab 52 vs placebo 11 | PASI75 | ARCO 1;ARCO 2",
            "tralokinumab 7 vs placebo 2 | conjonctivite | ARCO 1;ARCO 2",
        ],
    ),
    (
        "Dans ARCO-1 et ARCO-2, le tralokinumab était donné 16 semaines. La baisse du DLQI était de 6 points (données "
        "groupées des études ARCO).",
        ["tralokinumab 6 | DLQI | mean_change | ARCO-1;ARCO-2"],
    ),
    (
        "Dans ARCO 1, 45 % des malades sous tralokinumab avaient un PASI 75 contre 12 % sous placebo (p < 0,001 dans "
        "les deux essais). ARCO 2 donnait 41 % contre 10 %.",
        [
            "tralokinumab 45 vs placebo 12 | PASI75 | ARCO 1 | p < 0.001",
            "tralokinumab 41 vs placebo 10 | PASI75 | ARCO 2",
        ],
    ),
]

OUTCOMES = [
    ("Le ruxolitinib agit dans le vitiligo. L'acné était notée chez 5,8 % des patients.", ["ruxolitinib 5.8 | acné"]),
    ("Le dupilumab agit. Conjonctivites : 8 %. Acné : 2 %.", ["dupilumab 8 | conjonctivite", "dupilumab 2 | acné"]),
    (
        "Le délai médian avant rechute était de 85 jours sous acitrétine et de 41 jours sous placebo.",
        ["acitrétine 85 vs placebo 41 | délai médian avant rechute | median"],
    ),
    (
        "Sous apalutamide, 67 % des plaies traitées étaient entièrement fermées, contre 22 % sous placebo.",
        ["apalutamide 67 vs placebo 22 | plaies entièrement fermées"],
    ),
    (
        "Une réduction du prurit de 65 % et de la sécheresse de 41 % était notée sous émollient.",
        ["émollients 65 | prurit | percent_change", "émollients 41 | sécheresse | percent_change"],
    ),
    (
        "Parmi les enfants qui cotaient leur prurit à 4 ou plus au départ, 62 % sous roflumilast ont gagné au moins 4 "
        "points sur l'échelle WI-NRS, contre 40 % avec le véhicule.",
        ["roflumilast 62 vs véhicule 40 | NRS4"],
    ),
    (
        "Dans l'étude ouverte LUNA, 57 malades sur 80 étaient en rémission à un an sous rituximab (71 %).",
        ["rituximab 71 | rémission | un an | LUNA"],
    ),
    (
        "Le taux de succès était de 12 % [12] sous griséofulvine et de 41 % sous terbinafine [3, 4].",
        ["griséofulvine 12 vs terbinafine 41 | succès"],
    ),
]

NAMED_BY_SYNTAX = [
    (
        "Sous méthotrexate, 18 % des malades ont interrompu leur traitement, contre 9 % sous placebo.",
        ["méthotrexate 18 vs placebo 9 | arrêt du traitement"],
    ),
    (
        "Le risque de récidive, le placebo servant de référence, diminuait sous valaciclovir (HR 0,55 ; IC 95"
        " % 0,40 à 0,75).",
        ["valaciclovir vs placebo | récidive | HR 0.55 [0.4, 0.75]"],
    ),
    (
        "La cryothérapie guérissait jusqu'à 62 % des malades.",
        ["cryothérapie 62 | guérison"],
    ),
    (
        "Le critère principal était le PASI 75. Trois médicaments s'écartent des autres : l'adalimumab (RR "
        "8,1 ; IC 95 % 6,0 à 10,9), l'étanercept (RR 5,2 ; IC 95 % 4,1 à 6,6) et le méthotrexate (RR 3,0 ; IC"
        " 95 % 2,2 à 4,1).",
        [
            "adalimumab | PASI75 | RR 8.1 [6, 10.9]",
            "étanercept | PASI75 | RR 5.2 [4.1, 6.6]",
            "méthotrexate | PASI75 | RR 3 [2.2, 4.1]",
        ],
    ),
    (
        "Selon le score de Dermalex, 48 % des patients sous tacrolimus et 31 % de ceux sous placebo répondaient.",
        ["tacrolimus 48 vs placebo 31 | réponse"],
    ),
    (
        "La terbinafine réduisait les récidives (rapport des risques, RR : 0,52 ; intervalle de confiance à "
        "95 %, IC 95 % : 0,40-0,68).",
        ["terbinafine | récidive | RR 0.52 [0.4, 0.68]"],
    ),
    (
        "Les femmes qui ont eu une sécheresse vaginale étaient 12 % sous isotrétinoïne et 3 % sous placebo.",
        ["isotrétinoïne 12 vs placebo 3 | sécheresse vaginale"],
    ),
    (
        "Le méthotrexate a été donné à tous ; 12 % des patients ont reçu un traitement de secours, contre 30 "
        "% sous placebo.",
        ["méthotrexate 12 vs placebo 30 | traitement de secours"],
    ),
]

TOGETHER_AND_TIMED = [
    (
        "La terbinafine diminuait les récidives par rapport à l'absence de prophylaxie (RR 0,52 ; IC 95 % 0,40-0,68).",
        ["terbinafine vs contrôle | récidive | RR 0.52 [0.4, 0.68]"],
    ),
    (
        "La mortalité était plus faible avec l'étanercept et le méthotrexate qu'avec le méthotrexate "
        "uniquement (6,6 % contre 16,9 %).",
        ["étanercept + méthotrexate 6.6 vs méthotrexate 16.9 | mortalité"],
    ),
    (
        "Le doxycycline et l'ivermectine faisaient mieux que l'ivermectine seule : guérison dans 70 % contre "
        "51 % des cas.",
        ["doxycycline + ivermectine 70 vs ivermectine 51 | guérison"],
    ),
    (
        "Le valaciclovir a réduit les récidives au cours des 6 premiers mois (RR 0,65 ; IC 95 % 0,59-0,73), "
        "des 12 premiers mois (RR 0,58 ; IC 95 % 0,49-0,70) et des 24 premiers mois (RR 0,70 ; IC 95 % "
        "0,50-0,90).",
        [
            "valaciclovir | récidive | 6 premiers mois | RR 0.65 [0.59, 0.73]",
            "valaciclovir | récidive | 12 premiers mois | RR 0.58 [0.49, 0.7]",
            "valaciclovir | récidive | 24 premiers mois | RR 0.7 [0.5, 0.9]",
        ],
    ),
    (
        "Le risque de rechute sous adalimumab était de HR 0,50 (IC 95 % 0,40-0,60) à 6 mois et de HR 0,70 (IC"
        " 95 % 0,60-0,80) à 12 mois.",
        ["adalimumab | rechute | 6 mois | HR 0.5 [0.4, 0.6]", "adalimumab | rechute | 12 mois | HR 0.7 [0.6, 0.8]"],
    ),
    (
        "Cet essai comparait la ciclosporine (groupe CI, 84 malades) à l'azathioprine (groupe AZ, 41 "
        "malades). La rémission était de 52 % dans le groupe CI et de 38 % dans le groupe AZ.",
        ["ciclosporine 52 vs azathioprine 38 | rémission"],
    ),
]

NOT_RESULTS = [
    "Le succès était défini par une baisse de 50 % du score sous dupilumab.",
    "La rechute était définie comme la perte de 50 % de la réponse obtenue sous sécukinumab.",
    "La prévalence du psoriasis atteint 4,4 % en France métropolitaine.",
    "L'acné touche 80 % des adolescents, rappelle-t-on avant de parler de l'isotrétinoïne.",
    "Sous méthotrexate, l'âge moyen était de 43 ans et 54 % étaient des femmes.",
    "On retenait 90 patients par groupe pour une puissance de 90 %, en supposant 60 % de succès sous dupilumab.",
    "Le coût annuel du dupilumab s'élève à 18 500 euros, remboursé à 65 %.",
    "Cent douze malades ont été inclus dans 14 centres sous dupilumab entre 2015 et 2019 ; 8 % ont été perdus de vue.",
    "Tout PASI > 10 relève d'un traitement systémique ; le seuil de 30 % de surface atteinte n'est plus retenu.",
    "Le bénéfice était plus net chez l'enfant (RR 2,3 ; IC 95 % 1,4-3,8) que chez l'adulte (RR 1,2 ; IC 95 % 0,8-1,8).",
    "Sous dupilumab, 37 % d'entre eux souffriraient de prurit.",
    "Une majorité d'études (61 %) opposaient un anticorps au placebo.",
    "Sous ruxolitinib, près de 90 % des 508 patients étaient des enfants.",
    "On n'étalera pas le ruxolitinib sur plus de 20 % du corps.",
    "Une lotion à 5 % de minoxidil est appliquée matin et soir.",
    "La durée de l'isotrétinoïne variait de quatre à 36 semaines.",
    "Les patients sous méthotrexate étaient suivis en ville ; 64 % recevaient la forme injectable.",
    "Les corticoïdes demeurent le premier choix ; un tiers des malades y échappent.",
    "Sous adalimumab, 40 % étaient deux fois plus nombreux.",
    "Le taux de succès était supérieur de 20 % avec le laser.",
    "L'échantillon renfermant 4 % d'hydroquinone se conservait mal.",
]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        *COMPARED,
        *IN_ORDER,
        *CARRIED,
        *ONE_ARM,
        *CONTRASTS,
        *POINTED_AT,
        *OUTCOMES,
        *NAMED_BY_SYNTAX,
        *TOGETHER_AND_TIMED,
    ],
)
def test_a_text_gives_all_its_results(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize("text", NOT_RESULTS)
def test_numbers_about_patients_trials_and_prices_are_no_result(text: str) -> None:
    assert told(text) == []


def test_sizes_in_brackets_behind_the_arms_go_with_their_values() -> None:
    (draft,) = drafts_of(
        find_results,
        "Cet essai comparait la ciclosporine (groupe CI, 84 malades) à l'azathioprine (groupe AZ, 41 malades). "
        "La rémission était de 52 % dans le groupe CI et de 38 % dans le groupe AZ.",
    )
    assert (draft.arm.n, draft.comparator_arm.n, draft.n) == (84, 41, None)


ASSESSED = (
    "# Méthodes\n\nQuarante malades recevaient du tacrolimus ou un placebo. L'efficacité était jugée 8 semaines "
    "après le début du traitement.{more}\n\n# Résultats\n\n{when}ne guérison a été obtenue chez 48 % des malades "
    "sous tacrolimus et chez 21 % sous placebo."
)


@pytest.mark.parametrize(
    ("more", "when", "row"),
    [
        ("", "U", "tacrolimus 48 vs placebo 21 | guérison | 8 semaines"),
        ("", "À 4 semaines, u", "tacrolimus 48 vs placebo 21 | guérison | 4 semaines"),
        (" Les lésions ont été mesurées à 12 semaines.", "U", "tacrolimus 48 vs placebo 21 | guérison"),
    ],
)
def test_the_one_time_of_assessment_in_the_methods_holds_where_no_other_is_told(more: str, when: str, row: str) -> None:
    assert told(ASSESSED.format(more=more, when=when)) == [row]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Le baricitinib a été donné à 40 adultes. Traitements antérieurs : méthotrexate chez 60 %. "
            "À six mois, 45 % des patients avaient un SALT ≤ 20.",
            ["baricitinib 45 | SALT20 | six mois"],
        ),
        (
            "Le baricitinib a été donné à 40 adultes. Le ritlécitinib était ensuite essayé. "
            "À six mois, 30 % des patients avaient un SALT ≤ 20.",
            ["ritlécitinib 30 | SALT20 | six mois"],
        ),
    ],
)
def test_a_treatment_of_before_the_study_is_not_its_drug(text: str, rows: list[str]) -> None:
    assert told(text) == rows


def test_each_value_is_of_the_phase_told_before_it() -> None:
    text = (
        "Avec le tralokinumab, une phase II de 60 patients donnait 40 % de PASI 75 contre 12 % ; en phase III, chez "
        "300 patients, c'était 51 % contre 9 %. Un prurit gênait 8 % des patients."
    )
    found = [(draft.arm.value, draft.phase, draft.n) for draft in drafts_of(find_results, text)]
    assert found == [(40, "2", 60), (51, "3", 300), (8, "3", 300)]


def test_phases_told_together_are_of_no_one_value() -> None:
    text = "Le tralokinumab a été suivi dans des essais de phases II et III. Un PASI 75 était atteint chez 40 %."
    assert [(draft.arm.value, draft.phase) for draft in drafts_of(find_results, text)] == [(40, None)]


def test_a_drug_told_of_again_has_the_phase_of_its_trials() -> None:
    text = (
        "Les essais de phase III du tralokinumab (ARCO 1 et ARCO 2) étaient positifs. Le dupilumab est plus ancien. "
        "Avec le tralokinumab, une conjonctivite survenait chez 8 % des malades."
    )
    assert [(draft.arm.value, draft.phase) for draft in drafts_of(find_results, text)] == [(8, "3")]
