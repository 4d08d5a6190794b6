"""Outcomes that no lexicon names: the short noun phrase beside a number, found without a part-of-speech tagger.

A French noun phrase is a determiner, a noun and its complements in « de », « à », adjectives behind it (Grevisse). Of
the words around a number it is enough to know the verbs that join outcome and number, the prepositions that begin
another complement, and the heads that say how often and not what (`extract/rules/result_words.yaml`).
"""

import re

from extract.entities.folding import fold_lower
from extract.tuples.asides import without_asides
from extract.tuples.limits import opened, shielded
from extract.tuples.words import noun_of_verb, words

MAX_WORDS = 9
"""A longer phrase is a clause that was cut wrongly, not the name of an outcome."""

_DETERMINER = re.compile(
    r"^(?:l['’]|d['’]|(?:les?|la|une?|des|du|de la|de|ces?|cette|leurs?|son|sa|ses|aucune?|au moins|tou(?:t|te|s|tes)"
    r"|même|chaque)\s+)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[\s(\[,:=\x00]|\b(?:entre|dans|sous|avec|après|de|d['’]|du|des|à|au|chez|par|sur|en|environ|près|plus|moins"
    r"|dépassant|excédant|inférieure?s?|supérieure?s?|respectivement|seulement|et|la|les?|[lsn]['’]|un|une|puis|soit|encore|même)(?=\s|$)|(?<!\w)[dsn]['’])+$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"(?:présente|survenue|observée|notée|rapportée|signalée)s?\b", re.IGNORECASE)
"""« les endocrinopathies, présentes dans 23 % des cas »: said of the noun before the comma."""
_EXTENT = re.compile(
    r"(?:d['’](?:au moins|environ|un (?:tiers|quart))|de (?:moitié|plus|près|moins)|des (?:deux|trois))\b"
)
"""« s'était réduite d'au moins la moitié »: by how much, not what."""
_PARTICIPLE = re.compile(r"(?:\b[\wéè]+(?:ée?s?|ie?s?|ue?s?))\s*$", re.I)
_POPULATION = re.compile(
    r"^\s*(?:\)|%)?\s*(?:des?|d['’]|de ces|d['’]entre)\s*(?:l['’]ensemble des )?"
    r"(?:patiente?s?|malades?|sujets?|participante?s?|enfants?|nourrissons?|adultes?|femmes?|hommes?|cas|personnes?|eux|elles"
    r"|chiens?)\b(?:\s+(?:traitée?s?|injectée?s?|évaluables?))?",
    re.IGNORECASE,
)
_LESIONS = re.compile(
    r"^\s*(?:des|d['’])\s*(?P<what>plaies|lésions|ulcères|verrues|ongles|sites|zones|cicatrices|kératoses|poussées)"
    r"(?:\s+(?!étaient|avaient|ont|sont)[\w-]+){0,2}",
    re.IGNORECASE,
)
"""Lesions counted like patients: « 67 % des plaies traitées étaient fermées »."""
_HAVING = re.compile(
    r"^\s*(?:,\s*)?(?:n['’])?(?:avai(?:t|ent)|ont|a|ayant|obtenai(?:t|ent)|atteignai(?:t|ent)|présentai(?:t|ent)"
    r"|rapportai(?:t|ent)|se disaient|étaient|était|sont)"
    r"(?:\s+(?:eu|présenté|développé|obtenu|atteint|connu|rapporté|signalé|montré|fait|souffert d(?:['’]|e|u|es)|été"
    r"|encore|tous|plus|restés?|devenus?|en))*\s+",
    re.IGNORECASE,
)
_OF = re.compile(r"^\s*(?:de\s+|d['’]\s?)(?!patient|malade|sujet|ceux|celles|ces|la population)", re.I)
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
    r"^(?:avec (?=une? )|(?:mais|et|ou|puis)\s+)?(?:(?:davantage|plus|moins|autant|peu|beaucoup) d(?:e\s+|['’]))?",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?P<what>(?:les? |des |l['’]|un )?(?:arrêts?|interruptions?|hospitalisations?|consultations?)"
    r"(?: du traitement)?) pour ",
    re.IGNORECASE,
)
"""Here « pour » names the outcome itself: « arrêt pour effet indésirable »."""
_PEOPLE_WHO = re.compile(
    r"^(?:[lL]es |des )?(?:patiente?s?|malades|sujets|participante?s?|enfants|adultes|femmes|hommes|personnes)\s+"
    r"(?:(?:qui|ayant|présentant|avec)\s+)?(?=ont|avaient|ayant|présentant|avec|qui|une?\s)",
    re.IGNORECASE,
)
"""« les femmes qui ont eu une complication étaient 12 % »: the relative clause tells the outcome."""
_ABSOLUTE = re.compile(r"\b(?:servant|étant|pris(?:e|es)? (?:comme|pour)|faisant)\b", re.IGNORECASE)
"""« le risque de rechute, le placebo servant de référence, était … »: the subject stands before the aside."""
_AFTER_AVOIR = re.compile(r"\b(?:ont|avai(?:t|ent)|ayant|a)\s+(?:tous |encore |plus )*$", re.IGNORECASE)
_PARTICIPLE_HEAD = re.compile(r"[\w-]+(?:é|ée|u|ue|i|is|it)s?(?:\s|$)", re.IGNORECASE)
"""Right behind « avoir » such a word is a verb (« ont interrompu »), not a noun."""
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
_BLANK = "\x00"
_CLAUSE_END = re.compile(r"[;:]\s")
_STOP = re.compile(r"[,;:(]")
_GIVEN = re.compile(r"^\s*(?:\x00+|sous|avec|du groupe|dans le groupe|le|la|l['’]|ayant reçu|recevant|\s)+")
_CHANGE = re.compile(
    r"(?:réduction|baisse|diminution|augmentation|hausse|amélioration|recul|variation)(?:\s+\w+(?:e|te|ne|ve))?"
    r"\s+(?:du|de la|de l['’]|des|de)\s*(?P<what>[^\d,;]+)",
    re.IGNORECASE,
)
_EFFICACY = re.compile(
    r"\b(?:plus|moins|aussi|significativement) efficaces?\b(?:\s+selon\s+(?P<judge>[^,;:(\d\x00]+))?"
)
_CUT = re.compile(
    r"[\x00,;:()\[\]«».]|(?<![\w-])(?<!grade )(?<!grades )(?<!stade )(?<!type )(?<!\d à )(?<!\d et )(?<!\d ou )\d"
)
_NEGATION = re.compile(r"\b(?:n['’]|qu['’]|ne\s)")


def phrase_before(left: str) -> str | None:
    """The outcome named left of a number: the subject of the verb before it, else the phrase right before it.

    >>> phrase_before("la mortalité à l'hôpital était de ")
    "mortalité à l'hôpital"
    >>> phrase_before("on notait une sécheresse des lèvres chez ")
    'sécheresse des lèvres'
    """
    text = _TRAILING.sub("", without_asides(left.replace(_BLANK, "")))
    clause = _CLAUSE_END.split(text)[-1]
    verbs = list(words("verbs").finditer(clause))
    if not verbs:
        return clean(clause.split(", ")[-1])
    if not clause[: verbs[0].start()].strip():
        return _predicate(clause[verbs[-1].end() :])
    told, *asides = reversed(clause[verbs[-1].end() :].split(", "))
    tail = (asides[0] if asides and _ASIDE.match(told) else told).strip()
    tail = "" if _EXTENT.match(tail) else tail
    tail = re.sub(r"^à (?=une? |la |le |l['’])", "", tail) if verbs[-1].group().lower().startswith("associ") else tail
    if re.match(r"(?:et|mais)\b", tail):
        return clean(tail)
    if _DETERMINER.match(tail) or (tail and re.match(r"d['e’]", tail)):
        return clean(tail)
    first = _first_of_group(clause, verbs)
    *before, subject = clause[:first].rstrip(", ").split(", ")
    return (
        clean(subject)
        or _of_people_who(subject)
        or (clean(before[-1]) if before and _ABSOLUTE.search(subject) else None)
    )


def _predicate(text: str) -> str | None:
    """What stands behind a verb that opens its sentence: « Étaient indemnes de tumeur 72 % des malades »."""
    free = re.match(r"\s*indemnes? d(?:e\s+|['’])", text)
    told = clean(text[free.end() :] if free else text)
    return f"absence de {told}" if free and told else told


def _of_people_who(subject: str) -> str | None:
    """What a relative clause says of the people that are the subject of a share."""
    people = _PEOPLE_WHO.match(subject.strip())
    return phrase_after(" " + subject.strip()[people.end() :]) if people else None


def _first_of_group(clause: str, verbs: list[re.Match[str]]) -> int:
    """Where the verb group that ends the clause begins: « a été », « était observée »."""
    first = verbs[-1].start()
    for verb in reversed(verbs[:-1]):
        if len(clause[verb.end() : first].split()) > 1:
            break
        first = verb.start()
    return first


def phrase_of_verb(right: str) -> str | None:
    """What a verb says of patients, as a noun: « 68 % des patients répondaient », « 30 malades ont récidivé ».

    >>> phrase_of_verb(" des patients ont récidivé")
    'récidive'
    """
    population = _POPULATION.match(right)
    rest = right[population.end() :] if population else right
    return noun_of_verb(_STOP.split(rest, 1)[0])


def phrase_after(right: str) -> str | None:
    """The outcome named right of a share: « 12 % des patients ont eu une sécheresse cutanée ».

    >>> phrase_after(" des patients ont développé une sécheresse cutanée, sans arrêt")
    'sécheresse cutanée'
    >>> phrase_after(" de guérison complète sous traitement")
    'guérison complète'
    """
    population = _POPULATION.match(right)
    rest = right[population.end() :] if population else right
    rest = _GIVEN.sub(" ", rest)
    lesions = _LESIONS.match(right)
    state = _HAVING.match(right[lesions.end() :]) if lesions else None
    if lesions and state:
        told = clean(right[lesions.end() + state.end() :])
        return f"{lesions['what'].lower()} {told}" if told else None
    having = _HAVING.match(rest)
    if having:
        told = rest[having.end() :]
        return None if _AFTER_AVOIR.search(having[0]) and _PARTICIPLE_HEAD.match(told) else clean(told)
    if re.match(r"\s*(?:une?|des)\s", rest):
        return clean(rest)
    of = None if population else _OF.match(rest)
    return clean(rest[of.end() :]) if of else None


def phrase_of_change(text: str) -> str | None:
    """What fell or rose: « une baisse de la douleur de », « 12 % de réduction de la mortalité ».

    >>> phrase_of_change("une réduction moyenne de la rugosité de ")
    'rugosité'
    """
    match = _CHANGE.search(text)
    return clean(match["what"]) if match else None


def phrase_of_efficacy(left: str) -> str | None:
    """« s'est montré plus efficace selon le jugement des malades »: efficacy, as judged there.

    >>> phrase_of_efficacy("il s'est montré plus efficace selon le jugement des malades (")
    'efficacité selon jugement des malades'
    """
    match = _EFFICACY.search(left)
    if match is None:
        return None
    judge = clean(match["judge"]) if match["judge"] else None
    return f"efficacité selon {judge}" if judge else "efficacité"


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
    text = f"{reason['what']}\x01{text[reason.end() :]}" if reason else text
    for stop in ("ends", "verbs"):
        end = words(stop).search(text, 1)
        text = text[: end.start()] if end else text
    text = _TRAILING.sub("", text).strip().replace("aire\x01", "aire sous ").replace("\x01", " pour ")
    for _ in range(4):
        shorter = _DETERMINER.sub("", text)
        head = words("frequency_heads").match(shorter)
        text = shorter[head.end() :].strip() if head else shorter
        if text == shorter:
            break
    text = _TRAILING.sub("", text).strip(" '’-")
    if not text or len(text) < 3 or len(text.split()) > MAX_WORDS:
        return None
    if (
        words("hollow_heads").match(text)
        or words("bare_heads").fullmatch(text)
        or words("verbs").match(text)
        or _NO_HEAD.match(text)
    ):
        return None
    if _BARE_PARTICIPLE.fullmatch(text) or _APPOSED.match(text) or _NEGATION.search(text):
        return None
    text = opened(" ".join(word if _NAME.search(word) else word.lower() for word in text.split(" ")))
    return absence_of(text) if absent else text


def absence_of(label: str) -> str:
    """The outcome of not having what a label names.

    >>> absence_of("embolie"), absence_of("récidive")
    ("absence d'embolie", 'absence de récidive')
    >>> absence_of("hémorragie"), absence_of("hernie")
    ("absence d'hémorragie", 'absence de hernie')
    """
    return f"absence d'{label}" if _ELIDES.match(fold_lower(label)) else f"absence de {label}"


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """`text` with the characters of `spans` struck out, so that no arm or time slips into a phrase.

    >>> blanked("sous placebo", [(5, 12)]).count("\\x00")
    7
    """
    for start, end in spans:
        if start < len(text) and end > 0 and end > start:
            start, end = max(0, start), min(len(text), end)
            text = text[:start] + _BLANK * (end - start) + text[end:]
    return text
