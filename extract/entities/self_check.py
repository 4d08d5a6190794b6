"""The rules' own examples, run: every spelling names its entry, every exception and counterexample does not."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc

from extract.entities.model import ArmReference, Certainty, Control, Disease, Drug, Endpoint, Target, Trial
from extract.entities.pipeline import load
from extract.rules import Rules, load_rules
from extract.rules.keys import term_key
from extract.rules.model import CueGroup

_SENTENCE = "On a rapporté ceci : {}."
"""What a spelling is tried in; it reports, so that the name of an adverse event counts as one."""

_BATCH = 200
"""Sentences tried in one document, each a block of its own."""


@dataclass(frozen=True, slots=True)
class FailedExample:
    """A text in which a rule did not do what its file says."""

    file: str
    entry: str
    text: str
    problem: str


class Example(NamedTuple):
    """A text, the family to look in, and what is asked of its spans: `holds` for one of them, or for none."""

    file: str
    entry: str
    text: str
    family: str
    holds: Callable[[object], bool]
    wanted: bool = True


def run_examples(rules_dir: Path | None = None) -> tuple[int, tuple[FailedExample, ...]]:
    """How many examples the rules have, ours with those of `rules_dir` laid over them, and those that fail.

    Raises RuleError where a rules file is wrong.
    """
    examples = list(all_examples(load_rules(rules_dir)))
    return len(examples), tuple(_failed(examples, rules_dir))


def _failed(examples: Iterable[Example], rules_dir: Path | None) -> Iterator[FailedExample]:
    nlp = load(rules_dir)
    for batch in _batches(examples):
        doc = nlp("\n\n".join(example.text for example in batch))
        start = 0
        for example in batch:
            end = start + len(example.text)
            found = any(example.holds(value) for value in _values(doc, example.family, start, end))
            if found is not example.wanted:
                problem = "found where it should not be" if found else "not found"
                yield FailedExample(example.file, example.entry, example.text, problem)
            start = end + 2


def _batches(examples: Iterable[Example]) -> Iterator[list[Example]]:
    batch: list[Example] = []
    for example in examples:
        batch.append(example)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _values(doc: Doc, family: str, start: int, end: int) -> Iterator[object]:
    return (span._.value for span in doc.spans[family] if start <= span.start_char and span.end_char <= end)


def all_examples(rules: Rules) -> Iterator[Example]:
    """Every example that the rules state or imply, file after file."""
    for drug in rules.drugs:
        names = (drug.inn, drug.english, *drug.synonyms)
        yield from _spellings("drugs.csv", drug.inn, names, "drug", _named(Drug, "name", drug.inn))
    for group in rules.drug_classes:
        names = (group.name, *group.synonyms)
        yield from _spellings("drug_classes.csv", group.name, names, "drug", _named(Drug, "name", group.name))
    for procedure in rules.procedures:
        is_it = _named(Drug, "name", procedure.name)
        yield from _spellings("procedures.csv", procedure.name, (procedure.name, *procedure.synonyms), "drug", is_it)
        yield from _exceptions("procedures.csv", procedure.name, procedure.exceptions, "drug", is_it)
    for target in rules.targets:
        names = (target.symbol, *target.synonyms)
        yield from _spellings("targets.csv", target.symbol, names, "target", _named(Target, "symbol", target.symbol))
    for disease in rules.diseases:
        names = (disease.name, *disease.synonyms)
        yield from _spellings("diseases.csv", disease.name, names, "disease", _named(Disease, "name", disease.name))
    for trial in rules.trials:
        for name in (trial.acronym, *trial.synonyms):
            yield from _spellings("trials.csv", trial.acronym, (name,), "trial", _worded(Trial, "acronym", name))
    for comparator in rules.comparators:
        is_it = _named(Control, "name", comparator.name)
        yield from _spellings("comparators.csv", comparator.name, comparator.synonyms, "control", is_it)
        yield from _exceptions("comparators.csv", comparator.name, comparator.exceptions, "control", is_it)
    for scale in rules.scales:
        names = (scale.scale, *scale.names)
        yield from _spellings("scales.csv", scale.scale, names, "endpoint", _named(Endpoint, "scale", scale.scale))
    for endpoint in rules.endpoints:
        is_it = _named(Endpoint, "label", endpoint.label)
        yield from _spellings("endpoints.csv", endpoint.label, (endpoint.label, *endpoint.forms), "endpoint", is_it)
        for synonym in endpoint.synonyms:
            itself = _worded(Endpoint, "label", synonym)
            yield from _spellings("endpoints.csv", endpoint.label, (synonym,), "endpoint", itself)
        yield from _exceptions("endpoints.csv", endpoint.label, endpoint.exceptions, "endpoint", is_it)
    yield from _cues("arm_references.yaml", rules.arm_references, "arm_reference", ArmReference, "role")
    yield from _cues("certainty.yaml", rules.certainty, "certainty", Certainty, "kind")


def _named(kind: type, attribute: str, name: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, kind) and getattr(value, attribute) == name


def _worded(kind: type, attribute: str, name: str) -> Callable[[object], bool]:
    """As `_named`, for names that a mention keeps: « fractures » may come back as « fracture »."""
    return lambda value: isinstance(value, kind) and term_key(getattr(value, attribute)) == term_key(name)


def _spellings(
    file: str, entry: str, names: Iterable[str], family: str, holds: Callable[[object], bool]
) -> Iterator[Example]:
    for name in dict.fromkeys(names):
        if name:
            yield Example(file, entry, _SENTENCE.format(name), family, holds)


def _exceptions(
    file: str, entry: str, expressions: Iterable[str], family: str, holds: Callable[[object], bool]
) -> Iterator[Example]:
    for expression in expressions:
        yield Example(file, entry, _SENTENCE.format(expression), family, holds, wanted=False)


def _cues(file: str, groups: Iterable[CueGroup], family: str, kind: type, attribute: str) -> Iterator[Example]:
    for group in groups:
        holds = _named(kind, attribute, group.role)
        for text in group.examples:
            yield Example(file, group.role, text, family, holds)
        for text in group.counterexamples:
            yield Example(file, group.role, text, family, holds, wanted=False)
