"""Sentences marked for mechanisms: drugs, classes that name their target, targets known and targets by shape."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extract.entities.folding import fold_lower
from extract.entities.model import Drug, Target
from extract.entities.spans import folded_of, text_of
from extract.rules.word_lists import holds_any
from extract.tuples.clauses import Clauses, Mention
from extract.tuples.marking import Marked, mark, mark_sentence
from extract.tuples.mechanism.cues import Cues

_SYMBOL = re.compile(r"[A-Z](?<![\w-][A-Z])(?=[\w-]*[A-Z\d])[A-Za-z0-9]{1,7}[α-ω]?(?:-[A-Z0-9]{1,4}){0,2}(?![\w-])")
"""A word of the shape of a gene or protein symbol: a capital, and another capital or a digit (BDCA2, CSF-1R, LYN).

It begins with the capital, so that the search jumps from one to the next.
"""

_ELSEWHERE = frozenset({"drug", "target", "disease", "trial", "endpoint", "timepoint", "phase", "registry", "dose"})
"""Families whose mentions are no unknown targets."""

_ALIAS = re.compile(
    r",\s(?:connue?|nommee?|appelee?|dite?|denommee?|designee?|commercialisee?|developpee?|anciennement|ex-)"
    rf"[^.;:,()]{{0,60}}?{mark('d')}[^.;:,()⟨⟩]{{0,20}},|\(\s*(?:ex-|anciennement\s)?{mark('d')}\s*\)(?=.{{0,3}}[a-z,])"
)
"""« , connu d'abord sous le nom de ATI-50002, » or « (INCB018424) »: another name of the drug before it, no subject."""


def may_concern(doc: Doc, sentence: Clauses, cues: Cues, *, target_told: bool) -> bool:
    """Whether `sentence` can tell of a mechanism or of what the next one points at; seen at once, marking it is dear.

    Without a drug or target of its own it can only point at a target told of before (`target_told`).
    """
    if sentence.has("drug", "target") or _SYMBOL.search(text_of(doc), sentence.start, sentence.end):
        return True
    return target_told and holds_any(folded_of(doc)[sentence.start : sentence.end], cues.pointing_cores)


def drugs_and_symbols(doc: Doc, sentence: Clauses, cues: Cues) -> list[Mention]:
    """The drugs of a sentence, classes that tell their target, and words of the shape of a target's symbol that no
    family knows: only a mechanism cue beside one makes something of it."""
    drugs = [mention for mention in sentence.of("drug") if not _is_silent_class(mention)]
    return [*drugs, *_symbols(doc, sentence, cues)]


def tells_nothing(doc: Doc, sentence: Clauses, named: Sequence[Mention], cues: Cues) -> bool:
    """Whether no phrase of a mechanism can stand in a sentence, which names no target and one drug at most."""
    if len(named) > 1 or sentence.has("target"):
        return False
    if any(not isinstance(one.value, Drug) or one.value.is_class for one in named):
        return False
    return not holds_any(folded_of(doc)[sentence.start : sentence.end], cues.pointing_cores)


def read_sentence(doc: Doc, sentence: Clauses, named: Sequence[Mention]) -> Marked:
    """`sentence` with its `drugs_and_symbols` marked (drugs ⟨d⟩, classes ⟨k⟩, unknown symbols ⟨u⟩), and its targets
    (⟨t⟩)."""
    return _without_aliases(mark_sentence(doc, sentence, {"target": "t"}, named))


def _is_silent_class(mention: Mention) -> bool:
    """Whether a class does not name the target that it acts on (« dermocorticoïdes », « biothérapies »)."""
    drug = mention.value
    if not isinstance(drug, Drug) or not drug.is_class:
        return False
    name = _plain(drug.name)
    return not any(_plain(target) in name for target in drug.targets)


def _plain(name: str) -> str:
    return _NO_LETTER.sub("", fold_lower(name))


_NO_LETTER = re.compile(r"[^a-z0-9]")


def _symbols(doc: Doc, sentence: Clauses, cues: Cues) -> Iterator[Mention]:
    shaped = list(_SYMBOL.finditer(text_of(doc), sentence.start, sentence.end))
    taken = [mention for mention in sentence.mentions if mention.family in _ELSEWHERE] if shaped else []
    for match in shaped:
        symbol, start, end = match.group(), match.start(), match.end()
        known = any(mention.start < end and start < mention.end for mention in taken)
        if not known and not cues.no_targets.fullmatch(fold_lower(symbol)):
            yield Mention("unknown", start, end, Target(symbol, symbol))


def _without_aliases(marked: Marked) -> Marked:
    """The sentence without second names of the drug just named."""
    text = marked.text
    if text.count("⟨d") < 2:
        return marked
    for match in reversed(list(_ALIAS.finditer(text))):
        before = marked.drug_names(text[: match.start()])
        if before[-1:] == marked.drug_names(match.group()):
            text = text[: match.start()] + text[match.end() :]
    return marked if text == marked.text else replace(marked, text=text)
