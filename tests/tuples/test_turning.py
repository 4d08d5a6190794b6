"""Which sentence turns to another treatment, who « témoins » and « les autres » are, and whose a ratio is."""

import pytest

from tests.tuples.rows import told

TURNS = [
    (
        "# Tofacitinib\n\nUne série française a été publiée. Douze malades de 30 à 72 ans y ont reçu du baricitinib. "
        "Une rémission était obtenue chez 58 % d'entre eux.",
        ["baricitinib 58 | rémission"],
    ),
    (
        "Le dabrafénib inhibe BRAF, le tramétinib inhibe MEK. L'association des deux a été comparée au placebo. La "
        "réponse atteignait 63 % avec l'association et 12 % avec le placebo.",
        ["dabrafénib + tramétinib 63 vs placebo 12 | réponse"],
    ),
    (
        "L'adapalène, associé à la clindamycine et au peroxyde de benzoyle, a été comparé au véhicule. Un IGA 0/1 "
        "était atteint par 48 % des patients avec l'association et par 21 % avec le véhicule.",
        ["adapalène + clindamycine + peroxyde de benzoyle 48 vs véhicule 21 | IGA0/1"],
    ),
]

STAYS = [
    (
        "Le baricitinib a été comparé au placebo. Les patients pouvaient recevoir des antihistaminiques. Une rémission "
        "était obtenue chez 41 % des malades et chez 9 % des témoins.",
        ["baricitinib 41 vs placebo 9 | rémission"],
    ),
    (
        "Le sécukinumab a été évalué contre placebo. Tous avaient reçu du méthotrexate auparavant. Une candidose est "
        "apparue chez 4 % des patients exposés, 1 % des autres.",
        ["sécukinumab 4 vs placebo 1 | candidose"],
    ),
    (
        "Une hypoglycémie a été rapportée chez 4 % des patients traités par gliclazide et 2 % des autres.",
        ["gliclazide 4 vs contrôle 2 | hypoglycémie"],
    ),
]

POINTS = [
    (
        "Le nivolumab a été comparé au placebo. Une colite a touché 8 % des patients traités, contre 2 % des témoins ; "
        "une thyroïdite concernait 11 % des premiers, 1 % des seconds.",
        ["nivolumab 8 vs placebo 2 | colite", "nivolumab 11 vs placebo 1 | thyroïdite"],
    ),
    (
        "Le sécukinumab était injecté à 40 malades ; 20 autres recevaient un placebo. Une rémission a été notée chez "
        "22 des 40 premiers, soit 55 %, mais chez 3 des 20 seconds, soit 15 %.",
        ["sécukinumab 55 vs placebo 15 | rémission"],
    ),
    (
        "Le pembrolizumab a été opposé au placebo. Le risque de rechute était réduit avec l'immunothérapie (HR 0,57 ; "
        "IC 95 % 0,43-0,74).",
        ["pembrolizumab vs placebo | rechute | HR 0.57 [0.43, 0.74]"],
    ),
    (
        "Une rechute a été notée chez 12 % des malades avec la colchicine et 40 % sans traitement.",
        ["colchicine 12 vs contrôle 40 | rechute"],
    ),
    (
        "Sous rituximab, 40 % des malades étaient en rémission sans traitement, contre 12 % sous prednisone.",
        ["rituximab 40 vs prednisone 12 | rémission"],
    ),
    (
        "Le nirsévimab a été donné à 200 enfants. Une hospitalisation est survenue chez 1,2 % des nourrissons "
        "immunisés et 4,5 % dans le groupe sans intervention.",
        ["nirsévimab 1.2 vs contrôle 4.5 | hospitalisation"],
    ),
]

TOGETHER = [
    (
        "Le relatlimab, anticorps anti-LAG-3, ajouté au nivolumab, donnait une réponse chez 43 % des malades, "
        "contre 33 % avec le nivolumab seul.",
        ["nivolumab + relatlimab 43 vs nivolumab 33 | réponse"],
    ),
    (
        "L'encorafénib (450 mg) associé au binimétinib a été comparé au vémurafénib. Une fièvre a touché 20 % des "
        "patients sous bithérapie.",
        ["binimétinib + encorafénib 20 | fièvre"],
    ),
    (
        "On peut associer le dabrafénib, inhibiteur de BRAF, au tramétinib. La bithérapie a été opposée au placebo. "
        "Une rechute a touché 35 % des patients recevant la bithérapie et 58 % du groupe placebo.",
        ["dabrafénib + tramétinib 35 vs placebo 58 | rechute"],
    ),
    (
        "Le cotrimoxazole, ajouté aux antirétroviraux, réduisait la mortalité (RR 0,65 ; IC à 95 % 0,59-0,73).",
        ["cotrimoxazole | mortalité | RR 0.65 [0.59, 0.73]"],
    ),
    (
        "L'aprémilast est connu. Cent malades ont participé à un essai de l'inhibiteur de la PDE4. Une rémission était "
        "notée chez 67 % d'entre eux sous traitement, chez 35 % sous placebo.",
        ["aprémilast 67 vs placebo 35 | rémission"],
    ),
    (
        "L'amoxicilline est connue. Les antibiotiques donnaient une diarrhée chez 36 % des malades.",
        ["antibiotiques 36 | diarrhée"],
    ),
]
"""What is added to a drug makes one arm with it where others were given that drug alone, else it is background."""

SIDES = [
    (
        "La colchicine a été comparée à la dapsone. Une rémission était obtenue chez 56 % des malades d'un côté et "
        "43 % de l'autre.",
        ["colchicine 56 vs dapsone 43 | rémission"],
    ),
    (
        "La rechute passait de 5 % avec l'excipient à 44 % avec le tacrolimus.",
        ["tacrolimus 44 vs véhicule 5 | rechute"],
    ),
    (
        "Sous tacrolimus, la rechute passait de 44 % à 12 %.",
        ["tacrolimus 12 vs baseline 44 | rechute"],
    ),
    (
        "Rapportée à l'ipilimumab, la mortalité était réduite par le nivolumab (HR 0,63 ; IC 95 % 0,52-0,76).",
        ["nivolumab vs ipilimumab | mortalité | HR 0.63 [0.52, 0.76]"],
    ),
    (
        "Le dupilumab a été comparé au placebo. La dose cumulée de prednisone était plus faible avec le biologique. "
        "Une rechute a été notée chez 20 % contre 41 % des malades.",
        ["dupilumab 20 vs placebo 41 | rechute"],
    ),
    (
        "Le rituximab a été comparé au mycophénolate mofétil. Tous prenaient de la prednisone. Une rémission a été "
        "notée chez 40 % et 10 % des malades, respectivement.",
        ["rituximab 40 vs mycophénolate mofétil 10 | rémission"],
    ),
]

ACROSS = [
    (
        "Le dersimélagon a été comparé au placebo. La guérison était obtenue chez 38 % des malades avec 50 mg, 47 % "
        "avec 150 mg. Et chez 14 % sous placebo.",
        ["dersimélagon (50 mg) 38 vs placebo 14 | guérison", "dersimélagon (150 mg) 47 vs placebo 14 | guérison"],
    ),
    (
        "Le spésolimab a été opposé au placebo. Une poussée est survenue chez 10 % des malades. Sous placebo, ce taux "
        "était de 52 %.",
        ["spésolimab 10 vs placebo 52 | poussée"],
    ),
    (
        "Le spésolimab a été opposé au placebo. Sous placebo, une poussée est survenue chez 52 % des malades. Chez "
        "10 % des malades sous spésolimab, une poussée est survenue.",
        ["spésolimab 10 vs placebo 52 | poussée"],
    ),
    (
        "Le spésolimab a été opposé au placebo. Une poussée est survenue chez 10 % des malades. Sous placebo, une "
        "infection a touché 52 % des malades.",
        ["spésolimab 10 | poussée", "placebo 52 | infections"],
    ),
]
"""A control's value in a sentence of its own stands beside the treatment's, of the same outcome only."""

LABELS = [
    (
        "Le bras expérimental associait nivolumab et ipilimumab, le bras contrôle recevait du nivolumab seul. Une "
        "colite a touché 62 % et 51 % des patients.",
        ["ipilimumab + nivolumab 62 vs nivolumab 51 | colite"],
    ),
    (
        "Dans le bras A (dupilumab), 62 % des malades étaient guéris, contre 20 % dans le bras B (placebo).",
        ["dupilumab 62 vs placebo 20 | guérison"],
    ),
    (
        "Le dupilumab a été comparé au placebo. Une infection a touché 9 % du groupe traité (placebo : 4 %).",
        ["dupilumab 9 vs placebo 4 | infections"],
    ),
]
"""The label of a group and the treatment that it is said to get are one arm."""

TRIALS = [
    (
        "Les essais ADV-1 et ADV-2 ont testé le lébrikizumab contre placebo. Un EASI 75 était atteint chez 58 % des "
        "malades sous lébrikizumab, contre 17 %.",
        ["lébrikizumab 58 vs placebo 17 | EASI75 | ADV-1;ADV-2"],
    ),
    (
        "Les essais ADV-1 et ADV-2 ont testé le lébrikizumab contre placebo. Un EASI 75 était atteint chez 58 % et "
        "51 % des malades, contre 17 % et 12 %.",
        [
            "lébrikizumab 58 vs placebo 17 | EASI75 | ADV-1",
            "lébrikizumab 51 vs placebo 12 | EASI75 | ADV-2",
        ],
    ),
    (
        "Les essais ADV-1 et ADV-2 ont testé le lébrikizumab contre placebo. Un EASI 75 était atteint chez 58 % des "
        "malades sous lébrikizumab, alors que ce n'était le cas que de 17 % de ceux qui recevaient le placebo.",
        ["lébrikizumab 58 vs placebo 17 | EASI75 | ADV-1;ADV-2"],
    ),
    (
        "Les essais ADV-1 et ADV-2 ont testé le lébrikizumab contre placebo. Dans le second, un EASI 75 était atteint "
        "chez 51 % des malades, contre 12 %.",
        ["lébrikizumab 51 vs placebo 12 | EASI75 | ADV-2"],
    ),
    (
        "L'essai ADV-1 a comparé le lébrikizumab au placebo. L'essai PRIM-1 a comparé le dupilumab au placebo. Une "
        "conjonctivite a touché 8 % des malades sous lébrikizumab.",
        ["lébrikizumab 8 | conjonctivite | ADV-1"],
    ),
    (
        "L'essai PRIM-1 a comparé le dupilumab au placebo. Une conjonctivite a touché 8 % des malades sous placebo.",
        ["placebo 8 | conjonctivite | PRIM-1"],
    ),
]

APPOSED = [
    (
        "Cette biothérapie, le tildrakizumab, a été comparée à l'étanercept : PASI 75 chez 61 % des malades, "
        "contre 48 %.",
        ["tildrakizumab 61 vs étanercept 48 | PASI75"],
    ),
    (
        "Le groupe ayant bénéficié de la puvathérapie guérissait dans 60 % des cas, celui qui n'en avait pas bénéficié "
        "dans 30 %.",
        ["PUVA 60 vs contrôle 30 | guérison"],
    ),
    (
        "Dans ICON-LEAD, l'icotrokinra a été opposé au placebo. Dans ICON-ADV, il a été comparé au deucravacitinib. "
        "Une infection est survenue dans ICON-LEAD chez 49 % des patients dans chaque groupe.",
        ["icotrokinra 49 vs placebo 49 | infections | ICON-LEAD"],
    ),
]

COMPARED = [
    (
        "La colchicine a été comparée à la dapsone pour la guérison (RR 1,43 ; IC à 95 % 0,51 à 4,05).",
        ["colchicine vs dapsone | guérison | RR 1.43 [0.51, 4.05]"],
    ),
    (
        "La colchicine n'était pas supérieure à la dapsone (RR de rechute 1,43 ; IC à 95 % 0,51 à 4,05).",
        ["colchicine vs dapsone | rechute | RR 1.43 [0.51, 4.05]"],
    ),
    (
        "La colchicine ne se distinguait pas de la dapsone pour la rechute (RR 1,43 ; IC à 95 % 0,51 à 4,05).",
        ["colchicine vs dapsone | rechute | RR 1.43 [0.51, 4.05]"],
    ),
    (
        "La colchicine faisait jeu égal avec la dapsone : une guérison était obtenue chez 89 % des malades d'un côté, "
        "chez 92 % de l'autre.",
        ["colchicine 89 vs dapsone 92 | guérison"],
    ),
    (
        "Sous colchicine, la guérison passait de 41 % à la semaine 12 à 59 % à la semaine 24.",
        ["colchicine 41 | guérison | à la semaine 12", "colchicine 59 | guérison | à la semaine 24"],
    ),
]

SECTIONS = [
    (
        "# Ciclosporine dans la nécrolyse épidermique\n\n# Introduction\n\nLes immunoglobulines n'ont pas fait leurs "
        "preuves.\n\n# Méthodes\n\nLes dossiers de sept services ont été revus.\n\n# Résultats\n\nL'allopurinol et la "
        "lamotrigine étaient les premiers médicaments incriminés. La mortalité était de 12 %.",
        ["ciclosporine 12 | mortalité"],
    ),
]
"""Methods are those of the title's treatment; a drug that caused the disease is none."""

RATIOS = [
    (
        "Le placebo et le nivolumab ont été comparés. Le risque de rechute était réduit sous nivolumab (HR 0,62 ; IC à "
        "95 % : 0,50-0,77).",
        ["nivolumab vs placebo | rechute | HR 0.62 [0.5, 0.77]"],
    ),
    (
        "Les rechutes étaient plus rares avec la colchicine que sans elle (RR 0,40 ; IC à 95 % 0,20 à 0,80).",
        ["colchicine vs contrôle | rechute | RR 0.4 [0.2, 0.8]"],
    ),
    (
        "Le deucravacitinib a été évalué. Pour la comparaison à l'aprémilast, le PASI 75 était atteint par 66 % versus "
        "40 % des patients.",
        ["deucravacitinib 66 vs aprémilast 40 | PASI75"],
    ),
]


@pytest.mark.parametrize(
    ("text", "rows"),
    TURNS + STAYS + POINTS + TOGETHER + SIDES + ACROSS + LABELS + TRIALS + APPOSED + COMPARED + SECTIONS,
)
def test_a_text_turns_to_what_a_study_gives_and_not_to_what_is_given_besides(text: str, rows: list[str]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(("text", "rows"), RATIOS)
def test_a_ratio_is_of_the_treatment_against_its_control(text: str, rows: list[str]) -> None:
    assert told(text) == rows
