"""Result tables in their usual shapes, one line of expectation a row of evidence."""

import pytest

from extract.tuples.model import ArmValue, ContrastValue, Draft, PrintedP
from extract.tuples.tables import find_listed, find_table_results
from tests.tuples.reading import drafts_of


def rows(text: str) -> list[Draft]:
    return drafts_of(find_table_results, text)


def short(draft: Draft) -> tuple[str | None, str | None, str | None, float | None, str | None, float | None]:
    arm, other = draft.arm.value, draft.comparator_arm.value
    return draft.drug, draft.dose, draft.endpoint, arm, draft.comparator, other


def test_arms_in_columns_endpoints_in_rows() -> None:
    table = """Tableau 2. Essai de phase III : répondeurs à la semaine 24 (% de patients)

Critère | Filgotinib 200 mg (n = 120) | Filgotinib 100 mg (n = 118) | Placebo (n = 60)
SALT 20 | 31,5 | 20,2 | 4,9
Acné | 9,0 | 6,1 | 1,8"""
    found = rows(table)
    assert [short(draft) for draft in found] == [
        ("filgotinib", "200 mg", "SALT20", 31.5, "placebo", 4.9),
        ("filgotinib", "100 mg", "SALT20", 20.2, "placebo", 4.9),
        ("filgotinib", "200 mg", "acné", 9.0, "placebo", 1.8),
        ("filgotinib", "100 mg", "acné", 6.1, "placebo", 1.8),
    ]
    assert {(draft.arm.n, draft.comparator_arm.n) for draft in found} == {(120, 60), (118, 60)}
    assert {(draft.timepoint_weeks, draft.measure, draft.unit) for draft in found} == {(24.0, "proportion", "%")}


def test_arms_in_rows_times_in_columns() -> None:
    table = """Tableau 1. Patients atteignant un PASI 90 (%)

Groupe | Semaine 16 | Semaine 52
Tildrakizumab 200 mg | 37 | 52
Placebo | 2 | 5"""
    assert [(*short(draft), draft.timepoint_weeks) for draft in rows(table)] == [
        ("tildrakizumab", "200 mg", "PASI90", 37.0, "placebo", 2.0, 16.0),
        ("tildrakizumab", "200 mg", "PASI90", 52.0, "placebo", 5.0, 52.0),
    ]


def test_a_comparator_is_the_arm_that_the_group_of_rows_names() -> None:
    table = """Tableau 2. Tildrakizumab : répondeurs (%)

Critère | Tildrakizumab | Comparateur
ESSAI-1 (placebo)
PASI 90, S16 | 49,6 | 4,4
ESSAI-2 (étanercept)
PASI 90, S24 | 57,2 | 31,9"""
    assert [short(draft) for draft in rows(table)] == [
        ("tildrakizumab", None, "PASI90", 49.6, "placebo", 4.4),
        ("tildrakizumab", None, "PASI90", 57.2, "étanercept", 31.9),
    ]


def test_a_comparator_that_nothing_names_stays_out() -> None:
    table = """Tableau 2. Répondeurs (%)

Critère | Tildrakizumab | Comparateur
PASI 90, S16 | 49,6 | 4,4"""
    assert [short(draft) for draft in rows(table)] == [("tildrakizumab", None, "PASI90", 49.6, None, None)]


def test_an_arm_that_a_head_compares_with_is_the_reference_of_all_columns() -> None:
    table = """Tableau 1. Succès à 12 mois

Traitement | Succès, % | HR d’échec vs fluorouracile (IC 95 %)
Fluorouracile | 74,7 | 1
Imiquimod | 53,9 | 2,03 (1,36-3,04)
Diclofénac | 28,9 | 3,33 (2,29-4,85)"""
    assert {(draft.drug, draft.arm.value, draft.comparator) for draft in rows(table) if draft.arm.value} == {
        ("imiquimod", 53.9, "fluorouracile"),
        ("diclofénac", 28.9, "fluorouracile"),
    }


def test_years_over_the_columns_are_times() -> None:
    table = """Tableau 2. Survie sans progression, en % des malades

Bras | 1 an | 2 ans | 5 ans
Vémurafénib (n = 210) | 71 | 52 | 30
Placebo (n = 205) | 48 | 29 | 17"""
    assert [(draft.timepoint_weeks, *short(draft)[2:]) for draft in rows(table)] == [
        (52.14, "survie sans progression", 71, "placebo", 48),
        (104.28, "survie sans progression", 52, "placebo", 29),
        (260.7, "survie sans progression", 30, "placebo", 17),
    ]


def test_a_drug_that_an_outcome_is_about_is_no_arm() -> None:
    table = """Tableau 3. Résultats à la semaine 48

Bras | Rémission sans corticoïdes, n (%) | Dose cumulée moyenne de prednisone, mg
Rituximab | 31 (52) | 1 900
Azathioprine | 14 (23) | 3 400"""
    assert [short(draft)[::3] for draft in rows(table)] == [("rituximab", 52.0), ("rituximab", 1900.0)]


def test_events_and_percentages_difference_and_p() -> None:
    table = """Tableau I. Réponses à la semaine 12, patients (%)

Critère | Sécukinumab (n = 200) | Étanercept (n = 100) | Différence (IC 95 %) | p
PASI 75 | 150 (75,0) | 44 (44,0) | 31,0 (19,6 à 42,4) | < 0,001"""
    (draft,) = rows(table)
    assert (draft.arm, draft.comparator, draft.comparator_arm) == (
        ArmValue(75.0, events=150, n=200), "étanercept", ArmValue(44.0, events=44, n=100),
    )  # fmt: skip
    assert (draft.contrast, draft.p, draft.ci_level) == (
        ContrastValue("RD", 31.0, (19.6, 42.4)), PrintedP("<", 0.001), 95.0,
    )  # fmt: skip


def test_a_reference_row_is_the_comparator_of_ratios() -> None:
    table = """Tableau 3. Guérison à 6 mois et risque de rechute

Traitement | Guérison, % (IC95 %) | HR de rechute (IC95 %)
Imiquimod | 60,1 (52,0–67,8) | référence
Cryothérapie | 41,0 (33,2–49,1) | 1,80 (1,21–2,68)"""
    found = rows(table)
    assert [(draft.drug, draft.comparator) for draft in found] == [("cryothérapie", "imiquimod")] * 2
    assert found[0].arm == ArmValue(41.0, ci=(33.2, 49.1))
    assert found[1].contrast == ContrastValue("HR", 1.80, (1.21, 2.68))


def test_trials_in_rows_give_the_treated_column_its_drug() -> None:
    text = """Les essais de l'oxybutynine (SOIF 1 et SOIF 2) et du propranolol (CALME 1) avaient un placebo.

Tableau 1. Réponse PGA 0/1 à la semaine 8

Essai | Actif : % (n) | Placebo : % (n) | p
SOIF 1 | 51,8 (120) | 18,3 (115) | < 0,001
CALME 1 | 40,3 (73) | 29,4 (77) | 0,02"""
    assert [(*short(draft)[::3], draft.trials) for draft in rows(text)] == [
        ("oxybutynine", 51.8, ("SOIF 1",)),
        ("propranolol", 40.3, ("CALME 1",)),
    ]


def test_a_row_of_p_is_of_the_row_above_and_an_event_is_no_indication() -> None:
    text = """Le povorcitinib a été évalué dans la pelade.

Tableau 1. Efficacité à la semaine 24

Critère | Povorcitinib 15 mg | Povorcitinib 45 mg | Placebo
SALT ≤ 20, n (%) | 21 (23,9) | 35 (38,9) | 2 (4,4)
p vs placebo | 0,004 | < 0,001 | –
Acné, n (%) | 5 (5,7) | 9 (10,0) | 1 (2,2)"""
    assert [(d.dose, d.endpoint, d.arm.value, d.p, d.indication) for d in rows(text)] == [
        ("15 mg", "SALT20", 23.9, PrintedP("=", 0.004), "pelade"),
        ("45 mg", "SALT20", 38.9, PrintedP("<", 0.001), "pelade"),
        ("15 mg", "acné", 5.7, None, "pelade"),
        ("45 mg", "acné", 10.0, None, "pelade"),
    ]


def test_values_before_treatment_are_no_results_where_arms_are_compared() -> None:
    table = """Tableau 2. DLQI moyen (écart-type) sous adalimumab et sous méthotrexate

Critère | Adalimumab | Méthotrexate | p
Inclusion | 14,2 (5,1) | 13,9 (4,8) | 0,71
Mois 3 | 6,0 (3,9) | 9,2 (4,4) | 0,002"""
    assert [(*short(d), d.p) for d in rows(table)] == [
        ("adalimumab", None, "DLQI", 6.0, "méthotrexate", 9.2, PrintedP("=", 0.002))
    ]


def test_a_comparison_in_one_cell() -> None:
    table = """Tableau 3. Risque de rechute dans l'urticaire chronique

Comparaison | RR (IC 95 %)
Omalizumab 300 mg vs placebo | 0,52 (0,44-0,63)
Ligélizumab 72 mg vs placebo | 0,59 (0,40-0,71)"""
    assert [(d.drug, d.comparator, d.contrast) for d in rows(table)] == [
        ("omalizumab", "placebo", ContrastValue("RR", 0.52, (0.44, 0.63))),
        ("ligelizumab", "placebo", ContrastValue("RR", 0.59, (0.40, 0.71))),
    ]


def test_trials_as_heads_and_units_as_labels() -> None:
    table = """Tableau 4. Succès du delgocitinib à la semaine 16, % (delgocitinib contre véhicule)

Critère | DELPHE 1 | DELPHE 2
IGA-CHE 0/1 | 19,7 vs 9,9 | 29,1 vs 6,9"""
    assert [(*short(d)[2:], d.trials) for d in rows(table)] == [
        ("IGA-CHE0/1", 19.7, "véhicule", 9.9, ("DELPHE 1",)),
        ("IGA-CHE0/1", 29.1, "véhicule", 6.9, ("DELPHE 2",)),
    ]
    survival = """Tableau 5. Survie

Critère | Mesure | Nivolumab | Ipilimumab
Survie sans progression | médiane, mois | 6,9 | 2,9"""
    assert [short(d)[2:] for d in rows(survival)] == [("survie sans progression", 6.9, "ipilimumab", 2.9)]


def test_a_mean_change_with_its_spread_and_a_p_column() -> None:
    table = """Tableau II. Povorcitinib : variation moyenne (erreur type) du DLQI à la semaine 16

Bras | n | Variation | p contre placebo
Povorcitinib 15 mg | 50 | -5,1 (0,8) | 0,03
Povorcitinib 45 mg | 51 | -6,4 (0,8) | 0,001
Placebo | 49 | -2,2 (0,9) | –"""
    found = rows(table)
    assert [(*short(draft), draft.measure, draft.p) for draft in found] == [
        ("povorcitinib", "15 mg", "DLQI", -5.1, "placebo", -2.2, "mean_change", PrintedP("=", 0.03)),
        ("povorcitinib", "45 mg", "DLQI", -6.4, "placebo", -2.2, "mean_change", PrintedP("=", 0.001)),
    ]
    assert [draft.arm.n for draft in found] == [50, 51]


def test_doses_in_heads_of_one_drug_told_by_the_caption() -> None:
    table = """Tableau I. Delgocitinib crème : succès IGA 0/1 à la semaine 8

Critère | 0,5 % (n = 40) | 0,25 % (n = 41) | Véhicule (n = 39)
IGA 0/1, n (%) | 16 (40) | 11 (27) | 4 (10)"""
    assert [short(draft) for draft in rows(table)] == [
        ("delgocitinib", "0,5 %", "IGA0/1", 40.0, "véhicule", 10.0),
        ("delgocitinib", "0,25 %", "IGA0/1", 27.0, "véhicule", 10.0),
    ]


def test_treatment_and_comparator_in_one_row() -> None:
    table = """Tableau II. Réponses PASI 90 dans les comparaisons directes

Semaine | Traitement | Réponse | Comparateur | Réponse
16 | Guselkumab | 70,1 % | Adalimumab | 46,8 %
48 | Risankizumab | 86,6 % | Sécukinumab | 57,1 %"""
    assert [(*short(draft), draft.timepoint_weeks) for draft in rows(table)] == [
        ("guselkumab", None, "PASI90", 70.1, "adalimumab", 46.8, 16.0),
        ("risankizumab", None, "PASI90", 86.6, "sécukinumab", 57.1, 48.0),
    ]


def test_a_heading_row_tells_the_time_of_those_below() -> None:
    table = """Tableau 4. Réponses (%)

Critère | Upadacitinib | Dupilumab
Semaine 4 | – | –
EASI 75 | 48 | 24
Semaine 16 | – | –
EASI 75 | 71 | 61"""
    assert [(draft.timepoint_weeks, draft.arm.value, draft.comparator_arm.value) for draft in rows(table)] == [
        (4.0, 48.0, 24.0),
        (16.0, 71.0, 61.0),
    ]


def test_two_trials_over_two_arms_each() -> None:
    table = "Tableau 5. Réponse IGA 0/1 à la semaine 8 (%)\n\n" + "\n".join(
        (
            "Critère | Essai NORD-1 |  | Essai NORD-2 | ",
            "Population | Roflumilast | Véhicule | Roflumilast | Véhicule",
            "Visage | 41,5 | 7,2 | 39,9 | 8,1",
        )
    )
    assert [(*short(draft)[3:], draft.trials) for draft in rows(table)] == [
        (41.5, "véhicule", 7.2, ("NORD-1",)),
        (39.9, "véhicule", 8.1, ("NORD-2",)),
    ]


def test_a_treatment_column_takes_its_drug_from_the_row_and_a_week_written_once_holds_below() -> None:
    table = """Tableau 2. Baisse de la NRS prurit d’au moins 4 points : répondeurs, %

Essai | Traitement | Semaine | Traitement, % | Placebo, % | p
Essai OMBRE | Dupilumab | 24 | 58,8 | 20,1 | < 0,001
Essai SOMMET | Némolizumab |  | 55,2 | 19,4 | < 0,001"""
    assert [(*short(draft), draft.timepoint_weeks, draft.p) for draft in rows(table)] == [
        ("dupilumab", None, "NRS4", 58.8, "placebo", 20.1, 24.0, PrintedP("<", 0.001)),
        ("némolizumab", None, "NRS4", 55.2, "placebo", 19.4, 24.0, PrintedP("<", 0.001)),
    ]


def test_a_hazard_ratio_between_the_treatment_and_the_comparator_of_its_row() -> None:
    table = """Tableau 3. Traitements adjuvants : hazard ratio de récidive

Essai | Phase | n | Traitement | Comparateur | HR (IC 95 %)
Essai ALPHA | III | 850 | Nivolumab | Placebo | 0,61 (0,49-0,77)"""
    (draft,) = rows(table)
    assert (draft.drug, draft.comparator, draft.phase, draft.contrast) == (
        "nivolumab", "placebo", "3", ContrastValue("HR", 0.61, (0.49, 0.77)),
    )  # fmt: skip
    (study,) = drafts_of(find_listed, table)
    assert (study.kind, study.drug, study.phase, study.n, study.status) == ("study", "nivolumab", "3", 850, "completed")


def test_an_interval_in_a_column_of_its_own() -> None:
    table = """Tableau 3. Odds ratios ajustés de guérison

Traitement | ORa | IC 95 % | p
Terbinafine | 1 (référence) | – | –
Fluconazole | 0,44 | 0,30-0,64 | < 0,001"""
    (draft,) = rows(table)
    assert (draft.drug, draft.comparator, draft.contrast, draft.p) == (
        "fluconazole", "terbinafine", ContrastValue("OR", 0.44, (0.30, 0.64)), PrintedP("<", 0.001),
    )  # fmt: skip


def test_before_and_after_in_one_group() -> None:
    table = """Tableau 2. Scores moyens (± écart-type) avant et après méthotrexate

Score | Inclusion | Mois 6
DLQI | 9,9 ± 4,2 | 5,1 ± 3,1"""
    (draft,) = rows(table)
    assert (short(draft), draft.measure) == (("méthotrexate", None, "DLQI", 5.1, "baseline", 9.9), "mean")


def test_a_hazard_ratio_or_a_difference_as_the_row_has_it() -> None:
    table = """Tableau 4. Mogamulizumab contre vorinostat

Critère | Mogamulizumab | Vorinostat | HR ou différence (IC 95 %)
Survie sans progression médiane, mois | 7,5 | 3,2 | 0,55 (0,43-0,71)
Réponse globale, % | 27 | 6 | 21,0 (11,1-31,0)"""
    assert [(draft.measure, draft.contrast) for draft in rows(table)] == [
        ("median", ContrastValue("HR", 0.55, (0.43, 0.71))),
        ("proportion", ContrastValue("RD", 21.0, (11.1, 31.0))),
    ]


def test_a_range_around_a_rate_is_its_interval() -> None:
    table = """Tableau 7. Poussées pour 100 patients-années

Groupe | Rilzabrutinib | Placebo
Adultes | 12,0 (8,1-17,4) | 30,9 (22,0-42,5)"""
    (draft,) = rows(table)
    assert (draft.measure, draft.arm, draft.comparator_arm) == (
        "rate", ArmValue(12.0, ci=(8.1, 17.4)), ArmValue(30.9, ci=(22.0, 42.5)),
    )  # fmt: skip


def test_both_arms_in_one_cell() -> None:
    table = """Tableau 1. Succès à 8 semaines (% de patients, crème contre véhicule)

Crème | Durée | EASI 75 | Prurit (NRS4)
Tapinarof 1 % | 8 semaines | 54,2 vs 21,8 | 53,1 vs 30,7"""
    assert [(*short(draft), draft.timepoint_weeks) for draft in rows(table)] == [
        ("tapinarof", "1 %", "EASI75", 54.2, "véhicule", 21.8, 8.0),
        ("tapinarof", "1 %", "NRS4", 53.1, "véhicule", 30.7, 8.0),
    ]


def test_a_share_under_a_caption_of_changes_is_a_share() -> None:
    table = """Tableau 3. Barzolvolimab : variation moyenne de l’UAS7 et répondeurs à la semaine 12

Bras | Variation de l’UAS7, points | UAS7 = 0, %
75 mg | -17,0 | 23,1
Placebo | -10,2 | 6,6"""
    assert [(draft.endpoint, draft.measure, draft.arm.value) for draft in rows(table)] == [
        ("UAS7", "mean_change", -17.0),
        ("UAS7=0", "proportion", 23.1),
    ]


def test_sizes_of_arms_in_a_row_of_their_own_and_a_duration_that_is_no_time() -> None:
    table = """Tableau 2. Essai ORION : réponses

Critère | Mogamulizumab | Choix du médecin
Effectif | 180 | 90
Réponse d’au moins 4 mois, % | 25,1 | 4,3"""
    (draft,) = rows(table)
    assert (short(draft), draft.arm.n, draft.comparator_arm.n, draft.timepoint_weeks) == (
        ("mogamulizumab", None, "réponse d’au moins 4 mois", 25.1, "choix du médecin", 4.3), 180, 90, None,
    )  # fmt: skip


def test_a_list_of_drugs_tells_targets_and_phases() -> None:
    table = """Tableau 1. Molécules en développement dans la pelade

Molécule | Cible | Phase | Statut
Ivarmacitinib | JAK1 | III | en cours
Etrasimod | S1P | II | terminé"""
    assert [(d.kind, d.drug, d.target, d.phase, d.status) for d in drafts_of(find_listed, table)] == [
        ("mechanism", "ivarmacitinib", "JAK1", None, None),
        ("study", "ivarmacitinib", None, "3", "ongoing"),
        ("mechanism", "étrasimod", "S1PR1", None, None),
        ("study", "étrasimod", None, "2", "completed"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Tableau 1. Caractéristiques à l’inclusion\n\nVariable | Abrocitinib | Placebo\nEASI | 30,1 | 29,8",
        "Tableau 1. Essai\n\nVariable | Abrocitinib | Placebo\nÂge, ans | 38,1 | 37,8\nSexe féminin, % | 42 | 44",
        "Tableau 1. Médicaments\n\nMolécule | Voie | Prise\nAbrocitinib | orale | 1 fois par jour",
        "Tableau 1. Critères\n\nScore | Minimum | Maximum\nPASI | 0 | 72",
    ],
)
def test_a_table_without_results_gives_none(table: str) -> None:
    assert rows(table) == []


_BEFORE_THE_SENTENCE = """Tableau 1. Filgotinib dans la pelade : répondeurs à la semaine 24 (% de patients)

Critère | Filgotinib | Placebo
SALT 20 | 31,5 | 4,9
"""


@pytest.mark.parametrize(
    ("after", "p"),
    [
        ("Tous les écarts avec le placebo étaient significatifs (p < 0,001).", PrintedP("<", 0.001)),
        ("Les différences étaient nettes pour chaque critère (p = 0,004).", PrintedP("=", 0.004)),
        ("Les patients étaient suivis six mois. Tous les écarts persistaient alors (p < 0,01).", None),
        ("Dans une autre cohorte, la repousse était plus fréquente (p = 0,02).", None),
        ("Tous les critères différaient (p = 0,01 pour le premier et p = 0,03 pour le second).", None),
    ],
)
def test_the_sentence_after_a_table_tells_a_p_for_all_of_it(after: str, p: PrintedP | None) -> None:
    assert [draft.p for draft in rows(f"{_BEFORE_THE_SENTENCE}\n{after}")] == [p]


def test_a_caption_that_opens_with_a_contrast() -> None:
    table = """Tableau. Différence moyenne par rapport au placebo pour le nombre de lésions

Traitement | Comédons | Papules
Doxycycline | 12,1 (6,4 à 17,8) | 15,9 (9,1 à 22,7)
Adapalène | 9,3 (4,2 à 14,4) | 10,0 (5,1 à 14,9)"""
    assert [(d.drug, d.endpoint, d.comparator, d.contrast, d.arm) for d in rows(table)] == [
        ("doxycycline", "comédons", "placebo", ContrastValue("MD", 12.1, (6.4, 17.8)), ArmValue()),
        ("adapalène", "comédons", "placebo", ContrastValue("MD", 9.3, (4.2, 14.4)), ArmValue()),
        ("doxycycline", "papules", "placebo", ContrastValue("MD", 15.9, (9.1, 22.7)), ArmValue()),
        ("adapalène", "papules", "placebo", ContrastValue("MD", 10.0, (5.1, 14.9)), ArmValue()),
    ]
