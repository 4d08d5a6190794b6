"""Mentions of an arm that do not name its treatment: « le groupe traité », « les seconds », « le groupe 300 mg »."""

import re
from collections.abc import Callable, Iterator
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.model import ArmReference
from extract.entities.ranges import Ranges
from extract.entities.spans import Found, layers_of, put_spans
from extract.entities.terms import longest
from extract.entities.word_places import WordPlaces, Words

_AMOUNT = r"\d+(?:[.,]\d+)?(?:[ ]?(?:/|-|et|ou|,)[ ]?\d+(?:[.,]\d+)?)?[ ]?(?:mg|µg|mcg|g|UI|ml)(?:/(?:kg|j|jour))*"
_BY_DOSE = re.compile(
    rf"\b(?:groupes?|bras|(?:a la |aux? |les? |la )?doses?)[ ](?:de |d'|a |recevant |traites? par |sous )?{_AMOUNT}"
    rf"|\b(?:sous|avec)[ ]{_AMOUNT}"
    r"|\b(?:groupe|bras)[ ](?:Q\d+W|QW|QD|BID)\b"
    r"|\b(?:la |les |a |aux? )?(?:dose|posologie)s?[ ](?:la plus |plus )?(?:elevee|forte|faible|basse|haute|maximale)s?"
    r"|\b(?:forte|faible|haute)s? doses?\b",
    re.IGNORECASE,
)
_ALONE, _LED = Words("groupe", "bras", "sous", "avec"), Words("dose", "posologie")
"""One of these stands in every wording above; what leads to a dose begins up to `_LEAD` characters before it."""
_LEAD = len("faibles ")
_NAMED_AFTER = re.compile(r"[ ](?:par|avec|sous)[ ]")
"""After « patients traités par … » the treatment is named, and the mention refers to nothing else."""
_ADJECTIVE = re.compile(r"(?:premi|second)(?:ere?|e)?s?$|premieres?$", re.IGNORECASE)
_COUNTED = re.compile(r"(?<=\d )(?P<first>premier(?:e)?s)\b|(?<=\d )second(?:e)?s\b(?! et )")
"""« 19 des 35 premiers, un des 18 seconds »."""
_FIRST_SECOND = Words("premier", "premiere", "second", "seconde")
_NOUN_AFTER = re.compile(
    r"[ ](?!(?:et|ou|contre|versus|vs|que|qui|a|au|aux|en|par|pour|dans|sur|chez|soit|ne|puis|mais|comme|lors|apres)\b"
    r"|n'|(?:av|et)ai|ont\b|est\b|sont\b|respectivement)[a-z]"
)
"""« les premiers » are an arm before « et » or a verb; before a noun they are « les premiers résultats »."""


def make_arm_references(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component; its terms are those of arm_references.yaml, from `Layers.terms`."""

    def find_arm_references(doc: Doc) -> Doc:
        layers = layers_of(doc)
        counted = _by_count(layers.reading_low, layers.words)
        finds = longest((*_by_cue(doc), *counted, *_by_dose(layers.reading, layers.words)))
        put_spans(doc, "arm_reference", finds, claim=False)
        return doc

    return find_arm_references


Language.factory("extract_arm_references", default_config={"rules_dir": None}, func=make_arm_references)


def _by_cue(doc: Doc) -> Iterator[Found]:
    taken = Ranges(find[:2] for family in ("drug", "control") for find in layers_of(doc).finds[family])
    text = layers_of(doc).reading
    for find in layers_of(doc).terms.get("arm_reference", ()):
        reference = cast(ArmReference, find.value)
        if reference.role == "treated" and _NAMED_AFTER.match(text, find.end):
            continue
        if _ADJECTIVE.search(text, find.start, find.end) and _NOUN_AFTER.match(text, find.end):
            continue
        if not taken.touch(find.start, find.end):
            yield find


def _by_count(low: str, words: WordPlaces) -> Iterator[Found]:
    for match in (m for start in words.of(_FIRST_SECOND) if (m := _COUNTED.match(low, start))):
        if not _NOUN_AFTER.match(low, match.end()):
            yield Found(match.start(), match.end(), ArmReference("first" if match["first"] else "second"))


def _by_dose(text: str, words: WordPlaces) -> Iterator[Found]:
    starts = {*words.of(_ALONE)}
    for word in words.of(_LED):
        starts.update(range(max(0, word - _LEAD), word + 1))
    read_to = 0
    for start in sorted(starts):
        if start >= read_to and (match := _BY_DOSE.match(text, start)):
            read_to = match.end()
            yield Found(match.start(), match.end(), ArmReference("dose"))
