"""Hyphens at line ends: taken out where the compositor set them, kept where the word has one of its own."""

import re

from extract.text.words import Lexicon

LINE_END_HYPHENS = "-\u2010\u2011\u00ad\ufffe"
"""Hyphen-minus, hyphen, no-break hyphen, soft hyphen, and pdfium's mark for any of them at a line end."""

_SYMBOL = re.compile(r"[A-ZÀ-Ý]+|.*\d.*|.+[A-ZÀ-Ý].*", re.DOTALL)
"""« IL », « F », « IFN », « DRESS », « p16 », « TRuE »: symbols keep the hyphen after them."""

_SYLLABLE = re.compile(r"[A-ZÀ-Ý]*[AEIOUYÉÈ][A-ZÀ-Ý]*")
"""Capitals with a vowel: an acronym of two such parts (« NAP-SI ») may have been hyphenated as a word."""

_JOINING_PREFIX = re.compile(
    r"anti|auto|bio|chimio|dermo|hyper|hypo|immuno|inter|intra|macro|micro|mono|neuro|para|péri|photo|poly|pré|psycho"
    r"|radio|re|rétro|sub|super|supra|sur|thermo|trans|tri|uni|vaso|télé|co|dé|dés|in|im|extra|ultra|bi|di|kérato|mélano"
)
"""Prefixes that French writes in one word with what follows (Rectifications de 1990, II.1)."""

_MEETING_VOWELS = re.compile(r"(?:méta|intra|extra|supra)a.*|(?:micro|macro|broncho|gastro)o.*|(?:anti|multi|semi)i.*")
"""« méta-analyse », « micro-organisme »: a prefix before its own vowel takes the hyphen."""

_FIRST_WITH_HYPHEN = re.compile(
    r"non|sous|mi|demi|semi|quasi|ex|post|mini|multi|au|par|peut|quelques|rendez|avant|après|contre|entre|celui|celle"
    r"|ceux|celles|lui|elle|eux|soi|vis|c['’]est"
)
"""First elements that French joins by a hyphen to a word of its own (Grevisse, Le bon usage, § 108-111)."""

_LOWER = re.compile(r"[a-zà-ÿœ]{2,}")
_LOWER_END = re.compile(rf"{_LOWER.pattern}\Z")

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
    if _SYMBOL.fullmatch(_inner(first)) or not second[:1].isalpha() or _is_greek(second):
        return not _is_cut_acronym(_inner(first), second, lexicon)
    if second[0].isupper() and first[-1].islower():
        return True  # « anti-TNF », « post-COVID »
    return _is_compound(_inner(first).lower(), second.lower(), lexicon)


def has_lost_hyphen(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether a line ends inside a word although it shows no hyphen: some PDFs lose it.

    >>> has_lost_hyphen("au contact des irri", "tants et de l’eau", Lexicon([]))
    True
    >>> has_lost_hyphen("au contact de l’eau", "et des irritants", Lexicon([]))
    False
    """
    tail = _LOWER.match(second)
    if tail is None:
        return False
    last = first[first.rfind(" ") + 1 :]  # a search for an end goes through all words before it
    head = _LOWER_END.search(last)
    if head is None or not lexicon.is_french(head[0] + tail[0]):  # as at most line ends
        return False
    return not (lexicon.is_known(head[0]) and lexicon.is_known(tail[0]))


def _inner(first: str) -> str:
    """The part of a first half after an elision: « l’auto » gives « auto »."""
    return re.split(r"[’'(«\[]", first)[-1]


def _is_cut_acronym(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether two parts in capitals are syllables of one name rather than two names that a hyphen joins."""
    if not (_SYLLABLE.fullmatch(first) and _SYLLABLE.fullmatch(second)) or len(first) < 2 or len(second) < 2:
        return False
    return not (lexicon.opens_compound(first) or (lexicon.count(first) and lexicon.count(second)))


def _is_greek(second: str) -> bool:
    return "\u0370" <= second[0] <= "\u03ff"


def _is_compound(first: str, second: str, lexicon: Lexicon) -> bool:
    if _AFTER_HYPHEN.fullmatch(second) and lexicon.is_french(first):
        return not lexicon.is_french(first + second)
    if lexicon.is_french(first + second):
        return False
    if lexicon.is_french(f"{first}-{second}"):
        return True
    if _MEETING_VOWELS.fullmatch(first + second):
        return True
    if first == "anti" and lexicon.is_french(second):
        return True
    if (first == "auto" and second[0] in "aeiouéi") or _FIRST_WITH_HYPHEN.fullmatch(first):
        return True
    if _COMPOUND_O.search(first) and lexicon.is_french(second) and len(second) > 4:
        return True
    words = min(len(first), len(second)) > 2 and lexicon.is_common(first) and lexicon.is_common(second)
    return words and not _JOINING_PREFIX.fullmatch(first)
