"""What may be written to a terminal: text from a PDF can hold escape sequences and marks that reorder a line."""

import re

_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Control characters but tab and newline, invisible and bidirectional marks, lone surrogates."""


def printable(text: str) -> str:
    """The text without what a terminal obeys or hides; tabs and line breaks stay.

    >>> printable("PASI\\x1b[31m 75\\u202e")
    'PASI[31m 75'
    """
    return _UNSAFE.sub("", text)


def one_line(text: str) -> str:
    """The printable text on one line, runs of blanks as one space.

    >>> one_line("fichier\\n  illisible")
    'fichier illisible'
    """
    return " ".join(printable(text).split())
