"""Values of one sentence that stand apart and belong side by side, and values that do not."""

import pytest

from tests.tuples.rows import told

PAIRED = [
    (
        "Le minoxidil a été comparé au placebo. Repousse à M6 : 1 mg, 31 % ; 2,5 mg, 44 % ; 5 mg, 49 % ; placebo, "
        "12 %.",
        [
            "minoxidil (1 mg) 31 vs placebo 12 | repousse | M6",
            "minoxidil (2,5 mg) 44 vs placebo 12 | repousse | M6",
            "minoxidil (5 mg) 49 vs placebo 12 | repousse | M6",
        ],
    ),
    (
        "Le ritlécitinib dans la pelade. À S24, SALT ≤ 20 : 29 % avec 50 mg x 1/jour, 17 % avec 30 mg x 1/jour, 2 % "
        "avec le placebo.",
        [
            "ritlécitinib (50 mg x 1/jour) 29 vs placebo 2 | SALT20 | S24",
            "ritlécitinib (30 mg x 1/jour) 17 vs placebo 2 | SALT20 | S24",
        ],
    ),
    (
        "Les fréquences du prurit et de la fièvre étaient de 24 % et 6 % dans le groupe ivermectine, et de 31 % et 9 % "
        "dans le groupe témoin.",
        ["ivermectine 24 vs contrôle 31 | prurit", "ivermectine 6 vs contrôle 9 | fièvre"],
    ),
    (
        "IGA (0,1) : 38,4 % (tralokinumab) versus 19,6 % (placebo).",
        ["tralokinumab 38.4 vs placebo 19.6 | IGA0/1"],
    ),
    (
        "La survie sans rechute à deux ans passe de 51 % (placebo) à 73 % (pembrolizumab).",
        ["pembrolizumab 73 vs placebo 51 | survie sans rechute | deux ans"],
    ),
    (
        "Le délai médian de guérison a été abrégé par la bécaplermine : 31 jours, contre 44 jours.",
        ["bécaplermine 31 vs contrôle 44 | délai médian de guérison | median"],
    ),
]

APART = [
    (
        "Le sécukinumab a été étudié. Un PASI 90 était noté chez 71 % des patients à S16 et un PASI 100 chez 30 %.",
        ["sécukinumab 71 | PASI90 | S16", "sécukinumab 30 | PASI100 | S16"],
    ),
    (
        "Le DLQI moyen sous brodalumab est passé de 14,2 (inclusion) à 4,1.",
        ["brodalumab 4.1 vs baseline 14.2 | DLQI | mean"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*PAIRED, *APART])
def test_pairing(text: str, expected: list[str]) -> None:
    assert told(text) == expected
