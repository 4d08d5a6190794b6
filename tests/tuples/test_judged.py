"""Words of measure and of comparison: what they measure and compare is told elsewhere, or not at all."""

import pytest

from tests.tuples.rows import told

TRIAL = "Essai de l'éplérénone contre placebo. "
READ = [
    (
        "La douleur reculait de 30 mm à 12 mm sous éplérénone. La réduction relative était de 60 % avec l'éplérénone, "
        "contre 20 % sous placebo.",
        [
            "éplérénone 12 vs placebo 30 | douleur | mean_change",
            "éplérénone 60 vs placebo 20 | douleur | percent_change",
        ],
    ),
    (
        "Les aphtes ont suivi : baisses de 44 % et de 12 % respectivement sous éplérénone et placebo.",
        ["éplérénone 44 vs placebo 12 | aphtes | percent_change"],
    ),
    (
        "L'éplérénone fait mieux que le placebo pour cicatriser les ulcères (RR 1,8 ; IC 95 % 1,2 à 2,6).",
        ["éplérénone vs placebo | cicatrisation des ulcères | RR 1.8 [1.2, 2.6]"],
    ),
    (
        "L'éplérénone était supérieure au placebo dans la prévention des engelures (OR 0,4 ; IC 95 % 0,2 à 0,7).",
        ["éplérénone vs placebo | engelures | OR 0.4 [0.2, 0.7]"],
    ),
    (
        "L'éplérénone a fait disparaître les taches plus souvent que le placebo chez 40 % des malades contre 12 %. Des "
        "nausées touchaient 9 % des malades sous éplérénone. La pommade nouvelle ne se distinguait pas du placebo (RR "
        "1,1 ; IC 95 % 0,8 à 1,5).",
        [
            "éplérénone 40 vs placebo 12 | disparition",
            "éplérénone 9 | nausées",
            "éplérénone vs placebo | disparition | RR 1.1 [0.8, 1.5]",
        ],
    ),
    (
        "Chez 40 % des malades sous éplérénone était notée une réponse, définie par une réduction de 20 % du volume "
        "des kystes. La réduction moyenne atteignait 14 % sous éplérénone.",
        ["éplérénone 40 | réponse", "éplérénone 14 | volume des kystes | percent_change"],
    ),
    (
        "L'éplérénone était plus efficace que le placebo (OR 2,1 ; IC 95 % 1,3 à 3,4).",
        ["éplérénone vs placebo | efficacité | OR 2.1 [1.3, 3.4]"],
    ),
]
OTHERS = [
    (
        "La satisfaction était supérieure à celle du placebo (OR 2,1 ; IC 95 % 1,3 à 3,4).",
        ["éplérénone vs placebo | satisfaction | OR 2.1 [1.3, 3.4]"],
    ),
    (
        "L'éplérénone était supérieure au placebo ; une toux était notée chez 8 % des malades sous éplérénone.",
        ["éplérénone 8 vs placebo | toux"],
    ),
    (
        "Les effets digestifs touchaient 12 % des malades sous éplérénone et 5 % sous placebo.",
        ["éplérénone 12 vs placebo 5 | effets digestifs"],
    ),
    (
        "Une baisse de la tension de 12 mmHg était notée sous éplérénone.",
        ["éplérénone 12 | tension | mean_change"],
    ),
]
UNTOLD = ["L'effet protecteur s'estompait : RR 0,95 (IC 95 % 0,70 à 1,28).", "Les réductions étaient de 12 % et 5 %."]


@pytest.mark.parametrize(("text", "rows"), [*READ, *OTHERS])
def test_a_word_of_measure_takes_the_outcome_that_it_measures(text: str, rows: list[str]) -> None:
    assert told(TRIAL + text) == rows


@pytest.mark.parametrize("text", UNTOLD)
def test_a_word_of_measure_alone_is_no_outcome(text: str) -> None:
    assert told(TRIAL + text) == []
