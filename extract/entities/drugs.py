"""Drugs, classes, procedures and combinations by their evidence-table name; unseen medicines by their INN stem."""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.combinations import combination_name, joined
from extract.entities.folding import fold
from extract.entities.lexicons import ROUTE
from extract.entities.model import Drug
from extract.entities.spans import Found, layers_of, put_spans, text_of
from extract.entities.stems import named_therapies, stemmed_words
from extract.entities.terms import longest
from extract.rules import Rules, load_rules

_ROUTE_AFTER = re.compile(r"[ ](?:(?:par|en|sous forme de|administre[es]* par)[ ])?")
_ROUTE_BEFORE = re.compile(r"[ ](?:a base[ ])?(?:a la |au |a l'|aux |de |d'|du |de l'|de la )")


def make_drugs(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component with the rules of `rules_dir` laid over ours."""
    rules = load_rules(Path(rules_dir) if rules_dir else None)
    return partial(_find_drugs, fixed=_fixed_combinations(rules), therapies=_known_therapies(rules))


Language.factory("extract_drugs", default_config={"rules_dir": None}, func=make_drugs)


def _fixed_combinations(rules: Rules) -> dict[str, Drug]:
    return {
        combination_name([entry.inn]): Drug(entry.inn, entry.atc or None, entry.targets)
        for entry in rules.drugs
        if " + " in entry.inn
    }


def _known_therapies(rules: Rules) -> frozenset[str]:
    """The names of one word in « -thérapie » that the lexicon reads, or leaves unread after some words."""
    written = [(e.name, *e.synonyms) for e in rules.procedures] + [(e.name, *e.synonyms) for e in rules.drug_classes]
    names = {fold(name).lower() for names in written for name in names}
    return frozenset(name.removesuffix("s") for name in names if name.removesuffix("s").endswith("therapie"))


def _find_drugs(doc: Doc, fixed: dict[str, Drug], therapies: frozenset[str]) -> Doc:
    layers = layers_of(doc)
    text: str = layers.reading
    named = layers.terms.get("drug", [])
    singles = _with_routes(
        text, longest((*named, *_by_stem(doc, therapies, {find[:2] for find in named}))), layers.terms.get(ROUTE, ())
    )
    finds = [_as_marketed(find, fixed) for find in joined(text, singles)]
    put_spans(doc, "drug", finds, claim=False)
    layers.claim_numbers(finds)
    return doc


def _by_stem(doc: Doc, therapies: frozenset[str], named: Container[tuple[int, int]]) -> Iterator[Found]:
    text, low = text_of(doc), layers_of(doc).reading_low
    for start, end in stemmed_words(low, layers_of(doc).words):
        if (start, end) in named:
            continue
        yield Found(start, end, Drug(text[start:end].lower(), by_stem=True))
    for start, end in named_therapies(low):
        if low[start:end].removesuffix("s") not in therapies:
            yield Found(start, end, Drug(text[start:end].lower().removesuffix("s"), is_procedure=True))


def _as_marketed(find: Found, fixed: dict[str, Drug]) -> Found:
    """A combination that is one medicine has that medicine's ATC code."""
    drug = cast(Drug, find.value)
    known = fixed.get(drug.name)
    return find._replace(value=replace(drug, atc=known.atc)) if known and not drug.atc else find


def _with_routes(text: str, finds: Sequence[Found], routes: Sequence[Found]) -> Iterator[Found]:
    """`finds` with the route that the words beside them name: « crème au ruxolitinib »; an adjective joins the find."""
    starts = {route.start: route for route in routes}
    ends = {route.end: route for route in routes}
    for find in finds:
        route = _route_after(text, find, starts) or _route_before(text, find, ends)
        if route is None:
            yield find
            continue
        value = replace(cast(Drug, find.value), route=cast(str, route.value))
        end = route.end if route.start == find.end + 1 else find.end
        yield find._replace(value=value, end=end)


def _route_after(text: str, find: Found, starts: dict[int, Found]) -> Found | None:
    match = _ROUTE_AFTER.match(text, find.end)
    return starts.get(match.end()) if match else None


def _route_before(text: str, find: Found, ends: dict[int, Found]) -> Found | None:
    if not ends:
        return None
    for end in range(find.start - 1, max(0, find.start - 20), -1):
        if end in ends:
            return ends[end] if _ROUTE_BEFORE.fullmatch(text, end, find.start) else None
    return None
