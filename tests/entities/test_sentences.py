"""Sentences: a stop ends one unless it belongs to an abbreviation, an initial or a bracket."""

import pytest

from extract.entities.pipeline import load, read_entities
from extract.entities.spans import layers_of, sentences_of
from extract.text.model import Section, SectionKind, SourceText
from extract.text.plain import source_from_plain

WHOLE = [
    "La repousse est nette (fig. 2) chez l’adulte.",
    "Le taux était de 30 % vs. 12 % sous placebo.",
    "Le prurit baissait (p. ex. la nuit ; p < 0,001. Voir tableau 2) dès J8.",
    "Selon Martin et al. 2019, la tolérance est bonne.",
    "Une injection s.c. 2 fois par mois suffit.",
    "Le Dr L. Durand rappelle les faits.",
    "S. aureus colonise la peau de 90 % des malades.",
    "Le PASI est passé de 12.5 à 3.2 points.",
]
PARTED = {
    "La dose est de 40 mg s.c. Le suivi dure un an.": ["La dose est de 40 mg s.c.", "Le suivi dure un an."],
    "Bonne tolérance. 12 patients ont arrêté.": ["Bonne tolérance.", "12 patients ont arrêté."],
    "« C’est rare. » Le reste suit.": ["« C’est rare. »", "Le reste suit."],
    "Il prend de la vitamine D. Les doses varient.": ["Il prend de la vitamine D.", "Les doses varient."],
    "Est-ce utile ? Oui.": ["Est-ce utile ?", "Oui."],
    "Essai de phase II. Essai de phase III.": ["Essai de phase II.", "Essai de phase III."],
}


@pytest.mark.parametrize("text", WHOLE)
def test_no_boundary_inside(text: str) -> None:
    assert [sentence.text for sentence in load()(text).sents] == [text]


@pytest.mark.parametrize("text", PARTED)
def test_boundaries(text: str) -> None:
    assert [sentence.text.strip() for sentence in load()(text).sents] == PARTED[text]


@pytest.mark.parametrize("text", ["", "Oui.", "Est-ce utile ? Oui. ", "Un titre\n\nUn texte."])
def test_characters_of_the_sentences(text: str) -> None:
    doc = load()(text)
    assert sentences_of(doc) == [(sentence.start_char, sentence.end_char) for sentence in doc.sents]


def test_no_sentence_crosses_a_block_or_a_table_row() -> None:
    source = source_from_plain("Premier bloc\n\nA | 12\nB | 13\n\nDernier bloc.")
    sentences = [sentence.text.strip() for sentence in read_entities(source).sents]
    assert sentences == ["Premier bloc", "A | 12", "B | 13", "Dernier bloc."]


def test_foreign_abstract_and_reference_calls_are_hidden() -> None:
    text = "Le taux était de 51 %12.\n\nThe rate was 40 %."
    section = Section(SectionKind.FOREIGN_ABSTRACT, "Abstract", 26, len(text))
    doc = read_entities(SourceText(text, sections=(section,), reference_calls=((21, 23),)))
    assert layers_of(doc).reading == "Le taux etait de 51 %  .\n\n" + "\n" * 18


def test_an_empty_text_gives_an_empty_doc() -> None:
    assert len(read_entities(SourceText(""))) == 0
