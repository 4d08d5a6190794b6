"""Diseases by name and synonym; short forms where the document speaks of the disease, and nowhere else."""

import pytest

from tests.entities.marked import found, named

FOUND: list[tuple[str, list[tuple[str, str]]]] = [
    ("Le psoriasis en plaques.", [("psoriasis en plaques", "psoriasis en plaques")]),
    ("Un psoriasis modéré à sévère.", [("psoriasis modéré à sévère", "psoriasis")]),
    ("La dermatite atopique modérée à sévère.", [("dermatite atopique modérée à sévère", "dermatite atopique")]),
    ("L’eczéma atopique de l’enfant.", [("eczéma atopique", "dermatite atopique")]),
    ("L’eczéma chronique des mains.", [("eczéma chronique des mains", "eczéma chronique des mains")]),
    ("Une pelade sévère.", [("pelade sévère", "pelade")]),
    ("PELADE ET JAK", [("PELADE", "pelade")]),
    ("Le vitiligo non segmentaire.", [("vitiligo non segmentaire", "vitiligo")]),
    ("Un vitiligo segmentaire.", [("vitiligo segmentaire", "vitiligo segmentaire")]),
    ("L’hidrosadénite suppurée, ou maladie de Verneuil.",
     [("hidrosadénite suppurée", "hidradénite suppurée"), ("maladie de Verneuil", "hidradénite suppurée")]),
    ("L’urticaire chronique spontanée (UCS) ; dans l’UCS.",
     [("urticaire chronique spontanée", "urticaire chronique spontanée"), ("UCS", "urticaire chronique spontanée"),
      ("UCS", "urticaire chronique spontanée")]),
    ("La CSU gêne le sommeil.", [("CSU", "urticaire chronique spontanée")]),
    ("Un œdème de Quincke.", [("œdème de Quincke", "angio-œdème")]),
    ("Un oedeme de Quincke.", [("oedeme de Quincke", "angio-œdème")]),
    ("La pemphigoïde bulleuse (PB). La PB récidive.",
     [("pemphigoïde bulleuse", "pemphigoïde bulleuse"), ("PB", "pemphigoïde bulleuse"),
      ("PB", "pemphigoïde bulleuse")]),
    ("Le prurigo nodulaire.", [("prurigo nodulaire", "prurigo nodulaire")]),
    ("Une rosacée papulo-pustuleuse.", [("rosacée papulo-pustuleuse", "rosacée papulo-pustuleuse")]),
    ("L’acné du visage.", [("acné du visage", "acné")]),
    ("Des kératoses actiniques.", [("kératoses actiniques", "kératoses actiniques")]),
    ("Une kératose solaire.", [("kératose solaire", "kératoses actiniques")]),
    ("Les carcinomes basocellulaires.", [("carcinomes basocellulaires", "carcinome basocellulaire")]),
    ("Un carcinome baso-cellulaire.", [("carcinome baso-cellulaire", "carcinome basocellulaire")]),
    ("Un carcinome spinocellulaire.", [("carcinome spinocellulaire", "carcinome épidermoïde cutané")]),
    ("Le mélanome métastatique.", [("mélanome métastatique", "mélanome métastatique")]),
    ("Un mélanome non résécable.", [("mélanome non résécable", "mélanome métastatique")]),
    ("La gale commune.", [("gale commune", "gale")]),
    ("Des hémangiomes infantiles.", [("hémangiomes infantiles", "hémangiome infantile")]),
    ("Le syndrome de Stevens-Johnson.", [("syndrome de Stevens-Johnson", "syndrome de Lyell")]),
    ("Une mycose des ongles.", [("mycose des ongles", "onychomycose")]),
    ("L’herpès zoster.", [("herpès zoster", "zona")]),
    ("Un lymphome T cutané.", [("lymphome T cutané", "lymphome T cutané")]),
    ("La leishmaniose cutanée.", [("leishmaniose cutanée", "leishmaniose cutanée")]),
    ("Le rhumatisme psoriasique.", [("rhumatisme psoriasique", "rhumatisme psoriasique")]),
    ("La colite ulcéreuse.", [("colite ulcéreuse", "rectocolite hémorragique")]),
    ("Une infection par le VIH.", [("infection par le VIH", "infection par le VIH")]),
    ("La BPCO et l’asthme.", [("BPCO", "bronchopneumopathie chronique obstructive"), ("asthme", "asthme")]),
    ("Des escarres au talon.", [("escarres", "escarres")]),
    ("La dermatite atopique ; sous traitement, la DA régresse.",
     [("dermatite atopique", "dermatite atopique"), ("DA", "dermatite atopique")]),
    ("L’hidradénite suppurée (HS) et ses stades. L’HS fistulise.",
     [("hidradénite suppurée", "hidradénite suppurée"), ("HS", "hidradénite suppurée"),
      ("HS", "hidradénite suppurée")]),
]  # fmt: skip

NONE = [
    "Le district DA comptait 300 lits.",
    "Le bus HS reste au dépôt.",
    "Un taux de PB normal.",
    "Quelques gouttes suffisent.",
    "Elle est ridée et couperosée.",
    "Il s’est blessé la main.",
    "Le goût revient.",
    "Une maladie rare.",
    "La peau est saine.",
    "L’UC Berkeley a publié.",
    "Le score IGA-CHE.",
    "L’essai STOP-HS est en cours.",
    "Un lecteur attentif.",
    "Le pelage de l’animal.",
    "Un galet rond.",
    "L’ongle pousse.",
    "Les pores se ferment.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_diseases(text: str, expected: list[tuple[str, str]]) -> None:
    assert named("disease", text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_disease(text: str) -> None:
    assert found("disease", text) == []
