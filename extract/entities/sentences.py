"""Sentences: where a block, a table row or a chart label ends, and at a stop that is no abbreviation's."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from string import ascii_uppercase

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.spans import layers_of, tokens_of

_BOUNDARY = re.compile(
    r"[\n.!?…](?:(?<=\n)\s*"
    r"|(?<!\n)(?: ?[»\"”)\]]+)? +(?=[«\"“(\[]? ?(?:[A-ZŒÆ]|\d)))"
)
"""A line's end, or a stop before a capital or digit; the class in front is what a search skips to."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:figs?|vs|ex|al|cf|env|resp|coll|tab|vol|chap|ref|art|approx|nb|[Pp]r|[Dd]r|Mme|MM?|Ste?|nos?|pp?|n|c\.-a-d)"
    r"|(?:\b[DP]r|\bM|[A-Z][a-z]+|[A-Z]\.) ?[A-Z])\.\Z",
)
"""Abbreviations of French medical prose after which a sentence goes on; a capital after a name is an initial."""
_ABBREVIATION_BEFORE_DIGIT = re.compile(r"\b(?:i\.v|s\.c|i\.m|p\.o|s\.l|max|min|art|med|moy|ca|c)\.\Z")
"""Abbreviations that may as well end a sentence: only a digit after them shows that it goes on."""
_ABBREVIATION_ENDS = (
    *("fig.", "figs.", "vs.", "ex.", "al.", "cf.", "env.", "resp.", "coll.", "tab.", "vol.", "chap.", "ref.", "art."),
    *("approx.", "nb.", "r.", "Mme.", "St.", "Ste.", "no.", "nos.", "p.", "n.", "c.-a-d."),
    *(f"{capital}." for capital in ascii_uppercase),
)
"""How the wordings of `_ABBREVIATION` end: few stops need the costlier search."""
_WINDOW = 16
"""Characters looked back over for an abbreviation; the longest above and the word before it fit."""


def mark_sentences(doc: Doc) -> Doc:
    """Set the sentence starts of `doc`; an empty Doc is handed on as it is."""
    if not len(doc):
        return doc
    offsets, _ = tokens_of(doc)
    last = offsets[len(doc) - 1]
    wanted = sentence_starts(layers_of(doc).reading or doc.text)
    starts = np.full(len(doc), -1, dtype="int64")
    starts[[0, *(bisect_left(offsets, start) for start in wanted if start <= last)]] = 1
    return doc.from_array([SENT_START], starts.astype("uint64").reshape(-1, 1))


def sentence_starts(text: str) -> Iterator[int]:
    """The offsets in `text` at which a sentence begins, the first one left out.

    >>> text = "Voir fig. 2. Le PASI 75 (vs. 12 %) monte. Bien."
    >>> [text[start:start + 3] for start in sentence_starts(text)]
    ['Le ', 'Bie']
    """
    depth, last = 0, 0
    for boundary in _BOUNDARY.finditer(text):
        start, end = boundary.span()
        if text[start] == "\n":
            depth, last = 0, start
        else:
            at = start + 1
            depth = max(0, depth + _opened(text, last, at))
            last = at
            if depth or _is_abbreviation(text, at, end):
                continue
        yield end


def _opened(text: str, start: int, end: int) -> int:
    """How many brackets open between two offsets, less those that close."""
    opening = text.count("(", start, end) + text.count("[", start, end)
    return opening - text.count(")", start, end) - text.count("]", start, end)


def _is_abbreviation(text: str, stop_end: int, next_start: int) -> bool:
    window = text[max(0, stop_end - _WINDOW) : stop_end]
    if window.endswith(_ABBREVIATION_ENDS) and _ABBREVIATION.search(window):
        return True
    return text[next_start : next_start + 1].isdigit() and bool(_ABBREVIATION_BEFORE_DIGIT.search(window))


Language.component("extract_sentences", func=mark_sentences)
