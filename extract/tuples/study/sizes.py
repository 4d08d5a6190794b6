"""How many participants a study has, as the words around its mention tell."""

import re

from extract.entities.model import SampleSize
from extract.tuples.marking import Marked, mark
from extract.tuples.study.cues import PEOPLE_CORES, StudyCues

REACH = 110
"""Characters of marked text between a study and « chez … patients » that still tell its size."""

_PEOPLE = (
    r"patiente?s|malades|participante?s|sujets|adultes|enfants|adolescents|nourrissons|femmes|hommes|personnes|cas"
)
COUNT = (
    rf"(?:(?P<mark>{mark('n')})|(?<![\d,.%])\b(?P<digits>\d{{1,3}}(?:[ .]\d{{3}})+|\d+)\s(?:{_PEOPLE})\b(?!-annees))"
)
"""The regular expression of a number of patients in a marked sentence; `number_told` reads its match."""

COUNT_CORES = ("⟨n", *PEOPLE_CORES)
"""Strings one of which stands in every match of `COUNT`."""

_COUNT = re.compile(COUNT)
_IN = r"\b(?:dans|pour|au cours d[e']|lors d[e'])\s?(?:l'|le |la |une? |(?:les )?(?:deux|trois|quatre) )?$"
_INCLUDED_IN = re.compile(_IN)
_INCLUDED = 40
"""Characters that hold it."""
_BEFORE = re.compile(rf"(?:(?P<mark>{mark('n')})|\b(?P<digits>\d[\d ]*))(?:[^.;%⟨⟩]|{mark('i')}){{0,60}}{_IN}")
_BRACKETED = re.compile(r"\s?\([^()]*\)")
_PAIR = re.compile(rf"\((?P<first>\d[\d ]*)\set\s{mark('n')}\)")
_ITS_OWN = re.compile(r"\s(?:[a-z-]+\s){0,3}(?:de|d'environ|de plus de)\s$")
"""« cohorte espagnole de 130 malades »: a number that the study's noun governs."""

_SERIES = re.compile(r"\s?(?:,|et|ou|puis)\s(?:de\s)?")
"""What parts the sizes of several studies: « respectivement 512 et 498 adultes »."""


def sizes_told(marked: Marked, cues: StudyCues, text: str, before: str, after: str, trials: int) -> tuple[int, ...]:
    """The sizes of a mention's studies: in brackets, after « mené chez », or before (« 671 patients inclus dans X »).

    `text` is the mention itself, `before` and `after` the words around it; one number a trial, or one for all of them;
    empty where none is told.
    """
    bracketed = _BRACKETED.match(after)
    own = [*_numbers(marked, text), *(_numbers(marked, bracketed.group()) if bracketed else [])]
    if len(own) == 1 and trials == 2 and (pair := _PAIR.search(text + (bracketed.group() if bracketed else ""))):
        return (_plain(pair["first"]), own[0])
    return tuple(own) or _enrolled(marked, cues, after, trials) or _included_before(marked, before)


def _enrolled(marked: Marked, cues: StudyCues, after: str, trials: int) -> tuple[int, ...]:
    for count in _COUNT.finditer(after):
        lead = after[: count.start()]
        if ";" in lead or "%" in lead or len(lead) > REACH:
            return ()
        if cues.enrolment.search(lead) or cues.gap.fullmatch(lead) or _ITS_OWN.fullmatch(lead):
            number = number_told(marked, count)
            both = re.search(r"(?P<first>\d[\d ]*)\set\s$", lead)
            if both and trials == 2:
                return (_plain(both["first"]), number)
            listed = _listed(marked, after, count)
            return listed if len(listed) == trials else (number,)
    return ()


def _listed(marked: Marked, after: str, first: re.Match[str]) -> tuple[int, ...]:
    """The numbers of a list that begins with `first`: « 512 et 498 adultes »."""
    numbers, last = [number_told(marked, first)], first.end()
    for count in _COUNT.finditer(after, first.end()):
        if not _SERIES.fullmatch(after[last : count.start()]):
            break
        numbers.append(number_told(marked, count))
        last = count.end()
    return tuple(numbers)


def _included_before(marked: Marked, before: str) -> tuple[int, ...]:
    """« 671 patients ont été inclus dans X et 708 dans Y »: the number before each name."""
    told = "⟨n" in marked.text and _INCLUDED_IN.search(before, max(0, len(before) - _INCLUDED))
    count = _BEFORE.search(before) if told else None
    return (number_told(marked, count),) if count else ()


def number_told(marked: Marked, count: re.Match[str]) -> int:
    """The number that a match of `COUNT` stands for."""
    return _numbers(marked, count["mark"])[0] if count["mark"] else _plain(count["digits"])


def _plain(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


def _numbers(marked: Marked, fragment: str) -> list[int]:
    """The sample sizes in a fragment, those of whole studies where there are any."""
    sizes = marked.values(fragment, SampleSize)
    return [value.n for value in sizes if not value.is_arm] or [value.n for value in sizes]
