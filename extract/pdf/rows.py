"""Rows of a page: upright words on one baseline over the whole width, superscripts beside the word they belong to."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from operator import attrgetter
from statistics import median

from extract.pdf.word import Word

BASELINE_EM = 0.25
"""Words whose baselines differ by less than this share of the font size stand on one row."""

SCRIPT_SIZE = 0.85
"""A piece smaller than this share of its neighbour's size and off its baseline is a superscript or subscript."""

MIN_SCRIPT_SIZE = 0.45
"""A piece smaller than this share stands beside a drop cap or large figure, not on it."""

SCRIPT_SHIFT_EM = 0.6
"""How far, in the neighbour's font sizes, a superscript or subscript stands from the baseline at most."""

SMALL_CAPITALS = 0.6
"""Small capitals are set at 0.7 to 0.8 of the size beside them; a letter twice as large is a drop cap."""

EXACT_BASELINE_PT = 0.3
"""Difference below which two baselines are one: rounding in the content stream."""

MAX_SPACES = 2
"""Spaces between two words that follow each other in the content stream: the page's own and pdfium's."""

TOUCHING_EM = 0.06
"""Gap, in font sizes, below which words from different places of the content stream make one; spaces shrink to 0.1."""

MAX_SCRIPT_CHARS = 12
"""Characters of the superscripts on one row of words as large as the text: they belong to a title."""

SAME_PLACE_PT = 1.0
"""Two equal words closer than this are one word printed twice to look bold."""


def rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """Upright words grouped by baseline, top to bottom, each row left to right; words printed twice come once."""
    rows = _by_baseline(words)
    baselines = [row[0].baseline for row in rows]
    settled: list[list[Word]] = []
    scripts: list[list[Word]] = []
    usual = median([word.pen.size for word in words]) if words else 0.0
    for row in rows:
        may_be = row[0].pen.size < SCRIPT_SIZE * usual or _is_short(row)
        (scripts if may_be and _is_row_of_scripts(row, rows, baselines) else settled).append(row)
    for row in scripts:
        _join_scripts(row, settled)
    return [_settled(row) for row in settled]


def _is_short(row: list[Word]) -> bool:
    return len(row) <= MAX_SCRIPT_CHARS and sum([len(word.text) for word in row]) <= MAX_SCRIPT_CHARS


def _settled(row: list[Word]) -> list[Word]:
    """The row from left to right, words printed twice once; glued by place where the content stream has another order.

    The first word of a row is never glued.
    """
    kept: list[Word] = []
    right, end, x0 = -inf, -inf, -inf  # of the last word: its right edge, where it ends in the content stream, its left
    for word in sorted(row, key=attrgetter("x0")):
        if word.x0 - x0 <= SAME_PLACE_PT and any(_is_same(word, other) for other in kept[-3:]):
            continue
        if not 0 <= word.first - end <= MAX_SPACES:  # most words follow the one before
            near = word.x0 - right < TOUCHING_EM * word.pen.size
            word = word if word.glued == near else replace(word, glued=near)
        kept.append(word)
        right, end, x0 = word.x1, word.first + len(word.text), word.x0
    return kept


def _is_same(word: Word, other: Word) -> bool:
    return word.text == other.text and abs(word.x0 - other.x0) <= SAME_PLACE_PT


def _by_baseline(words: Sequence[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    last: list[Word] = []
    baseline, size = -inf, 0.0  # of the last row's first word
    for word in sorted(words, key=attrgetter("baseline", "x0")):
        if word.baseline == baseline and word.pen.size == size:
            last.append(word)  # as most words of a row
            continue
        row = _row_for(word, rows)
        if row is None:
            last = [word]
            rows.append(last)
            baseline, size = word.baseline, word.pen.size
        else:
            row.append(word)
    return rows


def _row_for(word: Word, rows: list[list[Word]]) -> list[Word] | None:
    """The last of the lowest rows whose baseline the word shares, or None; the word is not above any of them."""
    baseline, reach = word.baseline, BASELINE_EM * word.pen.size
    if reach < EXACT_BASELINE_PT:
        reach = EXACT_BASELINE_PT  # no row further up can be shared
    for row in rows[:-6:-1]:
        if baseline - row[0].baseline > reach:
            return None
        if _shares_baseline(word, row):
            return row
    return None


def _shares_baseline(word: Word, row: list[Word]) -> bool:
    """Small words stand on larger words' baseline only where it is exactly theirs and close: small capitals do."""
    first = row[0]
    shift = word.baseline - first.baseline
    size, other_size = word.pen.size, first.pen.size
    smaller, larger = (size, other_size) if size < other_size else (other_size, size)
    if smaller >= SCRIPT_SIZE * larger:
        return shift <= BASELINE_EM * smaller
    if smaller < SMALL_CAPITALS * larger:
        return False
    return shift <= EXACT_BASELINE_PT and any(_gap(word, other) <= larger for other in row)


def _gap(a: Word, b: Word) -> float:
    return max(a.x0, b.x0) - min(a.x1, b.x1)


def _is_row_of_scripts(row: list[Word], rows: list[list[Word]], baselines: list[float]) -> bool:
    """Whether some word of `row` is a script of a larger word and the others are as small and not far from one."""
    larger = _larger_nearby(row, rows, baselines)
    touching = [word for word in row if any(_is_script_of(word, other) for other in larger)] if larger else []
    reach = 3 * row[0].size
    return bool(touching) and all(
        word in touching or any(_is_next_script(word, other, reach) for other in touching) for word in row
    )


def _is_next_script(word: Word, script: Word, reach: float) -> bool:
    """Whether `word` goes on with a superscript that a space parts: « [2, 3] »."""
    return abs(word.size - script.size) < 0.1 and _gap(word, script) < reach


def _larger_nearby(row: list[Word], rows: list[list[Word]], baselines: list[float]) -> list[Word]:
    """Larger words of other rows near enough to carry a word of `row` as a superscript or subscript."""
    size, baseline = row[0].pen.size, row[0].baseline
    reach = SCRIPT_SHIFT_EM * size / MIN_SCRIPT_SIZE
    low, high = bisect_left(baselines, baseline - reach), bisect_left(baselines, baseline + reach)
    larger = [
        word for other in rows[low:high] if other is not row for word in other if word.pen.size * SCRIPT_SIZE > size
    ]
    if not larger:
        return larger
    left, right = min([word.x0 for word in row]) - reach, max([word.x1 for word in row]) + reach
    return [word for word in larger if word.x1 > left and word.x0 < right]


def _is_script_of(word: Word, larger: Word) -> bool:
    """Whether `word` is small, off the baseline and touches the end or start of `larger`."""
    size = larger.pen.size
    if not 0 < abs(larger.baseline - word.baseline) <= SCRIPT_SHIFT_EM * size:
        return False
    if not MIN_SCRIPT_SIZE * size <= word.pen.size < SCRIPT_SIZE * size:
        return False
    return min(abs(word.x0 - larger.x1), abs(larger.x0 - word.x1)) <= 0.5 * size


def _join_scripts(row: list[Word], rows: list[list[Word]]) -> None:
    """Lay each word of `row` into the row of the larger word that it, or its small neighbour, belongs to."""
    home: list[Word] | None = None
    for word in sorted(row, key=lambda w: w.x0):
        high, reach = word.baseline, _script_reach(word)
        homes = (r for r in rows for w in r if -reach <= w.baseline - high <= reach and _is_script_of(word, w))
        home = next(homes, home)
        (home if home is not None else row).append(word)


def _script_reach(word: Word) -> float:
    """No word further up or down, from baseline to baseline, can carry `word` as a superscript or subscript."""
    return 1.01 * SCRIPT_SHIFT_EM * word.pen.size / MIN_SCRIPT_SIZE  # a little more: rounding shuts none out
