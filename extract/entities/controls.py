"""Control arms: placebo, vehicle, untreated and usual-care groups, and the state before treatment."""

import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.model import Control
from extract.entities.spans import Found, finds_in, layers_of, put_spans
from extract.entities.terms import longest
from extract.entities.word_places import Words


def make_controls(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component; its terms are the synonyms of comparators.csv, from `Layers.terms`."""

    def find_controls(doc: Doc) -> Doc:
        put_spans(doc, "control", longest((*layers_of(doc).terms.get("control", ()), *_without_drug(doc))), claim=False)
        return doc

    return find_controls


Language.factory("extract_controls", default_config={"rules_dir": None}, func=make_controls)


_WITHOUT = re.compile(
    r"\b(?:absence (?:de |d'|du )(?:la |l'|traitement par (?:la |le |l')?)?|non traitee?s par (?:la |le |l')?"
    r"|(?:groupe|bras) ?[^\w ]? ?sans (?:la |le |l')?|(?:que|contre|versus) sans (?:la |le |l')?)$",
    re.IGNORECASE,
)
_WITHOUT_WORDS = Words("absence", "non", "sans")
_REACH = 40
"""Characters before a drug in which the wording begins."""


def _without_drug(doc: Doc) -> Iterator[Found]:
    """« l'absence de réadaptation », « non traités par le méthotrexate »: the arm that goes without the treatment."""
    text: str = layers_of(doc).reading
    for word in layers_of(doc).words.of(_WITHOUT_WORDS):
        for drug in finds_in(doc, "drug", word, word + _REACH + 1):
            if match := _WITHOUT.search(text, max(0, drug.start - _REACH), drug.start):
                yield Found(match.start(), drug.end, Control("contrôle"))
