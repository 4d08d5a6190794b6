"""What a pronoun, an order or a verb with a pronoun for its object takes from the outcome told before."""

import pytest

from tests.tuples.rows import told

TRIAL = "Essai de l'éplérénone contre placebo. "
READ = [
    (
        "Les troubles du goût touchaient 4 % des malades sous éplérénone et 2 % sous placebo ; ceux de l'odorat, 6 % "
        "et 3 %.",
        ["éplérénone 4 vs placebo 2 | troubles du goût", "éplérénone 6 vs placebo 3 | troubles de l'odorat"],
    ),
    (
        "Dans le premier essai, l'IGA 0/1 était obtenu chez 45 % sous éplérénone contre 12 % sous placebo ; l'EASI 75, "
        "chez 58 % contre 16 %. Dans le second, 33 % et 10 % ; 52 % et 18 %.",
        [
            "éplérénone 45 vs placebo 12 | IGA0/1",
            "éplérénone 58 vs placebo 16 | EASI75",
            "éplérénone 33 vs placebo 10 | IGA0/1",
            "éplérénone 52 vs placebo 18 | EASI75",
        ],
    ),
    (
        "L'éplérénone accélère la cicatrisation (RR 1,4 ; IC 95 % 1,2 à 1,6). La pentoxifylline l'améliore aussi (RR "
        "1,7 ; IC 95 % 1,3 à 2,2).",
        [
            "éplérénone vs placebo | cicatrisation | RR 1.4 [1.2, 1.6]",
            "pentoxifylline | cicatrisation | RR 1.7 [1.3, 2.2]",
        ],
    ),
    (
        "La cicatrisation était acquise chez 60 % des malades sous éplérénone contre 40 % sous placebo. À 90 jours, "
        "l'écart avait disparu (66 % et 64 %).",
        [
            "éplérénone 60 vs placebo 40 | cicatrisation",
            "éplérénone 66 vs placebo 64 | cicatrisation | 90 jours",
        ],
    ),
    (
        "Des nausées étaient notées chez 19 % des malades sous éplérénone et 9 % sous placebo ; les arrêts pour ce "
        "motif ont concerné 4 % et 1 % des malades, respectivement.",
        ["éplérénone 19 vs placebo 9 | nausées", "éplérénone 4 vs placebo 1 | arrêts"],
    ),
]
NAMED_ANEW = [
    (
        "L'incidence de la diarrhée était de 12 % sous éplérénone contre 3 % sous placebo, celle des craquelures de "
        "8 % contre 2 %.",
        ["éplérénone 12 vs placebo 3 | diarrhée", "éplérénone 8 vs placebo 2 | craquelures"],
    ),
    (
        "Les troubles du goût touchaient 4 % des malades sous éplérénone, mais 2 % de ceux du groupe placebo.",
        ["éplérénone 4 vs placebo 2 | troubles du goût"],
    ),
    ("L'amélioration était de 30 % sous éplérénone.", ["éplérénone 30 | amélioration"]),
]


@pytest.mark.parametrize(("text", "rows"), [*READ, *NAMED_ANEW])
def test_words_that_point_back_take_the_outcome_told_before(text: str, rows: list[str]) -> None:
    assert told(TRIAL + text) == rows
