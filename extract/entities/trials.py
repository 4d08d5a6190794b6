"""Trials by acronym: those of the lexicon, those that a cue introduces, and the further members of a series.

« l'essai ZODIAC-2 » makes ZODIAC-2 a trial of the document wherever it stands; « SOLO 1 et 2 » and « UltIMMa-1/-2 »
are two trials each, the second find covering its number alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.abbreviations import is_short_form
from extract.entities.lexicons import SCALE
from extract.entities.model import Trial
from extract.entities.spans import Found, put_spans, text_of
from extract.entities.terms import longest
from extract.rules import Rules, load_rules
from extract.rules.keys import term_key

_ACRONYM = r"""
    (?:[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*|[a-z]{1,2}[A-Z]{2,}[A-Za-z0-9]*)  # ZODIAC, TRuE, ADvocate2, reSURFACE
    (?:-[A-Z0-9][A-Za-z0-9]*)*
    (?:[ ](?:
        [A-Z]{2,}[A-Z0-9]*(?:-[A-Z0-9]+)*(?![\w'])
      | \d{1,3}[a-z]?(?![\w%,.]*[\d%])(?![ ](?:%|patients|sujets|semaines|mois))
      | I{1,3}(?!\w) | IV(?!\w)
    ))?
"""
_CUE = re.compile(
    r"\b(?:phase (?:[1-4]|i{1,3}|iv)[ab]?|essais?|etudes?|programmes?|registres?|cohortes?|extensions?|protocoles?"
    r"|s'appell(?:e|ait))\b"
)
_CUED = re.compile(
    rf"""
    (?:[ ](?i:cliniques?|pivots?|pivotales?|internationa\w+|multicentriques?|randomisee?s?|francaise?s?|comparati\w+
      |de[ ]phase[ ][1-4IVab/]+|de[ ]prolongation|d'extension|en[ ]double[ ]aveugle|ouverte?s?|dites?|intitulee?s?
      |nommee?s?|baptisee?s?|denommee?s?|jumeaux|jumelles|principa\w+|deux|de[ ]non-inferiorite|pragmatiques?
      |controlee?s?))*
    ,?[ ]?[(«"]?[ ]?(?P<acronym>{_ACRONYM})
    """,
    re.VERBOSE,
)
_PEOPLE = "patients|malades|sujets|participants|adultes|enfants|femmes"
_FOLLOWED = re.compile(
    rf"""
    (?<![\w-])(?P<acronym>{_ACRONYM}|[A-Z]{{4,}}(?:[ ][A-Z]{{3,}})?)(?=
        ,[ ](?:une?[ ]|l'|deux[ ]|trois[ ])?(?i:(?:autre|grande?|large|petite?|second|deuxieme|premiere?)[ ])?
         (?i:essais?|etudes?|phase[ ][1-4IV]|cohorte|registre)
      | ,[ ]\d[\d ]*[ ](?i:{_PEOPLE})\b
      | [ ]\((?i:n[ ]?=|\d[\d ]*[ ](?i:{_PEOPLE})\b|phase[ ][1-4IV])
    )
    """,
    re.VERBOSE,
)
"""« REACH3, essai ouvert … », « EVRA, 450 patients … », « PIONEER (phase II, …) »: what follows tells a trial."""

_NO_TRIAL = re.compile(
    r"""[IVX]+[ab]?|FDA|EMA|HAS|ANSM|OMS|ECR|PRAC|INSERM|CHU|AMM|ITT|VIH|HPV|ADN|ARN|USA|UE|US|IRM
    |UV[AB]?\d?|PUVA|PDT|JAK.*|IL.*|TNF.*|COVID.*|SARS.*|BRAF|PD-L?1|ALK|NCT.*|[SMJW]\d+
    |PRISMA|GRADE|CONSORT|STROBE|COCHRANE|MEDLINE|EMBASE|CENTRAL|PUBMED|CINAHL|CTCAE|RECIST
    |EIG?|OR|RR|HR|IC|ORa""",
    re.VERBOSE,
)
"""Acronyms of other things that may follow « étude » or « essai »: bodies, sources, molecules, statistics."""

_MEMBER = r"[A-Z]?\d{1,3}[a-z]?|I{1,3}|IV|[A-D]"
_SERIES = re.compile(
    rf"[ ]?(?:/|,|et|ou|&|puis)[ ]?(?:de )?-?(?P<again>[A-Za-z]{{2,}}[ -]?)??(?P<member>{_MEMBER})"
    r"(?![\w%.,]*[\d%])(?![\w']|[ ]?%)"
)
_LAST_PART = re.compile(r"(?P<head>.*?)(?P<tail>(?:(?<![A-Za-z])[A-Z])?\d{1,3}[a-z]?|(?<=[ -])(?:I{1,3}|IV|[A-D]))$")
_NOT_A_MEMBER = re.compile(
    r"[ ](?:patients|sujets|malades|participants|enfants|adultes|semaines|mois|ans|essais|etudes|bras|groupes)\b"
)
_SERIES_SPAN = 4
"""Trials named together have numbers that lie at most so far apart: « ECZTRA 1 et 45 % » names one."""


def make_trials(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component with the rules of `rules_dir` laid over ours."""
    rules = load_rules(Path(rules_dir) if rules_dir else None)
    return partial(_find_trials, known=_known_trials(rules))


Language.factory("extract_trials", default_config={"rules_dir": None}, func=make_trials)


def _known_trials(rules: Rules) -> dict[tuple[str, ...], Trial]:
    return {
        term_key(entry.acronym): Trial(entry.acronym, True, entry.drug or None, entry.indication or None, entry.phase)
        for entry in rules.trials
    }


def _find_trials(doc: Doc, known: dict[tuple[str, ...], Trial]) -> Doc:
    text: str = doc._.reading
    by_lexicon = [find for find in doc._.terms.get("trial", ()) if not _in_capitals(text, find)]
    finds = longest([*by_lexicon, *_by_shape(text, doc)])
    finds = longest([*finds, *(member for find in finds for member in _series(text, find, known))])
    finds = longest([*finds, *_by_last_word(text, finds)])
    put_spans(doc, "trial", _as_written(text, text_of(doc), finds))
    return doc


def _as_written(text: str, original: str, finds: list[Found]) -> list[Found]:
    """The finds with two names of one trial made one (« LIBERTY-CINDU CUrIADS »), each spelled as the document writes
    it where it writes it longest: « CHRONOS » stays CHRONOS, and « ADEPT » is the LIBERTY-BP ADEPT named before."""
    joined: list[Found] = []
    for find in finds:
        last = joined[-1] if joined else None
        if last and text[last.end : find.start] == " " and text[find.start].isalpha() and text[last.end - 1].isalpha():
            joined[-1] = Found(
                last.start, find.end, replace(cast(Trial, find.value), acronym=text[last.start : find.end])
            )
        else:
            joined.append(find)
    spelled: dict[str, str] = {}
    for find in joined:
        acronym, written = cast(Trial, find.value).acronym, " ".join(original[find.start : find.end].split())
        longer = len(written) > len(spelled.get(acronym, ""))
        if cast(Trial, find.value).known and longer and _spells(written, acronym, text):
            spelled[acronym] = written
    return [
        Found(f.start, f.end, replace(trial, acronym=spelled.get(trial.acronym, trial.acronym)))
        for f in joined
        for trial in (cast(Trial, f.value),)
    ]


def _spells(written: str, acronym: str, text: str) -> bool:
    """Whether a mention is a spelling of the trial's own: longer, shorter by a programme's name, or with other hyphens;
    letters in another case, « V2 » for TRuE-V2 and « PSO-2 » beside « POETYK PSO-1 » are none."""
    one, other = written.lower(), acronym.lower()
    if re.sub(r"[- ]", "", one) == re.sub(r"[- ]", "", other):
        return one != other
    program = acronym[: len(acronym) - len(written)].strip()
    shortened = other.endswith(one) and len(one) >= _SHORTEST and program not in text
    return one.endswith(other) or shortened


_SHORTEST = 4
"""Letters of a trial's name that can stand for a longer one: CHRONOS, not « II »."""


def _in_capitals(text: str, find: Found) -> bool:
    """A word like GUIDE or EXPRESS inside a heading in capitals is no trial."""
    if not text[find.start : find.end].isalpha():
        return False
    before = text[max(0, find.start - 30) : find.start].rpartition("\n")[2]
    after = text[find.end : find.end + 30].partition("\n")[0]
    around = re.findall(r"[^\W\d_]{4,}", f"{before} {after}")
    return len(around) >= 2 and all(word.isupper() for word in around)


def _by_shape(text: str, doc: Doc) -> Iterator[Found]:
    cued = (_CUED.match(text, cue.end()) for cue in _CUE.finditer(text.lower()))
    acronyms = {
        match["acronym"]: match.start("acronym")
        for match in (*cued, *_FOLLOWED.finditer(text))
        if match and not _NO_TRIAL.fullmatch(match["acronym"].split()[0])
    }
    if not acronyms:
        return
    for acronym in list(acronyms):
        stem = re.sub(r"[ -]?\d+$", "", acronym)
        if stem != acronym and len(stem) >= _SHORTEST:  # « LUMEN 1 et LUMEN 2, deux essais »
            for sibling in re.finditer(rf"(?<![\w-]){re.escape(stem)}[ -]?\d(?![\w%,-])", text):
                acronyms.setdefault(sibling.group(), sibling.start())
    others = {find.start: family for family, finds in doc._.terms.items() if family != "trial" for find in finds}
    original = text_of(doc)
    for acronym, start in acronyms.items():
        # « l'essai PASI 75 », « l'essai HS »; but « l'essai PSO-2 » has a number that no disease has
        named = start in others and (others[start] in _NUMBERED or not re.search(r"\d| [IV]+$", acronym))
        if named or _is_defined(text, acronym):
            continue
        trial = Trial(original[start : start + len(acronym)])
        for match in re.finditer(rf"{re.escape(acronym)}(?!\w|-\w)", text):
            if not re.match(r"[\w-]", text[match.start() - 1 : match.start()]):
                yield Found(match.start(), match.end(), trial)


_NUMBERED = (SCALE, "endpoint", "target")
"""Families whose terms are followed by numbers of their own."""


def _by_last_word(text: str, finds: list[Found]) -> Iterator[Found]:
    """« PSO-1 » where the document has named POETYK PSO-1 before."""
    trials = {cast(Trial, find.value).acronym: find for find in reversed(finds)}
    for acronym, first in trials.items():
        word = acronym.rpartition(" ")[2]
        if word == acronym or not re.search(r"[A-Z]{2,}.*\d", word):
            continue
        for match in re.compile(rf"{re.escape(word)}(?!\w|-\w)").finditer(text, first.end):
            if not re.match(r"[\w-]", text[match.start() - 1]):
                yield Found(match.start(), match.end(), first.value)


def _is_defined(text: str, acronym: str) -> bool:
    """Whether the text writes the acronym out as something else: « prévention de la transmission (PT) »."""
    at = text.find(f"({acronym})")
    words = list(re.finditer(r"\w+", text[max(0, at - 80) : at])) if at >= 0 else []
    return any(is_short_form(acronym, text[max(0, at - 80) + word.start() : at]) for word in words)


def _series(text: str, find: Found, known: dict[tuple[str, ...], Trial]) -> Iterator[Found]:
    trial = cast(Trial, find.value)
    parts = _LAST_PART.fullmatch(trial.acronym)
    if parts is None:
        return
    end = find.end
    while match := _SERIES.match(text, end):
        again = term_key(match["again"] or "")
        if again and term_key(parts["head"])[-len(again) :] != again:
            return
        if _NOT_A_MEMBER.match(text, match.end()) or not _alike(parts["tail"], match["member"]):
            return
        acronym = parts["head"] + _tail_like(parts["tail"], match["member"])
        sibling = known.get(term_key(acronym)) or Trial(acronym, False, trial.drug, trial.indication, trial.phase)
        end = match.end()
        yield Found(match.start("again" if again else "member"), end, sibling)


def _alike(tail: str, member: str) -> bool:
    numbers = [int(digits) for digits in re.findall(r"\d+", f"{tail} {member}")]
    if len(numbers) == 2:
        return abs(numbers[0] - numbers[1]) <= _SERIES_SPAN
    if {tail, member} <= {"I", "II", "III", "IV"}:
        return True
    return not numbers and len(tail) == len(member) == 1


def _tail_like(tail: str, member: str) -> str:
    """`member` with the letter that `tail` has before its number: V1 and « 2 » give V2."""
    return member if member[0].isalpha() or tail[0].isdigit() or not tail[-1].isdigit() else tail[0] + member
