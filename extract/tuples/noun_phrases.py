"""Outcomes that no lexicon names: the short noun phrase beside a number, found without a part-of-speech tagger.

A French noun phrase is a determiner, a noun and its complements in « de », « à », adjectives behind it (Grevisse). Of
the words around a number it is enough to know the verbs that join outcome and number, the prepositions that begin
another complement, and the heads that say how often and not what (`extract/rules/result_words.yaml`).
"""

import re

from extract.entities.folding import fold_lower
from extract.tuples.limits import opened, shielded
from extract.tuples.words import words

MAX_WORDS = 9
"""A longer phrase is a clause that was cut wrongly, not the name of an outcome."""

DETERMINER = re.compile(
    r"^(?:l['’]|d['’]|(?:les?|la|une?|des|du|de la|de|ces?|cette|leurs?|son|sa|ses|aucune?|au moins|tou(?:t|te|s|tes)"
    r"|même|chaque)\s+)+",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"(?:[\s(\[,:=\x00]|\b(?:entre|dans|sous|avec|après|de|d['’]|du|des|à|au|chez|par|sur|en|environ|près|plus|moins"
    r"|dépassant|excédant|inférieure?s?|supérieure?s?|respectivement|seulement|et|la|les?|[lsn]['’]|un|une|puis|soit|encore|même)(?=\s|$)|(?<!\w)[dsn]['’])+$",
    re.IGNORECASE,
)
_SAME_REASON = re.compile(r"c(?:e|es|ette) (?:motif|raison|cause)s?\b", re.IGNORECASE)
"""« les arrêts pour ce motif »: the reason was told before."""
_NO_HEAD = re.compile(
    r"(?:(?:deux|trois|quatre|cinq|dix) fois|selon|servant|qui|que|cela|ceci|pendant|durant|depuis|malgré"
    r"|seule?s?|près|presque|pas|non|mais|et|ou|dans|avec|sous|en|au|aux|à|par"
    r"|pour|sur|chez|lors|dont|très|si|plus|moins|égal[es]?s?|égaux|ni|ne|n['’]|y|s['’]|se|aussi"
    r"|ainsi|soit|puis|entre|comme)"
    r"(?:\s|$)",
    re.IGNORECASE,
)
"""Words that open an adverbial or a verb, never the name of an outcome."""
_OPENING = re.compile(
    r"^(?:avec (?=une? )|au prix (?=d)|(?:mais|et|ou|puis)\s+)?"
    r"(?:(?:davantage|plus|moins|autant|peu|beaucoup) d(?:e\s+|['’]))?",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?P<what>(?:les? |des |l['’]|un )?(?:arrêts?|interruptions?|hospitalisations?|consultations?)"
    r"(?: du traitement)?) pour ",
    re.IGNORECASE,
)
"""Here « pour » names the outcome itself: « arrêt pour effet indésirable »."""
_BARE_PARTICIPLE = re.compile(
    r"\w+(?<!rrh)(?<!pn)(?<!phal)(?<!naus)(?<!dur)(?<!vol)(?:(?<!t)é|ée|(?<!t)és|ées|(?<!n)(?<!r)ez)|(?:pri|mi)se?s?|reçue?s?",
    re.IGNORECASE,
)
"""« appliquée », « traités »: a participle alone names no outcome; « diarrhée », « dyspnée », « toxicité » do."""
_APPOSED = re.compile(
    r"\w+(?:ée?|ie?|ue?|is|ise|te?)s?\s+(?:le (?:matin|soir|midi)|chaque|tous les|toutes les|pendant|par voie"
    r"|une fois|(?:deux|trois|quatre|\d) fois)\b",
    re.IGNORECASE,
)
"""« appliquée le soir », « pris deux fois par jour »: how the drug that stands before it was given."""
_NAME = re.compile(r"[A-Z].*(?:[A-Z]|\d)|[a-z][A-Z]")
"""« VitiQoL », « ABC-12 », « mmHg »: the name of a scale keeps its capitals."""
_ABSENT = re.compile(r"(?:plus )?aucune?\s", re.IGNORECASE)
_ELIDES = re.compile(r"[aeiouy]|h(?!erni|oquet|andicap|auss|ont)")
"""A vowel or mute h; the nouns with an aspirated h that outcomes hold are named."""
BLANK = "\x00"
"""Stands for every character that is struck out."""
_CUT = re.compile(
    r"[\x00,;:()\[\]«».]"
    r"|(?<![\w-])(?<!grade )(?<!grades )(?<!grade ≥ )(?<!stade )(?<!type )(?<!\d à )(?<!\d et )(?<!\d ou )\d"
)
_NEGATION = re.compile(r"\b(?:n['’]|qu['’]|ne\s)")


def clean(phrase: str) -> str | None:
    """A phrase cut at the first word that begins another complement, without determiner and frequency words.

    None where nothing is left, the head points back to something else (« l'écart »), or it is too long for a name.

    >>> clean("le taux de rechute sous traitement"), clean("ces résultats")
    ('rechute', None)
    """
    text = _CUT.split(_OPENING.sub("", shielded(phrase.strip())), 1)[0]
    text = text.replace("aire sous la courbe", "aire\x01la courbe")
    absent = _ABSENT.match(text)
    reason = _REASON.match(text)
    text = (
        f"{reason['what']}\x01{text[reason.end() :]}" if reason and not _SAME_REASON.match(text, reason.end()) else text
    )
    for stop in ("ends", "verbs"):
        end = words(stop).search(text, 1)
        text = text[: end.start()] if end else text
    text = TRAILING.sub("", text).strip().replace("aire\x01", "aire sous ").replace("\x01", " pour ")
    for _ in range(4):
        shorter = DETERMINER.sub("", text)
        head = words("frequency_heads").match(shorter)
        text = shorter[head.end() :].strip() if head else shorter
        if text == shorter:
            break
    text = TRAILING.sub("", text).strip(" '’-")
    if not text or len(text) < 3 or len(text.split()) > MAX_WORDS:
        return None
    if words("hollow_heads").match(text) or is_bare(text) or words("verbs").match(text) or _NO_HEAD.match(text):
        return None
    if _BARE_PARTICIPLE.fullmatch(text) or _APPOSED.match(text) or _NEGATION.search(text):
        return None
    text = opened(" ".join(word if _NAME.search(word) else word.lower() for word in text.split(" ")))
    return absence_of(text) if absent else text


def is_bare(text: str) -> bool:
    """Whether a phrase tells that something was measured and not what: « réduction relative », « effet ».

    >>> is_bare("réduction relative"), is_bare("effets digestifs"), is_bare("")
    (True, False, False)
    """
    head = words("bare_heads").match(text)
    rest = text[head.end() :].lstrip() if head else text
    while rest and head and (adjective := words("bare_adjectives").match(rest)):
        rest = rest[adjective.end() :].lstrip()
    return head is not None and not rest


def absence_of(label: str) -> str:
    """The outcome of not having what a label names.

    >>> absence_of("embolie"), absence_of("récidive")
    ("absence d'embolie", 'absence de récidive')
    >>> absence_of("hémorragie"), absence_of("hernie")
    ("absence d'hémorragie", 'absence de hernie')
    """
    return f"absence {of_what(label)}"


def of_what(label: str) -> str:
    """The label behind « de » or « d' ».

    >>> of_what("ulcère"), of_what("hernie")
    ("d'ulcère", 'de hernie')
    """
    return f"d'{label}" if _ELIDES.match(fold_lower(label)) else f"de {label}"


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """`text` with the characters of `spans` struck out, so that no arm or time slips into a phrase.

    >>> blanked("sous placebo", [(5, 12)]).count("\\x00")
    7
    """
    for start, end in spans:
        if start < len(text) and end > 0 and end > start:
            start, end = max(0, start), min(len(text), end)
            text = text[:start] + BLANK * (end - start) + text[end:]
    return text
