"""Whose mechanism a phrase tells: the drug that it stands beside, the subject of its verb, or the drug meant before."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract.tuples.marking import Marked, mark
from extract.tuples.mechanism.cues import DRUGS, Cues
from extract.tuples.mechanism.phrases import Phrase

_DET = r"(?:(?:l[ae]s?|l'|un|une|des|du|de la|de l'|d'|au|aux)\s*)?"
_ASIDE = r"(?:\s*\([^()]*\)|\s*\[[^\[\]]*\])*"
_LEAD = (
    r"(?:(?:l[ae]s?|l'|un|une|des|d'|deux|trois|tous|tous deux|toutes deux|premiere?|seule?|autre|nouvel|nouveau)\s*)*"
)
_KIND = (
    r"(?:une?\s(?!patient|malade|essai|etude|groupe)"
    r"(?:(?!sous\b|aux?\b|par\b|de\b|chez\b|apres\b|avec\b)[a-z-]+\s){1,3})?"
)
"""« un rétinoïde », « un anticorps monoclonal humain »: what the drug is, before the noun that tells its mechanism."""

_DIRECT = re.compile(rf"^\s(?:oral |oraux |topique |topiques )?(?P<drugs>{DRUGS})")
_LISTED = re.compile(
    rf"^(?P<tail>[^.;()⟨⟩]{{0,60}}?)"
    rf"(?:[,\s]*\(|\s*:|,?\s(?:comme|tels? que|telles? que|notamment|dont|a savoir|que sont))\s*"
    rf"(?:comme |tels? que |telles que |notamment |dont |p\. ex\. |par exemple )?{_DET}(?P<drugs>{DRUGS})"
)
_PREPOSED = re.compile(rf"^(?P<tail>[^.;:⟨⟩]{{0,60}}?),\s*{_DET}(?P<drugs>{DRUGS})")
_OPENING = re.compile(
    rf"(?:^|[.;:(«-]|\bparmi)\s*(?:enfin|ensuite|egalement|comme|quant a|parmi)?\s*,?\s*(?:ce|cet|cette|{_LEAD})\s*$"
)
_ENUMERATION = re.compile(rf"^\s*(?P<sign>,|et|ou)\s*(?:(?:l[ae]s?|l'|un|une|des|du|de la|de l'|d')\s*)?{mark('dk')}")
"""« du méthotrexate, un anti-TNF ou de l'aprémilast »: the class is a further drug of a list, no apposition."""

_RELATIVE = re.compile(r",?\s(?:qui|lequel|laquelle|lesquels)(?:\s(?!a\b|est\b|n')[a-z]+(?:ment)?)?\s*$")
_PARTICIPLE = re.compile(rf"^[^.;:⟨⟩]{{0,60}}?,\s*{_DET}(?P<drugs>{DRUGS})")

_BOTH = re.compile(r"\b(?:tous|toutes|les)\s+(?:deux|trois|quatre)\b")
_NOUN_FIRST = re.compile(r"^\W*(?:une?\s|autre\s)?(?:(?!est\b|sont\b)[a-z0-9-]+\s){1,5}$")
"""« Anticorps IgG4 » before « se liant à l'IL-13, le … » or « dirigé contre »: what the drug behind the comma is."""
_NON_FINITE = re.compile(r"(?:se\s)?[a-z]+ant\b|dirigee?s?\b")

_APPOSED = re.compile(rf"{_ASIDE},\s(?:une?\s)?(?:[a-z0-9-]+\s){{1,5}}")
"""« recourir au X, anticorps monoclonal dirigé contre … »: said of X, also where X is what something is compared to."""

GAP_WORDS = 14
"""Words that may part a subject from its verb; longer gaps in the gold's articles hold another subject."""


class Topic(NamedTuple):
    """The drugs that words of the next sentence can stand for: those told of last, in order, or the heading's."""

    drugs: tuple[str, ...] = ()
    stands_alone: bool = False  # a sentence or heading of the drug's name and nothing else

    @property
    def main(self) -> str | None:
        """What « il » or « cette molécule » means: the one drug told of; None where several could be."""
        return self.drugs[0] if len(self.drugs) == 1 else None


class Subject(NamedTuple):
    """The drugs of a mechanism phrase and the form by which they were found, the last part of the rule's name."""

    drugs: tuple[str, ...]
    form: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What must stand right before a phrase for the drug there to be its subject."""

    apposition: re.Pattern[str]
    copula: re.Pattern[str]


@cache
def _patterns(cues: Cues) -> _Patterns:
    drug = rf"(?P<drugs>{DRUGS}){cues.formulations}{_ASIDE}"
    return _Patterns(
        apposition=re.compile(
            rf"{drug}\s*(?:,|[(\[:]|\s-)\s*(?:egalement |aussi |lui-meme )?(?P<lead>{_KIND}{_LEAD})$"
        ),
        copula=re.compile(
            rf"{drug}(?:\s*,[^.;:⟨⟩]{{0,90}},)?\s(?:[^.;:,()⟨⟩]{{0,25}}\s)??{cues.copulas}(?:\s[a-z]+ment)?[\s,]*"
            rf"{_KIND}{_LEAD}(?:[a-z]+\s)?$"
        ),
    )


def subject_of(phrase: Phrase, marked: Marked, cues: Cues, topic: Topic) -> Subject | None:
    """The drugs that `phrase` speaks of, or None where the text does not settle it."""
    before, after = marked.text[: phrase.start], marked.text[phrase.end :]
    if phrase.form == "passive":
        return Subject(phrase.agents, "passive") if phrase.agents else None
    if phrase.form == "noun":
        beside = _beside(phrase, before, after, marked, cues, topic)
        gap = rf"(?:\s{cues.copulas})?[\s,]*(?:donc |aussi |egalement )?{_KIND}{_LEAD}"
    else:
        beside = _of_verb(phrase, before, after, marked, cues)
        gap = rf"(?:[^.;:⟨⟩]|{mark('tu')}){{0,60}}?"
    return beside or _by_anaphor(before, gap, marked, cues, topic) or _demonstrative(before, topic)


def _beside(phrase: Phrase, before: str, after: str, marked: Marked, cues: Cues, topic: Topic) -> Subject | None:
    """The drug that a nominal phrase is an apposition or predicate of, or the drugs that it lists."""
    patterns = _patterns(cues)
    if match := patterns.apposition.search(before):
        listed = _ENUMERATION.match(after) if phrase.bare else None
        if listed is None or (match["lead"] and listed["sign"] == ","):
            return Subject(_shared(match["drugs"], match["lead"] or "", phrase, marked), "apposition")
    if (match := patterns.copula.search(before)) and not cues.foils.search(before[: match.start("drugs")]):
        return Subject(tuple(marked.drug_names(match["drugs"])), "copula")
    if match := _DIRECT.match(after):
        return Subject(tuple(marked.drug_names(match["drugs"])), "direct")
    if match := _LISTED.match(after):
        return Subject(tuple(marked.drug_names(match["drugs"])), "class")
    if _OPENING.search(before):
        if match := _PREPOSED.match(after):
            return Subject(tuple(marked.drug_names(match["drugs"])), "preposed")
        if topic.main and re.match(rf"[^.;:⟨⟩]{{0,60}}?,\s*{cues.anaphors}\b", after):
            return Subject((topic.main,), "anaphor")
        if topic.main and topic.stands_alone and not before.strip() and not phrase.plural:
            return Subject((topic.main,), "note")
    return None


def _shared(fragment: str, lead: str, phrase: Phrase, marked: Marked) -> tuple[str, ...]:
    """All drugs of a list where the phrase is in the plural (« tous deux anti-PD-1 »), else the one beside it."""
    names = tuple(marked.drug_names(fragment))
    return names if phrase.plural or _BOTH.search(lead) else names[-1:]


def _of_verb(phrase: Phrase, before: str, after: str, marked: Marked, cues: Cues) -> Subject | None:
    before = cues.predicate_drug.sub(r"\1", cues.foil_aside.sub(" ", before))
    relative = _RELATIVE.search(before)
    mentions = list(re.finditer(DRUGS, before))
    told = marked.text[phrase.start : phrase.end]
    for match in reversed(mentions):
        behind = before[match.end() :]
        apposed = relative or (_APPOSED.fullmatch(behind) and _NON_FINITE.match(told))
        if _closed(behind, cues) or (not apposed and cues.foils.search(before[: match.start()])):
            continue
        return Subject(tuple(marked.drug_names(match.group())), "relative" if relative else "verb")
    if mentions:
        return None
    opens = re.match(r"^\W*(?:en\s)?$", before) or (
        _NOUN_FIRST.match(before) and (_NON_FINITE.match(told) or before.endswith(" qui "))
    )
    if opens and (opened := _PARTICIPLE.match(after)):
        return Subject(tuple(marked.drug_names(opened["drugs"])), "participle")
    if listed := _LISTED.match(after):
        return Subject(tuple(marked.drug_names(listed["drugs"])), "class")
    return None


def _closed(gap: str, cues: Cues) -> bool:
    """Whether the words between a drug and a verb keep it from being the verb's subject."""
    outside = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", gap)
    return bool(
        re.search(r"[.;:]", outside)
        or cues.barriers.search(outside)
        or len(outside.split()) > GAP_WORDS
        or re.search(mark("dk"), outside)
    )


def _by_anaphor(before: str, gap: str, marked: Marked, cues: Cues, topic: Topic) -> Subject | None:
    for place, forms in enumerate(cues.ordinals):
        if place < len(topic.drugs) > 1 and re.search(rf"(?:^|[;,.(]|\bet)\s*{forms}\b{gap}$", before):
            return Subject((topic.drugs[place],), "ordinal")
    match = re.search(rf"(?:^|[;,.(:]|\bet)\s*(?P<word>{cues.anaphors})(?:\b|(?<=')){gap}$", before)
    if match is None:
        return None
    here = tuple(marked.drug_names(before[: match.start()]))
    topic = Topic(here) if here else topic  # « quant au …, il »
    if match["word"].startswith(("ce dernier", "cette derniere", "celui-ci", "celle-ci")) and topic.drugs:
        return Subject(topic.drugs[-1:], "anaphor")
    return Subject((topic.main,), "anaphor") if topic.main else None


def _demonstrative(before: str, topic: Topic) -> Subject | None:
    """« Cet inhibiteur … de BTK »: the drug told of before."""
    if topic.main and re.search(r"(?:^|[;.(:])\s*(?:cet|cette|ce)\s*(?:[a-z]+\s)?$", before):
        return Subject((topic.main,), "demonstrative")
    return None
