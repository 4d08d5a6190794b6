"""The terms of a document: those of the lexicons, and the abbreviations that the document defines for them.

« hidradénite suppurée (HS) » makes HS that disease for the whole document, by the method of A. Schwartz and M. Hearst,
« A simple algorithm for identifying abbreviation definitions in biomedical text » (Pacific Symposium on Biocomputing,
2003): the letters of the short form are sought from right to left in the words before the bracket.

Sets `Layers.terms`, the finds by family (`extract.entities.lexicons`), which the components of each family read.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.anchors import matches_at, starts_of
from extract.entities.lexicons import EVENT_CUE, ROUTE, all_terms
from extract.entities.model import Drug
from extract.entities.spans import Found, layers_of, text_of
from extract.entities.terms import TermMatcher, longest
from extract.entities.word_places import WordPlaces, Words
from extract.rules import load_rules

_SHORT = r"(?P<short>[A-Z][A-Za-z0-9-]{1,9})"
_BRACKET = Words("(")
_COMPARE = Words(beginnings=("compar",))
_AFTER = re.compile(rf"\([ ]?(?:(?:groupe|bras)[ ])?{_SHORT}[ ]?(?=[),;:]|ou\b|en anglais\b)")
_SHORT_AT_END = re.compile(rf"\b{_SHORT}\Z")
_LONGEST_SHORT = 10
_BEFORE = re.compile(r" \((?:pour |ou |l'|la |le |les )?(?=\w)")
"""« HS (hidradénite suppurée) »: the bracket is looked for first."""
_MEANWHILE = re.compile(r"(?: [\w'-]+){0,4}")
"""What may stand between a term and its short form: « dermatite atopique modérée à sévère (DA) »."""

_REACH = 60
"""Characters before the bracket in which the term must end."""

_HEAD = re.compile(
    r"(?:traitement|therapie|prophylaxie|vaccin\w*|programme|readaptation|entretien|supplementation)\b[^,;:.()\n]{0,40}\Z",
    re.IGNORECASE,
)
"""Words that open the long form before the term: « traitement substitutif par buprénorphine (TSB) »."""

_COMPARED = re.compile(
    r"\bcompar\w+ (?P<one>[^.;:()\n]{5,110}) \((?P<first>[A-Z][A-Za-z0-9-]{1,9})\)"
    r" (?:a|au|aux|avec|contre|versus)\b (?P<other>[^.;:()\n]{5,90}) \((?P<second>[A-Z][A-Za-z0-9-]{1,9})\)",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:scores?|indices?|echelles?|taux|mortalite|survie|qualite|tests?|questionnaires?|criteres?)\b", re.IGNORECASE
)
"""Words that make what is compared an outcome rather than a treatment."""

UNNAMED = (ROUTE, EVENT_CUE, "arm_reference")
"""Families of terms that no text abbreviates."""


def make_abbreviations(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component with the rules of `rules_dir` laid over ours."""
    matcher = TermMatcher(all_terms(load_rules(Path(rules_dir) if rules_dir else None)))

    def find_terms(doc: Doc) -> Doc:
        layers = layers_of(doc)
        terms = matcher(layers.pieces, text_of(doc))
        layers.terms = with_abbreviations(layers.reading, layers.words, terms)
        return doc

    return find_terms


Language.factory("extract_abbreviations", default_config={"rules_dir": None}, func=make_abbreviations)


def with_abbreviations(text: str, words: WordPlaces, terms: Mapping[str, list[Found]]) -> dict[str, list[Found]]:
    """`terms` of the folded `text`, with every later mention of the short forms that the text defines for them.

    `words` are the places of its words.
    """
    defined = dict(_definitions(text, words, terms))
    for short in _compared(text, words):
        defined.setdefault(short, ("drug", Drug(short, is_procedure=True)))
    if not defined:
        return dict(terms)
    learnt: dict[str, list[Found]] = {}
    for start, short in _mentions(defined, text):
        family, value = defined[short]
        learnt.setdefault(family, []).append(Found(start, start + len(short), value))
    return {f: longest((*terms.get(f, ()), *learnt.get(f, ()))) for f in dict.fromkeys((*terms, *learnt))}


def _mentions(shorts: Iterable[str], text: str) -> Iterator[tuple[int, str]]:
    """Where short forms stand as whole words, in text order; of two at one place the longer."""
    found = [(start, -len(short), short) for short in shorts for start in starts_of((short,), text)]
    read_to = 0
    for start, _, short in sorted(found):
        if start >= read_to and not (_INSIDE.match(text, start) or _GOES_ON.match(text, start + len(short))):
            read_to = start + len(short)
            yield start, short


_INSIDE, _GOES_ON = re.compile(r"(?<=[\w-])"), re.compile(r"\w")


def _compared(text: str, words: WordPlaces) -> Iterator[str]:
    """The short forms of two treatments of no lexicon: « comparer la cryochirurgie (CRC) à l'exérèse large (EXL) »."""
    for match in matches_at(words.of(_COMPARE), _COMPARED, text):
        sides = ((match["one"], match["first"]), (match["other"], match["second"]))
        if all(_abbreviates(short, long) and not _MEASURED.search(long) for long, short in sides):
            yield from (short for _, short in sides)


def _abbreviates(short: str, long: str) -> bool:
    """Whether some words at the end of `long` are abbreviated by `short`."""
    return any(is_short_form(short, long[word.start() :]) for word in re.finditer(r"\b\w", long))


def _definitions(
    text: str, words: WordPlaces, terms: Mapping[str, list[Found]]
) -> Iterator[tuple[str, tuple[str, object]]]:
    brackets = words.of(_BRACKET)
    named = [(family, find) for family, finds in terms.items() if family not in UNNAMED for find in finds]
    behind = list(matches_at(brackets, _AFTER, text))
    ends = sorted(named, key=lambda pair: pair[1].end) if behind else []
    for match in behind:
        bracket = match.start() - text.endswith(" ", 0, match.start())
        for family, find in _terms_before(bracket, text, ends):
            head = _HEAD.search(text, max(0, find.start - _REACH), find.start)
            opened = head and is_short_form(match["short"], text[head.start() : find.end])
            if opened or is_short_form(match["short"], text[find.start : bracket]):
                yield match["short"], (family, find.value)
                break
    starts = {find.start: (family, find) for family, find in named}
    for match in matches_at((at - 1 for at in brackets if at), _BEFORE, text):
        if match.end() in starts:
            family, find = starts[match.end()]
            short = _SHORT_AT_END.search(text, max(0, match.start() - _LONGEST_SHORT), match.start())
            if short and is_short_form(short["short"], text[find.start : find.end]):
                yield short["short"], (family, find.value)


def _terms_before(end: int, text: str, ends: list[tuple[str, Found]]) -> list[tuple[str, Found]]:
    """Terms that end at `end` or a few words before it, nearest first, then longest; `ends` is sorted by their end."""
    first = bisect_right(ends, end - _REACH, key=lambda pair: pair[1].end)
    last = bisect_right(ends, end, key=lambda pair: pair[1].end)
    near = [pair for pair in ends[first:last] if _MEANWHILE.fullmatch(text, pair[1].end, end)]
    return sorted(near, key=lambda pair: (-pair[1].end, pair[1].start))


def is_short_form(short: str, long: str) -> bool:
    """Whether `short` abbreviates `long`: its letters stand there in order, or are its words' initials in any order.

    The second serves the English short forms that French texts keep: « urticaire chronique spontanée (CSU) ».

    >>> is_short_form("HS", "hidradenite suppuree"), is_short_form("CSU", "urticaire chronique spontanee")
    (True, True)
    >>> is_short_form("EMA", "dermatite atopique")
    False
    """
    if sum(map(str.isupper, short)) < 2:
        return False
    letters = [c for c in short.lower() if c.isalnum()]
    initials = sorted(word[0] for word in re.findall(r"\w+", long.lower()))
    if sorted(letters) == initials:
        return True
    position = len(long)
    for index in range(len(letters) - 1, -1, -1):
        position = _previous(long.lower(), letters[index], position, at_word_start=index == 0)
        if position < 0:
            return False
    return long[:position].strip(" '") == ""


def _previous(long: str, letter: str, before: int, *, at_word_start: bool) -> int:
    for at in range(before - 1, -1, -1):
        if long[at] == letter and not (at_word_start and at > 0 and long[at - 1].isalnum()):
            return at
    return -1
