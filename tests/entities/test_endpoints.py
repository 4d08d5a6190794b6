"""Endpoints: scales with thresholds, abbreviated and spelled out; outcomes and adverse events; look-alikes."""

import pytest

from extract.entities.model import Endpoint
from tests.entities.marked import found, named

FOUND: list[tuple[str, list[tuple[str, str]]]] = [
    # abbreviated thresholds
    ("PASI 75", [("PASI 75", "PASI75")]),
    ("Le PASI75, le PASI-90.", [("PASI75", "PASI75"), ("PASI-90", "PASI90")]),
    ("PASI 75/90/100", [("PASI 75", "PASI75"), ("90", "PASI90"), ("100", "PASI100")]),
    ("PASI 75, 90 et 100 chez tous", [("PASI 75", "PASI75"), ("90", "PASI90"), ("100", "PASI100")]),
    ("un CLASI divisé par deux au moins", [("CLASI divisé par deux au moins", "CLASI50")]),
    ("L’EASI était réduit de moitié.", [("EASI était réduit de moitié", "EASI50")]),
    ("Le PASI a diminué d’au moins la moitié.", [("PASI a diminué d’au moins la moitié", "PASI50")]),
    ("Le PASI, divisé en deux groupes.", [("PASI", "PASI")]),
    ("Le CLASI-50.", [("CLASI-50", "CLASI50")]),
    ("Une réponse PASI 90.", [("PASI 90", "PASI90")]),
    ("Le taux de réponse HiSCR était de 42 %.", [("réponse HiSCR", "HiSCR")]),
    ("Le taux de réponse EASI-75.", [("EASI-75", "EASI75")]),
    ("F‑VASI75 et T-VASI 50", [("F‑VASI75", "F-VASI75"), ("T-VASI 50", "T-VASI50")]),
    ("Un SCORAD 50.", [("SCORAD 50", "SCORAD50")]),
    ("HECSI-90", [("HECSI-90", "HECSI90")]),
    ("HiSCR, HiSCR75", [("HiSCR", "HiSCR"), ("HiSCR75", "HiSCR75")]),
    ("Le HiSCR50.", [("HiSCR50", "HiSCR")]),
    ("IHS4-55", [("IHS4-55", "IHS455")]),
    ("SALT20", [("SALT20", "SALT20")]),
    ("SALT ≤ 20", [("SALT ≤ 20", "SALT20")]),
    ("SALT <= 10", [("SALT <= 10", "SALT10")]),
    ("IGA 0/1", [("IGA 0/1", "IGA0/1")]),
    ("vIGA-AD 0-1", [("vIGA-AD 0-1", "IGA0/1")]),
    ("IGA (0 ou 1)", [("IGA (0 ou 1)", "IGA0/1")]),
    ("IGA 0 ou 1", [("IGA 0 ou 1", "IGA0/1")]),
    ("IGA ≤ 1", [("IGA ≤ 1", "IGA0/1")]),
    ("sPGA 0/1", [("sPGA 0/1", "PGA0/1")]),
    ("DLQI 0/1", [("DLQI 0/1", "DLQI0/1")]),
    ("DLQI ≤ 5", [("DLQI ≤ 5", "DLQI≤5")]),
    ("UAS7 = 0", [("UAS7 = 0", "UAS7=0")]),
    ("UAS7 ≤ 6", [("UAS7 ≤ 6", "UAS7≤6")]),
    ("UCT ≥ 12", [("UCT ≥ 12", "UCT≥12")]),
    ("NRS4", [("NRS4", "NRS4")]),
    ("PP-NRS ≥ 4", [("PP-NRS ≥ 4", "NRS4")]),
    ("WP-NRS4", [("WP-NRS4", "NRS4")]),
    ("VNS 4 ou 5", [("VNS 4 ou 5", "VNS4/5")]),
    ("ACR20", [("ACR20", "ACR20")]),
    ("GPPGA 0/1", [("GPPGA 0/1", "GPPGA0/1")]),
    # spelled out
    ("une amélioration d’au moins 75 % du score PASI", [("amélioration d’au moins 75 % du score PASI", "PASI75")]),
    ("une amélioration ≥ 90 % de l’EASI", [("amélioration ≥ 90 % de l’EASI", "EASI90")]),
    ("une réduction de 50 % de l’EASI", [("réduction de 50 % de l’EASI", "EASI50")]),
    ("au moins 75 % d’amélioration du PASI", [("au moins 75 % d’amélioration du PASI", "PASI75")]),
    ("50 % d’amélioration avec F-VASI", [("50 % d’amélioration avec F-VASI", "F-VASI50")]),
    ("une amélioration du PASI d’au moins 90 %", [("PASI d’au moins 90 %", "PASI90")]),
    ("un EASI amélioré de 75 %", [("EASI amélioré de 75 %", "EASI75")]),
    ("un score IGA de 0 ou 1", [("score IGA de 0 ou 1", "IGA0/1")]),
    (
        "un IGA de 0 ou 1 avec une amélioration d’au moins 2 points",
        [("IGA de 0 ou 1 avec une amélioration d’au moins 2 points", "IGA0/1")],
    ),
    ("un score de 0 ou 1 à l’IGA", [("score de 0 ou 1 à l’IGA", "IGA0/1")]),
    ("un score SALT inférieur ou égal à 20", [("score SALT inférieur ou égal à 20", "SALT20")]),
    ("un SALT de 20 ou moins", [("SALT de 20 ou moins", "SALT20")]),
    ("un DLQI inférieur ou égal à 5", [("DLQI inférieur ou égal à 5", "DLQI≤5")]),
    (
        "un gain d’au moins 4 points sur l’échelle de prurit",
        [("gain d’au moins 4 points sur l’échelle de prurit", "NRS4")],
    ),
    ("une baisse ≥ 4 points du NRS prurit", [("baisse ≥ 4 points du NRS prurit", "NRS4")]),
    (
        "une réduction d’au moins 4 points de la PP-NRS",
        [("réduction d’au moins 4 points de la PP-NRS", "NRS4")],
    ),
    (
        "une IGA à 0 ou 1 avec une baisse d’au moins deux points",
        [("IGA à 0 ou 1 avec une baisse d’au moins deux points", "IGA0/1")],
    ),
    (
        "ont gagné au moins quatre points sur l’échelle numérique NRS",
        [("gagné au moins quatre points sur l’échelle numérique NRS", "NRS4")],
    ),
    ("Le succès IGA.", [("succès IGA", "IGA0/1")]),
    ("Une peau claire ou presque claire.", [("peau claire ou presque claire", "IGA0/1")]),
    ("Une peau blanche ou presque.", [("peau blanche ou presque", "IGA0/1")]),
    ("Un blanchiment complet (PASI 100).", [("blanchiment complet", "PASI100"), ("PASI 100", "PASI100")]),
    ("La disparition de l’urticaire (UAS7 = 0).", [("disparition de l’urticaire", "UAS7=0"), ("UAS7 = 0", "UAS7=0")]),
    ("Psoriasis Area and Severity Index", [("Psoriasis Area and Severity Index", "PASI")]),
    # scales without a threshold
    ("Le DLQI passait de 12 à 3.", [("DLQI", "DLQI")]),
    ("Le SCORAD moyen baissait de 40 %.", [("SCORAD", "SCORAD")]),
    ("Le NRS prurit.", [("NRS prurit", "NRS prurit")]),
    ("Une amélioration de 53 % du PASI.", [("PASI", "PASI")]),
    ("Un PASI ≥ 12 à l’inclusion.", [("PASI ≥ 12", "PASI")]),
    ("Un IGA ≥ 3.", [("IGA ≥ 3", "IGA")]),
    ("Un prurit NRS ≥ 4 à l’inclusion.", [("prurit NRS ≥ 4", "NRS prurit")]),
    ("Le PASI 12,5 initial.", [("PASI", "PASI")]),
    # outcomes
    ("La guérison était obtenue.", [("guérison", "guérison")]),
    ("Le taux de guérison.", [("taux de guérison", "guérison")]),
    ("Une rechute.", [("rechute", "rechute")]),
    ("Sans récidive locale.", [("récidive locale", "récidive locale")]),
    ("La survie globale.", [("survie globale", "survie globale")]),
    ("La médiane de survie sans progression.", [("médiane de survie sans progression", "survie sans progression")]),
    ("La SSP atteint 11 mois.", [("SSP", "survie sans progression")]),
    ("La mortalité et les décès.", [("mortalité", "mortalité"), ("décès", "décès")]),
    ("Une rémission complète.", [("rémission complète", "rémission complète")]),
    ("Le taux de réponse objective.", [("taux de réponse objective", "réponse objective")]),
    ("La repousse des cils.", [("repousse des cils", "repousse des cils")]),
    # adverse events
    ("Les effets indésirables.", [("effets indésirables", "effets indésirables")]),
    ("Un évènement indésirable grave.", [("évènement indésirable grave", "événements indésirables graves")]),
    ("Une conjonctivite chez 9 %.", [("conjonctivite", "conjonctivite")]),
    ("Des réactions au point d’injection.", [("réactions au point d’injection", "réaction au point d'injection")]),
    ("Des maux de tête.", [("maux de tête", "maux de tête")]),
    ("L’arrêt pour événement indésirable.", [("arrêt pour événement indésirable", "arrêt pour événement indésirable")]),
    ("Un zona a été rapporté chez 2 %.", [("zona", "zona")]),
    ("Des événements de grade 3 ou 4.", [("événements de grade 3 ou 4", "événements de grade 3 ou 4")]),
]

NONE = [
    "La réponse immunitaire innée.",
    "La réponse inflammatoire.",
    "En réponse à cette question.",
    "Le zona du sujet âgé.",
    "Une tuberculose latente.",
    "Le masque de grossesse.",
    "Le risque reste faible.",
    "Le score de risque.",
    "Les patients avaient 45 ans.",
    "Un acte de salt.",
    "Le pasi est un mot.",
    "La surface corporelle.",
    "Il obtient gain de cause.",
    "Un effet de classe.",
    "Une réduction des coûts.",
    "Ils sont fatigués.",
    "Elle est atrophiée.",
    "Tous les patients.",
    "Le groupe était stable.",
    "Un essai de phase 3.",
    "Ses cheveux sont repoussés vers l’arrière.",
    "Après échec des traitements topiques.",
    "Le patient a chuté de vélo.",
    "L’indice de masse corporelle.",
    "Un nombre de sujets élevé.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_endpoints(text: str, expected: list[tuple[str, str]]) -> None:
    assert named("endpoint", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_endpoint(text: str) -> None:
    assert found("endpoint", text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("EASI-75", Endpoint("EASI75", "EASI", "75", "response")),
        ("SALT ≤ 20", Endpoint("SALT20", "SALT", "≤20", "response")),
        ("UAS7 = 0", Endpoint("UAS7=0", "UAS7", "=0", "response")),
        ("IGA 0/1", Endpoint("IGA0/1", "IGA", "0/1", "response")),
        ("DLQI", Endpoint("DLQI", "DLQI", None, "score")),
        ("HiSCR", Endpoint("HiSCR", "HiSCR", None, "response")),
        ("rechute", Endpoint("rechute", kind="outcome")),
        ("céphalées", Endpoint("céphalées", kind="event")),
    ],
)
def test_whole_value(text: str, value: Endpoint) -> None:
    assert [read for _, read in found("endpoint", text)] == [value]


@pytest.mark.parametrize(
    "text",
    ["PASI 75/90", "IGA 0 ou 1", "SALT ≤ 20", "une amélioration d’au moins 75 % du PASI", "UAS7 ≤ 6", "NRS ≥ 4 points"],
)
def test_the_numbers_of_a_threshold_are_no_results(text: str) -> None:
    assert found("number", text) == []
