"""« Réponse » and « succès » stand for what the document defines them to be."""

import pytest

from tests.tuples.rows import told

READ = [
    (
        "Essai du bimékizumab contre placebo. La réponse était définie par une baisse d'au moins 50 % du score PASI "
        "à S12.\n\nElle était fréquente. La réponse concernait 44 % des patients sous bimékizumab "
        "contre 12 % sous placebo.",
        ["bimékizumab 44 vs placebo 12 | PASI50 | S12"],
    ),
    (
        "Essai du dupilumab contre placebo. Critère principal : baisse d'au moins 75 % du score EASI à la semaine 16."
        "\n\nOn comptait 40 répondeurs sur 80 sous dupilumab et 10 sur 78 sous placebo.",
        ["dupilumab 50 vs placebo 12.82 | EASI75 | à la semaine 16"],
    ),
    (
        "Essai du roflumilast contre véhicule. Le succès, défini comme un score IGA de 0 ou 1, était fréquent. Le "
        "succès concernait 40 % des malades sous roflumilast à S8, contre 11 % sous véhicule.",
        ["roflumilast 40 vs véhicule 11 | IGA0/1 | S8"],
    ),
    (
        "Essai du bimékizumab contre placebo. On entend par réponse une baisse d'au moins 50 % du score PASI à S12.\n\n"
        "Une réponse concernait 41 % des patients sous bimékizumab contre 9 % sous placebo.",
        ["bimékizumab 41 vs placebo 9 | PASI50 | S12"],
    ),
]

AS_NAMED = [
    (
        "Essai du bimékizumab contre placebo. Le critère principal était le PASI 90 à S16. Une réponse complète était "
        "notée chez 23 % des patients sous bimékizumab.",
        ["bimékizumab 23 | réponse complète"],
    ),
    (
        "Dans cet essai de la colchicine contre placebo, le succès était défini par l'absence de récidive. Le succès a "
        "été obtenu chez 83 % des patients sous colchicine et 62 % sous placebo.",
        ["colchicine 83 vs placebo 62 | succès"],
    ),
]


@pytest.mark.parametrize(("text", "rows"), READ)
def test_short_name_stands_for_the_definition(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(("text", "rows"), AS_NAMED)
def test_other_names_are_kept(text: str, rows: list[str]) -> None:
    assert told(text) == rows
