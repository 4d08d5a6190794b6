"""Sizes of arms and studies; counts of events are none."""

import pytest

from extract.entities.model import SampleSize
from tests.entities.marked import found

FOUND: list[tuple[str, list[tuple[str, object]]]] = [
    ("L’essai a inclus 692 adultes.", [("692 adultes", SampleSize(692))]),
    ("Deux essais menés auprès de 674 patients.", [("674 patients", SampleSize(674))]),
    ("Le groupe actif (n = 221) répondait mieux.", [("n = 221", SampleSize(221, True))]),
    ("Le groupe placebo (N=109) rechutait.", [("N=109", SampleSize(109, True))]),
    ("PSO-1 (666 patients) est le pivot.", [("666 patients", SampleSize(666))]),
    ("La cohorte comptait 1 048 malades.", [("1 048 malades", SampleSize(1048))]),
    ("En tout, 458 malades ont été enrôlés.", [("458 malades", SampleSize(458))]),
    ("Cent vingt-trois patients ont été tirés au sort.", [("Cent vingt-trois patients", SampleSize(123))]),
    ("L’étude, conduite chez 377 nourrissons, est négative.", [("377 nourrissons", SampleSize(377))]),
    ("La revue porte sur 1 896 participants.", [("1 896 participants", SampleSize(1896))]),
    ("RR 1,03 (7 études, 3 075 participants).", [("3 075 participants", SampleSize(3075))]),
    ("Parmi 69 enfants, 42 % guérissaient.", [("69 enfants", SampleSize(69))]),
    ("Trente patients ont été analysés.", [("Trente patients", SampleSize(30))]),
    ("L’essai a randomisé 1 394 nouveau-nés.", [("1 394 nouveau-nés", SampleSize(1394))]),
    ("L’étude ouverte, chez 327 patients, a comparé deux anticorps.", [("327 patients", SampleSize(327))]),
    ("Nous avons suivi 40 femmes pendant un an.", [("40 femmes", SampleSize(40))]),
    ("Une série de 45 cas a été publiée.", [("45 cas", SampleSize(45))]),
    ("Une étude portant sur 23 813 participants.", [("23 813 participants", SampleSize(23813))]),
    ("Dans le groupe témoin, 59 patients ont été randomisés.", [("59 patients", SampleSize(59))]),
    ("On a recruté 40.048 femmes.", [("40.048 femmes", SampleSize(40048))]),
    ("Baricitinib 4 mg (n=227) | 38,8", [("n=227", SampleSize(227, True))]),
    (
        "Parmi les 1 017 adultes éligibles, 884 adultes étaient inclus.",
        [("1 017 adultes", SampleSize(1017)), ("884 adultes", SampleSize(884))],
    ),
    ("Le risque baissait (RR 0,71 ; 2 essais, 4564 femmes, preuves modérées).", [("4564 femmes", SampleSize(4564))]),
    ("Le risque montait (RR 1,1 ; 400 participants, 3 études).", [("400 participants", SampleSize(400))]),
    ("Les deux études réunissaient 214 et 198 malades.", [("214", SampleSize(214)), ("198 malades", SampleSize(198))]),
    (
        "Dans cet essai, 1 019 patients opérés ont reçu un anticorps ou un placebo.",
        [("1 019 patients", SampleSize(1019))],
    ),
    ("Quarante patients (22 hommes, 18 femmes) ont été analysés.", [("Quarante patients", SampleSize(40))]),
    ("Entre janvier 2015 et mars 2021, 187 patients ont été inclus.", [("187 patients", SampleSize(187))]),
]

NONE = [
    "12 patients ont arrêté le traitement.",
    "Une conjonctivite est survenue chez 12 patients.",
    "Un érythème a été noté chez 62 participants.",
    "Trois patients sur quatre étaient satisfaits.",
    "15 patients (43 %) répondaient.",
    "Le taux était de 43 % (15 patients).",
    "85 patients sur 224 répondaient.",
    "Un patient est retourné chez lui.",
    "L’âge des patients était de 12 ans.",
    "Dix-sept hommes et 13 femmes ont participé.",
    "Le taux était de 72 % (n = 218).",
    "n = 12/30 répondaient.",
    "On déplore 17 000 nouveaux cas par an.",
    "Trois femmes pour un homme sont touchées.",
    "On traite 4 patients pour une guérison.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[tuple[str, object]]) -> None:
    assert found("sample_size", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert found("sample_size", text) == []
