"""Trials that no lexicon has, by the shape of their acronym beside a word that introduces or follows a trial."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from spacy.tokens import Doc

from extract.entities.abbreviations import is_short_form
from extract.entities.anchors import matches_at, starts_of
from extract.entities.lexicons import SCALE
from extract.entities.model import Trial
from extract.entities.spans import Found, Layers, layers_of, text_of
from extract.entities.word_places import BRACKETS, WordPlaces, Words

_ACRONYM = r"""
    (?:[A-Z][A-Za-z0-9]{0,15}[A-Z][A-Za-z0-9]{0,15}  # ZODIAC, TRuE
      |[a-z]{1,2}[A-Z]{2,15}[A-Za-z0-9]{0,15}  # reSURFACE
      |[A-Z](?=-[A-Z]{4}|-\d{2,4}-\d))  # B-SOLAR4, C-210-03
    (?:-[A-Z0-9][A-Za-z0-9]{0,15}){0,3}
    (?:[ ](?:
        [A-Z]{2,15}[A-Z0-9]{0,5}(?:-[A-Z0-9]{1,15}){0,3}(?![\w'])
      | \d{1,3}[a-z]?(?![\w%,.]*[\d%])(?![ ](?:%|patients|sujets|semaines|mois))
      | I{1,3}(?!\w) | IV(?!\w)
    ))?
"""
_CUE_WORDS = Words(
    beginnings=("phase", "essai", "etude", "programme", "registre", "cohorte", "extension", "protocole", "baptise")
)
_CALLED = Words(beginnings=("appell",))
_CUE = re.compile(
    r"\b(?:phase (?:[1-4]|i{1,3}|iv)[ab]?|essais?|etudes?|programmes?|registres?|cohortes?|extensions?|protocoles?"
    r"|s'appell(?:e|ait)|baptisee?s?)\b"
)
_ADJECTIVE = (
    r"(?!indique|explique|implique)[a-z-]+"
    r"(?:iques?|ie(?:n|nne)s?|ais(?:es?)?|ois(?:es?)?|aines?|andes?|elles?|ives?|ees?)"
)
"""« britannique », « fidjien », « publiée »: what a study noun may have before its name."""

_QUOTED = r"[A-Z][a-z]{2,15}(?:[ -][A-Z0-9][A-Za-z0-9]{0,12})?(?=[ ]?[»\"])"
"""« l'étude « Solstice » »: in quotation marks a name needs no capitals."""

_CUED = re.compile(
    rf"""
    (?:[ ](?:{_ADJECTIVE}(?![a-zA-Z])|(?i:non[ -](?:comparati\w+|randomisee?s?|controlee?s?)
      |a[ ]long[ ]terme|cliniques?|pivots?|pivotales?|internationa\w+|multicentriques?
      |randomisee?s?|francaise?s?|comparati\w+
      |de[ ]phase[ ][1-4IVab/]+|de[ ]prolongation|d'extension|en[ ]double[ ]aveugle|ouverte?s?
      |jumeaux|jumelles|principa\w+|deux|de[ ]non-inferiorite|pragmatiques?
      |controlee?s?))|,?[ ](?i:dite?s?|intitulee?s?|nommee?s?|baptisee?s?|denommee?s?|appelee?s?))*
    ,?[ ]?(?:[(«"]?[ ]?(?P<acronym>{_ACRONYM})|[«"][ ]?(?P<quoted>{_QUOTED}))
    """,
    re.VERBOSE,
)
_PEOPLE = "patients|malades|sujets|participants|adultes|enfants|femmes"
_FOLLOWER = rf"""
    (?: ,[ ](?:une?[ ]|l'|deux[ ]|trois[ ])?(?i:(?:autre|grande?|large|petite?|second|deuxieme|premiere?)[ ])?
         (?i:essais?|etudes?|(?:de[ ])?phase[ ][1-4IV]|cohorte|registre|extension|prolongation)
      | ,[ ]\d[\d ]*[ ](?i:{_PEOPLE})\b
      | [ ]:[ ]\d[\d ]*[ ](?i:{_PEOPLE})\b
      | [ ]\((?i:n[ ]?=|\d[\d ]*[ ](?i:{_PEOPLE})\b|phase[ ][1-4IV])
    )
"""
_FOLLOWED = re.compile(
    rf"(?<![\w-])(?P<acronym>{_ACRONYM}|[A-Z]{{4,20}}(?:[ ][A-Z]{{3,20}})?)(?={_FOLLOWER})", re.VERBOSE
)
"""« REACH3, essai ouvert … », « EVRA, 450 patients … », « PIONEER (phase II, …) »: what follows tells a trial."""

_STRONG = r"""
    (?:[A-Z][A-Za-z]{3,15}(?:-[A-Z]{1,4})?-?\d{1,3}[a-z]?|[A-Z][A-Za-z]{2,15}(?:-[A-Z]{1,4})?-\d{1,3}[a-z]?  # CAMP-1
      |[A-Z]{3,15}-[A-Z]{2,15}|[A-Z]{2}-[A-Z]{4,15}|[A-Z]{3,15}-[A-Z]\d  # ICONIC-ASCEND, HI-SKIN, EPIK-P1
      |[A-Z][A-Za-z]{3,15}[ ](?:\d{1,3}|I{1,3}|IV)|[A-Z]{5,15}
      |(?=(?:[a-z]{0,8}[A-Z]){3}|[A-Z]{2}[a-z]+[A-Z])[A-Z](?=[A-Z]*[a-z])[A-Za-z]{3,15})(?![\w-])  # EVerT
"""
"""Acronyms that are hardly anything but a trial where a trial's place is: four letters at least, or a number."""

_DID = r"""(?i:a|ont|avait|avaient)[ ](?i:inclus|recrute|randomise|compare|evalue|teste|enrole|suivi
          |porte|oppose|administre|reuni|reparti|tire|montre|demontre|confirme)"""
"""What a trial does, and hardly anything else with a name in capitals."""
_PLACED = re.compile(
    rf"""
    (?:(?<=[Dd]ans[ ])|(?<=[Ss]elon[ ])|(?<=long[ ]terme[ ])|(?<=uant[ ]a[ ])|(?<=[.?!:,\n-][ ])|(?<=\n)|^)
      (?P<acronym>{_STRONG})(?=
        [ ]{_DID}
      | [ ](?i:est|etait)[ ](?:une?|l[ae][ ]plus)[ ](?:[a-z-]+[ ])?(?i:essai|etude|cohorte|registre)
      | ,[ ](?:il|elle)[ ]{_DID}
      | ,[ ](?:contre|versus|de[ ]phase|en[ ]double|mene|conduit|chez[ ]\d|aupres)
    )
    | (?:(?<=[.?!\n][ ])|(?<=\n)|^)(?P<opening>[A-Z]{{4,15}}[ ][A-Z]{{3,15}}(?![\w-]))(?=[ ]{_DID})
    | (?P<awaited>{_STRONG})(?=,[ ]qui[ ](?:{_DID}|(?:compare|evalue|oppose|teste|randomise)(?:ra|ait)?[ ]))
    | (?:(?<=[Dd]ans[ ])|(?<=long[ ]terme[ ]))
      (?P<told>{_STRONG}|[A-Z]{{4,15}}(?:[ -][A-Z]{{3,15}}){{1,2}}(?![\w-]))
      (?=,[ ]|[ ](?i:chez|aupres|mene|conduit|dans|pour|et|puis|contre)[ ])
    | (?<=[Dd]ans[ ])(?P<last>(?=[A-Z]-|\w+-?\d)(?:{_STRONG}|[A-Z]-[A-Z]{{4,15}}(?![\w-])))(?=\.)
    """,
    re.VERBOSE,
)
"""« Dans LUMEN-2, », « LUMEN-2 a inclus … », « LUMEN-2, contre placebo, … »: where a name can be only a trial's."""
_NAME = re.compile(r"[A-Z](?<![\w-].)(?=[A-Za-z]*+(?:[-\d]|[ ][\dIV])|[A-Z]{3}|[A-Z]?[a-z]{1,8}[A-Z])")
"""Where such a name can begin: it goes on in capitals, or with a hyphen or number."""
_BLANKS = " \n"
_APPOSED = re.compile(
    rf"""
    \b(?i:essais?|etudes?|cohortes?|registres?|extension)\b(?:[^.;:,()\n]{{0,60}},[ ]){{1,2}}
    (?P<acronym>{_STRONG}|[A-Z]{{4,15}}[ ][A-Z]{{3,15}}(?!\w))(?=,[ ](?!et[ ])|[ ]\()
    | \b(?i:essais?|etudes?|cohortes?|extension)\b[^.;:,()\n]{{0,50}}[ ]\((?P<bracketed>{_STRONG})(?=\)|,[ ])
    | \b(?i:essais?|etudes?)\b[^.;:()\n]{{0,80}}[ ]-[ ](?P<dashed>{_STRONG}|[A-Z]{{4}})(?=[ ]-)
    """,
    re.VERBOSE,
)
"""« l'essai le plus long, LUMEN-2, … », « l'étude - LUMEN-2 - … »."""
_PEOPLE_KEYS = Words(*_PEOPLE.split("|"))
_MET = re.compile(rf"\b(?:{_PEOPLE})[ ](?:de|dans)[ ](?P<acronym>{_STRONG})", re.VERBOSE)
"""« les patients de LUMEN-2 »."""

_TWINS = re.compile(
    r"(?P<stem>[A-Z](?<![\w-].)[A-Z]{3,15}(?:-[A-Z]{1,4})?)(?P<sign>[ -])(?P<first>\d|I{1,3}|[A-D])"
    r"(?:,| et| ou|/|, puis|[ ]\|)[ ]?"
    r"(?P<acronym>(?P=stem)(?P=sign)(?:\d|I{1,3}|[A-D]))(?![\w-])"
)
"""« LUMEN-1 et LUMEN-2 », « LUMEN I et LUMEN II »: acronyms that differ by their number alone."""

_NUMBERED_TWINS = re.compile(
    r"[A-Z](?<![\w-].)[A-Z]{3,15}-1(?=(?:[ ]et|,)[ ]-2(?![\w,-]))|[A-Z](?<![\w-].)[A-Z]{4,15}-1(?=/-?2(?![\w,-]))"
)
"""« LUMEN-1 et -2 », « LUMEN-1/2 »: the second number alone."""

_BRACKETS = re.compile(r"[(\[](?=[^()\[\]]*?[A-Z]{3}[ -][\dI])[^()\[\]]{3,60}[)\]]")
_NUMBERED_IN_BRACKETS = re.compile(r"(?P<stem>[A-Z](?<![\w-].)[A-Z]{2,14})[ -](?:\d|I{1,3})(?=[)\],/]| et| ou)")
"""« (DUO 1 et DUO 2) », « (ARIA 1) … (ARIA 2) »: trials where one stem stands with two numbers."""

_TRIAL_COLUMN = re.compile(
    r"(?:^|\n)(?P<before>[^\n|]*\| )?(?i:etudes?|essais?) \|[^\n]*(?P<rows>(?:\n[^\n]*\|[^\n]*)+)"
)
"""The rows under a table head « Étude | … » or « Traitement | Essai | … »."""
_COLUMN_HEADS = ("etude |", "etudes |", "essai |", "essais |")
_CELL_NAME = re.compile(rf"(?:{_STRONG}|[A-Z]{{4,15}}(?![\w-]))(?=[ ]?(?:[|,(]|$))", re.VERBOSE)

_CHAINED = re.compile(
    rf"(?:[ ]\([a-z -]+\))?(?:,[ ]?|[ ](?:et|ou|puis)[ ]|[ ]?/[ ]?)(?P<acronym>{_ACRONYM})", re.VERBOSE
)
"""A further name behind one that a cue introduces: « deux essais, STELLA (nivolumab) et MARIS »."""

_COMMA, _BRACKET_OR_COLON = Words(","), Words("(", ":")
_FOLLOWER_START = re.compile(_FOLLOWER, re.VERBOSE)
_NAME_START = re.compile(r"(?<![\w-])[a-z]{0,2}[A-Z][A-Za-z0-9-]")
_NAME_REACH = 50
"""Characters before a follower in which the name of a trial begins."""

_NO_TRIAL = re.compile(
    r"""[IVX]+[ab]?|FDA|EMA|HAS|ANSM|OMS|ECR|PRAC|INSERM|CHU|AMM|ITT|VIH|HPV|ADN|ARN|USA|UE|US|IRM
    |UV[AB]?\d?|PUVA|PDT|JAK.*|IL.*|TNF.*|COVID.*|SARS.*|BRAF|PD-L?1|ALK|(?:NCT|ISRCTN|EUDRACT|CTRI|ACTRN).*|[SMJW]\d+
    |PRISMA|GRADE|CONSORT|STROBE|COCHRANE|MEDLINE|EMBASE|CENTRAL|PUBMED|CINAHL|CTCAE|RECIST
    |STADE|TYPE|HEPATITE|VITAMINE|TOXINE|NIVEAU|GROUPE|CLASSE|PHASE|TABLEAU|FIGURE|ANNEXE|BRAS|COHORTE|ETUDE|ESSAI
    |EIG?|OR|RR|HR|IC|ORa|NNTB?|NNH|NST|NTT|IRR|RR[AIR]|DMS|SMD""",
    re.VERBOSE,
)
"""Acronyms of other things that may follow « étude » or « essai »: bodies, sources, molecules, statistics."""

_NUMBERED_NAME = re.compile(
    r"(?<![\w-])(?P<stem>[A-Z][A-Za-z0-9-]{3,30}?(?:[ ][A-Z][A-Za-z0-9-]{1,20}?)?)[ -]?\d(?![\w%-]|,\d)"
)
_NAME_PART = re.compile(r"-[A-Z]{2}")
"""« HS » of « l'essai HS-CARE » is no disease."""
_NEXT_NUMBER = re.compile(r"[ -]?\d(?![\w%-]|,\d)")
_NUMBERED = (SCALE, "endpoint", "target")
"""Families whose terms are followed by numbers of their own."""


def trials_by_shape(text: str, doc: Doc) -> Iterator[Found]:
    """Every mention of an acronym that stands somewhere in the folded `text` as a trial's does.

    `Layers.terms` keeps terms of other families from being taken for trials: « l'étude PASI », « l'essai HS ».
    """
    acronyms = _acronyms(text, layers_of(doc))
    terms = [(family, find) for family, finds in layers_of(doc).terms.items() if family != "trial" for find in finds]
    others = {find.start: family for family, find in terms if not _NAME_PART.match(text, find.end)}
    measured = {find.end for family, find in terms if family in _NUMBERED}
    original = text_of(doc)
    trials: dict[str, object] = {}
    for acronym, start in acronyms.items():
        # « l'essai PASI 75 », « l'essai HS »; but « l'essai PSO-2 » has a number that no disease has
        named = start in others and (others[start] in _NUMBERED or not re.search(r"\d| [IV]+$", acronym))
        named = named or start + len(acronym) in measured
        if not named and not _is_defined(text, acronym):
            trials[acronym] = Trial(original[start : start + len(acronym)])
    return exact_mentions(text, trials)


def _acronyms(text: str, layers: Layers) -> dict[str, int]:
    low, words = layers.reading_low, layers.words
    called = [at - len("s'") for at in words.of(_CALLED)]
    cue_starts = sorted([*words.of(_CUE_WORDS), *called])
    cues = (_CUE.match(low, start) for start in cue_starts)
    cued = (_CUED.match(text, cue.end()) for cue in cues if cue)
    acronyms = {
        acronym: start
        for acronym, start in (*_with_further(text, cued), *_followed(text, words), *_placed(text, layers, cue_starts))
        if not _NO_TRIAL.fullmatch(acronym.split()[0])
    }
    stems = {stem for acronym in acronyms if (stem := re.sub(r"[ -]?\d+$", "", acronym)) != acronym}
    for sibling in _NUMBERED_NAME.finditer(text) if _have_siblings(stems, acronyms, text) else ():
        if sibling["stem"] in stems:  # « LUMEN 1 et LUMEN 2, deux essais »
            acronyms.setdefault(sibling.group(), sibling.start())
    return acronyms


def _have_siblings(stems: Iterable[str], acronyms: Container[str], text: str) -> bool:
    """Whether one of `stems` stands with a number that makes none of `acronyms`: costly to read, rare."""
    ends = ((stem, start + len(stem)) for stem in stems for start in starts_of((stem,), text))
    numbers = ((stem, _NEXT_NUMBER.match(text, end)) for stem, end in ends)
    return any(number and stem + number.group() not in acronyms for stem, number in numbers)


def _with_further(text: str, cued: Iterable[re.Match[str] | None]) -> Iterator[tuple[str, int]]:
    """The acronyms that a cue introduces, each with those joined to it."""
    for match in cued:
        while match is not None:
            name = match.lastgroup or "acronym"
            yield match[name], match.start(name)
            match = _CHAINED.match(text, match.end())


def _followed(text: str, words: WordPlaces) -> Iterator[tuple[str, int]]:
    """The acronyms of `_FOLLOWED`, sought only before the few places where something follows a name."""
    starts = sorted([*words.of(_COMMA), *(at - 1 for at in words.of(_BRACKET_OR_COLON) if at)])
    for follower in matches_at(starts, _FOLLOWER_START, text):
        if not _ends_like_name(text, follower.start()):
            continue
        for name in _NAME_START.finditer(text, max(0, follower.start() - _NAME_REACH), follower.start()):
            if match := _FOLLOWED.match(text, name.start()):
                yield match["acronym"], match.start()


def _ends_like_name(text: str, end: int) -> bool:
    """Whether the word before `end` has a capital inside, a digit or a hyphen, as an acronym's last word has."""
    word = text[max(0, end - _NAME_REACH) : end].rpartition(" ")[2]
    return not (word[1:].isalpha() and word[1:].islower() and word[0].isalpha())


def _placed(text: str, layers: Layers, cue_starts: list[int]) -> Iterator[tuple[str, int]]:
    """The acronyms that no cue introduces, but whose place or twin tells what they are."""
    names = [name.start() for name in _NAME.finditer(text)]
    placed = [_PLACED.match(text, name) for name in names if not name or text[name - 1] in _BLANKS]
    placed += [_APPOSED.match(text, word) for word in cue_starts]
    placed += [_MET.match(text, word) for word in layers.words.of(_PEOPLE_KEYS)]
    for match in placed:
        if match is not None:
            name = match.lastgroup or "acronym"
            yield match[name], match.start(name)
    for match in matches_at(names, _TWINS, text):
        yield match["stem"] + match["sign"] + match["first"], match.start()
        yield match["acronym"], match.start("acronym")
    yield from ((match.group(), match.start()) for match in matches_at(names, _NUMBERED_TWINS, text))
    brackets = matches_at(layers.words.of(BRACKETS), _BRACKETS, text)
    bracketed = [m for b in brackets for m in _NUMBERED_IN_BRACKETS.finditer(text, b.start(), b.end())]
    stems = Counter(stem for _, stem in {(match.group(), match["stem"]) for match in bracketed})
    yield from ((match.group(), match.start()) for match in bracketed if stems[match["stem"]] > 1)
    for table in _TRIAL_COLUMN.finditer(text) if starts_of(_COLUMN_HEADS, layers.reading_low) else ():
        yield from _listed_names(table)


def _listed_names(table: re.Match[str]) -> Iterator[tuple[str, int]]:
    """The names that the cells of a table's column of trials begin with."""
    for row in re.finditer(r"[^\n]+", table["rows"]):
        cell = row.group().find("| ") + 2 if table["before"] else 0
        if match := _CELL_NAME.match(row.group(), cell):
            yield match.group(), table.start("rows") + row.start() + match.start()


def exact_mentions(text: str, trials: Mapping[str, object]) -> Iterator[Found]:
    """The mentions in `text` of names, each with its value, that are spelled so and are no part of a longer name.

    >>> [find.value for find in exact_mentions("SOLO 1, SOLO 12, SOLO 1-2", {"SOLO 1": 1})]
    [1]
    """
    by_word: dict[str, list[str]] = {}
    for name in sorted(trials, key=len, reverse=True):
        by_word.setdefault(name.partition(" ")[0], []).append(name)
    for start, first in sorted((start, word) for word in by_word for start in starts_of((word,), text)):
        word = _WORD.match(text, start)
        for name in by_word[first] if word and word[0] == first else ():
            end = start + len(name)
            if text.startswith(name, start) and not _NAME_GOES_ON.match(text, end):
                yield Found(start, end, trials[name])
                break


_WORD = re.compile(r"(?<![\w-])[A-Za-z][\w-]*")
_NAME_GOES_ON = re.compile(r"\w|-\w")


def _is_defined(text: str, acronym: str) -> bool:
    """Whether the text writes the acronym out as something else: « prévention de la transmission (PT) »."""
    at = text.find(f"({acronym})") if not acronym[-1].isdigit() else -1  # no word has the initial 2
    words = list(re.finditer(r"\w+", text[max(0, at - 80) : at])) if at >= 0 else []
    return any(is_short_form(acronym, text[max(0, at - 80) + word.start() : at]) for word in words)
