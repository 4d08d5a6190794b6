"""What every component reads and writes: the text still open to reading, and the spans of a family.

`layers_of(doc)` holds the texts that they search. spaCy's extension attributes would serve as well; an access to one
takes 5 µs, and a page sees sixty.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, TypeVar

from spacy.attrs import IDX, SENT_START, SPACY
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.entities.folding import fold_lower
from extract.entities.number_places import NumberPlaces
from extract.entities.pieces import Pieces, pieces
from extract.entities.word_places import WordPlaces

T = TypeVar("T")

CLAIMED = "\x1a"
"""Stands in `Layers.unclaimed` for a character that an earlier component has read; no word, no space, no digit."""


_DIGIT = re.compile(r"\d")


class Found(NamedTuple):
    """Characters `start` to `end` of the document, and the typed value (entities/model.py) that they hold."""

    start: int
    end: int
    value: object


@dataclass(slots=True)
class Layers:
    """The texts of a document that components search, each as long as `doc.text`, so that offsets hold in all.

    `reading` is the text folded (`folding.fold`), with line breaks where nothing is to be read and spaces where a
    reference call stood; `unclaimed` is the same with `CLAIMED` over every character that an earlier component has
    read. Both are there in lower case too. `pieces` are those of `reading`, `words` their places, `numbers` the
    places where its numbers may begin, `terms` the finds in the lexicons by family.
    `hidden` holds (start, end, blank): the character that stands in for each one of that stretch.
    """

    hidden: tuple[tuple[int, int, str], ...] = ()
    reading: str = ""
    reading_low: str = ""
    _unclaimed: str = ""
    _unclaimed_low: str = ""
    _claimed: list[tuple[int, int]] = field(default_factory=list)
    _claimed_low: list[tuple[int, int]] = field(default_factory=list)
    pieces: Pieces = field(default_factory=lambda: Pieces([], [], []))
    words: WordPlaces = field(default_factory=lambda: WordPlaces.of_text(""))
    numbers: NumberPlaces = field(default_factory=lambda: NumberPlaces([], [], [], [], []))
    terms: Mapping[str, list[Found]] = field(default_factory=dict)

    def read(self, reading: str) -> None:
        """Make `reading` the text to be searched, all of it unclaimed."""
        self.reading = self._unclaimed = reading
        self.reading_low = self._unclaimed_low = reading.lower()
        self.pieces = pieces(reading)
        self.words = WordPlaces(self.pieces)
        self.numbers = NumberPlaces.of(self.pieces, self.words)

    def claim(self, ranges: list[tuple[int, int]]) -> None:
        """Close the character `ranges` to later components."""
        self._claimed += ranges
        self._claimed_low += ranges

    def claim_numbers(self, finds: Iterable[Found]) -> None:
        """Close the finds of words that hold digits: the 5 of « 5-FU » and the 17 of « anti-IL-17 » are no numbers."""
        self.claim([(f.start, f.end) for f in finds if _DIGIT.search(self.reading, f.start, f.end)])

    @property
    def unclaimed(self) -> str:
        """The reading without what is claimed; made anew only when asked for after a claim, as is the next."""
        if self._claimed:
            self._unclaimed = _blanked(self._unclaimed, self._claimed)
            self._claimed = []
        return self._unclaimed

    @property
    def unclaimed_low(self) -> str:
        """`unclaimed` in lower case."""
        if self._claimed_low:
            self._unclaimed_low = _blanked(self._unclaimed_low, self._claimed_low)
            self._claimed_low = []
        return self._unclaimed_low


def _blanked(text: str, ranges: list[tuple[int, int]]) -> str:
    parts = []
    last = 0
    for start, end in sorted(ranges):
        if end > last:
            start = max(start, last)
            parts += [text[last:start], CLAIMED * (end - start)]
            last = end
    return "".join(parts) + text[last:]


def once(doc: Doc, key: Hashable, make: Callable[[Doc], T]) -> T:
    """What `make` makes of a document: made at the first call, and kept with the document by `key`."""
    kept = doc.user_data
    if key not in kept:
        kept[key] = make(doc)
    made: T = kept[key]
    return made


def layers_of(doc: Doc) -> Layers:
    """The layers of `doc`, empty before the first component has run."""
    return once(doc, "layers", lambda _: Layers())


def register_extensions() -> None:
    """Declare `span._.value`; any number of times."""
    Span.set_extension("value", getter=_value, setter=_set_value, force=True)


def text_of(doc: Doc) -> str:
    """`doc.text` as the tokenizer kept it: spaCy joins all tokens anew at every call, which takes milliseconds."""
    return once(doc, "text", lambda doc: str(doc.text))


def folded_of(doc: Doc) -> str:
    """`text_of(doc)` folded and in lower case, as long as it; made once for a document."""
    return once(doc, "folded", lambda doc: fold_lower(text_of(doc)))


def spans_in(doc: Doc, family: str, start: int, end: int) -> tuple[Span, ...]:
    """The spans of a family that begin at a character from `start` to before `end`, in text order.

    spaCy makes a family's spans anew each time it is gone through; here they are made once for a document.
    """
    starts, spans = _kept_spans(doc, family)
    return spans[bisect_left(starts, start) : bisect_left(starts, end)]


def _kept_spans(doc: Doc, family: str) -> tuple[list[int], tuple[Span, ...]]:
    """The spans of a family, and where they start."""

    def keep(doc: Doc) -> tuple[list[int], tuple[Span, ...]]:
        spans = tuple(doc.spans.get(family, ()))
        return [span.start_char for span in spans], spans

    return once(doc, ("spans", family), keep)


def found_in(doc: Doc, family: str) -> Sequence[Found]:
    """The finds of a family, in text order, as its spans tell them; none for a family that no component looks for."""

    def read(doc: Doc) -> Sequence[Found]:
        return [Found(span.start_char, span.end_char, span._.value) for span in doc.spans.get(family, ())]

    return once(doc, ("finds", family), read)


def _value(span: Span) -> object:
    """spaCy keeps one value for a stretch of text; « acné » is a disease and an event, so ours is kept by family."""
    return span.doc.user_data.get(("value", span.label_, span.start_char, span.end_char))


def _set_value(span: Span, value: object) -> None:
    span.doc.user_data["value", span.label_, span.start_char, span.end_char] = value


def put_spans(doc: Doc, family: str, found: Iterable[Found], *, claim: bool = True) -> None:
    """Set `doc.spans[family]`, in text order, and close the characters to later components where `claim`.

    Components that find plain words (drugs without digits, cues) pass `claim=False`, so that rules on wording still
    see them. A find in hidden text is dropped. Where one ends inside a token, the span grows to the token;
    the tokenizer leaves few such tokens.
    """
    layers = layers_of(doc)
    reading = layers.reading
    ordered = sorted((f for f in found if not reading[f.start : f.end].isspace()), key=lambda f: (f.start, -f.end))
    if not ordered and not doc.spans[family]:
        return
    _set_spans(doc, family, ordered)
    if claim:
        layers.claim([(f.start, f.end) for f in ordered])


def _set_spans(doc: Doc, family: str, ordered: Iterable[Found]) -> None:
    """Make the spans of the finds, as `doc.char_span(…, alignment_mode="expand")` does in five times as long."""
    starts, is_spaced = tokens_of(doc)
    label, kept = doc.vocab.strings.add(family), doc.user_data
    spans, finds = [], []
    for find in ordered:
        start, end, value = find
        first, last = bisect_right(starts, start) - 1, bisect_left(starts, end)
        if is_spaced[first] and start + 1 == starts[first + 1]:
            first += 1  # the find begins with the space behind a token
        begin, finish = starts[first], starts[last] - is_spaced[last - 1]
        kept["value", family, begin, finish] = value
        spans.append(Span(doc, first, last, label=label))
        finds.append(find if begin == start and finish == end else Found(begin, finish, value))
    doc.spans[family] = spans
    kept["finds", family] = finds
    kept["spans", family] = ([find.start for find in finds], tuple(spans))


def tokens_of(doc: Doc) -> tuple[list[int], list[bool]]:
    """Where the tokens of `doc` start, and last the end of its text; and whether a space follows each.

    The tokenizer knows; a look-up there costs less than a `Token` made for it.
    """
    return once(doc, "tokens", _read_tokens)


def _read_tokens(doc: Doc) -> tuple[list[int], list[bool]]:
    starts, is_spaced = doc.to_array([IDX, SPACY]).T
    return [*starts.tolist(), len(text_of(doc))], is_spaced.astype(bool).tolist()


def sentences_of(doc: Doc) -> list[tuple[int, int]]:
    """Where each sentence of `doc` begins and ends, as `doc.sents` tells it without a `Span` for each."""
    return once(doc, "sentences", _read_sentences)


def _read_sentences(doc: Doc) -> list[tuple[int, int]]:
    starts, is_spaced = tokens_of(doc)
    begun = (doc.to_array(SENT_START) == 1).nonzero()[0].tolist()
    tokens = sorted({0, *begun, len(doc)})
    return [(starts[first], starts[behind] - is_spaced[behind - 1]) for first, behind in pairwise(tokens)]


def register_finder(module: str, family: str, find: Callable[[Layers], Iterable[Found]], *, claim: bool = True) -> None:
    """Register the factory `extract_<module>` of a component that needs nothing but the document's `Layers`."""

    def make(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
        def read(doc: Doc) -> Doc:
            put_spans(doc, family, find(layers_of(doc)), claim=claim)
            return doc

        return read

    Language.factory(f"extract_{module}", default_config={"rules_dir": None}, func=make)
