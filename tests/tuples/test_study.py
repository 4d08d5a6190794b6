"""Studies by trial, phase and design, their progress and size; wishes and generalities are none."""

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
        # a phase told of all studies to come
        (
            "Toutes les études citées sont de phase III. Le lébrikizumab a été testé contre placebo dans ADvocate1.",
            [("lébrikizumab", None, "3", "ADvocate1", "completed", None)],
        ),
        # evaluated, and with results: completed
        (
            "Le ritlécitinib, évalué en phase IIb dans le vitiligo, a donné à 50 mg une baisse du F-VASI de 21 %.",
            [("ritlécitinib", "vitiligo", "2b", "", "completed", None)],
        ),
        (
            "Le ritlécitinib, évalué en phase III dans le vitiligo, a débuté son recrutement.",
            [("ritlécitinib", "vitiligo", "3", "", "ongoing", None)],
        ),
        # an event of the treatment is not what it treats
        (
            "Des zonas sont survenus sous tofacitinib, et un zona sous placebo. Cet essai de phase III du tofacitinib "
            "dans la pelade a inclus 300 malades.",
            [("tofacitinib", "pelade", "3", "", "completed", 300)],
        ),
        # a disease that labels a paragraph
        (
            "Psoriasis. VISIBLE, une étude de phase III, a porté sur le guselkumab.\n\n"
            "Urticaire. REMIX-1, un essai de phase III du rémibrutinib, a réuni 470 patients.\n\n"
            "Acné : une étude de phase III a porté sur le trifarotène.",
            [
                ("guselkumab", "psoriasis", "3", "VISIBLE", "completed", None),
                ("rémibrutinib", "urticaire", "3", "REMIX-1", "completed", 470),
                ("trifarotène", "acné", "3", "", "completed", None),
            ],
        ),
        # a size told while the text goes on about the study
        (
            "Essai de phase II de l’amlitélimab dans la dermatite atopique. Au total, 390 malades ont été randomisés.",
            [("amlitélimab", "dermatite atopique", "2", "", "completed", 390)],
        ),
        (
            "Le tapinarof a été évalué dans une phase III contre le psoriasis. La revue Cochrane a réuni 4 000 sujets "
            "sous calcipotriol.",
            [
                ("tapinarof", "psoriasis", "3", "", "completed", None),
                ("calcipotriol", "psoriasis", None, "", "completed", 4000),
            ],
        ),
        # a phase, a disease, a status
        (
            "Une étude de phase II a débuté pour évaluer le povorcitinib dans le lichen plan.",
            [("povorcitinib", "lichen plan", "2", "", "ongoing", None)],
        ),
        (
            "L’izokibep est en phase III dans l’hidradénite suppurée.",
            [("izokibep", "hidradénite suppurée", "3", "", "ongoing", None)],
        ),
        (
            "Le spésolimab a échoué en phase II dans l’hidradénite suppurée.",
            [("spésolimab", "hidradénite suppurée", "2", "", "completed", None)],
        ),
        (
            "Une phase II du ritlécitinib est prévue dans le vitiligo ; les résultats de la phase III sont attendus.",
            [
                ("ritlécitinib", "vitiligo", "2", "", "planned", None),
                ("ritlécitinib", "vitiligo", "3", "", "ongoing", None),
            ],
        ),
        (
            "Trois études de phase III recrutent, avec l’amlitélimab, dans la dermatite atopique.",
            [("amlitélimab", "dermatite atopique", "3", "", "ongoing", None)],
        ),
        (
            "Le rilzabrutinib fait actuellement l’objet d’un essai de phase III dans l’urticaire chronique spontanée.",
            [("rilzabrutinib", "urticaire chronique spontanée", "3", "", "ongoing", None)],
        ),
        (
            "En phase II, le zasocitinib fait mieux que le placebo dans le psoriasis ; les essais de phase III sont en "
            "cours.",
            [
                ("zasocitinib", "psoriasis", "2", "", "completed", None),
                ("zasocitinib", "psoriasis", "3", "", "ongoing", None),
            ],
        ),
        # names, sizes, registry numbers
        (
            "Deux essais de phase III (VIVA-1 et VIVA-2), menés chez 812 adultes atteints de psoriasis en plaques, "
            "ont évalué le sécukinumab.",
            [
                ("sécukinumab", "psoriasis en plaques", "3", "VIVA-1", "completed", 812),
                ("sécukinumab", "psoriasis en plaques", "3", "VIVA-2", "completed", 812),
            ],
        ),
        (
            "Le bimékizumab a été évalué dans le psoriasis : essai LUNA-1 (n = 301) et essai LUNA-2 (n = 287).",
            [
                ("bimékizumab", "psoriasis", None, "LUNA-1", "completed", 301),
                ("bimékizumab", "psoriasis", None, "LUNA-2", "completed", 287),
            ],
        ),
        (
            "Le baricitinib est aussi testé en phase III dans le lichen plan (essai ALOPEX).",
            [("baricitinib", "lichen plan", "3", "ALOPEX", "ongoing", None)],
        ),
        # designs without phase or name
        (
            "Une cohorte rétrospective de 64 patients traités par ustékinumab pour une hidradénite suppurée existe.",
            [("ustékinumab", "hidradénite suppurée", None, "", "completed", 64)],
        ),
        (
            "Le dupilumab et le tralokinumab ont été comparés dans un essai randomisé chez 120 adultes atteints de "
            "dermatite atopique.",
            [
                ("dupilumab", "dermatite atopique", None, "", "completed", 120),
                ("tralokinumab", "dermatite atopique", None, "", "completed", 120),
            ],
        ),
        (
            "Une méta-analyse de 12 essais randomisés portant sur 3 204 patients a évalué le méthotrexate dans le "
            "psoriasis.",
            [("méthotrexate", "psoriasis", None, "", "completed", 3204)],
        ),
        (
            "Dans une série de 12 cas, le tofacitinib a amélioré une pelade universelle.",
            [("tofacitinib", "pelade", None, "", "completed", 12)],
        ),
        (
            "Les résultats de l’étude NOVA concernaient 402 patients atteints de vitiligo recevant du povorcitinib.",
            [("povorcitinib", "vitiligo", None, "NOVA", "completed", 402)],
        ),
        (
            "Une étude de phase IV comparant le roflumilast au calcipotriol dans le psoriasis est prévue, "
            "et l’aprémilast est disponible.",
            [("roflumilast", "psoriasis", "4", "", "planned", None)],
        ),
        (
            "Avec l’abrocitinib, une étude de phase II est achevée dans le prurigo nodulaire ; le povorcitinib est en "
            "phase III.",
            [
                ("abrocitinib", "prurigo nodulaire", "2", "", "completed", None),
                ("povorcitinib", "prurigo nodulaire", "3", "", "ongoing", None),
            ],
        ),
        # the drug told of before
        (
            "Le delgocitinib en crème a convaincu. Il est également évalué en phase III chez l’adolescent atteint "
            "d’eczéma chronique des mains.",
            [("delgocitinib", "eczéma chronique des mains", "3", "", "ongoing", None)],
        ),
        (
            "Le baricitinib est oral. Une phase II vient de débuter pour le tester dans le lupus érythémateux cutané.",
            [("baricitinib", "lupus érythémateux cutané", "2", "", "ongoing", None)],
        ),
    ],
)
def test_a_study_is_told(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Des essais plus longs du dupilumab sont nécessaires dans la pelade.",
        "Aucun essai n’a comparé le dupilumab à l’upadacitinib dans la dermatite atopique.",
        "La plupart des essais du méthotrexate sont courts.",
        "Le risque était plus faible (RR 0,80 ; 2 études, 506 participants) avec le tacrolimus.",
        "D’autres molécules sont en cours d’évaluation dans le vitiligo.",
        "Un essai comparant le dupilumab au tralokinumab serait souhaitable.",
        "",
    ],
)
def test_no_study_is_told(text: str) -> None:
    assert told(text) == []


def test_a_study_of_a_drug_of_its_own_is_not_the_trial_told_before() -> None:
    text = "L’essai AURORE a évalué le deuruxolitinib dans la pelade. L’étude japonaise du jaktinib est terminée."
    assert [(study[0], study[3]) for study in told(text)] == [("deuruxolitinib", "AURORE"), ("jaktinib", "")]


def test_an_event_of_the_treatment_is_no_indication() -> None:
    text = (
        "Le dupilumab est un traitement de la dermatite atopique. Une acné et un zona ont été notés. "
        "Un essai de phase III du dupilumab est en cours."
    )
    assert [study[1] for study in told(text)] == ["dermatite atopique"]


def test_a_series_named_as_a_whole_tells_of_each_trial() -> None:
    text = (
        "Les deux essais SOLEIL, de phase III, ont réuni 900 adultes atteints de vitiligo et traités par ruxolitinib. "
        "La réponse était de 30 % dans l’essai SOLEIL 1 et de 31 % dans l’essai SOLEIL 2."
    )
    assert [(study[2], study[3], study[5]) for study in told(text)][:2] == [
        ("3", "SOLEIL 1", 900),
        ("3", "SOLEIL 2", 900),
    ]


def test_a_registry_number_goes_with_its_study() -> None:
    (draft,) = drafts_of(
        find_studies,
        "L’essai de phase III AURORE (NCT01234567) a randomisé 412 adultes entre l’upadacitinib et un placebo.",
    )
    assert (draft.registry, draft.n, draft.rule) == ("NCT01234567", 412, "study.trial")
