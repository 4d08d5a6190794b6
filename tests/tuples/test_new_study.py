"""Which study a text speaks of: where one of its own begins, where a heading goes on, whose phase holds."""

import pytest

from extract.entities.pipeline import read_entities
from extract.text.plain import source_from_plain
from extract.tuples.context import read_context
from tests.tuples.rows import told

Held = tuple[tuple[str, ...], str | None, int | None]
"""Trials, phase and size that hold at a text's last sentence."""

ONE_TRIAL = "L'essai LIBERTY-1 de phase III a comparé le dupilumab au placebo chez 240 adultes."
GOES_ON: list[tuple[str, Held]] = [
    (f"{ONE_TRIAL} Le prurit diminuait chez 40 % des patients.", (("LIBERTY-1",), "3", 240)),
    (f"{ONE_TRIAL} L'étude d'extension a duré un an.", (("LIBERTY-1",), "3", 240)),
    (f"{ONE_TRIAL} Une étude ancillaire a porté sur le sommeil.", (("LIBERTY-1",), "3", 240)),
    (f"{ONE_TRIAL} Cette étude était en double insu.", (("LIBERTY-1",), "3", 240)),
    (f"{ONE_TRIAL} Dans l'étude, 12 % des patients rechutaient.", (("LIBERTY-1",), "3", 240)),
    ("L'essai s'appelle LIBERTY-1. Une étude de phase III a donc été menée.", (("LIBERTY-1",), "3", None)),
    (f"{ONE_TRIAL}\n\n# Un an plus tard\n\nLe prurit cédait chez 40 % des patients.", (("LIBERTY-1",), "3", 240)),
    (f"{ONE_TRIAL}\n\n# Des patients satisfaits\n\nLe prurit cédait.", (("LIBERTY-1",), "3", 240)),
]
"""Sentences and headings that name no other study."""

TURNS: list[tuple[str, Held]] = [
    (f"{ONE_TRIAL} Une étude rétrospective, menée chez 84 adultes, a trouvé 62 % de réponses.", ((), None, 84)),
    (f"{ONE_TRIAL} En vie réelle, un registre danois a retrouvé 62 % de réponses.", ((), None, None)),
    (f"{ONE_TRIAL} Dans une petite série lyonnaise, neuf malades sur dix répondaient.", ((), None, None)),
    (f"{ONE_TRIAL} Selon une méta-analyse, le risque de conjonctivite doublait.", ((), None, None)),
    (f"{ONE_TRIAL} Une autre étude de phase III, en ouvert, a trouvé 55 % de réponses.", ((), "3", None)),
    (f"{ONE_TRIAL} D'autres essais ont suivi.", ((), None, None)),
    (f"{ONE_TRIAL}\n\n# Et chez l'enfant ?\n\nUn essai canadien a porté sur le sommeil.", ((), None, None)),
    (f"{ONE_TRIAL}\n\n# Omalizumab\n\nLe prurit cédait chez 30 % des patients.", ((), None, None)),
    (f"{ONE_TRIAL} LIBERTY-2 a suivi.\n\n# Un an plus tard\n\nLe prurit cédait.", ((), None, None)),
]

THEMES = [
    (
        "Par rapport au dupilumab, l'upadacitinib (DM -2,7 ; IC 95 % -4,3 à -1,1) améliorait plus l'EASI ; le "
        "baricitinib (DM 3,2 points d'EASI ; IC 95 % 1,9 à 4,5) et le tralokinumab (DM 3,5) moins.",
        [
            "upadacitinib vs dupilumab | EASI | MD -2.7 [-4.3, -1.1]",
            "baricitinib vs dupilumab | EASI | MD 3.2 [1.9, 4.5]",
            "tralokinumab vs dupilumab | EASI | MD 3.5",
        ],
    ),
]
"""What a sentence sets all its contrasts against."""

BY_TRIAL = [
    (
        "TRuE-V1 et TRuE-V2 ont comparé le ruxolitinib au véhicule. Un F-VASI75 a été obtenu par 29,8 % des patients "
        "sous ruxolitinib dans TRuE-V1 (contre 7,4 % sous véhicule) et par 30,9 % dans TRuE-V2 (contre 11,4 %). À la "
        "semaine 52, ces taux atteignaient 52,6 % et 48,0 %.",
        [
            "ruxolitinib 29.8 vs véhicule 7.4 | F-VASI75 | TRuE-V1",
            "ruxolitinib 30.9 vs véhicule 11.4 | F-VASI75 | TRuE-V2",
            "ruxolitinib 52.6 | F-VASI75 | À la semaine 52 | TRuE-V1",
            "ruxolitinib 48 | F-VASI75 | À la semaine 52 | TRuE-V2",
        ],
    ),
    (
        "Le ruxolitinib a été comparé au véhicule dans TRuE-V1. Un F-VASI75 a été obtenu par 29,8 % et 7,4 % des "
        "patients. À la semaine 52, ces taux atteignaient 52,6 % et 12,0 %.",
        [
            "ruxolitinib 29.8 vs véhicule 7.4 | F-VASI75 | TRuE-V1",
            "ruxolitinib 52.6 vs véhicule 12 | F-VASI75 | À la semaine 52 | TRuE-V1",
        ],
    ),
]
"""Values told after those of two trials, one by one; of one trial they are of its arms."""

TOLERANCE = [
    (
        "Le ruxolitinib a été évalué. L'acné (5,8 %) et le prurit (5,1 %) étaient les principaux effets indésirables.",
        ["ruxolitinib 5.8 | acné", "ruxolitinib 5.1 | prurit"],
    ),
    (
        "Le minoxidil en comprimés\n\n# Efficacité\n\nLe minoxidil a été comparé au placebo. La spironolactone a été "
        "donnée à 100 femmes.\n\n# Effets indésirables\n\nUne hypertrichose a été observée chez 15 % des malades.",
        ["minoxidil 15 | hypertrichose"],
    ),
]
"""Safety is that of the treatment of the title, whatever was told last."""

TITLED: list[tuple[str, Held]] = [
    (
        "Dupilumab contre placebo : l'essai LIBERTY-1\n\n# Introduction\n\nUne étude rétrospective portant sur 403 "
        "patientes était encourageante.\n\n# Patientes et méthodes\n\nL'essai était de phase III.\n\n# Résultats\n\n"
        "Le prurit cédait chez 40 % des patients.",
        (("LIBERTY-1",), "3", None),
    ),
]

PHASES: list[tuple[str, Held]] = [
    (
        "Le rémibrutinib dans l'urticaire\n\nLes deux essais de phase III, REMIX-1 et REMIX-2, ont porté sur 470 et "
        "455 adultes. L'UAS7 diminuait de 20 points sous rémibrutinib et de 13 sous placebo dans REMIX-1.\n\n"
        "# Pas de signal hépatique\n\nDes pétéchies ont été notées chez 3,8 % des patients sous rémibrutinib.",
        ((), "3", None),
    ),
    (
        "Deux essais de phase III menés avec un anti-PD-1 ont été présentés.\n\n# Après chirurgie\n\nC-POST a comparé "
        "le cémiplimab au placebo chez 415 patients.",
        (("C-POST",), "3", 415),
    ),
    (
        "Deux essais de phase III ont été présentés.\n\n# Dupilumab\n\nADEPT-1 a inclus 106 patients.",
        (("ADEPT-1",), "3", 106),
    ),
    (
        "Un essai de phase III a été présenté.\n\n# Dupilumab\n\nADEPT-1 a inclus 106 patients.",
        (("ADEPT-1",), None, 106),
    ),
    (
        "Le rémibrutinib dans l'urticaire\n\nDeux essais de phase III, REMIX-1 et REMIX-2, ont inclus 470 et 455 "
        "patients.\n\n# Pas de signal hépatique\n\nDes pétéchies ont été notées chez 3,8 % des patients.",
        ((), "3", None),
    ),
    (
        "Le rémibrutinib dans l'urticaire\n\nDeux essais de phase III, REMIX-1 et REMIX-2, ont inclus 470 et 455 "
        "patients.\n\n# Pas de signal hépatique\n\nUn registre danois a noté des pétéchies chez 5 % des patients.",
        ((), None, None),
    ),
    (
        "Deux anticorps disposent d'essais de phase III dans l'urticaire : l'omalizumab et le ligélizumab.\n\n"
        "# Ligélizumab\n\nPEARL-1 a inclus 500 patients.",
        (("PEARL-1",), "3", 500),
    ),
    (
        "Deux anticorps disposent d'essais de phase III dans l'urticaire : l'omalizumab et le ligélizumab.\n\n"
        "# Dupilumab\n\nCUPID-A a inclus 138 patients.",
        (("CUPID-A",), None, 138),
    ),
    (
        "Des essais de phase II ont été menés avec l'omalizumab. Des essais de phase III de l'omalizumab suivent.\n\n"
        "# Omalizumab\n\nASTERIA I a inclus 319 patients.",
        (("ASTERIA I",), None, 319),
    ),
]


@pytest.mark.parametrize(("text", "held"), GOES_ON + TURNS + TITLED + PHASES)
def test_a_text_speaks_of_the_study_that_it_last_turned_to(text: str, held: Held) -> None:
    source = source_from_plain(text)
    frame = read_context(read_entities(source), source).frames[-1]
    assert (frame.trials, frame.phase, frame.n) == held


REFERENCES = [
    (
        "Les résultats sont exprimés en différence moyenne (DM) par rapport au placebo.\n\n# Tolérance\n\nLe risque "
        "d'arrêt est accru avec l'isotrétinoïne (OR 2,41 ; IC95 : 1,29 à 4,50).",
        ["isotrétinoïne vs placebo | arrêt | OR 2.41 [1.29, 4.5]"],
    ),
    (
        "Les résultats sont exprimés en différence moyenne (DM) par rapport au placebo.\n\n# Tolérance\n\nUn essai a "
        "opposé l'isotrétinoïne à la doxycycline : le risque d'arrêt était accru (OR 2,41 ; IC95 : 1,29 à 4,50).",
        ["isotrétinoïne vs doxycycline | arrêt | OR 2.41 [1.29, 4.5]"],
    ),
    (
        "L'isotrétinoïne a été comparée au placebo puis à la doxycycline.\n\n# Tolérance\n\nLe risque d'arrêt est "
        "accru avec l'isotrétinoïne (OR 2,41 ; IC95 : 1,29 à 4,50).",
        ["isotrétinoïne | arrêt | OR 2.41 [1.29, 4.5]"],
    ),
]
"""What all contrasts are against, told once."""


@pytest.mark.parametrize(("text", "rows"), REFERENCES + THEMES + BY_TRIAL + TOLERANCE)
def test_what_the_text_says_once_holds_for_what_follows(text: str, rows: list[str]) -> None:
    assert told(text) == rows


def test_values_of_a_study_of_its_own_are_not_set_against_the_arms_of_the_one_before() -> None:
    text = f"{ONE_TRIAL} Un registre danois a noté un EASI75 chez 62 % des patients à 6 mois."
    assert told(text) == ["dupilumab 62 | EASI75 | 6 mois"]
