"""Text that is safe to keep and safe to show: what a PDF or a file name may hold, made harmless.

On the way in, `clean_text` keeps the length of a text, so that character offsets stay true. On the way out,
`for_terminal` and `for_spreadsheet` guard against what a terminal obeys and what a spreadsheet evaluates.
"""

import re
import unicodedata

_BLANKS = "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029\r"
"""Controls that part words or lines: read as a blank, as a careless copy of the page would show them."""

_UNSTORABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls but tab and newline (PostgreSQL refuses NUL, a terminal obeys ESC), marks that turn the reading direction
(Unicode Bidirectional Algorithm, UAX 9, table 1), line and paragraph separators, and lone surrogates."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""First characters that make a spreadsheet evaluate a cell (OWASP, CSV injection), with their full-width forms."""

_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?([eE][+-]?\d+)?")


def clean_text(text: str) -> str:
    """The text with every character that cannot be stored or shown safely replaced by a blank or `\ufffd`.

    Characters are replaced one for one: the length and all offsets stay.

    >>> clean_text("PASI\\x0075\\x1b[31m à S12\\u202e") == "PASI\\ufffd75\\ufffd[31m à S12\\ufffd"
    True
    """
    if text.isprintable():  # as most cells are, and told much faster
        return text
    return _UNSTORABLE.sub(lambda match: " " if match[0] in _BLANKS else "\ufffd", text)


def shown_name(name: str) -> str:
    r"""A file name or path as printable text that still tells names apart: odd characters as escapes.

    Bytes that are no UTF-8 come from `os.fsdecode` as lone surrogates and are shown as the byte they stand for.

    >>> shown_name("peau\nsaine.pdf"), shown_name("caf\udce9.pdf"), shown_name("été 2.pdf")
    ('peau\\nsaine.pdf', 'caf\\xe9.pdf', 'été 2.pdf')
    """
    return "".join(_escaped(character) for character in name)


def _escaped(character: str) -> str:
    code = ord(character)
    if character == "\\":
        return "\\\\"
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode("ascii")


def for_terminal(text: str) -> str:
    """The text without what a terminal obeys or hides; tabs and line breaks stay.

    >>> for_terminal("PASI\\x1b[31m 75\\u202e")
    'PASI[31m 75'
    """
    return _UNSTORABLE.sub("", text)


def for_spreadsheet(text: str) -> str:
    """The cell's text, with an apostrophe before it where a spreadsheet would evaluate it; numbers stay numbers.

    >>> for_spreadsheet("=1+1"), for_spreadsheet("-12.4"), for_spreadsheet("-12,4 points")
    ("'=1+1", '-12.4', "'-12,4 points")
    """
    if not text.startswith(_FORMULA_STARTS) or _NUMBER.fullmatch(text):
        return text
    return "'" + text
