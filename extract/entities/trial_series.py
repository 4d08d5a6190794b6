"""Trials that are named by a part of their acronym: the members of a series, and « PSO-1 » for POETYK PSO-1."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from extract.entities.model import Trial
from extract.entities.spans import Found
from extract.entities.trial_shapes import exact_mentions
from extract.rules.keys import term_key

_MEMBER = r"[A-Z]?\d{1,3}[a-z]?|I{1,3}|IV|[A-D]"
_SERIES = re.compile(
    rf"[ ]?(?:/|,|et|ou|&|puis)[ ]?(?:de )?-?(?P<again>[A-Za-z]{{2,}}[ -]?)??(?P<member>{_MEMBER})"
    r"(?![\w%.,]*[\d%])(?![\w']|[ ]?%)"
)
_LAST_PART = re.compile(r"(?P<head>.*?)(?P<tail>(?:(?<![A-Za-z])[A-Z])?\d{1,3}[a-z]?|(?<=[ -])(?:I{1,3}|IV|[A-D]))$")
_NOT_A_MEMBER = re.compile(
    r"[ ](?:\d{3}|patients|sujets|malades|participants|enfants|adultes|semaines|mois|ans|essais|etudes|bras|groupes)\b"
)
_SERIES_SPAN = 4
"""Trials named together have numbers that lie at most so far apart: « ECZTRA 1 et 45 % » names one."""


def series_members(text: str, finds: Sequence[Found], known: Mapping[tuple[str, ...], Trial]) -> Iterator[Found]:
    """The further trials that the words behind a name add: « SOLO 1 et 2 », « TRuE-V1/V2 », « BRAVE-AA1 et AA2 »."""
    named = {find.start for find in finds}
    for find in finds:
        yield from _members_after(text, find, known, named)


def _members_after(text: str, find: Found, known: Mapping[tuple[str, ...], Trial], named: set[int]) -> Iterator[Found]:
    trial = cast(Trial, find.value)
    parts = _LAST_PART.fullmatch(trial.acronym)
    if parts is None:
        return
    end = find.end
    while match := _SERIES.match(text, end):
        again = term_key(match["again"] or "")
        start = match.start("again" if again else "member")
        if start in named or (again and term_key(parts["head"])[-len(again) :] != again):
            return
        if _NOT_A_MEMBER.match(text, match.end()) or not _alike(parts["tail"], match["member"]):
            return
        acronym = parts["head"] + _tail_like(parts["tail"], match["member"])
        sibling = known.get(term_key(acronym)) or Trial(acronym, False, trial.drug, trial.indication, trial.phase)
        end = match.end()
        yield Found(start, end, sibling)


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


def last_words(text: str, finds: list[Found]) -> Iterator[Found]:
    """« PSO-1 » where the document has named POETYK PSO-1 before."""
    first = {cast(Trial, find.value).acronym: find for find in reversed(finds)}
    named = {acronym.rpartition(" ")[2]: find for acronym, find in first.items() if " " in acronym}
    words = {word: find.value for word, find in named.items() if re.search(r"[A-Z]{2,}.*\d", word)}
    for mention in exact_mentions(text, words):
        if mention.start >= named[text[mention.start : mention.end]].end:
            yield mention
