"""What may be written to a terminal: text from a PDF can hold escape sequences and marks that reorder a line."""

from schema.clean import for_terminal


def one_line(text: str) -> str:
    """The printable text on one line, runs of blanks as one space.

    >>> one_line("fichier\\n  illisible\\x1b[2J")
    'fichier illisible[2J'
    """
    return " ".join(for_terminal(text).split())
