"""Result tables in the shapes of French journals: strands, rows that depend on the one above, arms of no lexicon."""

import pytest

from extract.tuples.tables import find_table_results
from tests.tuples.reading import drafts_of
from tests.tuples.rows import line


def told(text: str) -> list[str]:
    """The results of the tables of a plain text, one line a row."""
    return [line(draft) for draft in drafts_of(find_table_results, text)]


@pytest.mark.parametrize(
    "heads",
    [
        "Étude A, luliconazole (n = 90) | Étude A, excipient | Étude B, luliconazole (n = 88) | Étude B, excipient",
        "Luliconazole (n = 90) | Excipient (n = 45) | Luliconazole (n = 88) | Excipient (n = 44)",
        "Visage – luliconazole | Visage – excipient | Tronc – luliconazole | Tronc – excipient",
    ],
)  # fmt: skip
def test_an_arm_in_several_columns_is_compared_within_each_strand(heads: str) -> None:
    table = (
        f"Tableau 2. Guérison à la semaine 8, n (%)\n\nCritère | {heads}\nGuérison | 18 (20) | 3 (7) | 22 (25) | 4 (9)"
    )
    assert told(table) == [
        "luliconazole 20 vs véhicule 7 | guérison | à la semaine 8",
        "luliconazole 25 vs véhicule 9 | guérison | à la semaine 8",
    ]


def test_arms_in_another_order_go_by_what_the_heads_say_beside_them() -> None:
    table = """Tableau 2. Guérison (%)

Critère | Luliconazole, tronc | Luliconazole, visage | Excipient, tronc | Excipient, visage
Guérison | 20 | 25 | 7 | 9"""
    assert told(table) == ["luliconazole 20 vs véhicule 7 | guérison", "luliconazole 25 vs véhicule 9 | guérison"]


def test_grades_under_an_arm_are_told_apart() -> None:
    table = """Tableau 3. Effets indésirables, n (%)

Événement | Nivolumab (n = 206) | | Dacarbazine (n = 205) |
 | Tous grades | Grade 3-4 | Tous grades | Grade 3-4
Prurit | 35 (17,0) | 1 (0,5) | 11 (5,4) | 0"""
    assert told(table) == [
        "nivolumab 17 vs dacarbazine 5.4 | prurit",
        "nivolumab 0.5 vs dacarbazine 0 | prurit de grade 3-4",
    ]


def test_rows_of_a_reduction_and_of_p_belong_to_the_row_above() -> None:
    table = """Tableau 2. Essai LYNX-1 : résultats à 24 semaines

 | Bérotralstat 110 mg (n = 31) | Bérotralstat 150 mg (n = 30) | Placebo (n = 30)
Taux mensuel de crises | 1,7 | 1,4 | 2,3
Réduction du taux vs placebo (%) | 26 | 39 |
p | 0,03 | < 0,001 |
Diarrhée, n (%) | 3 (9,7) | 4 (13,3) | 2 (6,7)"""
    low, high = "bérotralstat (110 mg)", "bérotralstat (150 mg)"
    rate, trial = "taux mensuel de crises", "24 semaines | LYNX-1"
    assert told(table) == [
        f"{low} 1.7 vs placebo 2.3 | {rate} | rate | {trial} | p = 0.03",
        f"{high} 1.4 vs placebo 2.3 | {rate} | rate | {trial} | p < 0.001",
        f"{low} 26 vs placebo | {rate} | percent_change | {trial} | p = 0.03",
        f"{high} 39 vs placebo | {rate} | percent_change | {trial} | p < 0.001",
        f"{low} 9.7 vs placebo 6.7 | diarrhée | {trial}",
        f"{high} 13.3 vs placebo 6.7 | diarrhée | {trial}",
    ]


def test_a_row_of_differences_belongs_to_the_row_above() -> None:
    table = """Tableau 1. Résultats à 16 semaines

 | Placebo (n = 52) | Povorcitinib 15 mg (n = 52) | Povorcitinib 45 mg (n = 50)
HiSCR, n (%) | 11 (21,2) | 23 (44,2) | 23 (46,0)
Différence vs placebo, % (IC 95 %) | – | 23,0 (5,8-40,4) | 24,8 (7,6-42,4)
p | – | 0,009 | 0,005"""
    assert told(table) == [
        "povorcitinib (15 mg) 44.2 vs placebo 21.2 | HiSCR | 16 semaines | RD 23 [5.8, 40.4] | p = 0.009",
        "povorcitinib (45 mg) 46 vs placebo 21.2 | HiSCR | 16 semaines | RD 24.8 [7.6, 42.4] | p = 0.005",
    ]


@pytest.mark.parametrize("ratio", ["0,46 (0,36-0,59) | ", " | 0,46 (0,36-0,59)"])
def test_a_row_with_a_ratio_compares_the_arms_of_the_columns(ratio: str) -> None:
    table = f"""Tableau 3. Nivolumab et dacarbazine

Critère | Nivolumab (n = 210) | Dacarbazine (n = 208)
Survie globale médiane, mois | 37,5 | 11,2
HR de décès (IC 95 %) | {ratio}"""
    assert told(table) == [
        "nivolumab 37.5 vs dacarbazine 11.2 | survie globale | median",
        "nivolumab vs dacarbazine | décès | HR 0.46 [0.36, 0.59]",
    ]


def test_a_column_of_reductions_takes_the_endpoint_of_the_column_before_and_shares_its_p() -> None:
    table = """Tableau 1. Prophylaxie

Bras | n | Taux annualisé de crises (moyenne ± ET) | Réduction vs placebo, % | p
Garadacimab | 39 | 3,2 ± 5,8 | 87 | < 0,001
Placebo | 25 | 24,1 ± 12,0 | – | –"""
    assert told(table) == [
        "garadacimab 3.2 vs placebo 24.1 | crises | rate | p < 0.001",
        "garadacimab 87 vs placebo | crises | percent_change | p < 0.001",
    ]


def test_arms_that_no_lexicon_knows() -> None:
    rows = """Tableau 1. Récidive à 5 ans

Traitement | Patients, n | Taux de récidive, % | HR (IC 95 %)
Chirurgie | 198 | 2,5 | 1 (réf.)
Imiquimod | 206 | 17,5 | 7,4 (2,9-18,9)"""
    assert told(rows) == ["imiquimod 17.5 vs chirurgie 2.5 | récidive | 5 ans | HR 7.4 [2.9, 18.9]"]
    columns = """Tableau 2. Semaine 24, n (%)

Critère | Guselkumab (n = 245) | Fumarates (n = 243)
PASI 90 | 198 (81) | 34 (14)"""
    assert told(columns) == ["guselkumab 81 vs fumarates 14 | PASI90 | Semaine 24"]


def test_a_column_of_all_patients_is_no_arm() -> None:
    table = """Tableau 2. Semaine 24, n (%)

Critère | Guselkumab (n = 245) | Ensemble (n = 488)
PASI 90 | 198 (81) | 232 (48)"""
    assert told(table)[0] == "guselkumab 81 | PASI90 | Semaine 24"


def test_doses_whose_placebo_has_no_value_are_not_compared_with_each_other() -> None:
    table = """Tableau 4. Réponse HiSCR, n/N (%)

Bras | Semaine 16 | Semaine 48
Bimékizumab 320 mg/2 sem | 138/291 (47,4) | 175/291 (60,1)
Bimékizumab 320 mg/4 sem | 65/144 (45,1) | 82/144 (56,9)
Placebo | 21/74 (28,4) | –"""
    assert [row for row in told(table) if "Semaine 48" in row] == [
        "bimékizumab (320 mg/2 sem) 60.1 | HiSCR | Semaine 48",
        "bimékizumab (320 mg/4 sem) 56.9 | HiSCR | Semaine 48",
    ]


def test_visits_in_rows_stand_against_the_first() -> None:
    table = """Tableau 7. Évolution du PASI moyen (± ET) sous ixékizumab

Visite | PASI | DLQI
Inclusion | 19,6 ± 7,2 | 13,1 ± 6,0
S12 | 2,7 ± 3,1 | 2,9 ± 3,5"""
    assert told(table) == [
        "ixékizumab 2.7 vs baseline 19.6 | PASI | mean | S12",
        "ixékizumab 2.9 vs baseline 13.1 | DLQI | mean | S12",
    ]


def test_a_p_of_before_and_after_holds_for_value_and_change() -> None:
    table = """Tableau 4. Scores sous méthotrexate

Score | Avant | Après 12 semaines | Variation, % | p
PASI | 14,2 ± 5,1 | 5,9 ± 3,8 | -58,5 | < 0,001"""
    assert told(table) == [
        "méthotrexate 5.9 vs baseline 14.2 | PASI | mean | 12 semaines | p < 0.001",
        "méthotrexate -58.5 vs baseline | PASI | percent_change | p < 0.001",
    ]


def test_the_size_of_a_trial_is_none_of_its_arms_and_a_cohorts_is() -> None:
    trials = """Tableau 1. Réponse IGA 0/1 à la semaine 16 (%)

Essai | Tralokinumab | Placebo
CIEL 1 (n = 802) | 15,8 | 7,1"""
    (draft,) = drafts_of(find_table_results, trials)
    assert (draft.arm.n, draft.comparator_arm.n) == (None, None)
    cohort = """Tableau 3. Événements indésirables sous dupilumab (n = 97)

Événement | n (%)
Conjonctivite | 11 (11,3)"""
    (draft,) = drafts_of(find_table_results, cohort)
    assert (draft.drug, draft.endpoint, draft.arm.value, draft.arm.events, draft.arm.n) == (
        "dupilumab", "conjonctivite", 11.3, 11, 97,
    )  # fmt: skip


def test_the_corner_tells_the_kind_of_number() -> None:
    table = """Tableau 5. Tolérance de l'isotrétinoïne

Effet indésirable, n (%) | Isotrétinoïne | Doxycycline | p
Cutanéo-muqueux | | |
Chéilite | 58 (90,6) | 4 (6,6) | < 0,001
Digestifs | | |
Nausées | 2 (3,1) | 11 (18,0) | 0,008"""
    assert told(table) == [
        "isotrétinoïne 90.6 vs doxycycline 6.6 | chéilite | p < 0.001",
        "isotrétinoïne 3.1 vs doxycycline 18 | nausées | p = 0.008",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Tableau 1. Essai\n\nCaractéristique | Abrocitinib | Placebo\nEASI | 30,1 | 29,8",
        "Tableau 6. Facteurs de rechute\n\nFacteur | OR (IC 95 %) | p\nTabac | 2,1 (1,2-3,6) | 0,01",
        "Tableau 8. Surveillance sous méthotrexate\n\nExamen | Avant | S2\nNFS | 1 | 1",
        "Tableau 9. Inhibiteurs de JAK\n\nMolécule | Demi-vie (h) | Biodisponibilité (%)\nBaricitinib | 12,5 | 79",
        "Tableau 5. Tests\n\nTest | Sensibilité, % | Spécificité, %\nELISA | 87 | 98",
        "Tableau 3. Biothérapies\n\nTraitement | Coût annuel (€)\nAdalimumab | 5 500",
    ],
)
def test_tables_without_results(table: str) -> None:
    assert told(table) == []


def test_groups_with_letters_are_what_they_received() -> None:
    table = """Tableau 4. Comparaison de deux schémas

Critère | Groupe A (argile verte) (n = 45) | Groupe B (cryothérapie) (n = 45) | p†
Guérison à J45, n (%) | 34 (75,6) | 28 (62,2) | 0,17"""
    assert told(table) == ["argile verte 75.6 vs cryothérapie 62.2 | guérison | J45 | p = 0.17"]


def test_studies_and_heterogeneity_are_no_outcome_and_patients_are_those_of_the_ratio() -> None:
    table = """Tableau 2. Méta-analyse

Comparaison | Études, n | Patients, n | RR (IC 95 %) | I², %
Terbinafine vs placebo, guérison mycologique | 8 | 1 006 | 4,5 (2,5-8,1) | 78"""
    (draft,) = drafts_of(find_table_results, table)
    assert (line(draft), draft.n) == ("terbinafine vs placebo | guérison mycologique | RR 4.5 [2.5, 8.1]", 1006)


def test_times_that_were_measured_are_values_and_the_length_of_a_trial_is_none() -> None:
    table = """Tableau 15. Mélanome muqueux

Traitement | Durée du suivi | SSP médiane (IC 95 %)
Nivolumab | 24 mois | 5,9 mois (2,8-7,0)
Ipilimumab | 24 mois | 2,7 mois (2,6-2,8)"""
    (row,) = told(table)
    assert row == "nivolumab 5.9 [2.8, 7] vs ipilimumab 2.7 [2.6, 2.8] | survie sans progression | median | 24 mois"


def test_two_of_three_arms_are_not_compared_where_the_third_has_no_value() -> None:
    table = """Tableau 15. Mélanome muqueux

Traitement | Réponse objective | Réponse complète
Nivolumab | 23,3 % | 4,0 %
Ipilimumab | 8,3 % | 1,0 %
Pembrolizumab | 19,0 % | ND"""
    assert [row for row in told(table) if "complète" in row] == [
        "nivolumab 4 | réponse complète",
        "ipilimumab 1 | réponse complète",
    ]


def test_a_delta_with_an_interval_is_a_difference() -> None:
    table = """Tableau 8. Critères à S16

 | Némolizumab | Placebo | Δ (IC 95 %)
IGA 0 ou 1, % | 37,7 | 11,0 | 28,5 (18,8-38,2)
Différence ajustée du DLQI (IC 95 %) | -4,2 (-5,9 à -2,5) | |"""
    assert told(table) == [
        "némolizumab 37.7 vs placebo 11 | IGA0/1 | S16 | RD 28.5 [18.8, 38.2]",
        "némolizumab vs placebo | DLQI | S16 | RD -4.2 [-5.9, -2.5]",
    ]


def test_an_interval_beside_a_value_is_none_of_the_contrast_behind_it() -> None:
    table = """Tableau 6. Guérison à la semaine 12

Traitement | Guérison (%) | IC à 95 % | NNT
Imiquimod | 52,0 | 44-60 | 2,1
Excipient | 3,6 | 1-8 | –"""
    assert told(table) == ["imiquimod 52 [44, 60] vs véhicule 3.6 | guérison | à la semaine 12 | NNT 2.1"]


def test_an_addition_tells_arms_of_one_drug_apart() -> None:
    table = """Tableau 1. mLoSSI moyen (écart-type) au cours du suivi

Groupe | Inclusion | 3 mois
Méthotrexate seul | 18,4 (7,9) | 14,1 (7,2)
Méthotrexate + bolus | 19,7 (8,3) | 9,9 (6,4)
p | 0,46 | 0,006"""
    assert told(table) == ["méthotrexate 14.1 vs bolus + méthotrexate 9.9 | mLoSSI | mean | 3 mois | p = 0.006"]


def test_what_all_arms_receive_is_no_part_of_their_names() -> None:
    table = """Tableau 1. EASI 75 (%)

Bras | S16
Dupilumab + crèmes | 69
Placebo + crèmes | 23"""
    assert told(table) == ["dupilumab 69 vs placebo 23 | EASI75 | S16"]


def test_an_arm_that_comes_again_in_a_column_begins_another_comparison() -> None:
    table = """Tableau 1. EASI 75 à S16 (%)

Population | Bras | EASI 75
Adultes | Dupilumab | 69
 | Placebo | 23
Adolescents | Dupilumab | 41
 | Placebo | 8"""
    assert told(table) == ["dupilumab 69 vs placebo 23 | EASI75 | S16", "dupilumab 41 vs placebo 8 | EASI75 | S16"]


def test_parts_of_the_patients_are_no_endpoints() -> None:
    table = """Tableau 4. Sous-groupes (réponse à S52, %)

Sous-groupe | Bélimumab | Placebo
Ensemble | 54,0 | 38,7
Sérologie active | 51,5 | 31,7"""
    assert told(table) == [
        "bélimumab 54 vs placebo 38.7 | réponse | S52",
        "bélimumab 51.5 vs placebo 31.7 | réponse | S52",
    ]
    sites = """Tableau 11. Réponse après photothérapie dynamique

Lésion | Réponse complète, % | Récidive, %
Kératose actinique | 89,0 | 12,4
Maladie de Bowen | 86,8 | 10,5"""
    found = drafts_of(find_table_results, sites)
    assert [(d.endpoint, d.arm.value, d.indication) for d in found] == [
        ("réponse complète", 89.0, "kératoses actiniques"),
        ("récidive", 12.4, "kératoses actiniques"),
        ("réponse complète", 86.8, "maladie de Bowen"),
        ("récidive", 10.5, "maladie de Bowen"),
    ]


def test_doses_beside_a_column_of_the_comparator() -> None:
    table = """Tableau 8. Sécukinumab à S16 (HiSCR) contre placebo

Dose | HiSCR, n/N (%) | Comparateur, n/N (%) | OR (IC 95 %)
toutes les 2 semaines | 75/181 (41,4) | 61/180 (33,9) | 1,4 (1,0-2,3)
toutes les 4 semaines | 83/180 (46,1) | 61/180 (33,9) | 1,8 (1,2-2,7)"""
    assert told(table) == [
        "sécukinumab (toutes les 2 semaines) 41.4 vs placebo 33.9 | HiSCR | S16 | OR 1.4 [1, 2.3]",
        "sécukinumab (toutes les 4 semaines) 46.1 vs placebo 33.9 | HiSCR | S16 | OR 1.8 [1.2, 2.7]",
    ]
