"""A sentence with its mentions replaced by marks, so that rules on wording are short regular expressions.

« Le baricitinib inhibe JAK1 et JAK2 » becomes `le ⟨d0⟩ inhibe ⟨t1⟩ et ⟨t2⟩`: lower case, without accents, each mention
a letter for its family and its number in the sentence.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from extract.entities.folding import fold_lower
from extract.entities.model import Drug

CLASS_LETTER = "k"
"""Letter of a drug mention that names a class by its target (« anti-IL-23 », « inhibiteurs de JAK »)."""

_MARK = re.compile(r"⟨([a-z])(\d+)⟩")


def mark(letter: str) -> str:
    """The regular expression of one mention of the family `letter`, or of several letters' families.

    >>> bool(re.fullmatch(mark("d"), "⟨d12⟩"))
    True
    """
    return rf"⟨[{letter}]\d+⟩"


def mark_list(
    letter: str, separator: str = r"(?:\s*(?:,|/|\+|\bet|\bou)\s*)+(?:(?:l[ae]s?|du|des|d[e']|l')\s*)*"
) -> str:
    """The regular expression of mentions in a row: « X, Y et Z », « du X ou de l'Y »."""
    return rf"{mark(letter)}(?:{separator}{mark(letter)})*"


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence's marked text and the mentions that the marks number; `start` and `end` are its characters."""

    text: str
    start: int
    end: int
    mentions: tuple[Span, ...]

    def offset(self, position: int) -> int:
        """The document's character at a position of the marked text; a position inside a mark is its mention's end.

        Marks are as short as they are so that rules read well; what lies behind them is longer or shorter.
        """
        shift = self.start
        for found in _MARK.finditer(self.text):
            span = self.mentions[int(found[2])]
            if position < found.end():
                return shift + position if position <= found.start() else span.end_char
            shift = span.end_char - found.end()
        return shift + position

    def spans(self, fragment: str, letters: str) -> list[Span]:
        """The mentions of the families `letters` in a fragment of the marked text, in order."""
        return [self.mentions[int(number)] for letter, number in _MARK.findall(fragment) if letter in letters]

    def drug_names(self, fragment: str) -> list[str]:
        """The names of the drugs (classes left out) in a fragment, in order, each once."""
        return list(dict.fromkeys(span._.value.name for span in self.spans(fragment, "d")))


def mark_sentence(
    doc: Doc, sentence: Span, letters: Mapping[str, str], keep: Callable[[Span], bool] = lambda span: True
) -> Marked:
    """`sentence` of `doc` with the mentions of the families in `letters` (family → letter) marked.

    Of two that overlap the longer is kept; a class that names its target (« inhibiteur de JAK1 ») leaves its place to
    the target where targets are marked. `keep` says which mentions are marked at all.
    """
    found = [span for span in _mentions_in(doc, sentence, letters) if keep(span)]
    targets = [span for span in found if span.label_ == "target"]
    mentions = tuple(_without_overlaps(span for span in found if not _is_class_around(span, targets)))
    text, last, pieces = doc.text, sentence.start_char, []
    for number, span in enumerate(mentions):
        pieces += [text[last : span.start_char], f"⟨{_letter(span, letters)}{number}⟩"]
        last = span.end_char
    pieces.append(text[last : sentence.end_char])
    marked = "".join(piece if piece.startswith("⟨") else fold_lower(piece) for piece in pieces)
    return Marked(marked, sentence.start_char, sentence.end_char, mentions)


def _mentions_in(doc: Doc, sentence: Span, letters: Mapping[str, str]) -> Iterator[Span]:
    for family in letters:
        for span in doc.spans[family]:
            if sentence.start_char <= span.start_char < sentence.end_char:
                yield span


def _is_class_around(span: Span, targets: Sequence[Span]) -> bool:
    value = span._.value
    if not isinstance(value, Drug) or not value.is_class:
        return False
    return any(span.start_char <= target.start_char and target.end_char <= span.end_char for target in targets)


def _without_overlaps(spans: Iterable[Span]) -> Iterator[Span]:
    last = -1
    for span in sorted(spans, key=lambda span: (span.start_char, -span.end_char)):
        if span.start_char >= last:
            last = span.end_char
            yield span


def _letter(span: Span, letters: Mapping[str, str]) -> str:
    value = span._.value
    if isinstance(value, Drug) and value.is_class and value.targets:
        return CLASS_LETTER
    return letters[span.label_]
