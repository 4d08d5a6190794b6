"""Molecular targets: symbols and their spelled-out names, « IL-4Rα », « sous-unité p19 de l'IL-23 », « JAK1/2 »."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.model import Target
from extract.entities.spans import Found, layers_of, put_spans
from extract.rules import load_rules

_NEXT_MEMBER = re.compile(r"[ ]?(?:/|-| et (?:de )?| ou )[ ]?(?P<member>\d{0,2}[A-Z]?)(?![\w%,.]*[\d%])(?!\w)")
"""« JAK1/2 », « IL-17A/F », « IL-4 et 13 »: a further member named by its number or letter alone."""

_STEM = re.compile(r"(?P<letters>.*?)(?P<number>\d*)(?P<letter>[A-Z]?)$")


def make_targets(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component with the rules of `rules_dir` laid over ours."""
    rules = load_rules(Path(rules_dir) if rules_dir else None)
    known = {entry.symbol: Target(entry.symbol, entry.family) for entry in rules.targets}

    def find_targets(doc: Doc) -> Doc:
        text: str = layers_of(doc).reading
        finds = list(_with_members(text, layers_of(doc).terms.get("target", []), known))
        put_spans(doc, "target", finds, claim=False)
        layers_of(doc).claim_numbers(finds)
        return doc

    return find_targets


Language.factory("extract_targets", default_config={"rules_dir": None}, func=make_targets)


def _with_members(text: str, finds: list[Found], known: Mapping[str, Target]) -> Iterator[Found]:
    starts = {find.start for find in finds}
    for find in finds:
        yield find
        end = find.end
        while (match := _NEXT_MEMBER.match(text, end)) and match["member"]:
            sibling = _sibling(find.value, match["member"], known)
            if sibling is None or match.start("member") in starts:
                break
            end = match.end("member")
            yield Found(match.start("member"), end, sibling)


def _sibling(target: object, member: str, known: Mapping[str, Target]) -> Target | None:
    """The target whose symbol is that of `target` with `member` for its number or last letter; None where unknown."""
    assert isinstance(target, Target)
    stem = _STEM.fullmatch(target.symbol)
    if stem is None:
        return None
    if member.isalpha():
        return known.get(stem["letters"] + stem["number"] + member)
    return known.get(stem["letters"] + member)
