"""Repairs inside a paragraph: soft hyphens, ligatures, spaces, dashes, canonical characters; origins kept."""

import re
import unicodedata

from extract.text.traced import Traced

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
"""U+FB00 to U+FB06; « œ » and « æ » are letters of French and stay."""

_SYMBOL_FONT = {0xF061 + i: c for i, c in enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ")} | {
    0xF0B1: "±", 0xF0A3: "≤", 0xF0B3: "≥", 0xF0B4: "×", 0xF0B0: "°", 0xF0B7: "•", 0xF0AE: "→", 0xF044: "Δ"
}  # fmt: skip
"""Private-use codes that Symbol fonts leave (Adobe Symbol encoding + U+F000)."""

_SINGLE = (
    {ord(k): v for k, v in _LIGATURES.items()}
    | _SYMBOL_FONT
    | {0x2010: "-", 0x2011: "-", 0xFFFE: "-", 0x00B5: "µ", 0x2126: "Ω"}
)

_CHARACTER = re.compile("[" + "".join(map(chr, _SINGLE)) + "]")
_DROPPED = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""Soft hyphens inside a line, zero-width and direction marks, control characters, lone surrogates."""

_LONE_SIGN = re.compile("(?<!\\S)\ufffd(?!\\S)")
"""A sign without a code that stands alone is the bullet of a list."""

_SPACES = re.compile(r" *[^\S ]\s*| {2,}")
"""All but one plain space: Python's \\s holds the no-break, thin and figure spaces."""

_MARK = re.compile("[\u0300-\u036f]")
_COMBINING = re.compile(f"[^\u0300-\u036f]{_MARK.pattern}+")
_WHITE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace() and chr(code) != " ")
_TOUCHED = re.compile(f"{_CHARACTER.pattern}{_DROPPED.pattern}{_MARK.pattern}[´`^¨¸˜ˆ\ufffd{_WHITE}]".replace("][", ""))
"""Any character that some repair is about; most paragraphs have none."""

_SPACING_ACCENT = re.compile("([´`^¨¸˜ˆ])([A-Za-zı])")
_ACCENTS = {"´": "\u0301", "`": "\u0300", "^": "\u0302", "ˆ": "\u0302", "¨": "\u0308", "¸": "\u0327", "˜": "\u0303"}


def repaired(paragraph: Traced) -> Traced:
    """A paragraph in NFC with plain spaces and hyphens, ligatures spelt out, and nothing invisible.

    >>> repaired(Traced.of("eﬃ\u00adcacité de l’IFN‐γ", 0)).text
    'efficacité de l’IFN-γ'
    """
    if "  " not in paragraph.text and not _TOUCHED.search(paragraph.text):
        return paragraph
    result = paragraph.repaired(_DROPPED, "")
    result = result.repaired(_CHARACTER, lambda m: _SINGLE[ord(m[0])])
    result = result.repaired(_SPACING_ACCENT, lambda m: _accented(m[1], m[2], m[0]))
    if _MARK.search(result.text):  # rare, and looked for much faster than the character before it
        result = result.repaired(_COMBINING, lambda m: unicodedata.normalize("NFC", m[0]))
    return result.repaired(_LONE_SIGN, "•").repaired(_SPACES, " ")


def _accented(accent: str, letter: str, as_printed: str) -> str:
    """A letter under an accent that the PDF sets as a character of its own, where Unicode has the two as one."""
    one = unicodedata.normalize("NFC", letter.replace("ı", "i") + _ACCENTS[accent])
    return one if len(one) == 1 and accent not in "^`" else as_printed
