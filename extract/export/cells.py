"""How a value is written into a cell that a spreadsheet or a reader opens."""

from urllib.parse import quote

from schema.clean import for_spreadsheet, for_terminal

Value = str | int | float | bool | None


def spreadsheet_text(text: str) -> str:
    """The text as a cell that no spreadsheet evaluates and that hides nothing; a number stays a number.

    >>> spreadsheet_text("=HYPERLINK(A1)"), spreadsheet_text("-12.4"), spreadsheet_text("- 5,2 points\x1b[2J")
    ("'=HYPERLINK(A1)", '-12.4', "'- 5,2 points[2J")
    """
    return for_spreadsheet(for_terminal(text))


def number_text(number: float) -> str:
    """The shortest decimal notation, without exponent and without `.0`.

    >>> number_text(30.0), number_text(51.2), number_text(0.00001), number_text(-5)
    ('30', '51.2', '0.00001', '-5')
    """
    if isinstance(number, int) or number.is_integer():
        return str(int(number))
    text = repr(number)
    return f"{number:.20f}".rstrip("0") if "e" in text else text


def cell_text(value: Value) -> str:
    """A value as the evidence table writes it: empty for None, `true`/`false`, decimal point, no formula.

    >>> [cell_text(v) for v in (None, True, 16.0, "PASI90")]
    ['', 'true', '16', 'PASI90']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number_text(value)
    return spreadsheet_text(value)


def page_link(document: str, page: int) -> str:
    """A link to the page of a PDF that lies beside the exported file (RFC 8118, `#page=`).

    >>> page_link("peau saine.pdf", 3)
    'peau%20saine.pdf#page=3'
    """
    return f"{quote(document, safe='')}#page={page}"
