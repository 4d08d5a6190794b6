"""Numbers that may be results; years, ages, costs, grades and parts of names are none."""

import pytest

from extract.entities.model import Number
from tests.entities.marked import found

FOUND: list[tuple[str, list[tuple[str, object]]]] = [
    ("Quatre-vingts pour cent de guérisons en un mois.", [("Quatre-vingts pour cent", Number(80.0, "%"))]),
    (
        "Près de vingt-deux pour cent ont récidivé.",
        [("Près de vingt-deux pour cent", Number(22.0, "%", approximate=True))],
    ),
    ("La pression était de 128 mmHg sous amlodipine.", [("128 mmHg", Number(128.0, "mmHg"))]),
    ("La clairance valait 54 ml/min.", [("54 ml/min", Number(54.0, "ml/min"))]),
    (
        "Le taux de réponse était de 51,2 % contre 16,9 %.",
        [("51,2 %", Number(51.2, "%")), ("16,9 %", Number(16.9, "%"))],
    ),
    ("La réponse atteignait 45 p. cent.", [("45 p. cent", Number(45.0, "%"))]),
    ("Elle était de 12 pour cent sous placebo.", [("12 pour cent", Number(12.0, "%"))]),
    ("La mortalité tombait à 3 ‰.", [("3 ‰", Number(3.0, "‰"))]),
    ("Le DLQI est passé de 14,2 à 4,1.", [("14,2", Number(14.2)), ("4,1", Number(4.1))]),
    ("Le score avait diminué de 67,6 points.", [("67,6 points", Number(67.6, "points"))]),
    ("L’UAS7 avait baissé de 20,0 ± 0,7 points.", [("20,0 ± 0,7 points", Number(20.0, "points", spread=0.7))]),
    ("L’indice était réduit de 65,32 ± 2,99 %.", [("65,32 ± 2,99 %", Number(65.32, "%", spread=2.99))]),
    (
        "Le F-VASI variait de − 21,2 % contre + 2,1 %.",
        [("− 21,2 %", Number(-21.2, "%", signed=True)), ("+ 2,1 %", Number(2.1, "%", signed=True))],
    ),
    (
        "On notait –20,5 points d’UAS7 vs –12,0 points sous placebo.",
        [
            ("–20,5 points", Number(-20.5, "points", signed=True)),
            ("–12,0 points", Number(-12.0, "points", signed=True)),
        ],
    ),
    (
        "Le nombre de nodules variait de - 5,2, - 6,9 et - 6,3.",
        [
            ("- 5,2", Number(-5.2, signed=True)),
            ("- 6,9", Number(-6.9, signed=True)),
            ("- 6,3", Number(-6.3, signed=True)),
        ],
    ),
    ("La baisse allait de 48,3 % à 61,1 %.", [("48,3 % à 61,1 %", Number(48.3, "%", 61.1))]),
    ("Entre 5 et 10 % des malades rechutaient.", [("5 et 10 %", Number(5.0, "%", 10.0))]),
    ("De 30 à 40 % répondaient.", [("30 à 40 %", Number(30.0, "%", 40.0))]),
    ("Chez près de 20 % des patients, la peau était nette.", [("près de 20 %", Number(20.0, "%", approximate=True))]),
    ("Moins de 9 % répondaient sous placebo.", [("Moins de 9 %", Number(9.0, "%", approximate=True, bound="<"))]),
    (
        "Plus de 60 % des malades étaient satisfaits.",
        [("Plus de 60 %", Number(60.0, "%", approximate=True, bound=">"))],
    ),
    ("Au moins 12 % ont arrêté.", [("Au moins 12 %", Number(12.0, "%", bound="≥"))]),
    ("Jusqu’à 80 % des adolescents guérissent.", [("Jusqu’à 80 %", Number(80.0, "%", bound="≤"))]),
    ("Environ 30 % ont atteint le critère.", [("Environ 30 %", Number(30.0, "%", approximate=True))]),
    ("Un tiers des malades rechutait.", [("Un tiers", Number(33.33, "%"))]),
    ("Près de la moitié des patients répondaient.", [("Près de la moitié", Number(50.0, "%", approximate=True))]),
    ("Plus d’un tiers des malades arrêtaient.", [("Plus d’un tiers", Number(33.33, "%", approximate=True, bound=">"))]),
    ("Les deux tiers des enfants guérissaient.", [("Les deux tiers", Number(66.67, "%"))]),
    ("Trois patients sur quatre étaient satisfaits.", [("Trois patients sur quatre", Number(75.0, "%"))]),
    ("Un patient sur cinq rechutait.", [("Un patient sur cinq", Number(20.0, "%"))]),
    ("15 patients (43 %) étaient blanchis.", [("15 patients (43 %)", Number(43.0, "%", noun="patients", events=15))]),
    ("L’érythème touchait 117 (77 %) paupières.", [("117 (77 %)", Number(77.0, "%", events=117))]),
    ("1946 (47,3 %) ont eu une forme sévère.", [("1946 (47,3 %)", Number(47.3, "%", events=1946))]),
    ("Le taux était de 43 % (15 patients).", [("43 % (15 patients)", Number(43.0, "%", events=15))]),
    ("Quatre cancers ont été signalés.", [("Quatre cancers", Number(4.0, noun="cancers"))]),
    ("Trois décès sont survenus.", [("Trois décès", Number(3.0, noun="décès"))]),
    ("Un décès par pneumonie a été signalé.", [("Un décès", Number(1.0, noun="décès"))]),
    ("12 patients ont arrêté.", [("12 patients", Number(12.0, noun="patients"))]),
    (
        "Les effets de grade 3 ont concerné 59, 23 et 28 % des malades.",
        [("59", Number(59.0, "%")), ("23", Number(23.0, "%")), ("28 %", Number(28.0, "%"))],
    ),
    (
        "La survie médiane atteignait 14,2 mois sous bithérapie et 8,3 mois sous monothérapie.",
        [("14,2 mois", Number(14.2, "mois")), ("8,3 mois", Number(8.3, "mois"))],
    ),
    (
        "Le délai médian était de 12 jours contre 18 jours.",
        [("12 jours", Number(12.0, "jours")), ("18 jours", Number(18.0, "jours"))],
    ),
    (
        "La mortalité était de 7,3 par 100 personnes-années.",
        [("7,3 par 100 personnes-années", Number(7.3, "par 100 personnes-années"))],
    ),
    ("La douleur était cotée 7,2/10.", [("7,2/10", Number(7.2, "/10"))]),
    ("Baricitinib 4 mg | 38,8 | 35,9", [("38,8", Number(38.8)), ("35,9", Number(35.9))]),
    ("Le nombre moyen de lésions était de 5,9 contre 8,1.", [("5,9", Number(5.9)), ("8,1", Number(8.1))]),
    ("Le pH allait de 3,98 à 4,25.", [("3,98 à 4,25", Number(3.98, value_high=4.25))]),
    (
        "La densité augmentait de 72,2 ± 5,4 % et 25 ± 1,4 %.",
        [("72,2 ± 5,4 %", Number(72.2, "%", spread=5.4)), ("25 ± 1,4 %", Number(25.0, "%", spread=1.4))],
    ),
    (
        "La ferritine passait de 30 ng/mL à 45 ng/mL.",
        [("30 ng/mL", Number(30.0, "ng/mL")), ("45 ng/mL", Number(45.0, "ng/mL"))],
    ),
    ("Le taux dépassait 90 % à un an.", [("dépassait 90 %", Number(90.0, "%", approximate=True, bound=">"))]),
    ("Le risque était de 0,23 contre 0,15.", [("0,23", Number(0.23)), ("0,15", Number(0.15))]),
    ("Le prurit baissait de 2 mm sur l’échelle.", [("2 mm", Number(2.0, "mm"))]),
    ("La moitié des patients rechutait.", [("La moitié", Number(50.0, "%"))]),
    ("Au total, 1 234 lésions ont été traitées.", [("1 234 lésions", Number(1234.0, noun="lésions"))]),
    (
        "L’incidence était de 5,3 et 7,0 pour 100 personnes-années.",
        [
            ("5,3", Number(5.3, "pour 100 personnes-années")),
            ("7,0 pour 100 personnes-années", Number(7.0, "pour 100 personnes-années")),
        ],
    ),
    (
        "La numération restait inférieure à 200 cellules/µL.",
        [("inférieure à 200 cellules/µL", Number(200.0, "cellules/µL", approximate=True, bound="<"))],
    ),
    ("Le score médian [écart interquartile] était de 5 [3-7].", [("5", Number(5.0))]),
    ("Le délai médian était de 14,5 mois (8-21).", [("14,5 mois", Number(14.5, "mois"))]),
    ("Près de la moitié des rechutes étaient bénignes.", [("Près de la moitié", Number(50.0, "%", approximate=True))]),
    (
        "Plus de 40 % ont rechuté, et près de la moitié une deuxième fois.",
        [
            ("Plus de 40 %", Number(40.0, "%", approximate=True, bound=">")),
            ("près de la moitié", Number(50.0, "%", approximate=True)),
        ],
    ),
    (
        "La variation était de -9,8 (± 6,4) points.",
        [("-9,8 (± 6,4) points", Number(-9.8, "points", spread=6.4, signed=True))],
    ),
    ("La ferritine était de 12,4 µg/mL.", [("12,4 µg/mL", Number(12.4, "µg/mL"))]),
    ("La vitesse de sédimentation était à 45 mm/h.", [("45 mm/h", Number(45.0, "mm/h"))]),
    ("Sept patients (1,9 %) ont arrêté.", [("Sept patients (1,9 %)", Number(1.9, "%", noun="patients", events=7))]),
    (
        "Le traitement a été arrêté chez 23 d’entre eux (12,3 %).",
        [("23 d’entre eux (12,3 %)", Number(12.3, "%", events=23))],
    ),
    ("Environ 1 malade sur 3 rechutait.", [("Environ 1 malade sur 3", Number(33.33, "%", approximate=True))]),
    ("La mutation était retrouvée (n=84, 44,9 %).", [("84, 44,9 %", Number(44.9, "%", events=84))]),
    ("La prévalence de la gale a baissé de 94 %.", [("94 %", Number(94.0, "%"))]),
    (
        "La population cible est estimée entre 12 000 et 15 000 patients.",
        [("12 000 et 15 000 patients", Number(12000.0, value_high=15000.0, noun="patients"))],
    ),
    ("L’effet était net chez 6 malades sur dix.", [("6 malades sur dix", Number(60.0, "%"))]),
]

NONE = [
    "Le traitement coûte 1 100 euros par mois.",
    "L’étude a débuté en 2017.",
    "Voir la figure 2 et le tableau 3.",
    "Les patients avaient 12 ans ou plus.",
    "Un érythème de grade 3 ou 4 est rare.",
    "Il s’agit d’un diabète de type 2.",
    "La prévalence de la maladie est de 3 %.",
    "La quasi-totalité des patients répondait.",
    "La lampe émet à 311 nm.",
    "On comptait 58 % d’hommes.",
    "Quinze essais et 118 centres ont participé.",
    "La marge était fixée à 12 %.",
    "L’hétérogénéité était faible (I² : 0 %).",
    "Le sex-ratio était de 1,2.",
    "Le 5-FU est appliqué le soir.",
    "Le risque était réduit de moitié.",
    "Les poussées étaient deux fois moins fréquentes.",
    "Le 26 mars 2018, l’essai a pris fin.",
    "Les auteurs [12] l’ont confirmé [3, 4].",
    "La surface corporelle atteinte devait être supérieure à 10 %.",
    "Le JAK3 et l’IL-17 sont bloqués.",
    "La température était de 38 °C.",
    "L’acné touche 80 % de la population.",
    "Trois filles pour un garçon sont touchées.",
    "Le numéro NCT02277743 est enregistré.",
    "On comptait 17 hommes et 13 femmes.",
    "Le traitement revient à 6 200 et 4 300 euros.",
    "La grossesse datait de 70 jours ou moins.",
    "L’enregistrement porte le code KCT 0001877.",
    "Un intervalle de confiance à 90 % a été retenu.",
    "2. Inhiber la voie",
    "Les patients étaient randomisés (2:1).",
    "La douleur était cotée sur une échelle de 0 à 10.",
    "La médiane (EIQ : 14,2-41,0) est donnée.",
    "Les essais divergeaient (p d’hétérogénéité = 0,003).",
    "Ils étaient randomisés 1:1, sans aveugle.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[tuple[str, object]]) -> None:
    assert found("number", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert found("number", text) == []
