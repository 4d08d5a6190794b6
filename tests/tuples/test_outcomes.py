"""What a value is of: an endpoint of the lexicon, or the words of the text."""

import pytest

from tests.tuples.rows import told

OUTCOMES = [
    ("Le ruxolitinib agit dans le vitiligo. L'acné était notée chez 5,8 % des patients.", ["ruxolitinib 5.8 | acné"]),
    ("Le dupilumab agit. Conjonctivites : 8 %. Acné : 2 %.", ["dupilumab 8 | conjonctivite", "dupilumab 2 | acné"]),
    (
        "Le délai médian avant rechute était de 85 jours sous acitrétine et de 41 jours sous placebo.",
        ["acitrétine 85 vs placebo 41 | délai médian avant rechute | median"],
    ),
    (
        "Sous apalutamide, 67 % des plaies traitées étaient entièrement fermées, contre 22 % sous placebo.",
        ["apalutamide 67 vs placebo 22 | plaies entièrement fermées"],
    ),
    (
        "Une réduction du prurit de 65 % et de la sécheresse de 41 % était notée sous émollient.",
        ["émollients 65 | prurit | percent_change", "émollients 41 | sécheresse | percent_change"],
    ),
    (
        "Parmi les enfants qui cotaient leur prurit à 4 ou plus au départ, 62 % sous roflumilast ont gagné au moins 4 "
        "points sur l'échelle WI-NRS, contre 40 % avec le véhicule.",
        ["roflumilast 62 vs véhicule 40 | NRS4"],
    ),
    (
        "Dans l'étude ouverte LUNA, 57 malades sur 80 étaient en rémission à un an sous rituximab (71 %).",
        ["rituximab 71 | rémission | un an | LUNA"],
    ),
    (
        "Le taux de succès était de 12 % [12] sous griséofulvine et de 41 % sous terbinafine [3, 4].",
        ["griséofulvine 12 vs terbinafine 41 | succès"],
    ),
]

NAMED_BY_SYNTAX = [
    (
        "Sous méthotrexate, 18 % des malades ont interrompu leur traitement, contre 9 % sous placebo.",
        ["méthotrexate 18 vs placebo 9 | arrêt du traitement"],
    ),
    (
        "Le risque de récidive, le placebo servant de référence, diminuait sous valaciclovir (HR 0,55 ; IC 95"
        " % 0,40 à 0,75).",
        ["valaciclovir vs placebo | récidive | HR 0.55 [0.4, 0.75]"],
    ),
    (
        "La cryothérapie guérissait jusqu'à 62 % des malades.",
        ["cryothérapie 62 | guérison"],
    ),
    (
        "Le critère principal était le PASI 75. Trois médicaments s'écartent des autres : l'adalimumab (RR "
        "8,1 ; IC 95 % 6,0 à 10,9), l'étanercept (RR 5,2 ; IC 95 % 4,1 à 6,6) et le méthotrexate (RR 3,0 ; IC"
        " 95 % 2,2 à 4,1).",
        [
            "adalimumab | PASI75 | RR 8.1 [6, 10.9]",
            "étanercept | PASI75 | RR 5.2 [4.1, 6.6]",
            "méthotrexate | PASI75 | RR 3 [2.2, 4.1]",
        ],
    ),
    (
        "Selon le score de Dermalex, 48 % des patients sous tacrolimus et 31 % de ceux sous placebo répondaient.",
        ["tacrolimus 48 vs placebo 31 | réponse"],
    ),
    (
        "La terbinafine réduisait les récidives (rapport des risques, RR : 0,52 ; intervalle de confiance à "
        "95 %, IC 95 % : 0,40-0,68).",
        ["terbinafine | récidive | RR 0.52 [0.4, 0.68]"],
    ),
    (
        "Les femmes qui ont eu une sécheresse vaginale étaient 12 % sous isotrétinoïne et 3 % sous placebo.",
        ["isotrétinoïne 12 vs placebo 3 | sécheresse vaginale"],
    ),
    (
        "Le méthotrexate a été donné à tous ; 12 % des patients ont reçu un traitement de secours, contre 30 "
        "% sous placebo.",
        ["méthotrexate 12 vs placebo 30 | traitement de secours"],
    ),
]


@pytest.mark.parametrize(("text", "rows"), [*OUTCOMES, *NAMED_BY_SYNTAX])
def test_a_value_has_the_outcome_that_the_text_names(text: str, rows: list[str]) -> None:
    assert told(text) == rows
