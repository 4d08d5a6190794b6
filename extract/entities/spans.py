"""What every component reads and writes: the text still open to reading, and the spans of a family.

`layers_of(doc)` holds the texts that they search. spaCy's extension attributes would serve as well; an access to one
takes 5 µs, and a page sees sixty.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, TypeVar
from weakref import ref

from spacy.attrs import IDX, SENT_START, SPACY
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from extract.entities.folding import fold_lower
from extract.entities.model import FAMILIES
from extract.entities.number_places import NumberPlaces
from extract.entities.pieces import Pieces, pieces
from extract.entities.word_places import WordPlaces

T = TypeVar("T")

CLAIMED = "\x1a"
"""Stands in `Layers.unclaimed` for a character that an earlier component has read; no word, no space, no digit."""


_DIGIT = re.compile(r"\d")


_NO_PIECES = pieces("")
_NO_WORDS = WordPlaces(_NO_PIECES)
_NO_NUMBERS = NumberPlaces.of(_NO_PIECES, _NO_WORDS)


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
    places where its numbers may begin, `terms` the finds in the lexicons by family, `finds` those of the components.
    `hidden` holds (start, end, blank): the character that stands in for each one of that stretch.
    """

    hidden: tuple[tuple[int, int, str], ...] = ()
    reading: str = ""
    reading_low: str = ""
    _unclaimed: str = ""
    _unclaimed_low: str = ""
    _claimed: list[tuple[int, int]] = field(default_factory=list)
    _claimed_low: list[tuple[int, int]] = field(default_factory=list)
    pieces: Pieces = _NO_PIECES
    words: WordPlaces = _NO_WORDS
    numbers: NumberPlaces = _NO_NUMBERS
    terms: Mapping[str, list[Found]] = field(default_factory=dict)
    finds: dict[str, Sequence[Found]] = field(default_factory=dict)

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


def finds_in(doc: Doc, family: str, start: int, end: int) -> Sequence[Found]:
    """The finds of a family that begin at a character from `start` to before `end`, in text order."""
    finds = finds_of(doc, family)
    return finds[bisect_left(finds, start, key=_START) : bisect_left(finds, end, key=_START)]


def values_in(doc: Doc, family: str, kind: type[T], start: int, end: int) -> list[T]:
    """The values, which are of one `kind`, of `finds_in`."""
    return [find.value for find in finds_in(doc, family, start, end) if isinstance(find.value, kind)]


def finds_of(doc: Doc, family: str) -> Sequence[Found]:
    """The finds of a family, in text order, as its spans tell them; none for a family that no component looks for."""
    finds = layers_of(doc).finds
    if family not in finds:  # the spans are somebody else's
        finds[family] = [Found(s.start_char, s.end_char, s._.value) for s in doc.spans.get(family, ())]
    return finds[family]


def _value(span: Span) -> object:
    """spaCy keeps one value for a stretch of text; « acné » is a disease and an event, so ours is kept by family."""
    start, end = span.start_char, span.end_char
    set_by_hand = span.doc.user_data.get(("value", span.label_, start, end))
    if set_by_hand is not None:
        return set_by_hand
    finds = layers_of(span.doc).finds.get(span.label_, ())
    at = bisect_left(finds, start, key=_START)
    return next((find.value for find in finds[at : at + 1] if find[:2] == (start, end)), None)


def _set_value(span: Span, value: object) -> None:
    span.doc.user_data["value", span.label_, span.start_char, span.end_char] = value


class _SpansOnDemand(dict[str, SpanGroup | None]):
    """The families of `doc.spans`: the spans of one are made when it is first asked for.

    Most texts are read by their finds alone, and a `Span` costs more than all that is done with it.
    """

    def __init__(self, doc: Doc) -> None:
        super().__init__(dict.fromkeys(FAMILIES))
        self._doc = ref(doc)  # the document holds this

    def __getitem__(self, family: str) -> SpanGroup:
        group = super().__getitem__(family)
        if group is None:
            doc = self._doc()
            assert doc is not None  # as for any group of spaCy's
            group = self[family] = SpanGroup(doc, name=family, spans=_spans_of(doc, family))
        return group


def _spans_of(doc: Doc, family: str) -> list[Span]:
    starts, _ = tokens_of(doc)
    finds = layers_of(doc).finds[family]
    return [Span(doc, bisect_left(starts, f.start), bisect_left(starts, f.end), label=family) for f in finds]


def clear_spans(doc: Doc) -> None:
    """Give `doc.spans` an empty group for each family."""
    layers_of(doc).finds = {family: [] for family in FAMILIES}
    doc.spans.data = _SpansOnDemand(doc)


def put_spans(doc: Doc, family: str, found: Iterable[Found], *, claim: bool = True) -> None:
    """Set `doc.spans[family]`, in text order, and close the characters to later components where `claim`.

    Components that find plain words (drugs without digits, cues) pass `claim=False`, so that rules on wording still
    see them. A find in hidden text is dropped. Where one ends inside a token, the span grows to the token;
    the tokenizer leaves few such tokens.
    """
    layers = layers_of(doc)
    reading = layers.reading
    readable = [find for find in found if not reading[find.start : find.end].isspace()] if layers.hidden else [*found]
    readable.sort(key=_END, reverse=True)
    readable.sort(key=_START)
    layers.finds[family] = _of_whole_tokens(doc, readable)
    doc.spans.data[family] = None
    if claim:
        layers.claim([(find.start, find.end) for find in readable])


_START, _END = itemgetter(0), itemgetter(1)


def _of_whole_tokens(doc: Doc, finds: Iterable[Found]) -> list[Found]:
    """The finds as `doc.char_span(…, alignment_mode="expand")` has them."""
    starts, is_spaced = tokens_of(doc)
    grown = []
    for find in finds:
        start, end, value = find
        first, last = bisect_right(starts, start) - 1, bisect_left(starts, end)
        if is_spaced[first] and start + 1 == starts[first + 1]:
            first += 1  # the find begins with the space behind a token
        begin, finish = starts[first], starts[last] - is_spaced[last - 1]
        grown.append(find if begin == start and finish == end else Found(begin, finish, value))
    return grown


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
