"""States, absences, losses and effects: outcomes of more than the noun beside the number."""

import pytest

from tests.tuples.rows import told

TRIAL = "Essai randomisé du crisaborole contre véhicule. "
READ = [
    (
        "Quatre enfants sur dix traités par crisaborole ne présentaient plus de suintement.",
        ["crisaborole 40 | absence de suintement"],
    ),
    (
        "Il n'y avait plus aucune croûte chez 25 % des enfants sous crisaborole, contre 10 % sous véhicule.",
        ["crisaborole 25 vs véhicule 10 | absence de croûte"],
    ),
    (
        "Un an après, la maladie était stable chez 54 % des enfants sous crisaborole.",
        ["crisaborole 54 | maladie stable | Un an"],
    ),
    ("La rougeur cédait chez 61 % des enfants sous crisaborole.", ["crisaborole 61 | disparition de rougeur"]),
    (
        "Sous crisaborole, la réponse s'est maintenue chez 70 % des enfants, mais 12 % l'ont perdue.",
        ["crisaborole 70 | réponse", "crisaborole 12 | perte de réponse"],
    ),
    (
        "Le bénéfice sur le grattage nocturne était net : 45 % sous crisaborole contre 20 % sous véhicule.",
        ["crisaborole 45 vs véhicule 20 | grattage nocturne"],
    ),
    (
        "On notait 12 % de brûlures et 4 % de croûtes sous crisaborole.",
        ["crisaborole 12 | brûlures", "crisaborole 4 | croûtes"],
    ),
    (
        "Le crisaborole était associé à plus de brûlures (RR 3,1 ; IC 95 % 1,9 à 5,0) mais à moins de surinfections "
        "(RR 0,6 ; IC 95 % 0,4 à 0,9).",
        [
            "crisaborole vs véhicule | brûlures | RR 3.1 [1.9, 5]",
            "crisaborole vs véhicule | surinfection | RR 0.6 [0.4, 0.9]",
        ],
    ),
    (
        "Seuls 3 % des enfants sous crisaborole ont quitté l'essai en raison d'un vertige.",
        ["crisaborole 3 | arrêt pour vertiges"],
    ),
    (
        "Changer de pommade était plus fréquent sous crisaborole (38 % contre 27 %).",
        ["crisaborole 38 vs véhicule 27 | changer de pommade"],
    ),
    (
        "Changer de produit était plus fréquent sous crisaborole (38 % contre 27 %).",
        ["crisaborole 38 vs véhicule 27 | changement de traitement"],
    ),
    (
        "Effets de grade ≥ 3 liés au produit : 9 % sous crisaborole contre 4 % sous véhicule.",
        ["crisaborole 9 vs véhicule 4 | effets de grade ≥ 3"],
    ),
    (
        "La tolérance était jugée bonne par 88 % des parents sous crisaborole.",
        ["crisaborole 88 | tolérance"],
    ),
]
OTHERS = [
    (
        "On notait 40 % de guérisons sous crisaborole et 12 % de guérisons sous véhicule.",
        ["crisaborole 40 vs véhicule 12 | guérison"],
    ),
    (
        "La cicatrisation était plus rapide sous crisaborole : 40 % des enfants contre 12 % des enfants sous véhicule.",
        ["crisaborole 40 vs véhicule 12 | cicatrisation"],
    ),
    (
        "L'effet sur les mains était plus net : 45 % de guérison sous crisaborole.",
        ["crisaborole 45 | guérison"],
    ),
    (
        "Une lésion était notée chez 25 % des enfants sous crisaborole.",
        ["crisaborole 25 | lésion"],
    ),
    (
        "Un enfant répondeur sur dix a dû être retraité après le crisaborole.",
        ["crisaborole 10 | retraitement"],
    ),
]


@pytest.mark.parametrize(("text", "rows"), [*READ, *OTHERS])
def test_an_outcome_is_told_by_more_than_a_noun(text: str, rows: list[str]) -> None:
    assert told(TRIAL + text) == rows
