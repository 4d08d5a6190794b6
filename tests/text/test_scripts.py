"""Superscripts: calls in brackets, exponents raised, ordinals as they are."""

from dataclasses import replace

import pytest

from extract.pdf.layout import PageLayout
from extract.pdf.lines import line_of
from extract.text.paragraphs import traced_line
from extract.text.places import Places
from tests.pdf.lines import word, words


@pytest.mark.parametrize(
    ("text", "raised", "written"),
    [
        ("à la semaine 52", "12", "à la semaine 52[12]"),
        ("selon les auteurs", "2,3", "selon les auteurs[2,3]"),
        ("une surface de 10 cm", "2", "une surface de 10 cm²"),
        ("plus de 10", "6", "plus de 10⁶"),
        ("le 1", "er", "le 1er"),
        ("un placebo", "*", "un placebo*"),
    ],
)
def test_superscript_at_the_end_of_a_word(text: str, raised: str, written: str) -> None:
    on_line = words(text, 50, 100)
    script = replace(word(raised, on_line[-1].x1, 96, size=6), glued=True)
    line = line_of([*on_line, script])
    places = Places()
    places.turn_to(PageLayout(1, 595, 842, (), ()))
    assert traced_line(line, places).text == written
