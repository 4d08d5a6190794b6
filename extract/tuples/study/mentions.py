"""Where a sentence speaks of a study: its noun, phase and names taken together, and the words that belong to it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.entities.model import PhaseMention, Trial
from extract.tuples.marking import Marked, mark
from extract.tuples.study.cues import StudyCues
from extract.tuples.study.sizes import sizes_told
from schema.vocabulary import Phase


class StudyMention(NamedTuple):
    """One study, or several named together, at `start` to `end` of a marked sentence.

    `before` and `after` are the words around it that belong to it and to no other study of the sentence; `sizes` holds
    one n a trial, or one for all; empty where none is told.
    """

    start: int
    end: int
    text: str
    before: str
    after: str
    noun: str | None
    phase: Phase | None
    trials: tuple[str, ...] = ()
    sizes: tuple[int, ...] = ()


def find_mentions(marked: Marked, cues: StudyCues) -> list[StudyMention]:
    """The study mentions of a sentence in order; a word of study without phase, name or design is one, too."""
    groups: list[list[re.Match[str]]] = []
    for anchor in cues.anchor.finditer(marked.text):
        between = marked.text[groups[-1][-1].end() : anchor.start()] if groups else None
        if between is not None and (cues.gap.fullmatch(between) or _joins(between, groups[-1], anchor, cues)):
            groups[-1].append(anchor)
        else:
            groups.append([anchor])
    starts = [group[0].start() for group in groups] + [len(marked.text)]
    mentions = []
    last = 0
    for place, group in enumerate(groups):
        mentions.append(_mention(group, marked, cues, last, starts[place + 1]))
        last = group[-1].end()
    return mentions


_LISTED = re.compile(r"\s?(?:\([^()]*\))?\s?(?:,|et|ou|puis)\s(?:l'|la |le )?")
"""What parts the members of a list of studies: « X (placebo) et Y »."""


def joined_behind(mentions: Sequence[StudyMention], place: int) -> Sequence[StudyMention]:
    """The mention at `place` and those listed right behind it: « X (pembrolizumab) et Y (avélumab) sont en cours »."""
    last = place
    while last + 1 < len(mentions) and _LISTED.fullmatch(mentions[last].after):
        last += 1
    return mentions[place : last + 1]


def _joins(between: str, group: list[re.Match[str]], anchor: re.Match[str], cues: StudyCues) -> bool:
    """One study in two parts: « en phase III dans la pelade (essai X) », « X est un essai », « une étude de D, X, »."""
    named = any(told.group().startswith("⟨r") for told in group)
    if anchor.group().startswith("⟨p") and re.fullmatch(r"\s(?:est|etait)\s(?:de|d'une)\s", between):
        return True
    if named:
        copula = re.match(r"[\s,]*(?:\([^()]*\))?\s*(?:est|sont|etait|etaient)\s", between)
        return bool(copula and anchor["noun"] and cues.gap.fullmatch(between[copula.end() :]))
    if anchor.group().startswith("⟨r") and re.fullmatch(r"[^.;:()]{0,60},\s", between):
        return anchor.string[anchor.end() : anchor.end() + 1] == ","
    return re.fullmatch(r"[^.;:()]{0,60}\(", between) is not None


def _mention(group: list[re.Match[str]], marked: Marked, cues: StudyCues, last: int, following: int) -> StudyMention:
    start, end = group[0].start(), group[-1].end()
    text, before, after = marked.text[start:end], marked.text[last:start], marked.text[end:following]
    trials = tuple(dict.fromkeys(trial.acronym for trial in marked.values(text, Trial)))
    phases = {mention.phase for mention in marked.values(text, PhaseMention)} or _phase_after(marked, after)
    return StudyMention(
        start=start,
        end=end,
        text=text,
        before=before,
        after=after,
        noun=next((anchor["noun"] for anchor in group if anchor["noun"]), None),
        phase=phases.pop() if len(phases) == 1 else None,
        trials=trials,
        sizes=sizes_told(marked, cues, text, before, after, len(trials)),
    )


def _phase_after(marked: Marked, after: str) -> set[Phase]:
    """« X, essai pivot de phase III »: the phase told right after."""
    late = _LATE_PHASE.match(after) if "⟨p" in after else None
    return {mention.phase for mention in marked.values(late["phase"], PhaseMention)} if late else set()


_LATE_PHASE = re.compile(rf"[^.;⟨⟩]{{0,25}}\(?\s?(?P<phase>{mark('p')})")
