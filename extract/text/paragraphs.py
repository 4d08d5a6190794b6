"""Lines become paragraphs: cut at indents, short last lines and bullets; line ends joined."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from extract.pdf.lines import Line
from extract.pdf.word import Word
from extract.text.hyphens import LINE_END_HYPHENS, has_lost_hyphen, keeps_hyphen
from extract.text.ligatures import with_ligatures
from extract.text.repair import repaired
from extract.text.scripts import with_scripts_spelt
from extract.text.traced import Traced
from extract.text.words import Lexicon

INDENT_EM = 0.7
"""Indent, in font sizes, that starts a paragraph; journals indent by 1 to 2 em."""

TAIL_CHARS = 80
"""Characters looked at, at the end of a text, for its last word or mark."""

_BULLET = re.compile(r"[•●▪■❙❚❘▶►◆‣∎✓➤➔→◦o–—\ufffd-]\s")
_SENTENCE_END = re.compile(r"[.!?…:][»”\")\]]*\Z|[.!?…]\s?\[[\d,\s–-]+\]\Z")

PlaceOf = Callable[[Sequence[Word]], int]
"""Gives the index under which the place of words read as one is kept."""


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a sentence's final mark, a closing quote, bracket or reference call after it or not.

    >>> ends_sentence("était bonne. [12]"), ends_sentence("les patients de")
    (True, False)
    """
    return _SENTENCE_END.search(text[-TAIL_CHARS:].rstrip()) is not None


def split_paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a block cut into paragraphs; never inside a sentence unless a bullet starts there."""
    if not lines:
        return []
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    paragraphs = [[lines[0]]]
    for above, line in pairwise(lines):
        if _starts_paragraph(above, line, left, right):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return paragraphs


def _starts_paragraph(above: Line, line: Line, left: float, right: float) -> bool:
    if _BULLET.match(line.text):
        return True
    if not ends_sentence(above.text):
        return False
    first_word = line.words[0].x1 - line.words[0].x0
    had_room = above.x1 + first_word + 0.3 * line.size < right - 0.5 * line.size
    indented = line.x0 > left + INDENT_EM * line.size and above.x0 < line.x0 - 0.3 * line.size
    return had_room or indented


def joined_lines(lines: Sequence[Line], place_of: PlaceOf, lexicon: Lexicon) -> Traced:
    """The lines of one paragraph as one text, hyphens at line ends resolved and characters repaired."""
    result = Traced()
    for line in lines:
        text = traced_line(line, place_of)
        result = _joined(result, text, lexicon) if result.text else text
    return with_ligatures(repaired(result), lexicon)


def joined_texts(first: Traced, second: Traced, lexicon: Lexicon) -> Traced:
    """Two parts of one paragraph, as from two columns or pages."""
    return with_ligatures(repaired(_joined(first, second, lexicon)), lexicon)


def traced_line(line: Line, place_of: PlaceOf) -> Traced:
    """The words of a line, each with its place, spaces with that of the word before."""
    texts: list[str] = []
    origins: list[int] = []
    for text, words in with_scripts_spelt(line):
        if origins and not words[0].glued:
            texts.append(" ")
            origins.append(origins[-1])
        texts.append(text)
        origins += [place_of(words)] * len(text)
    return Traced("".join(texts), tuple(origins))


def _joined(first: Traced, second: Traced, lexicon: Lexicon) -> Traced:
    bare = first.text.rstrip()
    tail_end = bare[-TAIL_CHARS:]
    if tail_end.endswith(("–", "—")) and re.search(r"\d.\Z", tail_end) and second.text[:1].isdigit():
        return first + second  # a range of numbers cut after its dash
    if tail_end.endswith("/") and re.search(r"\w/\Z", tail_end) and second.text[:1].isalnum():
        return first + second  # « mg/kg » cut after its bar
    if not bare or bare[-1] not in LINE_END_HYPHENS or len(bare) < 2 or not bare[-2].isalnum():
        if has_lost_hyphen(tail_end, second.text, lexicon):
            return Traced(bare, first.origins[: len(bare)]) + second
        return first + Traced(" ", (first.origins[-1],)) + second
    head = re.search(r"\S+\Z", tail_end[:-1])
    tail = re.match(r"[\w’']+(?:-\w+)*", second.text)
    if head is None or tail is None:
        return first + second
    cut = Traced(bare[:-1], first.origins[: len(bare) - 1])
    if keeps_hyphen(head[0], tail[0], lexicon):
        return cut + Traced("-", (cut.origins[-1],)) + second
    return cut + second
