"""Results as French reporters word them: counts, shares told twice, asides, and numbers that only look like results."""

import pytest

from tests.tuples.rows import told

READ = [
    (
        "Essai du sonelokimab contre placebo. Le critère retenu était un HiSCR75 à douze semaines. Il a été "
        "obtenu par 43,3 % des patients sous sonelokimab et 14,7 % sous placebo.",
        ["sonélokimab 43.3 vs placebo 14.7 | HiSCR75 | douze semaines"],
    ),
    (
        "Essai du sonelokimab contre placebo. La guérison était jugée au sixième mois. Une éruption est survenue chez "
        "40 % des patients sous sonelokimab contre 12 % sous placebo.",
        ["sonélokimab 40 vs placebo 12 | éruption"],
    ),
    (
        "Essai de l'acétazolamide contre placebo. La durée du séjour a été de 6,1 (É.-T. 2,2) jours c. 7,4 (É.-T. 3,1) "
        "jours sous placebo (p = 0,03).",
        ["acétazolamide 6.1 vs placebo 7.4 | durée du séjour | mean | p = 0.03"],
    ),
    (
        "Essai de l'acétazolamide contre placebo. La rechute a concerné 12 % (6/50) c. 30 % (15/50) des patients.",
        ["acétazolamide 12 vs placebo 30 | rechute"],
    ),
    (
        "Sous cotrimoxazole, la mortalité a baissé chez les malades dont les CD4 étaient inférieurs à 50/µL "
        "(RR : 0,60 ; IC 95 % : 0,54–0,67), entre 50 et 99/µL (RR : 0,66 ; IC 95 % : 0,56-0,78).",
        ["cotrimoxazole | mortalité | RR 0.6 [0.54, 0.67]", "cotrimoxazole | mortalité | RR 0.66 [0.56, 0.78]"],
    ),
    (
        "L'acide tranexamique a permis un passage du score MASI moyen de 9,8 à 4,1 en huit semaines.",
        ["acide tranexamique 4.1 vs baseline 9.8 | MASI | mean"],
    ),
    (
        "Le propranolol a fait disparaître les lésions dans 60 % des cas. Dix pour cent des répondeurs ont rechuté.",
        ["propranolol 60 | disparition", "propranolol 10 | rechute"],
    ),
    (
        "Le kétotifène a été comparé à la rupatadine. Une somnolence a gêné 9 malades sous kétotifène seul (30 %) et 4 "
        "malades de l'autre groupe (13 %).",
        ["kétotifène 30 vs rupatadine 13 | somnolence"],
    ),
    (
        "La nitisinone a été comparée au placebo. La rémission complète était acquise pour 21 enfants sur 40, soit "
        "53 % ; cinq seulement des 38 enfants sous placebo (13 %) y parvenaient.",
        ["nitisinone 53 vs placebo 13 | rémission complète"],
    ),
    (
        "Le timolol a été essayé. À M3, 12 des 30 lésions badigeonnées (40 %) et 3 des 28 lésions placebo (11 %) "
        "avaient disparu.",
        ["timolol 40 vs placebo 11 | disparition | M3"],
    ),
    (
        "La colchicine contre placebo : l'EVA a reculé de 4,1 points en six semaines, quand le placebo n'obtenait que "
        "1,9 point ; diarrhée dans 22 % des cas, placebo 6 %.",
        [
            "colchicine 4.1 vs placebo 1.9 | EVA douleur | mean_change | six semaines",
            "colchicine 22 vs placebo 6 | diarrhée | six semaines",
        ],
    ),
    (
        "Une récidive a été notée, après une guérison initiale, chez 18 % des patients sous itraconazole et 27 % de "
        "ceux sous terbinafine.",
        ["itraconazole 18 vs terbinafine 27 | récidive"],
    ),
    (
        "Toxicités de grade 3 à 4 à 24 semaines : 7 % sous rituximab, 12 % sous prednisone.",
        ["rituximab 7 vs prednisone 12 | toxicités de grade 3 à 4 | 24 semaines"],
    ),
    (
        "Au terme d'un suivi médian de 18 mois, 11 décès sont survenus sous dacarbazine et 6 sous nivolumab.",
        ["dacarbazine 11 vs nivolumab 6 | décès | count | 18 mois"],
    ),
    (
        "La surface de la plaque s'était réduite d'au moins un tiers chez 14 patients du groupe fluorouracile (47 %) "
        "et 8 du groupe cryothérapie (27 %).",
        ["fluorouracile 47 vs cryothérapie 27 | surface de la plaque"],
    ),
    (
        "Le naproxène et l'ibuprofène ont été comparés. Brûlures d'estomac : 9 % / 14 %.",
        ["naproxène 9 vs ibuprofène 14 | brûlures d'estomac"],
    ),
    (
        "Le tapinarof a été comparé à son véhicule. Une réponse PGA 0/1 était obtenue par 36 % des patients, soit, par "
        "rapport au véhicule (6 %), un gain de 30 points (IC à 95 % : 24 à 36).",
        ["tapinarof 36 vs véhicule 6 | PGA0/1 | RD 30 [24, 36]"],
    ),
    (
        "L'aciclovir a été comparé au placebo. Guérison à J7 : 61 % vs 44 % (diff. 17 points ; IC95 %, 8 à 26).",
        ["aciclovir 61 vs placebo 44 | guérison | J7 | RD 17 [8, 26]"],
    ),
    (
        "Le sécukinumab a été comparé au placebo. À S12, le PASI 75 était atteint chez 77 % et 5 % des patients. À "
        "S16, les taux étaient de 82 % et 6 % (différence 76 %, IC 95 % 70-82).",
        [
            "sécukinumab 77 vs placebo 5 | PASI75 | S12",
            "sécukinumab 82 vs placebo 6 | PASI75 | S16 | RD 76 [70, 82]",
        ],
    ),
    (
        "Sous méthotrexate, quarante malades (33 %) ont eu un effet secondaire : nausées (n = 22), asthénie (n = 11).",
        [
            "méthotrexate 33 | effets secondaires",
            "méthotrexate 22 | nausées | count",
            "méthotrexate 11 | asthénie | count",
        ],
    ),
    (
        "L'ivermectine a été comparée au placebo. Un prurit persistait chez 8 % des patients dans les deux groupes.",
        ["ivermectine 8 vs placebo 8 | prurit"],
    ),
    (
        "Dans le bras ustékinumab, la durée médiane de la réponse était de 31,5 mois.",
        ["ustékinumab 31.5 | durée médiane de la réponse | median"],
    ),
    # the level that a share reached is no value of its own
    (
        "Sous canagliflozine, 48 % des patients, contre 22 % sous placebo, avaient une HbA1c inférieure à 7 %.",
        ["canagliflozine 48 vs placebo 22 | HbA1c"],
    ),
    # the base of a rate is none either
    (
        "On a observé 3 infections pour 100 patients-années sous tocilizumab contre 4 sous placebo.",
        ["tocilizumab 3 vs placebo 4 | infections | rate"],
    ),
    # a dose named before its value in a list
    (
        "Le traitement par 5 mg de tofacitinib a donné 51 % de réponses ACR 20, 10 mg 58 % et le placebo 27 %.",
        ["tofacitinib (5 mg) 51 vs placebo 27 | ACR20", "tofacitinib (10 mg) 58 vs placebo 27 | ACR20"],
    ),
    # how a drug was given is no outcome
    (
        "L'huile de bétaméthasone, prise deux fois par jour, a fait disparaître les plaques chez 35 % des enfants.",
        ["bétaméthasone 35 | disparition"],
    ),
    ("À 80 mg, l'atorvastatine abaissait le LDL de 51 %.", ["atorvastatine 51 | LDL-cholestérol | percent_change"]),
    # the share behind « contre » had what the others had not
    (
        "Aucune embolie n'est survenue sous rivaroxaban contre 2 % sous warfarine.",
        ["warfarine 2 | embolie"],
    ),
    (
        "Aucune urticaire n'a été notée chez 92 % des patients sous omalizumab.",
        ["omalizumab 92 | absence d'urticaire"],
    ),
    # what a diet aims at is an outcome, not a treatment
    (
        "L'essai a comparé le liraglutide au placebo. En un an, la perte de poids était de 8 kg contre 2,6 kg.",
        ["liraglutide 8 vs placebo 2.6 | perte de poids | mean_change | un an"],
    ),
    # the state that patients were in before is not what befell them
    (
        "Sous azathioprine, 60 % des patients en rémission avaient rechuté à un an.",
        ["azathioprine 60 | rechute | un an"],
    ),
    # a gain behind « contre » is a value, not a difference
    (
        "Sous donépézil, le MMSE avait augmenté de 6 points, contre un gain de 1 point sous placebo.",
        ["donépézil 6 vs placebo 1 | MMSE | mean_change"],
    ),
    # the number of another event is not the size of the arm
    (
        "Les effets indésirables graves étaient des infections (n = 5), des fractures (n = 4) sous dénosumab.",
        ["dénosumab 5 | infections | count"],
    ),
    ("Le DLQI s'était amélioré de 7,1 points sous adalimumab.", ["adalimumab 7.1 | DLQI | mean_change"]),
    ("Le MyoQoL-3 s'est amélioré de 11 points sous rituximab.", ["rituximab 11 | MyoQoL-3 | mean_change"]),
    (
        "Le bimékizumab a été comparé au placebo. PASI 90 à S16. Essai BRISE-1 : 81 % sous bimékizumab, 2 % sous "
        "placebo. Essai BRISE-2 : 84 % et 1 %.",
        [
            "bimékizumab 81 vs placebo 2 | PASI90 | S16 | BRISE-1",
            "bimékizumab 84 vs placebo 1 | PASI90 | S16 | BRISE-2",
        ],
    ),
    (
        "Pendant les six mois de traitement, 8 % des patients sous doxycycline ont rechuté, contre 21 % sous placebo.",
        ["doxycycline 8 vs placebo 21 | rechute | six mois"],
    ),
    (
        "Une fatigue a été rapportée chez 9 % des sujets sous vismodégib, versus 4 % avec le placebo et 6 % avec "
        "l'imiquimod.",
        ["vismodégib 9 vs placebo 4 | fatigue", "vismodégib 9 vs imiquimod 6 | fatigue"],
    ),
    (
        "La podophyllotoxine, appliquée matin et soir, a fait disparaître les lésions, à J28, chez 58 % des patients.",
        ["podophyllotoxine 58 | disparition | J28"],
    ),
    (
        "Cet essai randomisé comparait l'isotrétinoïne à la doxycycline pendant 20 semaines. A la fin de l'étude, la "
        "guérison était obtenue chez 81 % des patients sous isotrétinoïne et 64 % sous doxycycline.",
        ["isotrétinoïne 81 vs doxycycline 64 | guérison | A la fin de l'étude"],
    ),
    (
        "Un essai randomisé. À la fin de l'étude, 31 % des patients sous crisaborole étaient guéris.",
        ["crisaborole 31 | guérison"],
    ),
    (
        "L'essai durait 12 semaines, suivies de 40 semaines d'extension. À la fin de l'étude, 31 % des patients sous "
        "crisaborole étaient guéris.",
        ["crisaborole 31 | guérison"],
    ),
    (
        "Les risques relatifs étaient de 1,21 (IC 95 %, 0,92 à 1,61) et de 0,84 (IC 95 %, 0,70 à 1,01) pour la fièvre "
        "et les nausées sous kétorolac.",
        ["kétorolac | fièvre | RR 1.21 [0.92, 1.61]", "kétorolac | nausées | RR 0.84 [0.7, 1.01]"],
    ),
    (
        "Sous povorcitinib, un malade sur trois avait un score HiSCR50 à S12 : 34,2 % contre 14,6 % sous placebo.",
        ["povorcitinib 34.2 vs placebo 14.6 | HiSCR | S12"],
    ),
    (
        "Le score DASI (70 points au pire) avait perdu 21 points avec le rituximab et 12 points avec le placebo.",
        ["rituximab 21 vs placebo 12 | score DASI | mean"],
    ),
    (
        "Le nivolumab a été comparé au placebo. Le hazard ratio pour la survie sans rechute s'établit à 0,61 "
        "(IC95 % : 0,48 à 0,77). Cette survie à un an passe de 58 % (placebo) à 72 % (nivolumab).",
        [
            "nivolumab vs placebo | survie sans rechute | HR 0.61 [0.48, 0.77]",
            "nivolumab 72 vs placebo 58 | survie sans rechute | un an",
        ],
    ),
    (
        "Dans le groupe azithromycine, 18 des 90 enfants traités, 10 mg/kg par jour, ont récidivé (20 %).",
        ["azithromycine (10 mg/kg par jour) 20 | récidive"],
    ),
    ("Sous dupilumab, 14 % des adolescents avaient une conjonctivite.", ["dupilumab 14 | conjonctivite"]),
    ("L'ivermectine évite une gale (NNTB 11, IC à 95 % 8 à 19).", ["ivermectine | gale | NNT 11 [8, 19]"]),
    (
        "L'avélumab a été comparé au placebo. À un an, 71 % des patients traités étaient sans progression contre 52 % "
        "sous placebo.",
        ["avélumab 71 vs placebo 52 | survie sans progression | un an"],
    ),
    (
        "Des effets indésirables de grade 3 ou 4 imputables au produit sont survenus chez 12 % des patients sous "
        "cobimétinib.",
        ["cobimétinib 12 | effets indésirables de grade 3 ou 4"],
    ),
    (
        "Sous upadacitinib, le mTSS avait diminué en moyenne de 31 %, et le DAS28 de 22 %.",
        ["upadacitinib 31 | mTSS | percent_change", "upadacitinib 22 | DAS28 | percent_change"],
    ),
    (
        "L'ixékizumab était donné à 40 ou 80 mg. Un PASI 90 était noté chez 58 % et 66 % des patients recevant 40 et "
        "80 mg. Une candidose : 3 %.",
        ["ixékizumab (40 mg) 58 | PASI90", "ixékizumab (80 mg) 66 | PASI90", "ixékizumab 3 | candidose"],
    ),
    (
        "Sous méthotrexate, à deux ans, 44 % des patients en rémission complète avaient rechuté.",
        ["méthotrexate 44 | rechute | deux ans"],
    ),
    (
        "Étaient indemnes de lésion 64 % des malades du bras imiquimod et 49 % du bras diclofénac.",
        ["imiquimod 64 vs diclofénac 49 | absence de lésion"],
    ),
    (
        "Rapports de cotes de rechute : 0,52 pour le rituximab contre azathioprine (0,31-0,86 ; p = 0,01), 0,81 pour "
        "le mycophénolate mofétil contre azathioprine (0,55-1,20 ; p = 0,28).",
        [
            "rituximab vs azathioprine | rechute | OR 0.52 [0.31, 0.86] | p = 0.01",
            "mycophénolate mofétil vs azathioprine | rechute | OR 0.81 [0.55, 1.2] | p = 0.28",
        ],
    ),
    (
        "L'apixaban a été comparé à la warfarine. Les récidives de thrombose ont été au nombre de 59 et de 71.",
        ["apixaban 59 vs warfarine 71 | thromboses | count"],
    ),
    (
        "La spironolactone a été comparée au placebo. Une kaliémie dépassant 5,5 mmol/l était notée chez 7 % des "
        "patients traités, contre 2 % des témoins.",
        ["spironolactone 7 vs placebo 2 | kaliémie dépassant 5,5 mmol/l"],
    ),
    (
        "Sous ipilimumab, ce sont les colites, présentes dans 12 % des cas, qui inquiètent.",
        ["ipilimumab 12 | colite"],
    ),
]

NOT_READ = [
    "Cent vingt malades, d'âge moyen 61 ans, ont été randomisés (58 dans le bras apixaban, 62 dans le bras warfarine).",
    "Les enfants ont été répartis : 30 pour le sirolimus, 31 pour le placebo.",
    "La pelade concernerait 1 à 2 % des Européens, dont certains ont reçu du baricitinib.",
    "La clascotérone en crème (1 %) s'applique deux fois par jour.",
    "Sous ciclosporine, la mortalité attendue était de 30 %.",
    "Les patients traités par dupilumab avaient une dermatite (n = 40) ou un prurigo (n = 12).",
    "L'eczéma gâche la vie de près de 4 % des adultes, que le dupilumab soulage.",
    "Le vitiligo est rare (incidence : 3,1 pour 100 000 par an) et le ruxolitinib y agit.",
    "Sous tofacitinib, des zonas ont été vus ; 38 % concernaient des sujets de plus de 65 ans.",
    "Au total, 412 patients ont été analysés : 207 sous dapagliflozine et 205 sous placebo.",
    "Le minoxidil. Et le placebo ? 9 %.",
    "Alcool et chutes\n\nLa consommation quotidienne d'alcool, elle, était nettement liée aux antécédents familiaux "
    "et de psychothérapie. Les chutes concernaient 12 % des hommes.",
    "Tous ont été tirés au sort, 44 sous imiquimod et 45 sous véhicule.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_results_are_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NOT_READ)
def test_other_numbers_are_no_results(text: str) -> None:
    assert told(text) == []
