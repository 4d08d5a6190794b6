"""Spellings that are one term, and those that are not."""

import pytest

from extract.rules.keys import term_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IL-17A", "IL17A"),
        ("IL-17A", "IL 17 A"),
        ("IL‑23", "IL-23"),
        ("F-VASI75", "F-VASI 75"),
        ("TNFα", "TNF-alpha"),
        ("inhibiteur de JAK", "inhibiteurs de JAK"),
        ("œdème", "oedeme"),
        ("condylomes anogénitaux", "condylome anogénital"),
        ("l'urticaire", "l’urticaire"),
    ],
)
def test_one_term(one: str, other: str) -> None:
    assert term_key(one) == term_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("IL-17", "IL-17A"), ("PASI 75", "PASI 7"), ("os", "o"), ("JAK1 - JAK2", "JAK1 JAK2")]
)
def test_two_terms(one: str, other: str) -> None:
    assert term_key(one) != term_key(other)


def test_blank_term_has_no_pieces() -> None:
    assert term_key("  ") == ()
