"""Degrees of change that make an event (« une baisse de 90 % chez 57 % des malades ») and changes measured."""

import pytest

from tests.tuples.rows import told

DEGREES = [
    (
        "57,4 % des malades sous éplérénone avaient une réduction de 90 % des lésions, contre 10,4 % sous placebo.",
        ["éplérénone 57.4 vs placebo 10.4 | réduction de 90 % des lésions"],
    ),
    (
        "Une réduction d'au moins 50 % de la surface des plaques était obtenue chez 40 % des malades sous éplérénone.",
        ["éplérénone 40 | réduction d'au moins 50 % de la surface des plaques"],
    ),
    (
        "Une réduction de 50 % du volume de la tumeur était notée chez 40 % des enfants sous éplérénone.",
        ["éplérénone 40 | réduction de 50 % du volume de la tumeur"],
    ),
    (
        "Une repigmentation de plus de 75 % était obtenue par 30 % des malades sous éplérénone et 8 % sous placebo.",
        ["éplérénone 30 vs placebo 8 | repigmentation"],
    ),
    (
        "Une baisse d'au moins 4 points du prurit était notée dans 40 % des cas sous éplérénone, vs 11 % sous placebo.",
        ["éplérénone 40 vs placebo 11 | NRS4"],
    ),
]

MEASURED = [
    (
        "Sous éplérénone, les patients avaient une réduction de 40 % des lésions, contre 10 % sous placebo.",
        ["éplérénone 40 vs placebo 10 | lésions | percent_change"],
    ),
    (
        "Le nombre de lésions avait diminué de 40 % sous éplérénone et 12 % des patients avaient des nausées.",
        ["éplérénone 40 | nombre de lésions | percent_change", "éplérénone 12 | nausées"],
    ),
]


OTHERS = [
    ("La forme était en plaques dans 61,5 % des cas sous éplérénone.", []),
    ("Sous éplérénone, le phototype était clair chez 70 % des patients.", []),
    (
        "Sous éplérénone, le taux de réponse, de 74 %, est proche de ceux de la littérature (70 à 88 %).",
        ["éplérénone 74 | réponse"],
    ),
    (
        "Sous éplérénone, la réponse objective était de 31,8 % (28 patients ; IC à 95 % : 21,9 à 43,1).",
        ["éplérénone 31.8 [21.9, 43.1] | réponse objective"],
    ),
]
"""Who was studied, what others published, and how many a share is."""


@pytest.mark.parametrize(("text", "rows"), DEGREES + MEASURED + OTHERS)
def test_a_degree_of_change_is_told_from_a_change(text: str, rows: list[str]) -> None:
    assert told(text) == rows
