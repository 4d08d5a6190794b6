"""How French trials write a number, in digits and in words, and what it is worth."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from text_to_num import text2num

START = r"(?<!\w)(?<!\d[.,·])(?<![^\W\d]-)"
"""Before a number in digits: neither a letter (« JAK1 », « IL-17 ») nor the beginning of the same number."""

END = r"(?!\d)(?![.,·]\d)"
"""After a number in digits: it is whole."""

NUMBER = r"\d(?:\d{0,2}(?: \d{3}){1,4}(?!\d)|\d{0,11}(?!\d))(?:[.,·]\d{1,12}(?!\d))?"
"""A number without sign in folded text: « 51,2 », « 1 234 », « 0.05 », « 12·5 »."""

SIGNED = rf"(?:[-+] ?)?{NUMBER}"
"""A number that may carry a sign, with or without a space after it: « - 5,2 »."""

ONES = (
    *("un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize"),
    *("quatorze", "quinze", "seize", "vingts", "vingt", "trente", "quarante", "cinquante", "soixante", "septante"),
    *("huitante", "octante", "nonante", "cents", "cent", "mille"),
)
"""The words that numbers are made of, in folded lower case."""
_ONES = "|".join(ONES)
_INITIALS = "".join(sorted({word[0] for word in ONES}))
WORDS = rf"(?=[{_INITIALS}])(?:{_ONES})(?:(?:-et-| et (?=un\b|une\b|onze\b)|[- ])(?:{_ONES}))*"
"""A number in words in folded lower-case text: « cent vingt-trois », « vingt et un »."""

_WORDS = re.compile(WORDS + r"\b")

PERCENT = r"(?:%|p\. ?(?:100|cent)\b|pour[- ]?cents?\b|p\.c\.)"
"""The percent sign and its spellings in folded lower-case text."""

_ORDINAL_STEMS = {
    "deux": "deux", "trois": "trois", "quatr": "quatre", "cinqu": "cinq", "six": "six", "sept": "sept", "huit": "huit",
    "neuv": "neuf", "dix": "dix", "onz": "onze", "douz": "douze", "treiz": "treize", "quatorz": "quatorze",
    "quinz": "quinze", "seiz": "seize", "vingt": "vingt", "trent": "trente", "quarant": "quarante",
    "cinquant": "cinquante", "soixant": "soixante", "cent": "cent", "un": "un",
}  # fmt: skip
_STEMS = "|".join(sorted(_ORDINAL_STEMS, key=len, reverse=True))
ORDINAL = (
    rf"(?:\d{{1,3}} ?(?:e|eme|ere|er|re|nd|nde)\b|premiere?\b|seconde?\b|(?:(?:{_ONES})(?: et |-))*(?:{_STEMS})ieme\b)"
)
"""An ordinal in folded lower-case text: « 16e », « 2 ème », « première », « vingt-quatrième »."""


@lru_cache(maxsize=1 << 12)
def to_float(written: str) -> float:
    """The value of what `SIGNED` matches.

    >>> to_float("- 1 234,5")
    -1234.5
    """
    return float(written.replace(" ", "").replace(",", ".").replace("·", "."))


def to_optional(written: str | None) -> float | None:
    """`to_float` of what an optional group of a pattern matched, None where it matched nothing."""
    return to_float(written) if written else None


@lru_cache(maxsize=2000)
def read_words(words: str) -> int | None:
    """The value of a number in folded lower-case words, None where they form none (« deux trois »).

    >>> read_words("cent vingt-trois"), read_words("une"), read_words("deux trois")
    (123, 1, None)
    """
    if words == "une":
        return 1
    try:
        return int(text2num(words.replace("-une", "-un").replace(" une", " un"), "fr"))
    except ValueError:
        return None


def word_numbers(low: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The numbers in words in folded lower-case text, « un » and « une » among them, in text order.

    `starts` are the places where the first word of one may stand.

    >>> [number.group() for number in word_numbers("une cure de vingt et un jours", [0, 12, 21])]
    ['une', 'vingt et un']
    """
    read_to = 0
    for start in starts:
        before = low[start - 1 : start]
        if start >= read_to and not before.isalnum() and before != "-" and (number := _WORDS.match(low, start)):
            read_to = number.end()
            yield number


def read_numeral(written: str) -> float | None:
    """The value of a number in digits or in folded lower-case words, None where it is none.

    >>> read_numeral("2 420"), read_numeral("douze")
    (2420.0, 12.0)
    """
    if any(character.isdigit() for character in written):
        return to_float(written)
    value = read_words(written)
    return None if value is None else float(value)


def read_ordinal(written: str) -> int | None:
    """The value of what `ORDINAL` matches.

    >>> read_ordinal("16e"), read_ordinal("premiere"), read_ordinal("vingt-quatrieme")
    (16, 1, 24)
    """
    if digits := re.match(r"\d+", written):
        return int(digits.group())
    if written.startswith("prem"):
        return 1
    if written.startswith("second"):
        return 2
    stem = re.search(rf"(?:{_STEMS})(?=ieme$)", written)
    return stem and read_words(written[: stem.start()] + _ORDINAL_STEMS[stem.group()])
