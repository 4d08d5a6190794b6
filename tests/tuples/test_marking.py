"""Sentences with marks in place of mentions."""

from extract.entities.pipeline import read_entities
from extract.text.plain import source_from_plain
from extract.tuples.clauses import read_clauses
from extract.tuples.marking import Marked, mark_sentence


def marked(text: str) -> Marked:
    doc = read_entities(source_from_plain(text))
    return mark_sentence(doc, read_clauses(doc)[0], {"drug": "d", "target": "t"})


def test_mentions_become_marks_and_the_rest_is_folded() -> None:
    assert marked("Le Baricitinib inhibe JAK1, l’émollient non.").text == "le ⟨d0⟩ inhibe ⟨t1⟩, l'⟨d2⟩ non."


def test_a_class_gives_way_to_the_target_it_names() -> None:
    assert marked("Un anti-IL-17A, le sécukinumab.").text == "un anti-⟨t0⟩, le ⟨d1⟩."


def test_a_class_without_its_target_in_the_name_has_a_letter_of_its_own() -> None:
    assert marked("Les JAKi soulagent.").text == "les ⟨k0⟩ soulagent."


def test_drug_names_come_in_order_and_once() -> None:
    sentence = marked("Ustékinumab puis dupilumab puis ustékinumab.")
    assert sentence.drug_names(sentence.text) == ["ustékinumab", "dupilumab"]
