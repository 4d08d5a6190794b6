"""Fonts without a usable character map: their text is junk, which must be reported and not read."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.pdf.lines import Line
from extract.pdf.page import Page

MIN_CHARS = 80
"""Characters of one font below which its text is not judged."""

MAX_ODD_PAIRS = 0.15
"""Share of neighbouring characters inside words that no text has (« mK », « 3h », « q{ »): French stays below 0.03."""

MIN_FUNCTION_WORDS = 0.02
"""Share of function words below which a text is neither French nor English; prose has 0.25 and more, labels few."""

MIN_PROSE_WORDS = 120
"""Words from which a font without any function word is junk even where its letters look regular."""

_FUNCTION_WORD = re.compile(
    r"(?:[ldnsjmcqt]|qu)[’']\w+|le|la|les|un|une|des|du|de|et|en|à|au|aux|est|sont|dans|par|pour|sur|avec|chez|que|qui|ou|ne"
    r"|pas|plus|the|of|and|in|with|to|for|was|were|is|by|a|n|p",
    re.IGNORECASE,
)
_MARKS = ".,;:!?()«»"
_ODD_PAIR = re.compile(
    r"(?=[a-zà-ÿ][A-Z]|[a-zà-ÿ]\d|\d[a-zà-ÿ]|[^\W\d_][^\w\s'’.,;:!?)\]»”\-‐­/(%*°\ufffe][^\W\d_]|[\u0100-\u0151\u0154-\u024f])"
)
_JUNK = re.compile("[\ufffd\ue000-\uf8ff\x01-\x08\x0e-\x1f]")


def unreadable_fonts(pages: Iterable[Page]) -> frozenset[str]:
    """The names of the fonts in which the pages' text is junk; empty for legible text and for too little of it."""
    texts: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            pen = line.words[0].pen
            if len({id(word.pen) for word in line.words}) == 1:  # as in most lines
                texts[pen.font] += [word.text for word in line.words]
                continue
            for word in line.words:
                texts[word.pen.font].append(word.text)
    return frozenset(font for font, words in texts.items() if _is_junk(words))


def _is_junk(words: Sequence[str]) -> bool:
    length = sum(map(len, words))
    if length < MIN_CHARS:
        return False
    text = " ".join(words)
    if len(_JUNK.findall(text)) > MAX_ODD_PAIRS * length:
        return True
    is_known = _has_function_words(words)
    if is_known and len(words) >= 0.1 * length:
        return False
    odd = len(_ODD_PAIR.findall(text)) / length
    return odd > MAX_ODD_PAIRS or (not is_known and len(words) >= MIN_PROSE_WORDS and _looks_like_prose(words))


def _has_function_words(words: Sequence[str]) -> bool:
    """Whether enough words are function words; in legible text that is clear after the first few."""
    found = 0
    for word in words:
        if _FUNCTION_WORD.fullmatch(word.strip(_MARKS)):
            found += 1
            if found >= MIN_FUNCTION_WORDS * len(words):
                return True
    return False


def _looks_like_prose(words: Sequence[str]) -> bool:
    """Whether most words are of letters alone: numbers and symbols need no function words between them."""
    return sum(word.strip(".,;:()").isalpha() for word in words) > 0.8 * len(words)


def legible(page: Page, fonts: frozenset[str]) -> tuple[Page, int]:
    """The page without the lines set mostly in `fonts`, and how many characters fell out."""
    kept = tuple(line for line in page.lines if line.font not in fonts)
    dropped = sum(len(line.text) for line in page.lines) - sum(len(line.text) for line in kept)
    return replace(page, lines=kept, rotated=tuple(li for li in page.rotated if li.font not in fonts)), dropped


def font_names(fonts: frozenset[str], lines: Iterable[Line]) -> str:
    """The unreadable fonts of a page by name, without the subset tag, for a message."""
    names = {line.font.split("+")[-1] or "unnamed" for line in lines if line.font in fonts}
    return ", ".join(sorted(names))
