"""Molecular targets by symbol and spelled out, members of a family named together; and words that look like them."""

import pytest

from extract.entities.model import Target
from tests.entities.marked import found, named

FOUND: list[tuple[str, list[tuple[str, str]]]] = [
    ("Il inhibe JAK1.", [("JAK1", "JAK1")]),
    ("Il inhibe JAK-1 et JAK 2.", [("JAK-1", "JAK1"), ("JAK 2", "JAK2")]),
    ("Un inhibiteur de JAK1/2.", [("JAK1", "JAK1"), ("2", "JAK2")]),
    ("Un inhibiteur de JAK1 et 3.", [("JAK1", "JAK1"), ("3", "JAK3")]),
    ("Un inhibiteur de JAK1/JAK2.", [("JAK1", "JAK1"), ("JAK2", "JAK2")]),
    ("Un pan-JAK.", [("pan-JAK", "JAK")]),
    ("Les Janus kinases 1 et 2.", [("Janus kinases 1", "JAK1"), ("2", "JAK2")]),
    ("La voie JAK/STAT.", [("voie JAK/STAT", "JAK")]),
    ("La tyrosine kinase 2 (TYK2).", [("tyrosine kinase 2", "TYK2"), ("TYK2", "TYK2")]),
    ("Le domaine pseudokinase de TYK2.", [("domaine pseudokinase de TYK2", "TYK2")]),
    ("Les kinases de la famille TEC.", [("kinases de la famille TEC", "TEC")]),
    ("L’IL-13 et l’IL‑4.", [("IL-13", "IL-13"), ("IL‑4", "IL-4")]),
    ("L’IL13, l’IL 31.", [("IL13", "IL-13"), ("IL 31", "IL-31")]),
    ("L’interleukine 31 est prurigène.", [("interleukine 31", "IL-31")]),
    ("L’interleukine-23.", [("interleukine-23", "IL-23")]),
    ("La sous-unité p19 de l’IL-23.", [("sous-unité p19 de l’IL-23", "IL-23")]),
    (
        "La sous-unité p40 commune aux IL-12 et 23.",
        [("sous-unité p40 commune aux IL-12", "IL-12/23 p40")],
    ),
    ("Il se lie à l’IL-17A/F.", [("IL-17A", "IL-17A"), ("F", "IL-17F")]),
    ("Il neutralise l’IL-17A et l’IL-17F.", [("IL-17A", "IL-17A"), ("IL-17F", "IL-17F")]),
    ("L’IL-17 a été bloquée.", [("IL-17", "IL-17")]),
    ("Le récepteur de l’IL-17.", [("récepteur de l’IL-17", "IL-17RA")]),
    ("L’IL-4Rα.", [("IL-4Rα", "IL-4RA")]),
    ("L’IL-4R alpha.", [("IL-4R alpha", "IL-4RA")]),
    ("La sous-unité alpha du récepteur de l’IL-4.", [("sous-unité alpha du récepteur de l’IL-4", "IL-4RA")]),
    ("Le récepteur de l’interleukine 31.", [("récepteur de l’interleukine 31", "IL-31RA")]),
    ("Le récepteur alpha de l’IL-31.", [("récepteur alpha de l’IL-31", "IL-31RA")]),
    ("Le récepteur de l’IL-36.", [("récepteur de l’IL-36", "IL-36R")]),
    ("Le TNF-α, ou TNFα, ou TNF alpha.", [("TNF-α", "TNF"), ("TNFα", "TNF"), ("TNF alpha", "TNF")]),
    ("Le facteur de nécrose tumorale.", [("facteur de nécrose tumorale", "TNF")]),
    ("L’OX40 et son ligand OX40L.", [("OX40", "OX40"), ("OX40L", "OX40L")]),
    ("La lymphopoïétine stromale thymique.", [("lymphopoïétine stromale thymique", "TSLP")]),
    ("La PDE4.", [("PDE4", "PDE4")]),
    ("La phosphodiestérase de type 4.", [("phosphodiestérase de type 4", "PDE4")]),
    ("Le récepteur aryl hydrocarbone (AhR).", [("récepteur aryl hydrocarbone", "AhR"), ("AhR", "AhR")]),
    ("Les IgE libres circulent.", [("IgE libres", "IgE")]),
    ("La tyrosine kinase de Bruton.", [("tyrosine kinase de Bruton", "BTK")]),
    ("Le récepteur c-KIT des mastocytes.", [("récepteur c-KIT", "KIT")]),
    ("Les lymphocytes B CD20+.", [("CD20", "CD20")]),
    ("Le FcRn recycle les IgG.", [("FcRn", "FcRn")]),
    ("PD-1, PD-L1 et CTLA-4.", [("PD-1", "PD-1"), ("PD-L1", "PD-L1"), ("CTLA-4", "CTLA-4")]),
    ("La mutation BRAF V600E.", [("BRAF V600E", "BRAF")]),
    ("MEK1 et MEK2.", [("MEK1 et MEK2", "MEK")]),
    ("La voie Hedgehog, par Smoothened.", [("voie Hedgehog", "Hedgehog"), ("Smoothened", "SMO")]),
    ("Le récepteur MC1R.", [("récepteur MC1R", "MC1R")]),
    ("Le récepteur Toll-like 7.", [("récepteur Toll-like 7", "TLR7")]),
    ("Les récepteurs de l’acide rétinoïque.", [("récepteurs de l’acide rétinoïque", "RAR")]),
    ("Le récepteur gamma de l’acide rétinoïque.", [("récepteur gamma de l’acide rétinoïque", "RARG")]),
    ("La calcineurine.", [("calcineurine", "calcineurine")]),
    ("La kallikréine plasmatique.", [("kallikréine plasmatique", "kallicréine")]),
    ("Les récepteurs des androgènes.", [("récepteurs des androgènes", "AR")]),
    ("Un anti-IL-17A.", [("IL-17A", "IL-17A")]),
    ("La fraction C5 du complément.", [("fraction C5 du complément", "C5")]),
]

NONE = [
    "Il a 23 ans.",
    "Un kit de prélèvement.",
    "Il 17 fois sur 20 se trompe.",
    "Elles restent à l’étude.",
    "La page 36 du numéro 4.",
    "Le tec était absent.",
    "Les bras 1 et 2 différaient.",
    "Le patient CD, 20 ans.",
    "Le récepteur du téléphone.",
    "Une voie d’abord latérale.",
    "Le smo n’existe pas.",
    "Un arrêt de 12 semaines.",
    "La cible thérapeutique reste inconnue.",
    "Le facteur pronostique principal.",
    "Une kinase, sans autre précision.",
    "Il faut un gris moyen.",
    "L’hérisson dort.",
    "Le premier récepteur identifié.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_targets(text: str, expected: list[tuple[str, str]]) -> None:
    assert named("target", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_target(text: str) -> None:
    assert found("target", text) == []


def test_the_family_comes_along() -> None:
    assert found("target", "JAK1, TYK2, IL-17F, SMO") == [
        ("JAK1", Target("JAK1", "JAK")),
        ("TYK2", Target("TYK2", "JAK")),
        ("IL-17F", Target("IL-17F", "IL-17")),
        ("SMO", Target("SMO", "Hedgehog")),
    ]
