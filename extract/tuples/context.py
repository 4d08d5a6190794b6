"""What a document has said so far: the trial, drugs, disease, phase and size that still hold at a sentence."""

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.text.model import SourceText
from schema.vocabulary import Phase


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds at the sentence of characters `start` to `end`, from itself and from what stands before it.

    `drugs` are the treatments under study, first named first; more than one means that the sentence alone must say
    which is meant. Cells that nothing before supports are None or empty.
    """

    start: int
    end: int
    drugs: tuple[str, ...] = ()
    comparators: tuple[str, ...] = ()
    dose: str | None = None
    indication: str | None = None
    phase: Phase | None = None
    trials: tuple[str, ...] = ()
    registry: str | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """The frames of a document, one a sentence, in text order."""

    frames: tuple[Frame, ...] = ()

    def at(self, offset: int) -> Frame:
        """The frame of the sentence that holds the character at `offset`; an empty frame where none does.

        >>> Context((Frame(0, 10, drugs=("dupilumab",)), Frame(11, 20))).at(4).drugs
        ('dupilumab',)
        """
        index = bisect_right(self.frames, offset, key=lambda frame: frame.start) - 1
        return self.frames[index] if index >= 0 else Frame(offset, offset)


def read_context(doc: Doc, source: SourceText) -> Context:
    """The context of every sentence of `doc`; a document without sentences has no frames."""
    return Context(tuple(Frame(sentence.start_char, sentence.end_char) for sentence in doc.sents))
