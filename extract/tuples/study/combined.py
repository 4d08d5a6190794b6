"""« L'association », « cette trithérapie »: the drugs told of before, given together, as the drug of a study."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.entities.combinations import combination_name
from extract.entities.model import Drug
from extract.entities.spans import finds_in, folded_of
from extract.rules.word_lists import holds_any
from extract.tuples.context import Frame

_POINTER = re.compile(
    r"\b(?:(?P<this>cette)|l'|la)\s?(?:(?P<number>triple|double)\s)?"
    r"(?P<word>association|combinaison|bitherapie|tritherapie)\b"
    r"(?(this)|(?!\s(?:de|du|entre|avec|au|aux|a la)\b|\sd'|\sa l'))"
)
_CORES = ("association", "combinaison", "therapie")
_JOINED = re.compile(r"\b(?:associ|combin|couple|et\b|plus\b|avec\b)|\+")
"""Words that a sentence or heading joins the members of a combination with."""

_REACH = 2
"""How many sentences back « cette association » points at most: its antecedent is the last pair told of."""

_MEMBERS = {"triple": 3, "tritherapie": 3, "double": 2, "bitherapie": 2}


@dataclass(frozen=True, slots=True)
class Combination:
    """A treatment of two or more drugs given together; `name` has its members in alphabetical order."""

    members: tuple[str, ...]

    @property
    def name(self) -> str:
        """The evidence table's name.

        >>> Combination(("adapalène", "peroxyde de benzoyle")).name
        'adapalène + peroxyde de benzoyle'
        """
        return combination_name(self.members)


def combination_meant(doc: Doc, folded: str, frames: Sequence[Frame], number: int) -> Combination | None:
    """The combination that a sentence, its text `folded`, points back to; None where it does not or none was told.

    `frames` are those of all sentences in text order, the sentence's own the one at `number`.
    """
    pointer = _POINTER.search(folded) if holds_any(folded, _CORES) else None
    if pointer is None:
        return None
    wanted = _MEMBERS.get(pointer["number"] or pointer["word"])
    for frame in reversed(frames[max(0, number - _REACH) : number]):
        told = _told_together(doc, frame)
        if told:
            return next((Combination(members) for members in told if wanted in (None, len(members))), None)
    return None


def _told_together(doc: Doc, frame: Frame) -> list[tuple[str, ...]]:
    """The combinations that a sentence may tell of: the one it names, then all its drugs where it joins them."""
    targets = finds_in(doc, "target", frame.start, frame.end)
    names = {
        find.value.name
        for find in finds_in(doc, "drug", frame.start, frame.end)
        if isinstance(find.value, Drug)
        and not find.value.is_class
        and not any(target.start <= find.start and find.end <= target.end for target in targets)
    }
    joined = [tuple(name.split(" + ")) for name in names if " + " in name]
    everything = tuple(sorted({member for name in names for member in name.split(" + ")}))
    text = folded_of(doc)[frame.start : frame.end]
    told = joined if len(joined) == 1 else []
    return [*told, everything] if len(everything) > 1 and _JOINED.search(text) else told
