"""Results as French reporters word them: counts, shares told twice, asides, and numbers that only look like results."""

import pytest

from tests.tuples.rows import told

READ = [
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
]

NOT_READ = [
    "Cent vingt malades, d'âge moyen 61 ans, ont été randomisés (58 dans le bras apixaban, 62 dans le bras warfarine).",
    "Les enfants ont été répartis : 30 pour le sirolimus, 31 pour le placebo.",
    "Tous ont été tirés au sort, 44 sous imiquimod et 45 sous véhicule.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_results_are_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NOT_READ)
def test_sizes_of_arms_are_no_results(text: str) -> None:
    assert told(text) == []
