"""Short forms that a document defines; those that it does not define are not believed."""

import pytest

from extract.entities.abbreviations import is_short_form
from tests.entities.marked import named


@pytest.mark.parametrize(
    ("family", "text", "expected"),
    [
        ("drug", "La ciclosporine (CsA). La CsA agit.", ["ciclosporine"] * 3),
        ("drug", "Les dermocorticoïdes (DC). Sous DC.", ["dermocorticoïdes"] * 3),
        ("drug", "Traitement substitutif par buprénorphine (TSB). Sous TSB.", ["buprénorphine"] * 3),
        ("drug", "La ciclosporine (groupe CsA, 40 malades). Dans le groupe CsA.", ["ciclosporine"] * 3),
        ("drug", "DC (dermocorticoïdes). Sous DC.", ["dermocorticoïdes"] * 3),
        ("drug", "Un traitement antirétroviral (TAR) ; le TAR.", ["antirétroviraux"] * 3),
        ("drug", "La toxine botulique de type A (TBA). La TBA.", ["toxine botulique"] * 3),
        ("disease", "Le lichen scléreux vulvaire (LSV). Le LSV.", ["lichen scléreux"] * 3),
        ("disease", "La dermatite atopique sévère (DAS). La DAS.", ["dermatite atopique"] * 3),
        ("disease", "HS (hidradénite suppurée) : l’HS.", ["hidradénite suppurée"] * 3),
        ("disease", "L’eczéma chronique des mains (CHE).", ["eczéma chronique des mains"] * 2),
        ("endpoint", "Le nombre de lésions inflammatoires (NLI). Le NLI.", ["nombre de lésions inflammatoires"] * 3),
        ("target", "L’interleukine 31 (ILT). L’ILT.", ["IL-31"]),
    ],
)
def test_defined(family: str, text: str, expected: list[str]) -> None:
    assert [name for _, name in named(family, text)] == expected


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("drug", "Le DC du service. Sous DC."),
        ("disease", "Le LSV fut adopté."),
        ("drug", "Un placebo (CsB). Le CsB."),
        ("drug", "Le traitement arrêté, un placebo (TSB). Sous TSB."),
    ],
)
def test_undefined(family: str, text: str) -> None:
    assert named(family, text) == []


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("DA", "dermatite atopique", True),
        ("CSU", "urticaire chronique spontanee", True),
        ("PPG", "psoriasis pustuleux generalise", True),
        ("CsA", "ciclosporine a", True),
        ("UVB", "photothérapie uvb", False),
        ("EMA", "dermatite atopique", False),
        ("da", "dermatite atopique", False),
        ("DA", "", False),
    ],
)
def test_is_short_form(short: str, long: str, expected: bool) -> None:
    assert is_short_form(short, long) is expected
