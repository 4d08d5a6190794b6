"""Lines become paragraphs: cut at indents, short last lines and bullets; line ends joined."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extract.pdf.lines import Line
from extract.text.hyphens import LINE_END_HYPHENS, has_lost_hyphen, keeps_hyphen
from extract.text.ligatures import with_ligatures
from extract.text.places import Places
from extract.text.repair import repaired
from extract.text.scripts import has_scripts, with_scripts_spelt
from extract.text.traced import Traced
from extract.text.words import Lexicon

INDENT_EM = 0.7
"""Indent, in font sizes, that starts a paragraph; journals indent by 1 to 2 em."""

TAIL_CHARS = 80
"""Characters looked at, at the end of a text, for its last word or mark."""

_BULLET = re.compile(r"[•●▪■❙❚❘▶►◆‣∎✓➤➔→◦o–—\ufffd-]\s")
_FINAL_CHARACTERS = frozenset('.!?…:»”")]')
_RANGE_CUT = re.compile(r"\d.\Z")
_BAR_CUT = re.compile(r"\w/\Z")
_LAST_WORD = re.compile(r"\S+\Z")
_FIRST_WORD = re.compile(r"[\w’']+(?:-\w+)*")
_SENTENCE_END = re.compile(r"[.!?…:][»”\")\]]*\Z|[.!?…]\s?\[[\d,\s–-]+\]\Z")


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a sentence's final mark, a closing quote, bracket or reference call after it or not.

    >>> ends_sentence("était bonne. [12]"), ends_sentence("les patients de")
    (True, False)
    """
    tail = text[-TAIL_CHARS:].rstrip()
    return tail[-1:] in _FINAL_CHARACTERS and _SENTENCE_END.search(tail) is not None


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


def joined_lines(lines: Sequence[Line], places: Places, lexicon: Lexicon) -> Traced:
    """The lines of one paragraph as one text, hyphens at line ends resolved and characters repaired."""
    return with_ligatures(repaired(_joined([_placed(line, places) for line in lines], lexicon)), lexicon)


def joined_texts(first: Traced, second: Traced, lexicon: Lexicon) -> Traced:
    """Two parts of one paragraph, as from two columns or pages."""
    parts = [(part.text, part.origins) for part in (first, second)]
    return with_ligatures(repaired(_joined(parts, lexicon)), lexicon)


def traced_line(line: Line, places: Places) -> Traced:
    """The words of a line, each with its place, spaces with that of the word before."""
    text, origins = _placed(line, places)
    return Traced(text, tuple(origins))


def _placed(line: Line, places: Places) -> tuple[str, list[int]]:
    """The text of a line and the origins of its characters, a space's being that of the word before."""
    if has_scripts(line):
        return _spelt(line, places)
    origins: list[int] = []
    for origin, word in enumerate(line.words, places.of_each(line.words)):
        if word.glued and origins:
            origins.pop()
        origins += [origin] * (len(word.text) + 1)
    origins.pop()
    return line.text, origins


def _spelt(line: Line, places: Places) -> tuple[str, list[int]]:
    texts: list[str] = []
    origins: list[int] = []
    for text, words in with_scripts_spelt(line):
        if origins and not words[0].glued:
            texts.append(" ")
            origins.append(origins[-1])
        texts.append(text)
        origins += [places.of_all(words)] * len(text)
    return "".join(texts), origins


def _joined(parts: Iterable[tuple[str, Sequence[int]]], lexicon: Lexicon) -> Traced:
    text = ""
    origins: list[int] = []
    for part, part_origins in parts:
        if text:
            kept, between = _joint(text, part, lexicon)
            text = text[:kept] + between
            del origins[kept:]
            origins += origins[-1:] * len(between)
        text += part
        origins += part_origins
    return Traced(text, tuple(origins))


def _joint(first: str, second: str, lexicon: Lexicon) -> tuple[int, str]:
    """How many characters of a line stay before the next one, and what is put between the two."""
    bare = first.rstrip()
    last, tail_end = bare[-1:], bare[-TAIL_CHARS:]
    if last in ("–", "—") and _RANGE_CUT.search(tail_end) and second[:1].isdigit():
        return len(first), ""  # a range of numbers cut after its dash
    if last == "/" and _BAR_CUT.search(tail_end) and second[:1].isalnum():
        return len(first), ""  # « mg/kg » cut after its bar
    if not bare or last not in LINE_END_HYPHENS or len(bare) < 2 or not bare[-2].isalnum():
        return (len(bare), "") if has_lost_hyphen(tail_end, second, lexicon) else (len(first), " ")
    head, tail = _LAST_WORD.search(tail_end[:-1]), _FIRST_WORD.match(second)
    if head is None or tail is None:
        return len(first), ""
    return len(bare) - 1, "-" if keeps_hyphen(head[0], tail[0], lexicon) else ""
