"""A sentence with its mentions replaced by marks, so that rules on wording are short regular expressions.

« Le baricitinib inhibe JAK1 et JAK2 » becomes `le ⟨d0⟩ inhibe ⟨t1⟩ et ⟨t2⟩`: lower case, without accents, each mention
a letter for its family and its number in the sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from spacy.tokens import Doc

from extract.entities.model import Drug
from extract.entities.spans import folded_of
from extract.tuples.clauses import Clauses, Mention

CLASS_LETTER = "k"
"""Letter of a drug mention that names a class (« anti-IL-23 », « JAKi », « dermocorticoïdes »)."""

V = TypeVar("V")

_MARK = re.compile(r"⟨[a-z](\d+)⟩")


def mark(letter: str) -> str:
    """The regular expression of one mention of the family `letter`, or of several letters' families.

    >>> bool(re.fullmatch(mark("d"), "⟨d12⟩"))
    True
    """
    return rf"⟨[{letter}]\d+⟩"


def mark_list(letter: str) -> str:
    """The regular expression of mentions in a row: « X, Y et Z », « du X ou de l'Y »."""
    separator = r"(?:\s*(?:,|/|\+|\bet\b|\bou\b)\s*)+(?:(?:l[ae]s?|du|des|d[e']|l')\s*)*"
    return rf"{mark(letter)}(?:{separator}{mark(letter)})*"


@dataclass(frozen=True)
class Marked:
    """A sentence's marked text and the mentions that the marks number; `start` and `end` are its characters."""

    text: str
    start: int
    end: int
    mentions: tuple[Mention, ...]

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        """Where each mark ends in the text, and how much farther in the document its mention does."""
        found = [(match.end(), self.mentions[int(match[1])].end - match.end()) for match in _MARK.finditer(self.text)]
        return [end for end, _ in found], [shift for _, shift in found]

    def offset(self, position: int) -> int:
        """The document's character at a position of the marked text; a position inside a mark is its mention's end.

        Marks are short so that rules read well; what lies behind them is longer or shorter.
        """
        ends, shifts = self._places
        behind = bisect_right(ends, position)
        if behind < len(ends) and position > self.text.rfind("⟨", 0, ends[behind]):
            return ends[behind] + shifts[behind]
        return position + (shifts[behind - 1] if behind else self.start)

    def values(self, fragment: str, kind: type[V]) -> list[V]:
        """The values of class `kind` that the marks in a fragment of the marked text stand for, in order."""
        if "⟨" not in fragment:
            return []
        mentions = self.mentions
        return [v for number in _MARK.findall(fragment) if isinstance(v := mentions[int(number)].value, kind)]

    def drug_names(self, fragment: str) -> list[str]:
        """The names of the drugs (classes left out) in a fragment, in order, each once."""
        return list(dict.fromkeys(drug.name for drug in self.values(fragment, Drug) if not drug.is_class))


def mark_sentence(doc: Doc, sentence: Clauses, letters: Mapping[str, str], extra: Iterable[Mention] = ()) -> Marked:
    """`sentence` of `doc` with the mentions of the families in `letters` (family → letter) and `extra` ones marked.

    Of two that overlap the longer is kept; a class that names its target (« inhibiteur de JAK1 ») leaves its place to
    the target where targets are marked. An extra mention takes its family's first letter.
    """
    found = sentence.of_each(letters)
    found += extra
    if targets := [mention for mention in found if mention.family == "target"]:
        found = [mention for mention in found if not _is_class_around(mention, targets)]
    mentions = tuple(_without_overlaps(found))
    text, last, end, pieces = folded_of(doc), sentence.start, sentence.end, []
    for number, mention in enumerate(mentions):
        pieces += [text[last : mention.start], f"⟨{_letter(mention, letters)}{number}⟩"]
        last = mention.end
    pieces.append(text[last:end])
    return Marked("".join(pieces), sentence.start, end, mentions)


def _is_class_around(mention: Mention, targets: Sequence[Mention]) -> bool:
    if not isinstance(mention.value, Drug) or not mention.value.is_class:
        return False
    return any(mention.start <= target.start and target.end <= mention.end for target in targets)


def _without_overlaps(mentions: Iterable[Mention]) -> Iterator[Mention]:
    last = -1
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if mention.start >= last:
            last = mention.end
            yield mention


def _letter(mention: Mention, letters: Mapping[str, str]) -> str:
    is_class = isinstance(mention.value, Drug) and mention.value.is_class
    return CLASS_LETTER if is_class else letters.get(mention.family, mention.family[0])
