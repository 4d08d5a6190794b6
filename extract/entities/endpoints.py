"""Endpoints by canonical label: scales with their thresholds, outcomes and adverse events by name."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.lexicons import EVENT_CUE, SCALE
from extract.entities.model import Endpoint
from extract.entities.ranges import Ranges
from extract.entities.spans import Found, layers_of, put_spans, sentences_of
from extract.entities.terms import longest
from extract.entities.thresholds import read_scale


def make_endpoints(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component; its terms are those of scales.csv and endpoints.csv, from `Layers.terms`."""
    return _find_endpoints


Language.factory("extract_endpoints", default_config={"rules_dir": None}, func=make_endpoints)


def _find_endpoints(doc: Doc) -> Doc:
    text: str = layers_of(doc).reading
    scales = [find for scale in layers_of(doc).terms.get(SCALE, ()) for find in read_scale(text, scale)]
    finds = longest((*scales, *_named(doc, scales)))
    put_spans(doc, "endpoint", finds, claim=False)
    layers_of(doc).claim_numbers(finds)
    return doc


def _named(doc: Doc, scales: Sequence[Found]) -> Iterator[Found]:
    """The endpoints of endpoints.csv, without those that are part of a scale's mention or mean a disease."""
    text: str = layers_of(doc).reading
    starts = sorted(scale.start for scale in scales)
    thresholds = Ranges((s.start, s.end) for s in scales if cast(Endpoint, s.value).threshold)
    diseases = Ranges(find[:2] for find in layers_of(doc).finds["disease"])
    is_told = _EventReports(doc)
    for find in layers_of(doc).terms.get("endpoint", ()):
        is_disease = cast(Endpoint, find.value).kind == "event" and diseases.hold(find.start, find.end)
        if is_disease and not is_told(find):
            continue  # « zona » is an adverse event only where the sentence reports events
        # « réponse IGA » must not take the scale of « réponse IGA 0/1 » and leave its threshold
        if not _is_head_of_scale(text, find, starts) and not thresholds.hold(find.end - 1, find.end + 1):
            yield find


class _EventReports:
    """Whether a find is told as an event: with a share behind it, or in a sentence that reports events."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._text = layers_of(doc).reading

    def __call__(self, find: Found) -> bool:
        """Look at the words behind the find, then at its sentence."""
        if _COUNTED.match(self._text, find.end):
            return True
        sentences = sentences_of(self._doc)
        start, end = sentences[bisect_right(sentences, (find.start, find.end)) - 1]
        return self._cues.lie_in(start, end)

    @cached_property
    def _cues(self) -> Ranges:
        return Ranges((cue.start, cue.end) for cue in layers_of(self._doc).terms.get(EVENT_CUE, ()))


_COUNTED = re.compile(r" ?[:(] ?\d+(?:,\d+)? ?%")
"""« acné : 2 % », « un zona (4 %) »: how many had the event."""

_HEAD = re.compile(r"(?:taux de )?(?:reponses?|ameliorations?|repondeurs|succes|reduction|diminution)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;:,()\n]")
_HEAD_REACH = 40


def _is_head_of_scale(text: str, find: Found, scale_starts: Sequence[int]) -> bool:
    """Whether a general word belongs to the scale behind it, or that begins in it: « réponse PASI 75 », « amélioration
    moyenne du DLQI », « taux de réponse HiSCR »."""
    if not _HEAD.fullmatch(text, find.start, find.end):
        return False
    first, last = bisect_left(scale_starts, find.start + 1), bisect_right(scale_starts, find.end + _HEAD_REACH)
    return any(not _CLAUSE_END.search(text, find.end, start) for start in scale_starts[first:last])
