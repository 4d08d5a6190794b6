"""Superscripts in a line: reference calls are put in brackets, exponents become superscript digits, ordinals stay."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.pdf.lines import Line
from extract.pdf.rows import SCRIPT_SIZE
from extract.pdf.word import Word, smallest_size

RAISED_EM = 0.12
"""How far above the baseline, in font sizes of the line, a superscript stands at least."""

_NUMBERS = re.compile(r"\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*,?")
_UNIT_BEFORE = re.compile(r"(?:\b|\d)[cdmkµ]?m\Z")
_POWER_BEFORE = re.compile(r"(?:\A|[^\d,.])10\Z")
_RAISED = str.maketrans("0123456789-–−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")


def is_raised(word: Word, line: Line) -> bool:
    """Whether a word is a superscript of its line."""
    return word.size < SCRIPT_SIZE * line.size and line.baseline - word.baseline > RAISED_EM * line.size


def has_scripts(line: Line) -> bool:
    """Whether some word of a line is small enough for a superscript or subscript; few lines have one."""
    return smallest_size(line.words) < SCRIPT_SIZE * line.size


def with_scripts_spelt(line: Line) -> Iterator[tuple[str, list[Word]]]:
    """The words of a line as they are to be written, each with the words on the page that it came from.

    A run of raised numbers becomes one call, « 52¹² » gives « 52[12] », « m² » and « 10⁶ » keep a raised digit.
    """
    if not has_scripts(line):
        yield from ((word.text, [word]) for word in line.words)
        return
    before = ""
    for raised, run in groupby(line.words, key=lambda word: is_raised(word, line)):
        words = list(run)
        if raised:
            yield _written(words, before), words
        else:
            yield from ((word.text, [word]) for word in words)
            before = words[-1].text


def _written(words: Sequence[Word], before: str) -> str:
    text = "".join(("" if w.glued or not i else " ") + w.text for i, w in enumerate(words))
    if words[0].glued and text in ("2", "3") and _UNIT_BEFORE.search(before):
        return text.translate(_RAISED)
    if words[0].glued and _POWER_BEFORE.search(before) and re.fullmatch(r"[-–−]?\d{1,2}", text):
        return text.translate(_RAISED)
    return f"[{text.rstrip(',')}]" if _NUMBERS.fullmatch(text) else text
