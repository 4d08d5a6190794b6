"""Results in prose: every value on its arm, endpoint, time and trial; and numbers that are no result."""

import pytest

from extract.tuples.results import find_results
from tests.tuples.reading import drafts_of
from tests.tuples.rows import told

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
        *CARRIED,
        *ONE_ARM,
        *CONTRASTS,
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
