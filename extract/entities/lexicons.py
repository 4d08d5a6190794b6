"""The terms of every family, from the rules' entries, with the values that their mentions have."""

from collections.abc import Iterator
from typing import cast

from extract.entities.folding import fold_lower
from extract.entities.model import ArmReference, Control, Disease, Drug, Endpoint, Target, Trial
from extract.entities.terms import Term
from extract.rules import Rules
from extract.rules.model import ArmRole, DrugEntry, ScaleEntry

DISEASE_ABBREVIATION = "disease_abbreviation"
SCALE = "scale"
ROUTE = "route"
EVENT_CUE = "event_cue"
_HEADS = ("taux", "risque", "incidence", "fréquence", "proportion")
"""« le taux de guérison » measures « guérison »."""

"""Families of terms that make no spans of their own: they serve the components of diseases, endpoints and drugs."""


def all_terms(rules: Rules) -> Iterator[Term]:
    """Every spelling of every entry, family after family."""
    for terms in (_drugs, _classes, _procedures, _targets, _diseases, _trials, _controls, _arms, _endpoints, _scales):
        yield from terms(rules)
    for route in rules.routes:
        for name in (route.name, *route.synonyms):
            yield Term(ROUTE, name, route.name)


def drug_value(entry: DrugEntry) -> Drug:
    """What a mention of the drug says before its surroundings are read; a route only where there is one usual one."""
    route = entry.routes[0] if len(entry.routes) == 1 else None
    return Drug(entry.inn, entry.atc or None, entry.targets, route)


def _drugs(rules: Rules) -> Iterator[Term]:
    for entry in rules.drugs:
        value = drug_value(entry)
        for name in dict.fromkeys((entry.inn, entry.english, *entry.synonyms)):
            if name:
                yield Term("drug", name, value)


def _classes(rules: Rules) -> Iterator[Term]:
    for entry in rules.drug_classes:
        value = Drug(entry.name, targets=entry.targets, is_class=True, members=rules.members(entry.name))
        for name in (entry.name, *entry.synonyms):
            yield Term("drug", name, value)


def _procedures(rules: Rules) -> Iterator[Term]:
    for entry in rules.procedures:
        value = Drug(entry.name, route=entry.route or None, is_procedure=True)
        for name in (entry.name, *entry.synonyms):
            yield Term("drug", name, value)
        yield from _exceptions("drug", entry.exceptions)


def _targets(rules: Rules) -> Iterator[Term]:
    for entry in rules.targets:
        for name in (entry.symbol, *entry.synonyms):
            yield Term("target", name, Target(entry.symbol, entry.family))


def _diseases(rules: Rules) -> Iterator[Term]:
    for entry in rules.diseases:
        for name in (entry.name, *entry.synonyms):
            yield Term("disease", name, Disease(entry.name))
        for name in entry.abbreviations:
            yield Term(DISEASE_ABBREVIATION, name, Disease(entry.name))


def _trials(rules: Rules) -> Iterator[Term]:
    for entry in rules.trials:
        for name in (entry.acronym, *entry.synonyms):  # the text's own choice among them is kept
            yield Term("trial", name, Trial(name, True, entry.drug or None, entry.indication or None, entry.phase))


def _controls(rules: Rules) -> Iterator[Term]:
    for entry in rules.comparators:
        for name in entry.synonyms:  # the name itself is a label: « contrôle » alone is a word of many uses
            yield Term("control", name, Control(entry.name))
        yield from _exceptions("control", entry.exceptions)


def _arms(rules: Rules) -> Iterator[Term]:
    for group in rules.arm_references:
        for form in group.forms:
            yield Term("arm_reference", form, ArmReference(cast(ArmRole, group.role)))


def _endpoints(rules: Rules) -> Iterator[Term]:
    for entry in rules.endpoints:
        for name in (entry.label, *entry.synonyms):
            value = Endpoint(name, kind=entry.kind)
            yield Term("endpoint", name, value)
            link = "d'" if fold_lower(name[0]) in "aeiouhyœ" else "de "
            yield from (Term("endpoint", f"{head} {link}{name}", value) for head in _HEADS)
        for form in entry.forms:
            yield Term("endpoint", form, Endpoint(entry.label, kind=entry.kind))
        yield from _exceptions("endpoint", entry.exceptions)
    for cue in rules.event_cues:
        yield Term(EVENT_CUE, cue, cue)


def _scales(rules: Rules) -> Iterator[Term]:
    for entry in rules.scales:
        for name in scale_names(entry):
            yield Term(SCALE, name, entry)


def _exceptions(family: str, expressions: tuple[str, ...]) -> Iterator[Term]:
    return (Term(family, expression, None) for expression in expressions)


def scale_names(entry: ScaleEntry) -> tuple[str, ...]:
    """Every name of a scale, the scale's own first."""
    return (entry.scale, *entry.names)
