"""How a trial's acronym is written in the evidence table: as the document writes it where it writes it longest."""

import re
from dataclasses import replace
from typing import cast

from extract.entities.model import Trial
from extract.entities.spans import Found

_SHORTEST = 4
"""Letters of a trial's name that can stand for a longer one: CHRONOS, not « II »."""


def as_written(text: str, original: str, finds: list[Found]) -> list[Found]:
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
    return [_respelled(find, spelled) for find in joined] if spelled else joined


def _respelled(find: Found, spelled: dict[str, str]) -> Found:
    trial = cast(Trial, find.value)
    written = spelled.get(trial.acronym)
    return find._replace(value=replace(trial, acronym=written)) if written else find


def _spells(written: str, acronym: str, text: str) -> bool:
    """Whether a mention is a spelling of the trial's own: longer, shorter by a programme's name, or with other hyphens;
    letters in another case, « V2 » for TRuE-V2 and « PSO-2 » beside « POETYK PSO-1 » are none."""
    one, other = written.lower(), acronym.lower()
    if re.sub(r"[- ]", "", one) == re.sub(r"[- ]", "", other):
        return one != other
    program = acronym[: len(acronym) - len(written)].strip()
    shortened = other.endswith(one) and len(one) >= _SHORTEST and program not in text
    return one.endswith(other) or shortened
