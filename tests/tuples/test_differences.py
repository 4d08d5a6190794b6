"""Differences between arms in clauses of their own, and numbers beside such words that are an arm's own value."""

import pytest

from tests.tuples.rows import told

TRIAL = "Essai du tildrakizumab contre placebo. "
READ = [
    (
        "Un PASI 75 était obtenu chez 64 % sous tildrakizumab et 6 % sous placebo, la différence ajustée étant de 58 "
        "points (IC 95 % : 52-64 ; p < 0,001).",
        ["tildrakizumab 64 vs placebo 6 | PASI75 | RD 58 [52, 64] | p < 0.001"],
    ),
    (
        "Un PASI 75 était obtenu chez 64 % sous tildrakizumab et 6 % sous placebo (58 points ; IC 95 % : 52-64).",
        ["tildrakizumab 64 vs placebo 6 | PASI75 | RD 58 [52, 64]"],
    ),
    (
        "Un PASI 75 : 64 % sous tildrakizumab, 6 % sous placebo ; cela fait 58 points d'écart (IC 95 % : 52-64).",
        ["tildrakizumab 64 vs placebo 6 | PASI75 | RD 58 [52, 64]"],
    ),
    (
        "Les taux de PASI 75 étaient de 61 % avec 100 mg, de 64 % avec 200 mg et de 6 % avec le placebo, soit un gain "
        "de 55 points (IC 95 % : 49-61) et de 58 points (IC 95 % : 52-64).",
        [
            "tildrakizumab (100 mg) 61 vs placebo 6 | PASI75 | RD 55 [49, 61]",
            "tildrakizumab (200 mg) 64 vs placebo 6 | PASI75 | RD 58 [52, 64]",
        ],
    ),
    (
        "Un PASI 75 était obtenu chez 64 % sous tildrakizumab et 6 % sous placebo. "
        "L'écart, 58 points (IC 95 % : 52-64), était net.",
        ["tildrakizumab 64 vs placebo 6 | PASI75", "tildrakizumab vs placebo | PASI75 | RD 58 [52, 64]"],
    ),
    (
        "La différence de PASI 75 entre tildrakizumab (anti-IL-23) et étanercept (anti-TNF) était de 12 points "
        "(IC 95 % : 4-20).",
        ["tildrakizumab vs étanercept | PASI75 | RD 12 [4, 20]"],
    ),
    (
        "Par rapport au placebo, le délai avant rechute s'allongeait de 40 jours sous tildrakizumab (p = 0,01).",
        ["tildrakizumab vs placebo | délai avant rechute | MD 40 | p = 0.01"],
    ),
    (
        "Traduit en hazard ratio de rechute, cela fait 0,61 pour le tildrakizumab (IC 95 % : 0,51-0,72).",
        ["tildrakizumab vs placebo | rechute | HR 0.61 [0.51, 0.72]"],
    ),
    (
        "Par rapport au début, le DLQI diminuait de 6 points sous tildrakizumab.",
        ["tildrakizumab 6 | DLQI | mean_change"],
    ),
    (
        "Le DLQI a montré un gain de 6 points sous tildrakizumab (p < 0,001).",
        ["tildrakizumab 6 | DLQI | mean | p < 0.001"],
    ),
    (
        "Le DLQI a baissé de 6 points sous tildrakizumab (p < 0,001).",
        ["tildrakizumab 6 | DLQI | mean_change | p < 0.001"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_differences_are_contrasts(sentence: str, expected: list[str]) -> None:
    assert told(TRIAL + sentence) == expected
