"""Trial phases in Roman and Arabic, alone and in lists; phases of diseases and emulsions are none."""

import pytest

from extract.entities.model import PhaseMention
from tests.entities.marked import found

FOUND: list[tuple[str, list[tuple[str, object]]]] = [
    ("KEYNOTE-054 (phase III, 1 019 patients) est publié.", [("phase III", PhaseMention("3"))]),
    ("Un essai de phase 3, 2 doses et un placebo.", [("phase 3", PhaseMention("3"))]),
    ("Un essai de phase III a débuté.", [("phase III", PhaseMention("3"))]),
    ("Deux études de phases II et III sont publiées.", [("phases II", PhaseMention("2")), ("III", PhaseMention("3"))]),
    ("L’étude de phase IIb/III incluait des adolescents.", [("phase IIb/III", PhaseMention("2b/3"))]),
    ("La molécule est en phase 2a.", [("phase 2a", PhaseMention("2a"))]),
    ("Un essai de phase 1/2 chez l’enfant est prévu.", [("phase 1/2", PhaseMention("1/2"))]),
    (
        "Les résultats de phase I, II et III concordent.",
        [("phase I", PhaseMention("1")), ("II", PhaseMention("2")), ("III", PhaseMention("3"))],
    ),
    ("La Phase 3b confirme la tolérance.", [("Phase 3b", PhaseMention("3b"))]),
    ("L’essai, de phase IV, suit 900 patients.", [("phase IV", PhaseMention("4"))]),
    ("Une phase II-III est en cours.", [("phase II-III", PhaseMention("2/3"))]),
    ("PHASE 2 TERMINÉE", [("PHASE 2", PhaseMention("2"))]),
    ("Des essais de phase 2 ou 3 sont attendus.", [("phase 2", PhaseMention("2")), ("3", PhaseMention("3"))]),
    ("Une étude de phase clinique II a débuté.", [("phase clinique II", PhaseMention("2"))]),
    ("Un essai de phase Ib a fixé la dose.", [("phase Ib", PhaseMention("1"))]),
    ("L’anticorps entre en phase III.", [("phase III", PhaseMention("3"))]),
    ("Les phases 1 et 2 ont réuni 80 volontaires.", [("phases 1", PhaseMention("1")), ("2", PhaseMention("2"))]),
]

NONE = [
    "Une étude quasi expérimentale en trois phases a été menée ; le taux de la phase 2 était de 35 %.",
    "Le programme s’est déroulé en deux phases. La phase I fut courte.",
    "Pendant la phase I, deux groupes ont reçu la lidocaïne.",
    "Le cheveu est en phase anagène.",
    "La phase aiguë dure trois jours.",
    "La 1re phase de la maladie passe inaperçue.",
    "La phase 2 de la cicatrisation est longue.",
    "Deux phases se succèdent.",
    "La phase de maintien dure un an.",
    "La phase huileuse représente 30 % de l’émulsion.",
    "Le comparateur était en phase d’essai.",
    "Une phase 12 n’existe pas.",
    "La phase II du cycle dure deux jours.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[tuple[str, object]]) -> None:
    assert found("phase", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert found("phase", text) == []
