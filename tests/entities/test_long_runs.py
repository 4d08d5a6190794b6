"""Texts that nobody writes but a damaged file holds: each is read to its end."""

import pytest

from extract.entities.pipeline import load


@pytest.mark.parametrize(
    "text",
    [
        "A" * 5000,
        "1" * 400,
        "OR = " + "9" * 400 + ", un score de " + "8" * 400 + " sous placebo",
        "pendant " + "9" * 400 + " mois",
        "(" * 5000,
        "SOLO 1, 2, 3, " * 300,
        "acné rapporté " * 300,
        "essai ABCDEF " * 300,
        "\n" * 5000,
    ],
    ids=["capitals", "digits", "endless ratio", "endless time", "brackets", "trials", "events", "acronyms", "lines"],
)
def test_read_to_the_end(text: str) -> None:
    assert load()(text).text == text
