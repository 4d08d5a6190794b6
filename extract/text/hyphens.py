"""Hyphens at line ends: taken out where the compositor set them, kept where the word has one of its own."""

import re

from extract.text.words import Lexicon

LINE_END_HYPHENS = "-\u2010\u2011\u00ad\ufffe"
"""Hyphen-minus, hyphen, no-break hyphen, soft hyphen, and pdfium's mark for any of them at a line end."""

_SYMBOL = re.compile(r"(?:[A-ZÀ-Ý]{1,}\d*|[A-Z]?[a-zé]{0,3}[A-Z]{1,}[A-Za-z]*|\d+[A-Z]*|[A-Za-z]*\d+[A-Za-z]*)\Z")
"""« IL », « F », « IFN », « DRESS », « p16 », « TRuE »: symbols keep the hyphen after them."""

_FIRST_WITH_HYPHEN = re.compile(
    r"non|sous|mi|demi|semi|quasi|ex|post|mini|multi|au|par|peut|quelques|rendez|avant|après|contre|entre|celui|celle"
    r"|ceux|celles|lui|elle|eux|soi|vis|c['’]est"
)
"""First elements that French joins by a hyphen to a word of its own (Grevisse, Le bon usage, § 108-111)."""

_AFTER_HYPHEN = re.compile(r"ils?|elles?|on|ci|là|mêmes?|je|tu|nous|vous|ce|t")
"""Second elements that are always parted by a hyphen: inverted subjects, « celui-ci », « eux-mêmes »."""

_COMPOUND_O = re.compile(r"(?:céo|néo|ico|omo|ulo|iro|ato|éo|culo|dio)\Z")
"""« cutanéo-muqueux », « médico-légal », « anatomo-clinique »: -o before a second adjective."""


def keeps_hyphen(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether the word that a line end parts into `first` and `second` is written with a hyphen.

    Evidence in this order: what the document prints elsewhere, symbols and digits, fixed French compounds, the word
    list. Without any, the hyphen is the compositor's.

    >>> lexicon = Lexicon(["un effet anti-inflammatoire"])
    >>> keeps_hyphen("anti", "inflammatoires", lexicon), keeps_hyphen("IL", "17", lexicon)
    (True, True)
    >>> keeps_hyphen("théra", "peutique", lexicon)
    False
    """
    joined, hyphenated = _inner(first) + second, f"{_inner(first)}-{second}"
    if (printed := lexicon.stem_count(hyphenated)) != (printed_joined := lexicon.stem_count(joined)):
        return printed > printed_joined
    if _SYMBOL.match(_inner(first)) or not second[:1].isalpha() or _is_greek(second):
        return True
    return _is_compound(_inner(first).lower(), second.lower(), lexicon)


def _inner(first: str) -> str:
    """The part of a first half after an elision: « l’auto » gives « auto »."""
    return re.split(r"[’'(«\[]", first)[-1]


def _is_greek(second: str) -> bool:
    return "\u0370" <= second[0] <= "\u03ff"


def _is_compound(first: str, second: str, lexicon: Lexicon) -> bool:
    if _AFTER_HYPHEN.fullmatch(second) and lexicon.is_french(first):
        return not lexicon.is_french(first + second)
    if lexicon.is_french(first + second):
        return False
    if lexicon.is_french(f"{first}-{second}"):
        return True
    if first == "anti" and second[0] in "iï":
        return True
    if (first == "auto" and second[0] in "aeiouéi") or _FIRST_WITH_HYPHEN.fullmatch(first):
        return True
    return _COMPOUND_O.search(first) is not None and lexicon.is_french(second) and len(second) > 4
