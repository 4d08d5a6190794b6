"""Studies in the wordings of short notes, series of trials, cohorts and combinations; what only looks like one."""

from pathlib import Path

import pytest

from extract.tuples.study import find_studies
from tests.tuples.reading import drafts_of

Told = tuple[str | None, str | None, str | None, str, str | None, int | None]


def told(text: str) -> list[Told]:
    return [
        (draft.drug, draft.indication, draft.phase, ";".join(draft.trials), draft.status, draft.n)
        for draft in drafts_of(find_studies, text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # several trials announced together, each with its number
        (
            "Deux essais jumeaux de phase III, BRUME-1 et BRUME-2, ont inclus respectivement 512 et 498 adultes "
            "atteints de dermatite atopique, traités par lébrikizumab ou placebo.",
            [
                ("lébrikizumab", "dermatite atopique", "3", "BRUME-1", "completed", 512),
                ("lébrikizumab", "dermatite atopique", "3", "BRUME-2", "completed", 498),
            ],
        ),
        (
            "Le némolizumab vise le prurigo nodulaire. Deux essais l’ont testé en phase III : GRANIT "
            "(268 patients) et BASALTE (281 patients).",
            [
                ("némolizumab", "prurigo nodulaire", "3", "GRANIT", "completed", 268),
                ("némolizumab", "prurigo nodulaire", "3", "BASALTE", "completed", 281),
            ],
        ),
        # short notes
        (
            "# Vitiligo\n\nSOLSTICE, 310 patients, essai randomisé en double aveugle : le ritlécitinib a été comparé "
            "au placebo pendant 24 semaines.",
            [("ritlécitinib", "vitiligo", None, "SOLSTICE", "completed", 310)],
        ),
        # the trial in a sentence after its drug
        (
            "L’amlitélimab bloque OX40L. Dans la dermatite atopique, il a fait l’objet de l’étude MARÉE "
            "(NCT05131477), essai de phase II mené chez 390 adultes.",
            [("amlitélimab", "dermatite atopique", "2", "MARÉE", "completed", 390)],
        ),
        (
            "L’abrocitinib est un inhibiteur de JAK1. Voici HORIZON, essai de phase III mené chez 420 adultes atteints "
            "de dermatite atopique.",
            [("abrocitinib", "dermatite atopique", "3", "HORIZON", "completed", 420)],
        ),
        # what the study's drug is better than is no drug of it
        (
            "Le sécukinumab s’est montré supérieur à l’ustékinumab dans l’essai FALAISE mené dans le psoriasis.",
            [("sécukinumab", "psoriasis", None, "FALAISE", "completed", None)],
        ),
        (
            "Un essai opposant le ritlécitinib au baricitinib dans la pelade est prévu.",
            [("ritlécitinib", "pelade", None, "", "planned", None)],
        ),
        # combinations
        (
            "# Baricitinib et photothérapie UVB\n\nL’association a été évaluée chez 49 adultes atteints de vitiligo, "
            "dans un essai randomisé.",
            [("baricitinib + photothérapie UVB", "vitiligo", None, "", "completed", 49)],
        ),
        (
            "Dans l’acné, l’adapalène peut être associé au peroxyde de benzoyle. Une étude ouverte de 60 patients a "
            "testé cette association. Un essai de phase III est en cours.",
            [
                ("adapalène + peroxyde de benzoyle", "acné", None, "", "completed", 60),
                ("adapalène + peroxyde de benzoyle", "acné", "3", "", "ongoing", None),
            ],
        ),
        # cohorts and their sizes
        (
            "Nous avons suivi rétrospectivement 48 patients atteints de lichen plan et traités par méthotrexate.",
            [("méthotrexate", "lichen plan", None, "", "completed", 48)],
        ),
        (
            "Une équipe lyonnaise rapporte 22 patients atteints de vitiligo traités par upadacitinib.",
            [("upadacitinib", "vitiligo", None, "", "completed", 22)],
        ),
        (
            "En vie réelle, une cohorte espagnole de 130 malades a confirmé l’efficacité du tildrakizumab dans le "
            "psoriasis.",
            [("tildrakizumab", "psoriasis", None, "", "completed", 130)],
        ),
        (
            "Une étude pilote de 15 patients a testé la ciclosporine dans le pyoderma gangrenosum.",
            [("ciclosporine", "pyoderma gangrenosum", None, "", "completed", 15)],
        ),
        (
            "L’ivermectine en crème a été testée chez 683 patients atteints de rosacée dans deux essais randomisés.",
            [("ivermectine", "rosacée", None, "", "completed", 683)],
        ),
        (
            "Le povorcitinib est prometteur dans le vitiligo. Une étude combinant cette molécule à la "
            "photothérapie UVB doit débuter.",
            [("photothérapie UVB + povorcitinib", "vitiligo", None, "", "planned", None)],
        ),
        (
            "L’efficacité du dupilumab en vie réelle a été rapportée chez 210 patients atteints de dermatite atopique.",
            [("dupilumab", "dermatite atopique", None, "", "completed", 210)],
        ),
        (
            "Plusieurs cohortes rétrospectives ont rapporté l’efficacité du sécukinumab dans le pityriasis rubra "
            "pilaire.",
            [("sécukinumab", "pityriasis rubra pilaire", None, "", "completed", None)],
        ),
        # how far along, told by the verb before
        (
            "Le tralokinumab doit être évalué chez l’enfant atteint de dermatite atopique dans une étude de phase III.",
            [("tralokinumab", "dermatite atopique", "3", "", "planned", None)],
        ),
        # a phase that the trials named after it make up
        (
            "La phase III du deuruxolitinib dans la pelade comprenait deux essais, LYRE-1 (706 patients) et LYRE-2 "
            "(517 patients).",
            [
                ("deuruxolitinib", "pelade", "3", "LYRE-1", "completed", 706),
                ("deuruxolitinib", "pelade", "3", "LYRE-2", "completed", 517),
            ],
        ),
        # each trial with the drug of its bracket, and the status of the list
        (
            "Deux essais de phase III, FORTE (baricitinib) et PIANO (upadacitinib), sont en cours dans la pelade.",
            [
                ("baricitinib", "pelade", "3", "FORTE", "ongoing", None),
                ("upadacitinib", "pelade", "3", "PIANO", "ongoing", None),
            ],
        ),
        (
            "Les études du tapinarof en crème (DUO 1 et DUO 2) puis du roflumilast (TRIO 1, TRIO 2) portaient sur le "
            "psoriasis.",
            [
                ("tapinarof", "psoriasis", None, "DUO 1", "completed", None),
                ("tapinarof", "psoriasis", None, "DUO 2", "completed", None),
                ("roflumilast", "psoriasis", None, "TRIO 1", "completed", None),
                ("roflumilast", "psoriasis", None, "TRIO 2", "completed", None),
            ],
        ),
        (
            "Le dupilumab, comparé au placebo dans LUEUR (n = 120), a aussi été opposé à l’upadacitinib (essai HEADUP) "
            "dans la dermatite atopique.",
            [
                ("dupilumab", "dermatite atopique", None, "LUEUR", "completed", 120),
                ("dupilumab", "dermatite atopique", None, "HEADUP", "completed", None),
            ],
        ),
        # the drug in the sentence after its trial, whatever was told before
        (
            "Le sirolimus inhibe mTOR. TOPAZE-1 est un essai de phase II dans le psoriasis. Trente malades y "
            "recevaient le dupilumab.",
            [("dupilumab", "psoriasis", "2", "TOPAZE-1", "completed", 30)],
        ),
        # a foil is no drug under study
        (
            "L’abrocitinib agit dans la dermatite atopique. Une comparaison directe au dupilumab est prévue "
            "(étude REFLET).",
            [("abrocitinib", "dermatite atopique", None, "REFLET", "planned", None)],
        ),
        (
            "La moxidectine est récente. Sa durée d’action est moindre que celle de l’ivermectine. Une phase IIb a "
            "inclus 171 malades atteints de gale.",
            [("moxidectine", "gale", "2b", "", "completed", 171)],
        ),
        # trials that another one goes back to
        (
            "ZEPHYR EXTEND, extension d’études de phase III, analyse 1 116 patients issus de l’essai ZEPHYR COMPARE et "
            "traités par abrocitinib pour une dermatite atopique.",
            [("abrocitinib", "dermatite atopique", "3", "ZEPHYR EXTEND", "completed", 1116)],
        ),
        # the drug that a new trial tests, behind one that the patients had
        (
            "L’acitrétine améliore les ichtyoses. RADAR, étude de phase IIb menée dans dix centres, a tiré au "
            "sort 58 enfants entre une crème de tazarotène à 0,1 % et son véhicule.",
            [("tazarotène", "ichtyose", "2b", "RADAR", "completed", 58)],
        ),
        (
            "L’étude MAGIE, menée en Suède chez 200 malades en échec du méthotrexate, a comparé le risankizumab au "
            "placebo dans le psoriasis.",
            [("risankizumab", "psoriasis", None, "MAGIE", "completed", 200)],
        ),
        # a second study without a name, under way or to come
        (
            "Le cémiplimab agit dans le carcinome épidermoïde cutané. Un essai de phase III compare actuellement cette "
            "stratégie à la chirurgie.",
            [("cémiplimab", "carcinome épidermoïde cutané", "3", "", "ongoing", None)],
        ),
        (
            "Une étude du delgocitinib dans l’eczéma des mains, DELPHI TEEN, est achevée ; un essai dans le lichen "
            "plan va démarrer.",
            [
                ("delgocitinib", "eczéma chronique des mains", None, "DELPHI TEEN", "completed", None),
                ("delgocitinib", "lichen plan", None, "", "planned", None),
            ],
        ),
        (
            "Le rocatinlimab entre dans des essais de phase III dans la dermatite atopique ; ses promoteurs préparent "
            "une phase II dans l’asthme.",
            [
                ("rocatinlimab", "dermatite atopique", "3", "", "ongoing", None),
                ("rocatinlimab", "asthme", "2", "", "planned", None),
            ],
        ),
        # patients, and no word for study
        (
            "Chez 126 malades atteints de psoriasis, le brodalumab a fait mieux que le placebo.",
            [("brodalumab", "psoriasis", None, "", "completed", 126)],
        ),
        (
            "Le timolol à 0,5 %, deux gouttes par jour, a été jugé chez 69 bébés ayant un hémangiome infantile.",
            [("timolol", "hémangiome infantile", None, "", "completed", 69)],
        ),
        (
            "Quatre-vingt-seize malades atteints de psoriasis ont été randomisés entre étanercept et corticoïdes.",
            [("étanercept", "psoriasis", None, "", "completed", 96)],
        ),
        (
            "L’anifrolumab ne dispose que d’un essai de phase II, 31 malades – BIRCH –, dans la dermatomyosite.",
            [("anifrolumab", "dermatomyosite", "2", "BIRCH", "completed", 31)],
        ),
        (
            "# Psoriasis\n\nLes essais comparatifs, tous de phase III, y aident. Dans LUMEN-2, le risankizumab a été "
            "opposé au placebo chez 605 patients.",
            [("risankizumab", "psoriasis", "3", "LUMEN-2", "completed", 605)],
        ),
        # what a combination is compared with
        (
            "Le relatlimab, anticorps anti-LAG-3, ajouté au nivolumab dans l’essai MISTRAL (714 patients), a été "
            "comparé au nivolumab seul dans le mélanome.",
            [("nivolumab + relatlimab", "mélanome", None, "MISTRAL", "completed", 714)],
        ),
        # « programmé » is no programme
        (
            "Un essai de phase III est programmé avec le rocatinlimab dans le prurigo nodulaire.",
            [("rocatinlimab", "prurigo nodulaire", "3", "", "planned", None)],
        ),
    ],
)
def test_a_study_is_told_in_other_words(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Il n’existe pas d’essai randomisé du rituximab dans la pemphigoïde.",
        "Le tacrolimus n’a jamais été évalué contre le clobétasol dans un essai randomisé.",
        "L’étude de la peau lésionnelle a montré un infiltrat lymphocytaire sous dupilumab.",
        "Avant tout essai clinique, les patients sous ciclosporine doivent être sevrés.",
        "Cette revue rappelle la place du dupilumab dans la dermatite atopique.",
        "Chez 12 malades, le dupilumab était contre-indiqué.",
        "Sur les 40 patients suivis, le psoriasis a récidivé sous méthotrexate.",
        "Le dupilumab agit vite. Une cohorte de 60 malades exposés aux anti-IL-17 est en cours.",
        "Le tapinarof est une crème. Tous ont été comparés à leur excipient au cours d’essais de phase III.",
        "Nous avons suivi 40 patients atteints de psoriasis, dont la plupart fumaient.",
        "On peut faire l’essai du minoxidil pendant six mois dans la pelade.",
    ],
)
def test_what_only_looks_like_a_study_is_none(text: str) -> None:
    assert told(text) == []


GATHERED = "Nous avons {} 48 patients traités par dupilumab pour une dermatite atopique."
"""A study told without a word for study."""


@pytest.mark.parametrize(
    ("verb", "by_ours", "by_theirs"),
    [("cueilli", [], [48]), ("accueilli", [], []), ("suivi", [48], [48])],
)
def test_a_verb_of_a_user_tells_of_a_cohort(
    verb: str, by_ours: list[int], by_theirs: list[int], tmp_path: Path
) -> None:
    (tmp_path / "study.yaml").write_text("telling:\n  - cueilli\n", encoding="utf-8")
    read = [[draft.n for draft in drafts_of(find_studies, GATHERED.format(verb), at)] for at in (None, tmp_path)]
    assert read == [by_ours, by_theirs]
