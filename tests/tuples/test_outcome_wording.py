"""How French texts name an outcome that is no scale, and what stands beside the name and is none."""

import pytest

from tests.tuples.rows import told

TRIAL = "Essai de l'éplérénone contre placebo. "
READ = [
    (
        "Une tension systolique inférieure à 90 mmHg était plus fréquente sous éplérénone (9,5 % vs 4,1 %).",
        ["éplérénone 9.5 vs placebo 4.1 | tension systolique inférieure à 90 mmHg"],
    ),
    (
        "Tolérance – Une créatininémie excédant 200 µmol/l a été mesurée chez 6 % des patients traités, contre 3 % des "
        "témoins.",
        ["éplérénone 6 vs placebo 3 | créatininémie excédant 200 µmol/l"],
    ),
    (
        "Les crampes nocturnes, définies par un réveil au moins, ont gêné 12 % des patients sous éplérénone.",
        ["éplérénone 12 | crampes nocturnes"],
    ),
    (
        "Le résultat esthétique a été jugé excellent chez 52 % des patients sous éplérénone et 30 % sous placebo.",
        ["éplérénone 52 vs placebo 30 | résultat esthétique"],
    ),
    (
        "Le nombre moyen de nuits sans réveil était de 4,5 sous éplérénone et de 2,1 sous placebo.",
        ["éplérénone 4.5 vs placebo 2.1 | nuits sans réveil | mean"],
    ),
    (
        "La cicatrisation était acquise dans un délai médian de 20 jours sous éplérénone contre 31 sous placebo.",
        ["éplérénone 20 vs placebo 31 | cicatrisation | median"],
    ),
    (
        "Le délai médian de reprise du travail était de 20 jours sous éplérénone, contre 31 jours sous placebo.",
        ["éplérénone 20 vs placebo 31 | délai médian de reprise du travail | median"],
    ),
    (
        "Les hémorragies n'ont guère reculé : 7,2 % sous éplérénone contre 8,0 % sous placebo.",
        ["éplérénone 7.2 vs placebo 8 | hémorragie"],
    ),
    (
        "Les complications sévères ont touché 7 malades sous éplérénone et 18 sous placebo.",
        ["éplérénone 7 vs placebo 18 | complications sévères | count"],
    ),
    (
        "Parmi ceux qui avaient atteint un PASI 75, 30 % ont perdu leur réponse sous éplérénone, contre 12 % sous "
        "placebo.",
        ["éplérénone 30 vs placebo 12 | perte de réponse"],
    ),
    (
        "Un an après, la lésion était réapparue chez 30 % des malades sous éplérénone, contre 12 % sous placebo.",
        ["éplérénone 30 vs placebo 12 | récidive | Un an"],
    ),
    (
        "Mortalité, 8,1 % et 15,2 %, p = 0,3 ; guérison bien plus rapide, p = 0,01.",
        ["éplérénone 8.1 vs placebo 15.2 | mortalité | p = 0.3"],
    ),
    (
        "La rémission était de 61 % sous éplérénone (IC95 % 55-67) et de 40 % dans le groupe placebo (34-46).",
        ["éplérénone 61 [55, 67] vs placebo 40 [34, 46] | rémission"],
    ),
    (
        "Des infections superficielles ont été notées chez 12 % des patients sous éplérénone, contre 5 % sous placebo.",
        ["éplérénone 12 vs placebo 5 | infections superficielles"],
    ),
    (
        "Des infections comparables ont été notées chez 12 % des patients sous éplérénone, contre 11 % sous placebo.",
        ["éplérénone 12 vs placebo 11 | infections"],
    ),
    (
        "Pour la survie, le rapport ajusté des taux était de 0,45 sous éplérénone (IC à 95 % : 0,30-0,68).",
        ["éplérénone vs placebo | survie | IRR 0.45 [0.3, 0.68]"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_outcomes_are_named(sentence: str, expected: list[str]) -> None:
    assert told(TRIAL + sentence) == expected
