"""Phrases that name a mechanism: « un inhibiteur oral de JAK1 », « anti-IL-17A », « se fixe sur l'IgE »."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from extract.entities.model import Drug, Target
from extract.rules.word_lists import holds_any
from extract.tuples.marking import Marked, mark
from extract.tuples.mechanism.cues import Cues

PhraseForm = Literal["noun", "verb", "same target", "passive"]


class Phrase(NamedTuple):
    """A mechanism phrase at `start` to `end` of a marked sentence, with its target symbols.

    `plural` where it speaks of several drugs (« les inhibiteurs de JAK »), `bare` where it is a class name alone
    (« anti-TNF »), `agents` the drugs that it names itself (« bloqué par l'upadacitinib »).
    """

    start: int
    end: int
    form: PhraseForm
    targets: tuple[str, ...]
    plural: bool = False
    bare: bool = False
    agents: tuple[str, ...] = ()


_NEGATED = re.compile(r"(?:\bn'|\bne\s|\bni\s|\bsans\s|\bn'est (?:pas|plus) )(?:\w+\s)?(?:l'|le |la |les )?$")
_RESTRICTED = re.compile(r"^\S+\s(?:\w+\s)?qu[e']")
"""« ne bloque que JAK1 » is no negation."""
_PLURAL = re.compile(r"(?:s|x)$")


_A_TARGET = re.compile("⟨[tuk]")
"""Without the mark of a target no pattern of this module but those of `_pointing` can match, and they are dear."""


def find_phrases(marked: Marked, cues: Cues) -> list[Phrase]:
    """The mechanism phrases of a marked sentence in order; negated ones are left out."""
    found = [*_pointing(marked, cues)]
    if _A_TARGET.search(marked.text):
        found += [*_nominal(marked, cues), *_verbal(marked, cues), *_reported(marked, cues)]
    return sorted(found, key=lambda phrase: (phrase.start, phrase.end))


def _nominal(marked: Marked, cues: Cues) -> Iterator[Phrase]:
    if not holds_any(marked.text, cues.nominal_cores):
        return
    for match in cues.nominal.finditer(marked.text):
        fragment = next(match[name] for name in _TARGET_GROUPS if match[name])
        noun = match["noun"] or match["reverse_noun"] or match["carrier"] or ""
        plural = any(_PLURAL.search(word) for word in noun.split()) or bool(match["class"])
        bare = bool(match["prefix"]) and not match["carrier"]
        yield Phrase(
            match.start(), match.end(), "noun", symbols(marked, fragment), plural and noun != "anticorps", bare
        )


_TARGET_GROUPS = ("noun_targets", "reverse_targets", "prefix_targets", "class")


def _verbal(marked: Marked, cues: Cues) -> Iterator[Phrase]:
    for match in cues.verbal.finditer(marked.text):
        if not _NEGATED.search(marked.text[: match.start()]) or _RESTRICTED.match(match.group()):
            yield Phrase(match.start(), match.end(), "verb", symbols(marked, match["verb_targets"]))


def _pointing(marked: Marked, cues: Cues) -> Iterator[Phrase]:
    if not holds_any(marked.text, cues.pointing_cores):
        return
    for pattern in (cues.same_target, cues.pronoun_target):
        for match in pattern.finditer(marked.text):
            if not _NEGATED.search(marked.text[: match.start()]):
                yield Phrase(match.start(), match.end(), "same target", ())


def _reported(marked: Marked, cues: Cues) -> Iterator[Phrase]:
    if "⟨d" not in marked.text:
        return  # no agent
    for pattern, core, targets, agents in (  # a string that stands in every match goes before the search
        (cues.passive, "par", "passive_targets", "agent"),
        (cues.action, "par", "action_targets", "action_agent"),
        (cues.aim, "cible", "aim_targets", "aim_agent"),
        (cues.target_of, "cible", "of_targets", "of_agent"),
        (cues.object_first, "qu", "first_targets", "first_agent"),
        (cues.bracket, "(", "bracket_targets", "bracket_agent"),
    ):
        for match in pattern.finditer(marked.text) if core in marked.text else ():
            yield Phrase(
                match.start(), match.end(), "passive", symbols(marked, match[targets]),
                agents=tuple(marked.drug_names(match[agents])),
            )  # fmt: skip


def last_targets(marked: Marked, fragment: str) -> tuple[str, ...]:
    """The target that a fragment of a marked sentence names last: what « la même cible » or « l'inhibe » means next."""
    return symbols(marked, fragment)[-1:]


_WRITTEN_OUT = re.compile(rf"{mark('tu')}(?=\s\({mark('tu')}\)?)")

_DOUBLE = re.compile(r"(?P<stem>[A-Za-z]+-)(?P<one>\d+)/(?P<other>\d+)(?!\d)")


def _members(symbol: str) -> tuple[str, ...]:
    """« IL-12/23 » is two targets.

    >>> _members("IL-12/23 p40"), _members("JAK1")
    (('IL-12', 'IL-23'), ('JAK1',))
    """
    double = _DOUBLE.match(symbol) if "/" in symbol else None
    return (double["stem"] + double["one"], double["stem"] + double["other"]) if double else (symbol,)


def symbols(marked: Marked, fragment: str) -> tuple[str, ...]:
    """The target symbols that a fragment of a marked sentence names, those of a class name among them, each once.

    A family beside a member of it (« kinase Janus JAK1 ») is left out, and a name written out before its symbol in
    brackets (« tyrosine kinase de Bruton (BTK) »).
    """
    if not _A_TARGET.search(fragment):
        return ()
    fragment = _WRITTEN_OUT.sub(" ", fragment)
    named: dict[str, None] = {}
    families: set[str] = set()
    for value in marked.values(fragment, object):
        if isinstance(value, Target):
            named.update(dict.fromkeys(_members(value.symbol)))
            families |= {value.family} - {value.symbol} if len(_members(value.symbol)) == 1 else set()
        elif isinstance(value, Drug) and value.is_class:
            named.update(dict.fromkeys(value.targets))
    return tuple(symbol for symbol in named if symbol not in families)
