"""Is a string a word of French? A word list from a well-kept package, and the document's own words."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


COMMON = 300
"""Occurrences in the word list's corpus from which a string is a common word: rarer ones are often names or noise."""


@cache
def french_words() -> dict[str, int]:
    """The lower-case words of pyspellchecker's French list (about 140,000 forms) with their counts in its corpus."""
    packed = files("spellchecker").joinpath("resources", "fr.json.gz").read_bytes()
    words: dict[str, int] = json.loads(gzip.decompress(packed))  # a SpellChecker takes twice the time for the same
    return words


class Lexicon:
    """Words known in one document: how often it prints them, and whether they are French."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._printed = Counter(_WORD.findall("\n".join(texts).lower()))

    def count(self, word: str) -> int:
        """How often the document prints `word` (a hyphenated one as a whole), whatever its case."""
        return self._printed.get(word.lower(), 0)

    def stem_count(self, word: str) -> int:
        """How often the document prints `word`, its singular or its plural."""
        lower = word.lower()
        forms = {lower, lower.removesuffix("s"), lower + "s"}
        return sum([self._printed.get(form, 0) for form in forms])

    def opens_compound(self, first: str) -> bool:
        """Whether the document prints a word of several parts that `first` opens: « ICONIC-LEAD »."""
        return any(word.startswith(f"{first.lower()}-") for word in self._printed)

    def is_french(self, word: str) -> bool:
        """Whether the word list has `word`; one with accents lost does not count."""
        return word.lower() in french_words()

    def weight(self, word: str) -> int:
        """How much speaks for `word`: its count in the word list's corpus, a thousand for each time it is printed."""
        return 1000 * self.stem_count(word) + french_words().get(word.lower(), 0)

    def is_common(self, word: str) -> bool:
        """Whether `word` is a French word that everybody uses."""
        return french_words().get(word.lower(), 0) >= COMMON

    def is_known(self, word: str) -> bool:
        """Whether the document prints `word` or the word list has it."""
        lower = word.lower()
        return lower in french_words() or lower in self._printed
