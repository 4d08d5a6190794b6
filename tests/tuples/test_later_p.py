"""p values told in a sentence behind the values that they compare."""

import pytest

from tests.tuples.rows import told

TRIAL = "Essai de l'ixékizumab contre placebo. "
PASI = "Un PASI 90 était obtenu par 70 % des patients sous ixékizumab et 2 % sous placebo"
EVENTS = "La guérison concernait 12 % des patients sous ixékizumab et 3 % sous placebo"
READ = [
    (f"{PASI}. Cet écart était significatif (p < 0,001).", ["ixékizumab 70 vs placebo 2 | PASI90 | p < 0.001"]),
    (
        f"{PASI}. {EVENTS}. Toutes ces différences étaient significatives (p < 0,01).",
        ["ixékizumab 70 vs placebo 2 | PASI90 | p < 0.01", "ixékizumab 12 vs placebo 3 | guérison | p < 0.01"],
    ),
    (
        f"{PASI}. {EVENTS}. La différence était significative (p = 0,03).",
        ["ixékizumab 70 vs placebo 2 | PASI90", "ixékizumab 12 vs placebo 3 | guérison | p = 0.03"],
    ),
    (
        f"{PASI}. La différence était de 68 points (IC95 % : 60-76 ; p < 0,001).",
        [
            "ixékizumab 70 vs placebo 2 | PASI90 | p < 0.001",
            "ixékizumab vs placebo | PASI90 | RD 68 [60, 76] | p < 0.001",
        ],
    ),
    (
        f"{PASI} (p = 0,02). La différence était de 68 points (IC95 % : 60-76).",
        [
            "ixékizumab 70 vs placebo 2 | PASI90 | p = 0.02",
            "ixékizumab vs placebo | PASI90 | RD 68 [60, 76] | p = 0.02",
        ],
    ),
    (
        "Un PASI 90 était obtenu par 60 % sous 40 mg et 70 % sous 80 mg d'ixékizumab, contre 2 % sous placebo "
        "(p = 0,02 et p = 0,01, respectivement). La différence atteignait 58 points pour la dose faible "
        "(IC à 95 % : 50-66) et 68 points pour la forte (IC à 95 % : 60-76).",
        [
            "ixékizumab (40 mg) 60 vs placebo 2 | PASI90 | p = 0.02",
            "ixékizumab (80 mg) 70 vs placebo 2 | PASI90 | p = 0.01",
            "ixékizumab vs placebo | PASI90 | RD 58 [50, 66] | p = 0.02",
            "ixékizumab vs placebo | PASI90 | RD 68 [60, 76] | p = 0.01",
        ],
    ),
    (
        "À S16, le DLQI avait baissé de 8 points dans le groupe 80 mg, de 6 points dans le groupe 40 mg et de 2 points "
        "dans le groupe placebo ; les différences avec le placebo pour le DLQI étaient de -6 (IC95 % : -8 à -4 ; "
        "p = 0,01) et de -4 (IC95 % : -6 à -2 ; p = 0,04).",
        [
            "ixékizumab (80 mg) 8 vs placebo 2 | DLQI | mean_change | S16 | p = 0.01",
            "ixékizumab (40 mg) 6 vs placebo 2 | DLQI | mean_change | S16 | p = 0.04",
            "ixékizumab vs placebo | DLQI | S16 | MD -6 [-8, -4] | p = 0.01",
            "ixékizumab vs placebo | DLQI | S16 | MD -4 [-6, -2] | p = 0.04",
        ],
    ),
    (f"{PASI}. La différence était significative pour le DLQI (p < 0,001).", ["ixékizumab 70 vs placebo 2 | PASI90"]),
    (f"{PASI}. L'âge n'y changeait rien (p = 0,4).", ["ixékizumab 70 vs placebo 2 | PASI90"]),
    (f"{PASI}.\n\nAilleurs, la différence était significative (p = 0,01).", ["ixékizumab 70 vs placebo 2 | PASI90"]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_p_of_a_later_sentence(text: str, expected: list[str]) -> None:
    assert told(TRIAL + text) == expected
