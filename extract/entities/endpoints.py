"""Endpoints by canonical label: scales with their thresholds, outcomes and adverse events by name."""

import re
from collections.abc import Callable, Iterable
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.lexicons import EVENT_CUE, SCALE
from extract.entities.model import Endpoint
from extract.entities.spans import Found, claim_characters, put_spans
from extract.entities.terms import longest
from extract.entities.thresholds import read_scale


def make_endpoints(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component; its terms are those of scales.csv and endpoints.csv, from `doc._.terms`."""
    return _find_endpoints


Language.factory("extract_endpoints", default_config={"rules_dir": None}, func=make_endpoints)


def _find_endpoints(doc: Doc) -> Doc:
    text: str = doc._.reading
    scales = [find for scale in doc._.terms.get(SCALE, ()) for find in read_scale(text, scale)]
    named = [
        find
        for find in doc._.terms.get("endpoint", ())
        if _is_endpoint(doc, find) and not _is_head_of_scale(text, find, scales) and not _cuts_threshold(find, scales)
    ]
    finds = longest((*scales, *named))
    put_spans(doc, "endpoint", finds, claim=False)
    claim_characters(doc, ((f.start, f.end) for f in finds if re.search(r"\d", text[f.start : f.end])))
    return doc


_HEAD = re.compile(r"(?:taux de )?(?:reponses?|ameliorations?|repondeurs|succes|reduction|diminution)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;:,()\n]")
_HEAD_REACH = 40


def _is_head_of_scale(text: str, find: Found, scales: Iterable[Found]) -> bool:
    """Whether a general word belongs to the scale behind it: « réponse PASI 75 », « amélioration moyenne du DLQI »."""
    if not _HEAD.fullmatch(text, find.start, find.end):
        return False
    between = (text[find.end : s.start] for s in scales if find.end <= s.start <= find.end + _HEAD_REACH)
    return any(not _CLAUSE_END.search(gap) for gap in between)


def _cuts_threshold(find: Found, scales: Iterable[Found]) -> bool:
    """Whether a term would take the scale and leave its threshold: the « réponse IGA » of « réponse IGA 0/1 »."""
    exact = (s for s in scales if cast(Endpoint, s.value).threshold)
    return any(s.start < find.end < s.end for s in exact)


def _is_endpoint(doc: Doc, find: Found) -> bool:
    """Whether a named endpoint is meant: « zona » is an adverse event only where the sentence reports events."""
    if cast(Endpoint, find.value).kind != "event":
        return True
    if not any(s.start_char <= find.start and find.end <= s.end_char for s in doc.spans["disease"]):
        return True
    span = doc.char_span(find.start, find.end, alignment_mode="expand")
    sentence = span.sent if span is not None else doc[:]
    return _within(doc._.terms.get(EVENT_CUE, ()), sentence.start_char, sentence.end_char)


def _within(finds: Iterable[Found], start: int, end: int) -> bool:
    return any(start <= find.start and find.end <= end for find in finds)
