"""Diseases by their usual French name: full names anywhere, short forms where the document speaks of that disease."""

import re
from collections.abc import Callable
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.lexicons import DISEASE_ABBREVIATION
from extract.entities.model import Disease
from extract.entities.spans import CLAIMED, Found, layers_of, put_spans
from extract.entities.terms import longest

SAFE_ABBREVIATION = 3
"""Short forms of so many capitals or more (« CSU », « BPCO ») stand for their disease without its full name."""


_PART_OF_NAME = re.compile(rf"{CLAIMED}|^-|-$")
"""The PSO of « POETYK PSO-1 » belongs to the trial, the CHE of « IGA-CHE » to the scale."""


def make_diseases(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component; its terms come from `Layers.terms`."""

    def find_diseases(doc: Doc) -> Doc:
        named = layers_of(doc).terms.get("disease", [])
        put_spans(doc, "disease", longest((*named, *_short_forms(doc, named))), claim=False)
        return doc

    return find_diseases


Language.factory("extract_diseases", default_config={"rules_dir": None}, func=make_diseases)


def _short_forms(doc: Doc, named: list[Found]) -> list[Found]:
    """Abbreviations of diseases that the document names in full, and those too long to mean something else."""
    spoken_of = {cast(Disease, find.value).name for find in named}
    drugs = {find.start for find in layers_of(doc).terms.get("drug", ())}  # PRP: plasma riche en plaquettes
    return [
        find
        for find in layers_of(doc).terms.get(DISEASE_ABBREVIATION, ())
        if not _PART_OF_NAME.search(layers_of(doc).unclaimed[max(0, find.start - 1) : find.end + 1])
        and (
            cast(Disease, find.value).name in spoken_of
            or (find.end - find.start >= SAFE_ABBREVIATION and find.start not in drugs)
        )
    ]
