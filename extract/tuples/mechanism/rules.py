"""The rule that reads mechanisms sentence by sentence, with the drugs told of before in mind."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from extract.entities.model import Drug
from extract.entities.spans import folded_of, values_in
from extract.text.model import Section, SourceText
from extract.tuples.clauses import Clauses, Mention, read_clauses
from extract.tuples.context import Context
from extract.tuples.marking import Marked, mark
from extract.tuples.mechanism.cues import load_cues
from extract.tuples.mechanism.phrases import find_phrases, last_targets
from extract.tuples.mechanism.sentences import drugs_and_symbols, may_concern, read_sentence, tells_nothing
from extract.tuples.mechanism.subjects import Topic, subject_of
from extract.tuples.model import Draft

CONFIDENCE = {
    "copula": 0.95,
    "apposition": 0.95,
    "class": 0.9,
    "direct": 0.9,
    "relative": 0.9,
    "verb": 0.9,
    "passive": 0.85,
    "preposed": 0.85,
    "participle": 0.85,
    "ordinal": 0.8,
    "demonstrative": 0.8,
    "note": 0.8,
    "anaphor": 0.75,
}
"""The author's estimate of each form's precision, until gold has measured it (`extract/rules/confidence.yaml`)."""


def find_mechanisms(doc: Doc, source: SourceText, context: Context) -> Iterator[Draft]:
    """One draft a drug and target that `doc` says the drug acts on; none where a subject stays open."""
    cues = load_cues(context.rules_dir)
    topic = Topic()
    told: tuple[str, ...] = ()
    section = None
    for sentence in read_clauses(doc, context.rules_dir):
        here = source.section_at(sentence.start)
        if here is not section:
            section, topic = here, _topic_of_heading(doc, source, here)
        if not may_concern(doc, sentence, cues, target_told=bool(told)):
            continue
        named = drugs_and_symbols(doc, sentence, cues)
        if tells_nothing(doc, sentence, named, cues):  # as most: they only tell what the next ones are about
            topic = _topic_of(doc, sentence, named[0]) if named else topic
            continue
        marked = read_sentence(doc, sentence, named)
        for phrase in find_phrases(marked, cues):
            subject = subject_of(phrase, marked, cues, topic)
            targets = phrase.targets or last_targets(marked, marked.text[: phrase.start]) or told
            if subject is None or not targets:
                continue
            told = targets
            yield from _drafts(subject.drugs, targets, subject.form, marked)
        told = last_targets(marked, marked.text) or told
        if drugs := tuple(marked.drug_names(marked.text)):
            topic = Topic(drugs, stands_alone=_DRUG_ALONE.fullmatch(marked.text) is not None)


_DRUG_ALONE = re.compile(rf"\W*(?:l[ea] |l')?{mark('d')}\W*")


def _topic_of(doc: Doc, sentence: Clauses, drug: Mention) -> Topic:
    """The only drug of a sentence, which may be its name and nothing else."""
    assert isinstance(drug.value, Drug)
    text = folded_of(doc)
    marked = f"{text[sentence.start : drug.start]}⟨d0⟩{text[drug.end : sentence.end]}"
    return Topic((drug.value.name,), stands_alone=_DRUG_ALONE.fullmatch(marked) is not None)


def _drafts(drugs: tuple[str, ...], targets: tuple[str, ...], form: str, marked: Marked) -> Iterator[Draft]:
    for drug in drugs:
        for target in targets:
            yield Draft(
                kind="mechanism",
                rule=f"mechanism.{form}",
                confidence=CONFIDENCE[form],
                start=marked.start,
                end=marked.end,
                drug=drug,
                target=target,
            )


def _topic_of_heading(doc: Doc, source: SourceText, section: Section | None) -> Topic:
    """The drugs of the heading above: « # Le rémibrutinib » is what « cet inhibiteur » means in the first sentence."""
    if section is None or not section.heading:
        return Topic()
    at = source.text.rfind(section.heading, 0, section.start + len(section.heading))
    drugs = values_in(doc, "drug", Drug, at, at + len(section.heading))
    names = tuple(dict.fromkeys(drug.name for drug in drugs if not drug.is_class))
    return Topic(names, stands_alone=len(section.heading.split()) <= _NAME_WORDS)


_NAME_WORDS = 3
"""A heading so short that names a drug says nothing else: « Le rémibrutinib »."""
