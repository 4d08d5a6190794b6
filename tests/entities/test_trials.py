"""Trials of the lexicon, trials by shape, series, and the registry numbers that stand beside them."""

import pytest

from extract.entities.model import Trial
from tests.entities.marked import found, named

FOUND: list[tuple[str, list[tuple[str, str]]]] = [
    ("Dans TRuE-V1 et TRuE-V2.", [("TRuE-V1", "TRuE-V1"), ("TRuE-V2", "TRuE-V2")]),
    ("TruE-V1, mal écrit.", [("TruE-V1", "TRuE-V1")]),
    ("TRuE-V1 et V2 concordent.", [("TRuE-V1", "TRuE-V1"), ("V2", "TRuE-V2")]),
    ("TRuE-V1/2.", [("TRuE-V1", "TRuE-V1"), ("2", "TRuE-V2")]),
    ("ECZTRA 3.", [("ECZTRA 3", "ECZTRA 3")]),
    ("ECZTRA 1, 2 et 3.", [("ECZTRA 1", "ECZTRA 1"), ("2", "ECZTRA 2"), ("3", "ECZTRA 3")]),
    ("SOLO 1 et 2.", [("SOLO 1", "SOLO 1"), ("2", "SOLO 2")]),
    ("SOLO-1/SOLO-2.", [("SOLO-1", "SOLO-1"), ("SOLO-2", "SOLO-2")]),
    ("UltIMMa-1 et -2.", [("UltIMMa-1", "UltIMMa-1"), ("2", "UltIMMa-2")]),
    ("BE HEARD I et II.", [("BE HEARD I", "BE HEARD I"), ("II", "BE HEARD II")]),
    ("CUPID A et B.", [("CUPID A", "CUPID A"), ("B", "CUPID B")]),
    ("POETYK PSO-1 et PSO-2.", [("POETYK PSO-1", "POETYK PSO-1"), ("PSO-2", "POETYK PSO-2")]),
    ("POETYK PSO-1 ; dans PSO-1, 69 %.", [("POETYK PSO-1", "POETYK PSO-1"), ("PSO-1", "POETYK PSO-1")]),
    ("BRAVE-AA1 et AA2.", [("BRAVE-AA1", "BRAVE-AA1"), ("AA2", "BRAVE-AA2")]),
    ("ALLEGRO-2b/3.", [("ALLEGRO-2b/3", "ALLEGRO-2b/3")]),
    ("KEYNOTE 054.", [("KEYNOTE 054", "KEYNOTE 054")]),
    ("CheckMate-067.", [("CheckMate-067", "CheckMate-067")]),
    ("SUNSHINE et SUNRISE.", [("SUNSHINE", "SUNSHINE"), ("SUNRISE", "SUNRISE")]),
    ("Heads Up, essai ouvert.", [("Heads Up", "Heads Up")]),
    ("COMBI-d et COMBI-v.", [("COMBI-d", "COMBI-d"), ("COMBI-v", "COMBI-v")]),
    ("Measure Up 1 et 2.", [("Measure Up 1", "Measure Up 1"), ("2", "Measure Up 2")]),
    ("PIONEER I, PIONEER II.", [("PIONEER I", "PIONEER I"), ("PIONEER II", "PIONEER II")]),
    ("L’essai CLEAR.", [("CLEAR", "CLEAR")]),
    # by shape
    ("L’essai ZODIAC-2 a débuté.", [("ZODIAC-2", "ZODIAC-2")]),
    ("L’étude randomisée BRISANT.", [("BRISANT", "BRISANT")]),
    ("Les essais VENUSTAS 1 et 2.", [("VENUSTAS 1", "VENUSTAS 1"), ("2", "VENUSTAS 2")]),
    ("L’essai de phase III (MISTRAL) ; dans MISTRAL, 40 %.", [("MISTRAL", "MISTRAL"), ("MISTRAL", "MISTRAL")]),
    ("L’étude ADorna.", [("ADorna", "ADorna")]),
    ("Le registre RHEVER.", [("RHEVER", "RHEVER")]),
    ("L’essai danois SOLEO a réuni 90 enfants.", [("SOLEO", "SOLEO")]),
    ("L’étude brésilienne LUMIR, publiée en mai.", [("LUMIR", "LUMIR")]),
    ("V-SOLAR4, essai de phase II.", [("V-SOLAR4", "V-SOLAR4")]),
    ("L’essai non comparatif C-210-03.", [("C-210-03", "C-210-03")]),
    ("Deux essais jumeaux, XB201 et XB202.", [("XB201", "XB201"), ("XB202", "XB202")]),
    ("Deux essais, MARIS (nivolumab) et TELLUR.", [("MARIS", "MARIS"), ("TELLUR", "TELLUR")]),
    ("Dans BORALIS-3, la moitié répondait.", [("BORALIS-3", "BORALIS-3")]),
    ("BORALIS-3 a inclus 80 adultes.", [("BORALIS-3", "BORALIS-3")]),
    ("ZENITH-ARC, contre placebo, a duré un an.", [("ZENITH-ARC", "ZENITH-ARC")]),
    ("Chez 40 % des patients de VORTEX-2.", [("VORTEX-2", "VORTEX-2")]),
    ("Le gel (LARGO I et LARGO II) agit.", [("LARGO I", "LARGO I"), ("LARGO II", "LARGO II")]),
    (
        "Deux études (ADIEU 1, n = 331 ; ADIEU 2, n = 341) : 43 % (ADIEU 1) et 33 % (ADIEU 2).",
        [("ADIEU 1", "ADIEU 1"), ("ADIEU 2", "ADIEU 2"), ("ADIEU 1", "ADIEU 1"), ("ADIEU 2", "ADIEU 2")],
    ),
    ("MISTRAL-A et MISTRAL-B ont fini.", [("MISTRAL-A", "MISTRAL-A"), ("MISTRAL-B", "MISTRAL-B")]),
    ("L’essai, baptisé NOVA-SKIN, a réuni 320 volontaires.", [("NOVA-SKIN", "NOVA-SKIN")]),
    ("L’étude la plus vaste, TIDAL 2, comptait 410 malades.", [("TIDAL 2", "TIDAL 2")]),
    ("Une étude chez le nourrisson, DUNE KIDS, est terminée.", [("DUNE KIDS", "DUNE KIDS")]),
    ("BALTIC EXTEND, prolongation ouverte, a duré un an.", [("BALTIC EXTEND", "BALTIC EXTEND")]),
    ("Il a été proposé dans C-PORT.", [("C-PORT", "C-PORT")]),
    ("Voilà l’effectif de RIGEL, de phase III.", [("RIGEL", "RIGEL")]),
    ("Dans LUNA-2, 1 020 patients ont été inclus.", [("LUNA-2", "LUNA-2")]),
    ("L’extension à long terme ZEST-LTX, qui suit 40 malades.", [("ZEST-LTX", "ZEST-LTX")]),
    ("Méthodes – CARDIO-HF est un essai mené en double insu.", [("CARDIO-HF", "CARDIO-HF")]),
    ("Avec 450 patients, OCEANE est la plus grande étude du domaine.", [("OCEANE", "OCEANE")]),
    ("Quant à NEPTUNE, il a randomisé 220 adultes.", [("NEPTUNE", "NEPTUNE")]),
    ("On attend TANGO, qui comparera les deux molécules.", [("TANGO", "TANGO")]),
    ("L’étude dite « Solstice » a porté sur 220 adultes.", [("Solstice", "Solstice")]),
    ("Baptisé MIRAGE, cet essai a réuni 540 malades.", [("MIRAGE", "MIRAGE")]),
    ("L’essai néerlandais HS-CARE a suivi 300 enfants.", [("HS-CARE", "HS-CARE")]),
    ("EVerT a randomisé 240 patients.", [("EVerT", "EVerT")]),
    ("C’est la leçon de VenUS IV : 457 patients.", [("VenUS IV", "VenUS IV")]),
    ("STOP GAP a réparti 121 malades.", [("STOP GAP", "STOP GAP")]),
    ("Une étude ouverte de suivi (LONG-1) a duré un an.", [("LONG-1", "LONG-1")]),
    ("Il a été testé dans PRIM-1 et dans une cohorte.", [("PRIM-1", "PRIM-1")]),
    ("TOPAZ-1 et -2 ont inclus 800 patients.", [("TOPAZ-1", "TOPAZ-1"), ("2", "TOPAZ-2")]),
]

NONE = [
    "HÉPATITE B ET HÉPATITE C",
    "Une étude de l’expression du gène, BRAF, a été menée.",
    "Une étude menée au CHU, DLQI compris, et un essai du score global, IGA, en ville.",
    "Le gène est exprimé dans IL-17.",
    "L’étude JAK1 se poursuit.",
    "L’essai IL-17 contre IL-23.",
    "Une étude FDA récente.",
    "Le résultat est clear.",
    "L’essai HS est lancé.",
    "Un essai contre placebo.",
    "GUIDE PRATIQUE DES SOINS",
    "L’étude du PASI.",
    "L’essai PASI 75.",
    "Les essais contrôlés randomisés (ECR). Un essai ECR.",
    "Le soleil et le solo du pianiste.",
    "L’essai dura 12 semaines.",
    "Une cohorte de 300 patients.",
    "La prévention de la transmission mère-enfant (PTME). Le programme PTME.",
    "L’étude NCT01234567.",
    "Phase IIb/III.",
    "L’étude indique PASI 90.",
    "Les stades GRADE I et GRADE II.",
    "Les gènes COL4 et COL7 sont touchés.",
    "Dans ce groupe, HLA-B27 est fréquent.",
    "La protéine XIAP-2, contre toute attente, baisse.",
    "L’essai ISRCTN80206111.",
    "Une étude de la « Peau noire », en revanche, manque.",
    "Objectif – PASI 75 est un critère exigeant.",
    "Le test ELISpot a montré une réponse. HbA1c a montré une baisse.",
    "Score DLQI : 30 patients.",
    "Une étude de la mutation (BRAF) est utile.",
    "L’OTAN a montré la voie.",
    "L’étude porte sur les virus HSV-1 et -2.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_trials(text: str, expected: list[tuple[str, str]]) -> None:
    assert named("trial", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_trial(text: str) -> None:
    assert found("trial", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SOLO 1 et 45 patients.", ["SOLO 1"]),
        ("ZODIAC-2, 45 %.", []),
        ("Dans ADEPT, 12 semaines.", ["ADEPT"]),
        ("PIONEER II et 12 semaines.", ["PIONEER II"]),
    ],
)
def test_a_number_is_no_further_trial(text: str, expected: list[str]) -> None:
    assert [name for _, name in named("trial", text)] == expected


def test_what_the_lexicon_knows_comes_along() -> None:
    assert found("trial", "ECZTRA 3") == [
        ("ECZTRA 3", Trial("ECZTRA 3", True, "tralokinumab", "dermatite atopique", "3"))
    ]
    assert found("trial", "L’essai MISTRAL") == [("MISTRAL", Trial("MISTRAL"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(NCT04052425)", ["NCT04052425"]),
        ("NCT 03569293 et NCT03607422", ["NCT03569293", "NCT03607422"]),
        ("EudraCT 2014-004805-57", ["2014-004805-57"]),
        ("CTIS : 2023-507345-21-00", ["2023-507345-21-00"]),
        ("ISRCTN13704604", ["ISRCTN13704604"]),
        ("NCT0405242", []),
        ("Le 2014-2015-16.", []),
        ("tél. 01 42 34 56 78", []),
        ("10.1056/NEJMoa2118828", []),
    ],
)
def test_registries(text: str, expected: list[str]) -> None:
    assert [name for _, name in named("registry", text)] == expected
