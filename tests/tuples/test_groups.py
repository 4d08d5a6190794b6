"""Groups with and without a treatment, one comparison cue for several values, two drugs and a control in a table."""

import pytest

from extract.tuples.tables import find_table_results
from tests.tuples.reading import drafts_of
from tests.tuples.rows import line, told

GROUPS = [
    (
        "La mortalité à un an des malades qui avaient et qui n'avaient pas pris l'ivermectine était de 4 % et 9 %, "
        "respectivement.",
        ["ivermectine 4 vs contrôle 9 | mortalité | un an"],
    ),
    (
        "Les récidives touchaient 12 % et 31 % des patients avec et sans pénicilline, respectivement.",
        ["pénicilline 12 vs contrôle 31 | récidive"],
    ),
    (
        "Parmi les malades traités et non traités par corticoïdes, 12 % et 25 % sont décédés.",
        ["corticoïdes 12 vs contrôle 25 | décès"],
    ),
    # the groups have or lack something else than the treatment
    (
        "Chez les patients avec et sans asthme, sous dupilumab, un EASI 75 était atteint chez 60 % et 55 %.",
        [],
    ),
    ("Les patients avec et sans lésions palmaires, sous étanercept, ont eu une réponse dans 40 % et 52 % des cas.", []),
    (
        "Le dupilumab entraînait une baisse de l'EASI de 70 % et une baisse du DLQI de 52 % par rapport aux témoins.",
        ["dupilumab 70 vs contrôle | EASI | percent_change", "dupilumab 52 vs contrôle | DLQI | percent_change"],
    ),
    (
        "Au cours de la ciclosporine, le dupilumab réduisait le DLQI de 7 points.",
        ["dupilumab 7 | DLQI | mean_change"],
    ),
]

UNKNOWN = [
    (
        "Nous avons comparé le drainage postural lent (DPL) à l'aspiration dirigée (ASD). La récidive touchait "
        "12 % des patients avec le DPL et 5 % avec l'ASD.",
        ["DPL 12 vs ASD 5 | récidive"],
    ),
    (
        "Nous avons comparé le score cutané global (SCG) à l'indice de gravité (IDG). Sous dapsone, 44 % étaient en "
        "rémission.",
        ["dapsone 44 | rémission"],
    ),
]

WITHOUT = [
    (
        "La dapsone a été évaluée. Une récidive est survenue chez 14 % des patients du groupe « Dapsone » et 35 % du "
        "groupe « Sans dapsone ».",
        ["dapsone 14 vs contrôle 35 | récidive"],
    ),
    (
        "Les patients en rémission sans dapsone étaient exclus. Sous colchicine, 62 % étaient en rémission.",
        ["colchicine 62 | rémission"],
    ),
]

APART = [
    (
        "Deux essais, TRuE-V1 et TRuE-V2, ont comparé le ruxolitinib au véhicule. Une rémission à un an était obtenue "
        "chez 61 % (TRuE-V1) et 57 % (TRuE-V2) des patients.",
        ["ruxolitinib 61 | rémission | un an | TRuE-V1", "ruxolitinib 57 | rémission | un an | TRuE-V2"],
    ),
    (
        "L'étanercept a été évalué. Quarante malades ont été randomisés entre étanercept et corticoïdes. La mortalité "
        "était plus faible avec l'étanercept : 8 %, contre 16 %.",
        ["étanercept 8 vs corticoïdes 16 | mortalité"],
    ),
    (
        "La dose de 200 mg de doxycycline ne faisait pas mieux, par rapport à la dose de 100 mg, sur la guérison "
        "(RR 1,1 ; IC à 95 % 0,8-1,5).",
        ["doxycycline (200 mg) vs 100 mg | guérison | RR 1.1 [0.8, 1.5]"],
    ),
]

TABLE = (
    "Le bimékizumab a été comparé au sécukinumab et au placebo.\n\nTableau 1. Bimékizumab, sécukinumab ou placebo : "
    "résultats à la semaine 16\n\nCritère | Bimékizumab | Sécukinumab | Placebo\n\nPASI 90 (%) | 82 | 61 | 4"
)


@pytest.mark.parametrize(("text", "rows"), GROUPS + UNKNOWN + WITHOUT + APART)
def test_groups_with_and_without_and_one_cue_for_all(text: str, rows: list[str]) -> None:
    assert told(text) == rows


def test_the_drug_under_study_is_set_against_the_other_drug_of_a_table_too() -> None:
    assert [line(draft) for draft in drafts_of(find_table_results, TABLE)] == [
        "bimékizumab 82 vs placebo 4 | PASI90 | à la semaine 16",
        "bimékizumab 82 vs sécukinumab 61 | PASI90 | à la semaine 16",
    ]
