"""Drugs by every kind of name, combinations, classes, procedures, unseen names by stem, routes; and ordinary words."""

import pytest

from extract.entities.model import Drug
from tests.entities.marked import found, named

FOUND: list[tuple[str, list[tuple[str, str]]]] = [
    # French, English and unaccented names, capitals, elision
    ("Le lébrikizumab a été comparé au dupilumab.", [("lébrikizumab", "lébrikizumab"), ("dupilumab", "dupilumab")]),
    ("L’upadacitinib agit vite.", [("upadacitinib", "upadacitinib")]),
    ("L'étanercept et l’omalizumab.", [("étanercept", "étanercept"), ("omalizumab", "omalizumab")]),
    ("ETANERCEPT chez l’enfant", [("ETANERCEPT", "étanercept")]),
    ("Le ritlecitinib, sans accents.", [("ritlecitinib", "ritlécitinib")]),
    ("Le methotrexate reste utile.", [("methotrexate", "méthotrexate")]),
    ("cyclosporine vs ciclosporine", [("cyclosporine", "ciclosporine"), ("ciclosporine", "ciclosporine")]),
    ("L’isotretinoin des auteurs anglais.", [("isotretinoin", "isotrétinoïne")]),
    ("Le calcipotriène et le calcipotriol.", [("calcipotriène", "calcipotriol"), ("calcipotriol", "calcipotriol")]),
    # brands, codes, abbreviations
    ("Skyrizi® toutes les douze semaines", [("Skyrizi", "risankizumab")]),
    ("OTEZLA 30 mg", [("OTEZLA", "aprémilast")]),
    ("Le PF-06651600, devenu ritlécitinib.", [("PF-06651600", "ritlécitinib"), ("ritlécitinib", "ritlécitinib")]),
    ("L’INCB018424 en crème.", [("INCB018424", "ruxolitinib")]),
    ("ABT‑494 per os", [("ABT‑494 per os", "upadacitinib")]),
    ("Le 5-FU et le 5-fluorouracile.", [("5-FU", "fluorouracile"), ("5-fluorouracile", "fluorouracile")]),
    ("Le MTX à faible dose.", [("MTX", "méthotrexate")]),
    ("Des IgIV mensuelles.", [("IgIV", "immunoglobulines intraveineuses")]),
    # salts and esters
    ("La crème au dipropionate de bétaméthasone.", [("dipropionate de bétaméthasone", "bétaméthasone")]),
    ("Le propionate de clobétasol à 0,05 %.", [("propionate de clobétasol", "clobétasol")]),
    ("Le furoate de mométasone.", [("furoate de mométasone", "mométasone")]),
    ("L’antimoniate de méglumine (Glucantime).", [("antimoniate de méglumine", "antimoniate de méglumine"),
                                                  ("Glucantime", "antimoniate de méglumine")]),
    # medicines of other fields
    ("La quinine et l’artéméther.", [("quinine", "quinine"), ("artéméther", "artéméther")]),
    ("Mifépristone 600 mg per os.", [("Mifépristone", "mifépristone")]),
    ("Sous fluoxétine ou sertraline.", [("fluoxétine", "fluoxétine"), ("sertraline", "sertraline")]),
    ("Une dose de paracétamol.", [("paracétamol", "paracétamol")]),
    ("L’apixaban plutôt que la warfarine.", [("apixaban", "apixaban"), ("warfarine", "warfarine")]),
    # combinations
    ("L’association dabrafénib + tramétinib.", [("dabrafénib + tramétinib", "dabrafénib + tramétinib")]),
    ("Le dabrafénib associé au tramétinib.", [("dabrafénib associé au tramétinib", "dabrafénib + tramétinib")]),
    ("L’association de tramétinib et de dabrafénib.", [("tramétinib et de dabrafénib", "dabrafénib + tramétinib")]),
    ("La mousse calcipotriol/bétaméthasone.", [("calcipotriol/bétaméthasone", "bétaméthasone + calcipotriol")]),
    ("Enstilar en mousse.", [("Enstilar", "bétaméthasone + calcipotriol")]),
    ("Le nivolumab plus l’ipilimumab.", [("nivolumab plus l’ipilimumab", "ipilimumab + nivolumab")]),
    ("Nivolumab-relatlimab en première ligne.", [("Nivolumab-relatlimab", "nivolumab + relatlimab")]),
    ("La combinaison adapalène-peroxyde de benzoyle.",
     [("adapalène-peroxyde de benzoyle", "adapalène + peroxyde de benzoyle")]),
    ("Ils avaient reçu rituximab et prednisone.", [("rituximab et prednisone", "prednisone + rituximab")]),
    ("Adalimumab en association avec le méthotrexate.",
     [("Adalimumab en association avec le méthotrexate", "adalimumab + méthotrexate")]),
    ("Un gel d’adapalène 0,3 %/peroxyde de benzoyle 2,5 %.",
     [("adapalène 0,3 %/peroxyde de benzoyle", "adapalène + peroxyde de benzoyle")]),
    ("Encorafénib + binimétinib.", [("Encorafénib + binimétinib", "binimétinib + encorafénib")]),
    ("Une photothérapie UVB associée à l’afamélanotide.",
     [("photothérapie UVB associée à l’afamélanotide", "afamélanotide + photothérapie UVB")]),
    # not combinations
    ("Adalimumab et infliximab ont été comparés.", [("Adalimumab", "adalimumab"), ("infliximab", "infliximab")]),
    ("Sous nivolumab, puis sous ipilimumab.", [("nivolumab", "nivolumab"), ("ipilimumab", "ipilimumab")]),
    ("Des anti-TNF (adalimumab/infliximab).",
     [("anti-TNF", "anti-TNF"), ("adalimumab", "adalimumab"), ("infliximab", "infliximab")]),
    ("Le guselkumab contre le sécukinumab.", [("guselkumab", "guselkumab"), ("sécukinumab", "sécukinumab")]),
    # classes
    ("Les inhibiteurs de JAK changent la donne.", [("inhibiteurs de JAK", "inhibiteurs de JAK")]),
    ("Les JAKi, ou JAK inhibiteurs.", [("JAKi", "inhibiteurs de JAK"), ("JAK inhibiteurs", "inhibiteurs de JAK")]),
    ("Un anti-IL-23 ou un anti-IL17.", [("anti-IL-23", "anti-IL-23"), ("anti-IL17", "anti-IL-17")]),
    ("Les anti-TNFα et les anti-TNF-alpha.", [("anti-TNFα", "anti-TNF"), ("anti-TNF-alpha", "anti-TNF")]),
    ("Un dermocorticoïde fort.", [("dermocorticoïde", "dermocorticoïdes")]),
    ("Des corticoïdes topiques.", [("corticoïdes topiques", "dermocorticoïdes")]),
    ("Échec des antihistaminiques H1.", [("antihistaminiques H1", "antihistaminiques")]),
    ("Les anti-PD-1 et les inhibiteurs de MEK.",
     [("anti-PD-1", "anti-PD-1"), ("inhibiteurs de MEK", "inhibiteurs de MEK")]),
    ("L’inhibiteur de la phosphodiestérase 4.", [("inhibiteur de la phosphodiestérase 4", "inhibiteurs de PDE4")]),
    ("Une biothérapie antérieure.", [("biothérapie", "biothérapies")]),
    ("Les rétinoïdes oraux.", [("rétinoïdes oraux", "rétinoïdes")]),
    # procedures
    ("La photothérapie UVB-TL01 trois fois par semaine.", [("photothérapie UVB-TL01", "photothérapie UVB")]),
    ("Les UVB à spectre étroit.", [("UVB à spectre étroit", "photothérapie UVB")]),
    ("PUVA ou UVA1.", [("PUVA", "PUVA"), ("UVA1", "photothérapie UVA1")]),
    ("La thérapie photodynamique (PDT).", [("thérapie photodynamique", "thérapie photodynamique"),
                                           ("PDT", "thérapie photodynamique")]),
    ("Cryothérapie ou azote liquide.", [("Cryothérapie", "cryothérapie"), ("azote liquide", "cryothérapie")]),
    ("Le laser à colorant pulsé.", [("laser à colorant pulsé", "laser à colorant pulsé")]),
    ("Une chirurgie micrographique de Mohs.", [("chirurgie micrographique de Mohs", "chirurgie de Mohs")]),
    ("Des émollients quotidiens.", [("émollients quotidiens", "émollients")]),
    ("Le vaccin recombinant contre le zona.", [("vaccin recombinant contre le zona", "vaccin contre le zona")]),
    # unseen names
    ("Le zorbatinib, nouveau venu.", [("zorbatinib", "zorbatinib")]),
    ("Le Veltumizumab sous-cutané.", [("Veltumizumab sous-cutané", "veltumizumab")]),
    ("Le paltimilast topique.", [("paltimilast topique", "paltimilast")]),
    ("Un nouvel ARN, le kardosiran.", [("kardosiran", "kardosiran")]),
    # abbreviations that the text defines
    ("L’acide glycolique (AG) irrite. L’AG à 30 % aussi.",
     [("acide glycolique", "acide glycolique"), ("AG", "acide glycolique"), ("AG", "acide glycolique")]),
]  # fmt: skip

NONE = [
    "Un kit de diagnostic rapide.",
    "L’air, l’eau et le soleil.",
    "La bronche souche est libre.",
    "Le célèbre dermatologue viennois.",
    "Elle portait une robe rose.",
    "Les anticorps antinucléaires étaient positifs.",
    "Un animal de laboratoire.",
    "Le statut vaccinal était à jour.",
    "Une exposition aux UVB solaires.",
    "Le rayonnement UVB traverse les nuages.",
    "L’examen au laser Doppler était normal.",
    "Il prête à rire.",
    "Le maximum fut atteint au printemps.",
    "Une patiente de 40 ans.",
    "Les tabous persistent.",
    "Le comité de surveillance s’est réuni.",
    "Ces données restent fragiles.",
    "Le docteur Humer a relu le texte.",
    "Le climat méditerranéen.",
    "La pièce d’exérèse mesurait 2 cm.",
    "Le JAK est aussi un avion.",
    "Ils ont consulté le fichier pdf.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_drugs(text: str, expected: list[tuple[str, str]]) -> None:
    assert named("drug", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_drug(text: str) -> None:
    assert found("drug", text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le tralokinumab.", Drug("tralokinumab", "D11AH07", ("IL-13",), "sous-cutanée")),
        ("Le ruxolitinib topique.", Drug("ruxolitinib", "D11AH09", ("JAK1", "JAK2"), "topique")),
        ("Le ruxolitinib oral.", Drug("ruxolitinib", "D11AH09", ("JAK1", "JAK2"), "orale")),
        ("Le ruxolitinib.", Drug("ruxolitinib", "D11AH09", ("JAK1", "JAK2"), None)),
        ("Une crème de ruxolitinib.", Drug("ruxolitinib", "D11AH09", ("JAK1", "JAK2"), "topique")),
        ("Une crème au roflumilast.", Drug("roflumilast", "R03DX07", ("PDE4",), "topique")),
        ("Le roflumilast par voie orale.", Drug("roflumilast", "R03DX07", ("PDE4",), "orale")),
        ("Des inhibiteurs de TYK2.", Drug("inhibiteurs de TYK2", targets=("TYK2",), is_class=True)),
        ("Une PUVA.", Drug("PUVA", is_procedure=True)),
        ("Le zorbatinib.", Drug("zorbatinib", by_stem=True)),
        ("Le zorbatinib oral.", Drug("zorbatinib", route="orale", by_stem=True)),
        (
            "Dabrafénib + tramétinib.",
            Drug("dabrafénib + tramétinib", targets=("BRAF", "MEK"), route="orale"),
        ),
        ("Daivobet.", Drug("bétaméthasone + calcipotriol", "D05AX52", route="topique")),
        ("Bétaméthasone/calcipotriol.", Drug("bétaméthasone + calcipotriol", "D05AX52", route="topique")),
    ],
)
def test_whole_value(text: str, value: Drug) -> None:
    assert [read for _, read in found("drug", text)] == [value]
