"""Mechanisms in every form of French prose, and sentences that speak of targets and tell none."""

import pytest

from extract.tuples.mechanism import find_mechanisms
from tests.tuples.reading import drafts_of


def told(text: str) -> list[tuple[str | None, str | None]]:
    return [(draft.drug, draft.target) for draft in drafts_of(find_mechanisms, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # apposition behind « au »
        (
            "D’où l’idée de recourir au dupilumab, anticorps monoclonal dirigé contre l’IL-4Rα.",
            [("dupilumab", "IL-4RA")],
        ),
        (
            "L’ixékizumab a été comparé à l’ustékinumab, un anticorps dirigé contre l’IL-23.",
            [("ustékinumab", "IL-23")],
        ),
        # copula
        ("Le filgotinib est un inhibiteur préférentiel de JAK1.", [("filgotinib", "JAK1")]),
        ("Le ritlécitinib, lui, est un inhibiteur de JAK3.", [("ritlécitinib", "JAK3")]),
        (
            "L’adalimumab, l’étanercept et l’infliximab sont des anti-TNF.",
            [("adalimumab", "TNF"), ("étanercept", "TNF"), ("infliximab", "TNF")],
        ),
        (
            "Le tofacitinib reste un JAK1 et JAK3 inhibiteur de première génération.",
            [("tofacitinib", "JAK1"), ("tofacitinib", "JAK3")],
        ),
        (
            "L’upadacitinib et l’abrocitinib sont deux inhibiteurs sélectifs de JAK1.",
            [("upadacitinib", "JAK1"), ("abrocitinib", "JAK1")],
        ),
        # apposition and brackets
        ("Avec l’omalizumab (anti-IgE), la moitié des patients répond.", [("omalizumab", "IgE")]),
        ("Le roflumilast en crème, inhibiteur de la PDE4, est bien toléré.", [("roflumilast", "PDE4")]),
        (
            "Le vismodégib et le sonidégib, tous deux inhibiteurs de SMO, sont indiqués ici.",
            [("vismodégib", "SMO"), ("sonidégib", "SMO")],
        ),
        ("Spésolimab : un anti-IL-36R pour les poussées", [("spésolimab", "IL-36R")]),
        # the drug after the phrase
        ("L’inhibiteur de TYK2 deucravacitinib a été comparé au placebo.", [("deucravacitinib", "TYK2")]),
        (
            "Ce JAK1/JAK3 inhibiteur, le tofacitinib, est prescrit ailleurs.",
            [("tofacitinib", "JAK1"), ("tofacitinib", "JAK3")],
        ),
        ("Parmi les inhibiteurs de JAK, le ruxolitinib topique est disponible.", [("ruxolitinib", "JAK")]),
        ("Dirigé contre l’IL-31RA, le némolizumab soulage le prurit.", [("némolizumab", "IL-31RA")]),
        # classes with members
        (
            "Les anti-IL-17 (sécukinumab, ixékizumab) agissent vite.",
            [("sécukinumab", "IL-17"), ("ixékizumab", "IL-17")],
        ),
        (
            "Les biothérapies anti-IL-23, comme le guselkumab et le risankizumab, s’injectent rarement.",
            [("guselkumab", "IL-23"), ("risankizumab", "IL-23")],
        ),
        (
            "Deux anticorps dirigés contre l’IL-13 existent : tralokinumab et lébrikizumab.",
            [("tralokinumab", "IL-13"), ("lébrikizumab", "IL-13")],
        ),
        # verbs
        ("Le barzolvolimab est un anticorps humanisé ciblant KIT.", [("barzolvolimab", "KIT")]),
        ("L’obinutuzumab se fixe lui aussi sur le CD20.", [("obinutuzumab", "CD20")]),
        (
            "L’intérêt du bimékizumab, qui neutralise à la fois IL-17A et IL-17F, est sa rapidité.",
            [("bimékizumab", "IL-17A"), ("bimékizumab", "IL-17F")],
        ),
        (
            "Le tofacitinib bloque JAK1 et JAK3 et, dans une moindre mesure, JAK2.",
            [("tofacitinib", "JAK1"), ("tofacitinib", "JAK3"), ("tofacitinib", "JAK2")],
        ),
        ("Le rilzabrutinib agit par inhibition de BTK.", [("rilzabrutinib", "BTK")]),
        ("Le ligelizumab, comme l’omalizumab, se lie aux IgE.", [("ligelizumab", "IgE")]),
        # passive and nominal
        ("JAK3 est inhibée de façon durable par le ritlécitinib.", [("ritlécitinib", "JAK3")]),
        ("Le blocage de l’IL-13 par le lébrikizumab restaure la barrière.", [("lébrikizumab", "IL-13")]),
        ("L’IL-17A, cible du sécukinumab, est une cytokine clé.", [("sécukinumab", "IL-17A")]),
        # the drug told of before
        ("Le lébrikizumab est arrivé en 2023. Il neutralise l’IL-13 circulante.", [("lébrikizumab", "IL-13")]),
        ("# Le rémibrutinib\n\nCet inhibiteur de BTK se prend deux fois par jour.", [("rémibrutinib", "BTK")]),
        (
            "Le sécukinumab et l’ixékizumab sont disponibles. Ce dernier cible l’IL-17A.",
            [("ixékizumab", "IL-17A")],
        ),
        (
            "L’imiquimod et l’afamélanotide diffèrent. Le premier est un agoniste de TLR7 ; le second, de MC1R.",
            [("imiquimod", "TLR7")],
        ),
        (
            "Le guselkumab neutralise l’IL-23. Le risankizumab partage la même cible.",
            [("guselkumab", "IL-23"), ("risankizumab", "IL-23")],
        ),
        ("Quant au fostamatinib, il bloque SYK.", [("fostamatinib", "SYK")]),
        ("Inhibiteur de BTK, cette molécule déçoit.", []),
        ("Le rilzabrutinib revient. Inhibiteur de BTK, cette molécule déçoit.", [("rilzabrutinib", "BTK")]),
        # targets that no list knows, by their shape, and written out before their symbol
        ("Le daxdilimab, anticorps dirigé contre ILT7, est à l’étude.", [("daxdilimab", "ILT7")]),
        ("L’emactuzumab reconnaît le récepteur 1 du CSF-1 (CSF-1R).", [("emactuzumab", "CSF-1R")]),
        # the target told before
        ("La mutation touche le gène KIT. Le ripretinib, qui l’inhibe, a été approuvé.", [("riprétinib", "KIT")]),
        ("Le mécanisme d’action du cendakimab repose sur la neutralisation de l’IL-13.", [("cendakimab", "IL-13")]),
        (
            "Peficitinib (JAK1/2) et filgotinib (JAK1) sont oraux.",
            [("péficitinib", "JAK1"), ("péficitinib", "JAK2"), ("filgotinib", "JAK1")],
        ),
        ("Un autre anticorps, le vixarélimab, s’attaque à la seconde chaîne, OSMRβ.", [("vixarelimab", "OSMRβ")]),
        ("On a comparé le lacutamab, anti-KIR3DL2, au vorinostat.", [("lacutamab", "KIR3DL2")]),
        ("Cerdulatinib. Inhibiteur de SYK, en gel.", [("cerdulatinib", "SYK")]),
        ("Le delgocitinib pommade, inhibiteur pan-JAK, garde sa place.", [("delgocitinib", "JAK")]),
        # one target only, and a subunit shared by two
        (
            "Alors que l’ustékinumab bloque l’IL-12 et l’IL-23, le mirikizumab ne vise que l’IL-23.",
            [("ustékinumab", "IL-12"), ("ustékinumab", "IL-23"), ("mirikizumab", "IL-23")],
        ),
        # one mechanism of two drugs, and what a drug is told before its name
        (
            "Deux anticorps restent, le pembrolizumab et le cémiplimab, tous deux anti-PD-1.",
            [("pembrolizumab", "PD-1"), ("cémiplimab", "PD-1")],
        ),
        ("Anticorps IgG4 se liant à l’IL-13 soluble, le lébrikizumab agit.", [("lébrikizumab", "IL-13")]),
        ("Un anticorps dirigé contre BDCA2, le litifilimab, est à l’étude.", [("litifilimab", "BDCA2")]),
        # the target first
        ("La cible du tralokinumab est l’IL-13.", [("tralokinumab", "IL-13")]),
        ("Reste l’IL-31, que vise le némolizumab.", [("némolizumab", "IL-31")]),
        ("Le povorcitinib appartient à la famille des inhibiteurs de JAK1.", [("povorcitinib", "JAK1")]),
        ("Le némolizumab coupe la voie de l’IL-31 ; le deucravacitinib freine TYK2.", [
            ("némolizumab", "IL-31"), ("deucravacitinib", "TYK2"),
        ]),
        # the foil has a mechanism of its own
        (
            "Contrairement au tofacitinib, qui bloque JAK1 et JAK3, le deucravacitinib cible TYK2.",
            [("tofacitinib", "JAK1"), ("tofacitinib", "JAK3"), ("deucravacitinib", "TYK2")],
        ),
        (
            "À la différence du tofacitinib, inhibiteur de JAK1 et JAK3, le ritlécitinib épargne les autres kinases.",
            [("tofacitinib", "JAK1"), ("tofacitinib", "JAK3")],
        ),
    ],
)  # fmt: skip
def test_a_mechanism_is_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le deucravacitinib, contrairement aux autres, n’inhibe pas JAK1.",
        "Le brodalumab ne vise pas l’IL-17A.",
        "Dans l’eczéma, l’IL-13 se lie à son récepteur et active JAK1. Le tralokinumab est indiqué chez l’adulte.",
        "Chez les patients résistant aux anti-TNF, le sécukinumab garde son efficacité.",
        "En échec d’un anti-TNF, l’ustékinumab peut être proposé.",
        "Les patients recevaient du méthotrexate, un anti-TNF ou de l’aprémilast.",
        "L’expression d’IL-17A diminuait sous sécukinumab.",
        "Les dermocorticoïdes, le tacrolimus et les UVB restent prescrits.",
        "Le sécukinumab bloque la production d’IL-6.",
        "La méthadone (TMM) et les antirétroviraux (ARV) étaient donnés.",
        "Le dupilumab a obtenu l’AMM en 2017 ; la HAS l’a évalué.",
        "Les inhibiteurs de JAK ont changé la prise en charge de la pelade.",
        "Le dupilumab est efficace, mais l’IL-31 active les neurones sensitifs.",
        "",
        # the patients, not the drug, are told of before the comma
        "Les malades ayant des taux d’IL-13 élevés, le tralokinumab est proposé.",
        "Le méthotrexate garde une place avant les anti-TNF.",
        "La cible du traitement est un DLQI de 0 ou 1 avec le dupilumab, que vise l’IL-13.",
    ],
)
def test_no_mechanism_is_told(text: str) -> None:
    assert told(text) == []


def test_a_row_tells_its_sentence_and_its_form() -> None:
    (draft,) = drafts_of(find_mechanisms, "Une autre voie existe. Le rocatinlimab bloque OX40.")
    assert (draft.rule, draft.start, draft.end) == ("mechanism.verb", 23, 51)
