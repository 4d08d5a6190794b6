"""Drugs given on top of another, mixtures, groups by abbreviated names, and drugs in passing that end nothing."""

import pytest

from tests.tuples.rows import told

ADDED = [
    (
        "L'acitrétine était prescrite à 60 adultes atteints de psoriasis. Trente d'entre eux recevaient également une "
        "photothérapie UVB. Un PASI 75 était atteint par 72 % du groupe association et 48 % en monothérapie.",
        ["acitrétine 48 vs acitrétine + photothérapie UVB 72 | PASI75"],
    ),
    (
        "Les patients recevaient la dapsone seule, la colchicine seule ou un mélange des deux. La rémission était "
        "obtenue chez 40 % des patients du groupe dapsone, 35 % du groupe colchicine et 66 % du groupe association.",
        ["dapsone 40 | rémission", "colchicine 35 | rémission", "colchicine + dapsone 66 | rémission"],
    ),
    (
        "L'ajout d'ézétimibe à la simvastatine réduisait le LDL de 24 %, contre 3 % sous simvastatine seule.",
        ["ézétimibe + simvastatine 24 vs simvastatine 3 | LDL-cholestérol | percent_change"],
    ),
    (
        "La terbinafine guérissait 52 % des patients. Associée à l'amorolfine, elle en guérissait 69 %.",
        ["terbinafine 52 | guérison", "amorolfine + terbinafine 69 | guérison"],
    ),
    (
        "Deux groupes ont été comparés : méthotrexate-adalimumab (MTX-Ada) et adalimumab seul. La rémission atteignait "
        "61 % dans le groupe metho-ada contre 47 % dans le groupe adalimumab.",
        ["adalimumab + méthotrexate 61 vs adalimumab 47 | rémission"],
    ),
]

IN_PASSING = [
    (
        "Le tralokinumab a été comparé au placebo. Tous les patients recevaient aussi un dermocorticoïde. Un EASI 75 "
        "était atteint par 33 % d'entre eux contre 14 % dans le groupe placebo.",
        ["tralokinumab 33 vs placebo 14 | EASI75"],
    ),
    (
        "Le sécukinumab est également utilisé dans la spondylarthrite. Un PASI 90 était atteint par 70 % des malades.",
        ["sécukinumab 70 | PASI90"],
    ),
    (
        "# Tildrakizumab\n\nSa demi-vie est plus longue que celle du brodalumab. Un PASI 75 était atteint par 62 % des "
        "patients.",
        ["tildrakizumab 62 | PASI75"],
    ),
    (
        "Le dupilumab a réduit le prurit. La crème au tacrolimus donnait une rémission chez 44 % des enfants.",
        ["tacrolimus 44 | rémission"],
    ),
    (
        "L'aprémilast était bien toléré. Le dupilumab est aussi efficace chez l'enfant : l'EASI 75 était atteint par "
        "58 % d'entre eux.",
        ["dupilumab 58 | EASI75"],
    ),
]


@pytest.mark.parametrize(("text", "rows"), ADDED)
def test_a_drug_given_on_top_of_another_makes_an_arm_with_it(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(("text", "rows"), IN_PASSING)
def test_a_drug_in_passing_ends_nothing_and_a_form_with_its_drug_points_at_no_other(text: str, rows: list[str]) -> None:
    assert told(text) == rows
