"""Arms that a sentence only points at, or that are given together, and the times of their values."""

import pytest

from tests.tuples.rows import told

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


@pytest.mark.parametrize(("text", "rows"), [*POINTED_AT, *TOGETHER_AND_TIMED])
def test_a_value_goes_to_the_arm_that_is_meant(text: str, rows: list[str]) -> None:
    assert told(text) == rows
