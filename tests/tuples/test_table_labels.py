"""What the heads, stubs and captions of result tables say, in the words of articles."""

import pytest

from extract.tuples.tables import find_table_results
from tests.tuples.reading import drafts_of
from tests.tuples.rows import line


def told(text: str) -> list[str]:
    """The results of the tables of a plain text, one line a row."""
    return [line(draft) for draft in drafts_of(find_table_results, text)]


@pytest.mark.parametrize(
    ("stub", "values", "row"),
    [
        ("Patients ayant obtenu une réponse IGA 0/1, n (%)", "24 (40,0) | 9 (14,3)", "40 vs placebo 14.3 | IGA0/1"),
        ("Variation moyenne du DLQI depuis l'inclusion", "-7,2 | -3,0", "-7.2 vs placebo -3 | DLQI | mean_change"),
        ("Réduction du prurit, n (%)", "30 (50,0) | 12 (19,0)", "50 vs placebo 19 | prurit"),
        ("% moyen d'amélioration de l'EASI", "71 | 40", "71 vs placebo 40 | EASI | percent_change"),
        ("Patients présentant une rechute, n (%)", "6 (10,0) | 30 (47,6)", "10 vs placebo 47.6 | rechute"),
        ("Au moins un EI grave, n (%)", "2 (3,3) | 3 (4,8)", "3.3 vs placebo 4.8 | événements indésirables graves"),
        ("Arrêt pour EI (%)", "1,7 | 3,2", "1.7 vs placebo 3.2 | arrêt pour événement indésirable"),
        ("Tout EI, n (%)", "41 (68,3) | 40 (63,5)", "68.3 vs placebo 63.5 | événements indésirables"),
        ("Dose moyenne de prednisone, mg", "12,1 | 20,5", "12.1 vs placebo 20.5 | dose de prednisone | mean"),
        ("Délai médian de réponse, semaines", "4,1 | 11,8", "4.1 vs placebo 11.8 | délai de réponse | median"),
        ("Taux annualisé de poussées", "0,4 | 1,9", "0.4 vs placebo 1.9 | poussée | rate"),
        ("Hauteur de la lésion (mm)", "3,1 ± 0,8 | 4,9 ± 1,0", "3.1 vs placebo 4.9 | hauteur de la lésion | mean"),
    ],
)  # fmt: skip
def test_endpoints_told_in_full(stub: str, values: str, row: str) -> None:
    table = f"Tableau 1. Efficacité et tolérance\n\nCritère | Spésolimab | Placebo\n{stub} | {values}"
    assert told(table) == [f"spésolimab {row}"]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (
            "Tableau. Nombre total de lésions par rapport au placebo\n\nTraitement | DM, points (IC95) | Patients\n"
            "Trétinoïne | 22,9 (18,8 à 27,1) | 3 358\nAdapalène | 16,4 (13,0 à 19,8) | 4 871",
            [
                "trétinoïne vs placebo | nombre total de lésions | MD 22.9 [18.8, 27.1]",
                "adapalène vs placebo | nombre total de lésions | MD 16.4 [13, 19.8]",
            ],
        ),
        (
            "Tableau 2. PASI 90, comparaison au placebo\n\nTraitement | RR (IC 95 %) | Essais\n"
            "Infliximab | 50,2 (20,9-120,5) | 5\nIxékizumab | 32,5 (23,6-44,6) | 9",
            [
                "infliximab vs placebo | PASI90 | RR 50.2 [20.9, 120.5]",
                "ixékizumab vs placebo | PASI90 | RR 32.5 [23.6, 44.6]",
            ],
        ),
        (
            "Tableau 3. Résultats (odds ratio contre placebo, IC 95 %)\n\nTraitement | IGA 0/1\n"
            "Upadacitinib | 12,4 (8,1-19,0)\nDupilumab | 4,5 (3,6-5,7)",
            [
                "upadacitinib vs placebo | IGA0/1 | OR 12.4 [8.1, 19]",
                "dupilumab vs placebo | IGA0/1 | OR 4.5 [3.6, 5.7]",
            ],
        ),
        (
            "Tableau 4. PASI 90 à la semaine 16\n\nCritère | Infliximab | Placebo\nPASI 90 (%) | 57 | 3",
            ["infliximab 57 vs placebo 3 | PASI90 | à la semaine 16"],
        ),
    ],
)
def test_treatments_of_a_network_are_set_against_what_the_caption_names(table: str, rows: list[str]) -> None:
    assert told(table) == rows


def test_the_level_of_an_interval_makes_no_share_of_a_rate() -> None:
    table = (
        "Tableau 1. Upadacitinib : taux pour 100 patients-années (IC95%)\n\nÉvénement | 15 mg | 30 mg\n"
        "Infections graves | 2,2 (1,7-2,8) | 2,5 (2,0-3,2)"
    )
    assert told(table) == ["upadacitinib (15 mg) 2.2 [1.7, 2.8] vs 30 mg 2.5 [2, 3.2] | infections graves | rate"]


@pytest.mark.parametrize(
    ("caption", "row"),
    [
        ("Évolution du PASI moyen", "8.1 | PASI | mean | S4"),
        ("PASI : moyenne et variation", "8.1 | PASI | mean | S4"),
        ("Variation moyenne du PASI", "8.1 | PASI | mean_change | S4"),
        ("Résultats de l'essai", None),
    ],
)
def test_a_caption_tells_the_kind_of_number(caption: str, row: str | None) -> None:
    table = f"Tableau 1. {caption} sous ixékizumab\n\nTraitement | S4\nIxékizumab | 8,1"
    assert told(table) == ([f"ixékizumab {row}"] if row else [])


def test_a_trial_written_once_holds_for_the_rows_below() -> None:
    table = """Tableau 1. Essais du tralokinumab à 16 semaines (% de répondeurs)

Essai | Critère | Tralokinumab | Placebo
CIEL 1 | IGA 0/1 | 15,8 | 7,1
 | EASI-75 | 25,0 | 12,7
CIEL 2 | IGA 0/1 | 22,2 | 10,9"""
    assert told(table) == [
        "tralokinumab 15.8 vs placebo 7.1 | IGA0/1 | 16 semaines | CIEL 1",
        "tralokinumab 25 vs placebo 12.7 | EASI75 | 16 semaines | CIEL 1",
        "tralokinumab 22.2 vs placebo 10.9 | IGA0/1 | 16 semaines | CIEL 2",
    ]


def test_visits_under_endpoints_are_heads() -> None:
    table = """Tableau 1. Réponses (% des patients)

Bras | EASI-75 | | IGA 0/1 |
 | S4 | S16 | S4 | S16
Upadacitinib | 44 | 70 | 24 | 48
Placebo | 12 | 16 | 4 | 8"""
    assert told(table) == [
        "upadacitinib 44 vs placebo 12 | EASI75 | S4",
        "upadacitinib 70 vs placebo 16 | EASI75 | S16",
        "upadacitinib 24 vs placebo 4 | IGA0/1 | S4",
        "upadacitinib 48 vs placebo 8 | IGA0/1 | S16",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Tableau 1. Population de l'étude\n\nVariable | Dupilumab | Ciclosporine\nSCORAD moyen | 58,1 | 57,0",
        "Tableau 1. Données cliniques initiales\n\nDonnée | Sécukinumab | Ustékinumab\nDLQI | 13,0 | 12,8",
        "Tableau 1. Composition des crèmes\n\nSpécialité | Concentration (%)\nClobétasol | 0,05\nDésonide | 0,1",
        "Tableau 1. Prévalence du psoriasis (%)\n\nPays | Hommes | Femmes\nFrance | 4,1 | 3,9",
        "Tableau 1. Doses usuelles\n\nMolécule | Dose initiale | Dose maximale\nAcitrétine | 10 mg | 50 mg",
        "Tableau 1. Coût annuel\n\nTraitement | Prix, €\nAdalimumab | 5 500\nRisankizumab | 11 600",
    ],
)
def test_tables_of_patients_products_and_prices_hold_no_result(table: str) -> None:
    assert told(table) == []
